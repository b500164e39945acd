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
    private const string Cleared =
        $"""
        NOT c.is_held AND (c.stage = '{nameof(PaymentStage.Payable)}'
          OR (c.stage = '{nameof(PaymentStage.Committed)}' AND c.skips_publicity)
          OR (c.stage = '{nameof(PaymentStage.Published)}' AND c.public_until < @today))
        """;

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
        var (condition, parameters) = Condition(operation, scope.Today);
        var cleared = await CommitmentStore.SelectAsync(
            work, string.Create(CultureInfo.InvariantCulture, $"FROM fnd_commitment c WHERE {condition} ORDER BY c.id LIMIT {rules.BatchItemsMax}"), cancel, parameters).ConfigureAwait(false);
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
        var remaining = cleared.Count < rules.BatchItemsMax ? 0 : await CountAsync(work, condition, parameters, cancel).ConfigureAwait(false);
        return new MadeBatch(id, cleared.Count, amount, remaining, voucher.Value);
    }

    private static (string Condition, (string, ColumnType, object?)[] Parameters) Condition(MakeBatch operation, DateOnly today) => operation.Line is null
        ? (Cleared, [("today", ColumnType.Date, today)])
        : (Cleared + " AND c.line = @line", [("today", ColumnType.Date, today), ("line", ColumnType.Text, operation.Line)]);

    private async Task<Result<long?>> ClearAsync(OperationSession session, long batch, List<Commitment> cleared, CancellationToken cancel)
    {
        var entries = cleared.Where(c => c.MoneyStage == FundStage.Committed).SelectMany(c => c.Entries(FundStage.Payable, FundStage.Committed)).ToList();
        if (entries.Count == 0)
        {
            return Result<long?>.Of(null);
        }

        var scope = session.Scope;
        var posted = await ledger.PostAsync(session.UnitOfWork, scope.Actor, scope.Now, new VoucherDraft(VoucherKind.Clearing, scope.Today, $"batch/{batch}", entries), cancel).ConfigureAwait(false);
        return posted.Map(p => (long?)p.Id);
    }

    private async Task StoreAsync(OperationSession session, long id, string? line, List<Commitment> cleared, Money amount, CancellationToken cancel)
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
        var debtors = cleared.Select(c => rules.DebtorOf(c.Line)!).Distinct().ToList();
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
        var numbers = await NumberBlock.TakeAsync(work, "fnd_attempt", cleared.Count, cancel).ConfigureAwait(false);
        var ordered = cleared.OrderBy(c => debtors.IndexOf(rules.DebtorOf(c.Line)!)).ThenBy(c => c.Id);
        var attempts = ordered.Select((c, i) => Make(numbers[i], id, i + 1, debtors.IndexOf(rules.DebtorOf(c.Line)!) + 1, c)).ToList();
        await BatchStore.InsertAsync(work, attempts, scope.Today, cancel).ConfigureAwait(false);
        await CommitmentStore.MoveAsync(
            work,
            "id IN (SELECT commitment FROM fnd_attempt WHERE batch = @batch)",
            PaymentStage.Batched,
            scope.Today,
            cancel,
            "batch = @batch, reason = NULL, attempts = attempts + 1, current_attempt = (SELECT a.id FROM fnd_attempt a WHERE a.commitment = fnd_commitment.id AND a.batch = @batch)",
            ("batch", ColumnType.Integer, id)).ConfigureAwait(false);
    }

    private Attempt Make(long number, long batch, int ordinal, int part, Commitment c)
    {
        var payee = c.Payee!;
        var remittance = PaymentNames.ShownPeriod(c.Decision.Period) is { } period ? c.Decision.PolicyTitle.Zh + " " + period : c.Decision.PolicyTitle.Zh;
        return new Attempt(number, names.EndToEnd(batch, ordinal), batch, part, c.Id, c.Entitlement, c.Line, c.Amount, payee.Name, payee.AccountNumber, payee.BankName, payee.BankCode, remittance);
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
