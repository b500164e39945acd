using System.Data.Common;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>How claims fared, policy by policy (办理情况): how many came in, were granted, refused, are held or wait, how long it took to decide and to pay.</summary>
/// <param name="Within">The business days of the claims that count; null for all.</param>
/// <param name="Policies">Of these policies only; null for all that were claimed.</param>
/// <remarks>Source: mechanisms S05 (submitted, approved, rejected, returned; median and longest days; amount approved) and S06 (recipients, days to payment).</remarks>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetClaimFigures(Period? Within = null, IReadOnlyList<string>? Policies = null) : IQuery<IReadOnlyList<ClaimFigures>>;

/// <summary>How the claims under one policy fared.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Title">Its title; the id where the pack has it no more.</param>
/// <param name="Submitted">Claims accepted.</param>
/// <param name="ToDecide">Of them still to be decided, held ones left out.</param>
/// <param name="Returned">Of them held, or sent back for a datum that is missing (退回补正).</param>
/// <param name="Waiting">Of them decided and waiting for money.</param>
/// <param name="Granted">Of them granted, and not taken back since.</param>
/// <param name="Refused">Of them refused.</param>
/// <param name="Ended">Of them lapsed, taken back or recovered.</param>
/// <param name="Recipients">Different subjects of what was granted.</param>
/// <param name="Approved">The amount granted.</param>
/// <param name="Settled">The amount proven to be paid, or booked.</param>
/// <param name="MedianDays">The median of the calendar days from claim to decision; null while none is decided.</param>
/// <param name="LongestDays">The most calendar days from claim to decision, those still open counted up to today; null without claims.</param>
/// <param name="DaysToSettle">The mean of the calendar days from claim to payment or booking, to one decimal; null while nothing is settled.</param>
public sealed record ClaimFigures(
    string Policy, LocalizedText Title, long Submitted, long ToDecide, long Returned, long Waiting, long Granted, long Refused, long Ended, long Recipients, Money Approved, Money Settled,
    decimal? MedianDays, int? LongestDays, decimal? DaysToSettle);

internal sealed class GetClaimFiguresHandler(Database database, PolicyLibrary library) : IQueryHandler<GetClaimFigures, IReadOnlyList<ClaimFigures>>
{
    public async Task<Result<IReadOnlyList<ClaimFigures>>> HandleAsync(GetClaimFigures query, OperationScope scope, CancellationToken cancel)
    {
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = Select(connection, query, scope);
            await using (select.ConfigureAwait(false))
            {
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var policy = row.GetString(0);
                        if (!tallies.TryGetValue(policy, out var tally))
                        {
                            tallies[policy] = tally = new Tally(scope.Today);
                        }

                        tally.Add(row, database.Dialect);
                    }
                }
            }
        }

        return Result<IReadOnlyList<ClaimFigures>>.Of(
            [.. tallies.Select(t => (Policy: t.Key, Tally: t.Value, Found: library.Find(t.Key))).OrderBy(t => t.Found.IsSuccess ? t.Found.Value.Number : int.MaxValue).ThenBy(t => t.Policy, StringComparer.Ordinal)
                .Select(t => t.Tally.Figures(t.Policy, t.Found.IsSuccess ? t.Found.Value.Title : new LocalizedText(t.Policy, t.Policy)))]);
    }

    private DbCommand Select(DbConnection connection, GetClaimFigures query, OperationScope scope)
    {
        var dialect = database.Dialect;
        var select = connection.CreateCommand();
        var where = "receipt IS NOT NULL"
            + (query.Policies is null ? "" : $" AND {dialect.IsAmong("policy", "policies")}")
            + (query.Within is null ? "" : " AND claimed_on BETWEEN @first AND @last")
            + (scope.Departments is null || scope.Has(Duty.Owner) ? "" : $" AND {dialect.IsAmong("department", "departments")}");
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        select.CommandText = $"SELECT policy, state, is_held, amount_fen, subject_type, subject_id, claimed_on, granted_on, ended_on, reason_en, settlement FROM pol_entitlement WHERE {where} ORDER BY policy";
#pragma warning restore CA2100
        if (query.Policies is { } policies)
        {
            select.WithTexts(dialect, "policies", policies);
        }

        if (query.Within is { } within)
        {
            select.With(dialect, "first", ColumnType.Date, within.From).With(dialect, "last", ColumnType.Date, within.To);
        }

        return scope.Departments is { } departments && !scope.Has(Duty.Owner) ? select.WithTexts(dialect, "departments", departments) : select;
    }

    /// <summary>Counts the claims of one policy; days are counted by their number, so that memory does not grow with the claims.</summary>
    private sealed class Tally(DateOnly today)
    {
        private readonly SortedDictionary<int, long> days = [];
        private readonly HashSet<(string, long)> recipients = [];
        private long submitted, toDecide, returned, waiting, granted, refused, ended, decided, settled, daysToSettle, approvedFen, settledFen;
        private int? longest;

        public void Add(DbDataReader row, SqlDialect dialect)
        {
            var (state, isHeld, fen) = (Enum.Parse<EntitlementState>(row.GetString(1)), (bool)dialect.FromStorage(ColumnType.Boolean, row.GetValue(2))!, row.GetInt64(3));
            var (claimed, grantedOn, endedOn) = (Day(row, 6, dialect)!.Value, Day(row, 7, dialect), Day(row, 8, dialect));
            submitted++;
            var decidedOn = grantedOn ?? (state == EntitlementState.Refused ? endedOn : state == EntitlementState.Waiting ? claimed : null);
            Count(claimed, decidedOn, isOpen: state == EntitlementState.Claimed);
            switch (state)
            {
                case EntitlementState.Claimed when isHeld || (!row.IsDBNull(9) && row.GetString(9) == EntitlementReasons.DatumMissing.En):
                    returned++;
                    break;
                case EntitlementState.Claimed:
                    toDecide++;
                    break;
                case EntitlementState.Waiting:
                    waiting++;
                    break;
                case EntitlementState.Granted or EntitlementState.Settled:
                    granted++;
                    approvedFen += fen;
                    recipients.Add((row.GetString(4), row.GetInt64(5)));
                    break;
                case EntitlementState.Refused:
                    refused++;
                    break;
                default:
                    ended++;
                    break;
            }

            if (state == EntitlementState.Settled && endedOn is { } on)
            {
                settled++;
                settledFen += row.GetString(10) is "none" or "loan" ? 0 : fen;
                daysToSettle += on.DayNumber - claimed.DayNumber;
            }
        }

        public ClaimFigures Figures(string policy, LocalizedText title) => new(
            policy, title, submitted, toDecide, returned, waiting, granted, refused, ended, recipients.Count, new Money(approvedFen), new Money(settledFen),
            Median(), longest, settled == 0 ? null : decimal.Round((decimal)daysToSettle / settled, 1, MidpointRounding.AwayFromZero));

        private void Count(DateOnly claimed, DateOnly? decidedOn, bool isOpen)
        {
            if (decidedOn is not null || isOpen)
            {
                longest = Math.Max(longest ?? 0, (decidedOn ?? today).DayNumber - claimed.DayNumber);
            }

            if (decidedOn is { } on)
            {
                decided++;
                var took = Math.Max(0, on.DayNumber - claimed.DayNumber);
                days[took] = days.GetValueOrDefault(took) + 1;
            }
        }

        /// <summary>The middle one, or the mean of the two in the middle.</summary>
        private decimal? Median() => decided == 0 ? null : (At((decided - 1) / 2) + At(decided / 2)) / 2m;

        private int At(long place)
        {
            foreach (var (took, count) in days)
            {
                if (place < count)
                {
                    return took;
                }

                place -= count;
            }

            throw new System.Diagnostics.UnreachableException();
        }

        private static DateOnly? Day(DbDataReader row, int column, SqlDialect dialect) => row.IsDBNull(column) ? null : (DateOnly)dialect.FromStorage(ColumnType.Date, row.GetValue(column))!;
    }
}
