using System.Globalization;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Makes a payment batch of everything that is cleared (生成拨付批次): publicity over or not needed, nobody objects, nothing paid yet. Another person releases it.</summary>
/// <param name="Line">Of one line only; null for all.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record MakeBatch(string? Line = null) : IOperation<MadeBatch>;

/// <summary>The batch.</summary>
/// <param name="Batch">Its number.</param>
/// <param name="Items">How many payments.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Remaining">How many cleared payments are left for the next batch, because this one is full.</param>
/// <param name="Voucher">The voucher that cleared them; null when all had been cleared before.</param>
public sealed record MadeBatch(long Batch, int Items, Money Amount, long Remaining, long? Voucher);

internal sealed class MakeBatchHandler(PaymentRules rules, FundLines lines, Ledger ledger, PaymentNames names) : IOperationHandler<MakeBatch, MadeBatch>
{
    /// <summary>The ways to be cleared: each is looked for by itself, so that what waits is found by its stage.</summary>
    private static readonly string[] Cleared =
    [
        $"c.stage = '{nameof(PaymentStage.Payable)}' AND NOT c.is_held",
        $"c.stage = '{nameof(PaymentStage.Committed)}' AND c.skips_publicity AND NOT c.is_held",
        $"c.stage = '{nameof(PaymentStage.Published)}' AND c.public_until < @today AND NOT c.is_held",
    ];

    public async Task<Result<MadeBatch>> HandleAsync(MakeBatch operation, OperationSession session, CancellationToken cancel)
    {
        if (rules.Debtor is null)
        {
            return FundsProblems.NoPaymentRules.With();
        }

        if (operation.Line is { } line && lines.Find(line) is null)
        {
            return FundsProblems.LineNotFound.With(line);
        }

        var (work, scope) = (session.UnitOfWork, session.Scope);
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var (cleared, remaining) = await FindAsync(work, operation.Line, scope.Today, cancel).ConfigureAwait(false);
        if (cleared.Count == 0)
        {
            return FundsProblems.NothingCleared.With();
        }

        var id = (await NumberBlock.TakeAsync(work, "fnd_batch", 1, cancel).ConfigureAwait(false))[0];
        var voucher = await ClearAsync(session, id, cleared, cancel).ConfigureAwait(false);
        if (!voucher.IsSuccess)
        {
            return voucher.Problem!;
        }

        var amount = new Money(cleared.Sum(c => c.Amount.Fen));
        await StoreAsync(session, id, operation.Line, cleared, amount, cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"batch/{id}"));
        return new MadeBatch(id, cleared.Count, amount, remaining, voucher.Value);
    }

    private async Task<(List<PaymentMoney> Cleared, long Remaining)> FindAsync(IUnitOfWork work, string? line, DateOnly today, CancellationToken cancel)
    {
        var (found, remaining) = (new List<PaymentMoney>(), 0L);
        foreach (var way in Cleared)
        {
            var condition = line is null ? way : way + " AND c.line = @line";
            (string, ColumnType, object?)[] parameters = [("today", ColumnType.Date, today), ("line", ColumnType.Text, line)];
            parameters = [.. parameters.Where(p => condition.Contains("@" + p.Item1, StringComparison.Ordinal))];
            var room = rules.BatchItemsMax - found.Count;
            var more = room == 0 ? [] : await PaymentMoney.SelectAsync(
                work, string.Create(CultureInfo.InvariantCulture, $"WHERE {condition} ORDER BY c.id LIMIT {room}"), cancel, parameters).ConfigureAwait(false);
            found.AddRange(more);
            if (more.Count == room)
            {
                remaining += await CountAsync(work, condition, parameters, cancel).ConfigureAwait(false) - more.Count;
            }
        }

        return (found, remaining);
    }

    private async Task<Result<long?>> ClearAsync(OperationSession session, long batch, List<PaymentMoney> cleared, CancellationToken cancel)
    {
        var entries = cleared.Where(c => c.Stage != PaymentStage.Payable).SelectMany(c => c.Entries(FundStage.Payable, FundStage.Committed)).ToList();
        if (entries.Count == 0)
        {
            return Result<long?>.Of(null);
        }

        var scope = session.Scope;
        var posted = await ledger.PostAsync(session.UnitOfWork, scope.Actor, scope.Now, new VoucherDraft(VoucherKind.Clearing, scope.Today, $"batch/{batch}", entries), cancel).ConfigureAwait(false);
        return posted.Map(p => (long?)p.Id);
    }

    private async Task StoreAsync(OperationSession session, long id, string? line, List<PaymentMoney> cleared, Money amount, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var db = work.Context<PaymentsDb>();
        db.Batches.Add(new BatchRow
        {
            Id = id,
            Line = line,
            State = BatchState.Made,
            MessageId = names.Message(id),
            Items = cleared.Count,
            AmountFen = amount.Fen,
            MadeBy = scope.Actor,
            MadeOn = scope.Today,
            MadeAt = scope.Now,
        });
        var debtors = cleared.Select(c => c.Line).Distinct().Select(l => rules.DebtorOf(l)!).Distinct().ToList();
        db.BatchParts.AddRange(debtors.Select((d, i) => new BatchPartRow
        {
            Batch = id,
            Number = i + 1,
            DebtorName = d.Name,
            AccountNumber = d.AccountNumber,
            BankName = d.BankName,
            BankCode = d.BankCode,
        }));
        await work.SaveAsync(cancel).ConfigureAwait(false);
        var parts = cleared.Select(c => c.Line).Distinct().ToDictionary(l => l, l => debtors.IndexOf(rules.DebtorOf(l)!) + 1L, StringComparer.Ordinal);
        var attempts = cleared.OrderBy(c => parts[c.Line]).ThenBy(c => c.Commitment).Select((c, i) => (AttemptNumber.Of(id, i + 1), parts[c.Line], c.Commitment));
        await BatchStore.InsertAsync(work, attempts, scope.Today, cancel).ConfigureAwait(false);
        await CommitmentStore.MoveAsync(
            work,
            $"a.commitment = fnd_commitment.id AND {AttemptNumber.Among(id, "a.id")}",
            PaymentStage.Batched,
            scope.Today,
            cancel,
            "batch = @batch, reason = NULL, attempts = attempts + 1, current_attempt = a.id",
            "fnd_attempt a",
            ("batch", ColumnType.Integer, id)).ConfigureAwait(false);
    }

    private static async Task<long> CountAsync(IUnitOfWork work, string condition, (string Name, ColumnType Type, object? Value)[] parameters, CancellationToken cancel)
    {
        var select = work.Command($"SELECT count(*) FROM fnd_commitment c WHERE {condition}");
        await using (select.ConfigureAwait(false))
        {
            foreach (var (name, type, value) in parameters)
            {
                select.With(work.Dialect, name, type, value);
            }

            return Convert.ToInt64(await select.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }
}
