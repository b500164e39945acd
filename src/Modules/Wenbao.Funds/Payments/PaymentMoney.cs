using System.Data.Common;
using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>The money of a commitment and nothing else of it, where many are moved.</summary>
internal sealed record PaymentMoney(long Commitment, long Entitlement, string Line, Money Amount, LevelAmounts Parts, PaymentStage Stage, long? CurrentAttempt)
{
    private const int FewMax = 500;
    private const string Columns = "c.id, c.entitlement, c.line, c.amount_fen, c.national_fen, c.province_fen, c.city_fen, c.district_fen, c.unshared_fen, c.stage, c.current_attempt";

    /// <summary>Entries that move the whole amount, one a level.</summary>
    public IEnumerable<EntryDraft> Entries(FundStage debit, FundStage credit) => Parts.Entries(Line, Entitlement, debit, credit);

    /// <summary>Money held for this unit of work.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="where">The rest of the statement, from <c>WHERE</c> on; <c>c</c> is the commitment.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <param name="parameters">Values for named parameters.</param>
    public static async Task<List<PaymentMoney>> SelectAsync(IUnitOfWork work, string where, CancellationToken cancel, params (string Name, ColumnType Type, object? Value)[] parameters)
    {
        var select = work.Command($"SELECT {Columns} FROM fnd_commitment c {where}{work.Lock("c")}");
        await using (select.ConfigureAwait(false))
        {
            foreach (var (name, type, value) in parameters)
            {
                select.With(work.Dialect, name, type, value);
            }

            var found = new List<PaymentMoney>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, work.Dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(Read(reader));
                }
            }

            return found;
        }
    }

    /// <summary>Payments that were handed over, with their money, held for this unit of work.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="condition">Which, over <c>a</c>, the attempt.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<List<SentPayment>> SelectSentAsync(IUnitOfWork work, string condition, CancellationToken cancel)
    {
        var select = work.Command(
            $"""
            SELECT a.id, a.part, a.state, {Columns} FROM fnd_attempt a JOIN fnd_commitment c ON c.id = a.commitment
            WHERE {condition} AND a.state NOT IN ('{nameof(AttemptState.Planned)}', '{nameof(AttemptState.Dropped)}') ORDER BY a.id{work.Lock("c")}
            """);
        await using (select.ConfigureAwait(false))
        {
            var found = new List<SentPayment>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, work.Dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(new SentPayment(reader.Long(), reader.Long(), reader.Enum<AttemptState>(), Read(reader)));
                }
            }

            return found;
        }
    }

    /// <summary>Payments of some numbers that were handed over.</summary>
    public static async Task<Dictionary<long, SentPayment>> SelectSentAsync(IUnitOfWork work, IEnumerable<long> attempts, CancellationToken cancel)
    {
        var wanted = attempts.ToHashSet();
        var found = new Dictionary<long, SentPayment>(wanted.Count);

        // Many are read batch by batch, as they lie; a few one by one.
        var conditions = wanted.Count > FewMax
            ? wanted.Select(AttemptNumber.BatchOf).Distinct().Select(batch => AttemptNumber.Among(batch, "a.id"))
            : wanted.Count == 0 ? [] : [$"a.id IN ({CommitmentStore.List(wanted)})"];
        foreach (var condition in conditions.ToList())
        {
            foreach (var payment in (await SelectSentAsync(work, condition, cancel).ConfigureAwait(false)).Where(p => wanted.Contains(p.Attempt)))
            {
                found[payment.Attempt] = payment;
            }
        }

        return found;
    }

    private static PaymentMoney Read(RowReader row) => new(
        row.Long(), row.Long(), row.Text(), row.Money(), new LevelAmounts(row.Long(), row.Long(), row.Long(), row.Long(), row.Long()), row.Enum<PaymentStage>(), row.LongOrNull());
}

/// <summary>A payment that was handed over to the bank.</summary>
/// <param name="Attempt">Its number.</param>
/// <param name="Part">The part of its batch.</param>
/// <param name="State">What the bank's facts came to so far.</param>
/// <param name="Money">The money behind it.</param>
internal sealed record SentPayment(long Attempt, long Part, AttemptState State, PaymentMoney Money)
{
    public long Batch => AttemptNumber.BatchOf(Attempt);

    public long Entitlement => Money.Entitlement;

    public Money Amount => Money.Amount;
}
