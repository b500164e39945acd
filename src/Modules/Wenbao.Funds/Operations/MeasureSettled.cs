using System.Data.Common;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Figures over what the ledger says was settled within some days (按账计数): read from the entries, entitlement by entitlement, in one pass for all figures.</summary>
/// <remarks>An entitlement counts with what is left of it: paid less returned and recovered, or booked less taken back; at nought it does not count.</remarks>
/// <param name="Within">The days of the vouchers that count.</param>
/// <param name="Measures">The figures wanted.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record MeasureSettled(Period Within, IReadOnlyList<SettledMeasure> Measures) : IQuery<IReadOnlyList<SettledFigures>>;

/// <summary>One figure over settled entitlements.</summary>
/// <param name="Policies">The policies whose entitlements count.</param>
/// <param name="Lines">The fund lines that paid them; empty for all.</param>
/// <param name="WithEntitlements">Whether the entitlements themselves are wanted too, for figures that look closer.</param>
public sealed record SettledMeasure(IReadOnlyList<string> Policies, IReadOnlyList<string> Lines, bool WithEntitlements = false);

/// <summary>What was settled.</summary>
/// <param name="Entitlements">How many entitlements.</param>
/// <param name="Subjects">How many different subjects.</param>
/// <param name="Amount">How much money.</param>
/// <param name="Single">The entitlements in the order of their numbers, when they were wanted; else empty.</param>
public sealed record SettledFigures(long Entitlements, long Subjects, Money Amount, IReadOnlyList<long> Single);

internal sealed class MeasureSettledHandler(Database database) : IQueryHandler<MeasureSettled, IReadOnlyList<SettledFigures>>
{
    private static readonly FundStage[] Adding = [FundStage.Paid, FundStage.Booked];
    private static readonly FundStage[] Subtracting = [FundStage.Returned, FundStage.Recovered, FundStage.Booked];

    public async Task<Result<IReadOnlyList<SettledFigures>>> HandleAsync(MeasureSettled query, OperationScope scope, CancellationToken cancel)
    {
        var tallies = query.Measures.Select(m => new Tally(m)).ToList();
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var settled = await ReadAsync(connection, query.Within, cancel).ConfigureAwait(false);
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = $"SELECT entitlement, policy, line, subject_type, subject FROM fnd_commitment WHERE stage <> '{nameof(PaymentStage.Released)}' ORDER BY entitlement";
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        if (settled.TryGetValue(row.GetInt64(0), out var fen) && fen > 0)
                        {
                            Add(tallies, row, fen);
                        }
                    }
                }
            }
        }

        return tallies.Select(t => t.Result).ToArray();
    }

    private static void Add(List<Tally> tallies, DbDataReader row, long fen)
    {
        var (policy, line) = (row.GetString(1), row.GetString(2));
        foreach (var tally in tallies)
        {
            if (tally.Wants(policy, line))
            {
                tally.Add(row.GetInt64(0), row.GetString(3), row.GetString(4), fen);
            }
        }
    }

    /// <summary>What is settled of each entitlement, in fen.</summary>
    private async Task<Dictionary<long, long>> ReadAsync(DbConnection connection, Period within, CancellationToken cancel)
    {
        var settled = new Dictionary<long, long>();
        await AddAsync(connection, "debit_account", Adding, 1, within, settled, cancel).ConfigureAwait(false);
        await AddAsync(connection, "credit_account", Subtracting, -1, within, settled, cancel).ConfigureAwait(false);
        return settled;
    }

    private async Task AddAsync(DbConnection connection, string side, FundStage[] stages, int sign, Period within, Dictionary<long, long> settled, CancellationToken cancel)
    {
        var select = connection.CreateCommand();
        await using (select.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
            select.CommandText = $"""
                SELECT e.entitlement, e.amount_fen
                FROM fnd_account a JOIN fnd_entry e ON e.{side} = a.id JOIN fnd_voucher v ON v.id = e.voucher_id
                WHERE a.stage IN ({string.Join(", ", stages.Select(s => $"'{s}'"))}) AND e.entitlement IS NOT NULL AND v.day BETWEEN @first AND @last
                """;
#pragma warning restore CA2100
            select.With(database.Dialect, "first", ColumnType.Date, within.From).With(database.Dialect, "last", ColumnType.Date, within.To);
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(settled, row.GetInt64(0), out _);
                    sum += sign * row.GetInt64(1);
                }
            }
        }
    }

    /// <summary>The running total of one figure.</summary>
    private sealed class Tally(SettledMeasure measure)
    {
        private readonly HashSet<string> policies = new(measure.Policies, StringComparer.Ordinal);
        private readonly HashSet<string> lines = new(measure.Lines, StringComparer.Ordinal);
        private readonly HashSet<(string Type, string Subject)> subjects = [];
        private readonly List<long> single = [];
        private long entitlements;
        private long fen;

        public SettledFigures Result => new(entitlements, subjects.Count, new Money(fen), single);

        public bool Wants(string policy, string line) => policies.Contains(policy) && (lines.Count == 0 || lines.Contains(line));

        public void Add(long entitlement, string subjectType, string subject, long amountFen)
        {
            entitlements++;
            fen += amountFen;
            subjects.Add((subjectType, subject));
            if (measure.WithEntitlements)
            {
                single.Add(entitlement);
            }
        }
    }
}
