using System.Data.Common;
using System.Globalization;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>What the ledger says was paid out and booked within some days (兑付合计), group by group and in all: read from the entries in one statement, tallied as they come.</summary>
/// <remarks>
/// Money counts on the day a statement proves that it left, relief on the day it is booked, neither on approval; what came back counts on the day it came.
/// Matters of one department are kept apart by whoever asks, because funds do not know departments. Source: mechanism S06.
/// </remarks>
/// <param name="Within">The days of the vouchers that count, at most ten years.</param>
/// <param name="By">What the groups are.</param>
/// <param name="Policies">Of these policies only; null for all.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetPayoutSums(Period Within, PayoutKey By, IReadOnlyList<string>? Policies = null) : IQuery<PayoutSums>, IValidated
{
    private const int DaysMax = 3_660;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Within.To < Within.From || Within.Days > DaysMax)
        {
            yield return FundsProblems.DaysWrong.With(DaysMax);
        }
    }
}

/// <summary>What groups of payouts are told apart by.</summary>
public enum PayoutKey
{
    /// <summary>The policy, by its id.</summary>
    Policy,

    /// <summary>The level of government whose money it is, by the name of its <see cref="FundLevel"/>.</summary>
    Level,

    /// <summary>The fund line, by its id.</summary>
    Line,

    /// <summary>The month of the voucher, written <c>YYYY-MM</c>.</summary>
    Month,

    /// <summary>The subject, by its public id: as many groups as there are recipients.</summary>
    Subject,
}

/// <summary>What was paid out.</summary>
/// <param name="Groups">By group, in the order of their keys.</param>
/// <param name="Total">In all: money as the groups add up to, each subject and entitlement once.</param>
public sealed record PayoutSums(IReadOnlyList<PayoutGroupSum> Groups, PayoutSum Total);

/// <summary>What was paid out in one group.</summary>
/// <param name="Key">The group; see <see cref="PayoutKey"/>.</param>
/// <param name="SubjectType">The subject's type where groups are subjects; else null.</param>
/// <param name="Sum">What was paid out.</param>
public sealed record PayoutGroupSum(string Key, string? SubjectType, PayoutSum Sum);

/// <summary>Sums over payouts.</summary>
/// <param name="Paid">Proven by statements to have left, gross (已兑付).</param>
/// <param name="Booked">Relief booked, less what was taken back of it (已减免).</param>
/// <param name="Returned">Come back from the bank (退回).</param>
/// <param name="Recovered">Come back from payees who were not entitled (追回).</param>
/// <param name="Entitlements">Entitlements of which something stayed paid or booked.</param>
/// <param name="Recipients">Different subjects of these.</param>
/// <param name="Arrived">Of these, entitlements that were paid and whose day of application is known.</param>
/// <param name="DaysToArrive">Their calendar days from application to the last proven payment, added up.</param>
public sealed record PayoutSum(Money Paid, Money Booked, Money Returned, Money Recovered, long Entitlements, long Recipients, long Arrived, long DaysToArrive)
{
    /// <summary>Nothing.</summary>
    public static PayoutSum None { get; } = new(Money.Zero, Money.Zero, Money.Zero, Money.Zero, 0, 0, 0, 0);

    /// <summary>What stayed paid: paid less returned and recovered; relief is no money and not in it.</summary>
    public Money Net => Paid - Returned - Recovered;

    /// <summary>The mean of the calendar days from application to proven payment, to one decimal; null where nothing was paid.</summary>
    public decimal? MeanDays => Arrived == 0 ? null : decimal.Round((decimal)DaysToArrive / Arrived, 1, MidpointRounding.AwayFromZero);

    /// <summary>Both together; recipients are added, so no subject may be in both.</summary>
    public PayoutSum Plus(PayoutSum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Paid + other.Paid, Booked + other.Booked, Returned + other.Returned, Recovered + other.Recovered, Entitlements + other.Entitlements, Recipients + other.Recipients, Arrived + other.Arrived,
            DaysToArrive + other.DaysToArrive);
    }
}

internal sealed class GetPayoutSumsHandler(Database database) : IQueryHandler<GetPayoutSums, PayoutSums>
{
    private const string Gets = $"'{nameof(FundStage.Paid)}', '{nameof(FundStage.Booked)}'";

    private const string Comes = $"'{nameof(FundStage.Returned)}', '{nameof(FundStage.Recovered)}'";

    /// <summary>
    /// The entries that count, each under the one of its accounts that says what it is: money paid and relief booked by the account that gets, what came back by the one that gives. Relief taken back,
    /// and a return that a later debit undid, count against.
    /// </summary>
    private const string Moved = $"""
        SELECT e.entitlement, d.line, v.day,
            CASE WHEN d.stage IN ({Gets}, {Comes}) THEN d.level ELSE g.level END AS level,
            CASE WHEN d.stage IN ({Gets}, {Comes}) THEN d.stage ELSE g.stage END AS stage,
            CASE WHEN g.stage = '{nameof(FundStage.Booked)}' OR d.stage IN ({Comes}) THEN -e.amount_fen ELSE e.amount_fen END AS fen
        FROM fnd_voucher v JOIN fnd_entry e ON e.voucher_id = v.id JOIN fnd_account d ON d.id = e.debit_account JOIN fnd_account g ON g.id = e.credit_account
        WHERE v.day BETWEEN @first AND @last AND e.entitlement IS NOT NULL
            AND (d.stage IN ({Gets}, {Comes}) OR g.stage = '{nameof(FundStage.Booked)}' OR g.stage IN ({Comes}))
        """;

    public async Task<Result<PayoutSums>> HandleAsync(GetPayoutSums query, OperationScope scope, CancellationToken cancel)
    {
        var tally = new PayoutTally();
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = Select(connection, query);
            await using (select.ConfigureAwait(false))
            {
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    var reader = new RowReader(row, database.Dialect);
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        Add(tally, reader, query.By);
                    }
                }
            }
        }

        return tally.Finish();
    }

    private static void Add(PayoutTally tally, RowReader row, PayoutKey by)
    {
        row.Restart();
        var (type, subject, entitlement, policy, claimedOn) = (row.Text(), row.Text(), row.Long(), row.Text(), row.DayOrNull());
        var key = by switch
        {
            PayoutKey.Policy => policy,
            PayoutKey.Subject => subject,
            PayoutKey.Month => row.Day().ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => row.Text(),
        };
        tally.Add(new(type, subject), entitlement, claimedOn, new(key, by == PayoutKey.Subject ? type : null), new(row.Long(), row.Long(), row.Long(), row.Long(), row.DayOrNull()));
    }

    /// <summary>One row an entitlement and key, those of a subject one after the other, so that each is counted once without being remembered.</summary>
    private DbCommand Select(DbConnection connection, GetPayoutSums query)
    {
        var (dialect, select) = (database.Dialect, connection.CreateCommand());
        var key = query.By switch { PayoutKey.Level => "level", PayoutKey.Line => "line", PayoutKey.Month => "day", _ => null };
        var only = query.Policies is null ? "" : $"WHERE {dialect.IsAmong("c.policy", "policies")}";
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        select.CommandText = $"""
            SELECT c.subject_type, c.subject, c.entitlement, c.policy, c.claimed_on,{(key is null ? "" : $" s.{key},")} s.paid, s.booked, s.returned, s.recovered, s.paid_on
            FROM (
                SELECT entitlement{(key is null ? "" : $", {key}")},
                    {Sum(FundStage.Paid)} AS paid, {Sum(FundStage.Booked)} AS booked, {Sum(FundStage.Returned)} AS returned, {Sum(FundStage.Recovered)} AS recovered,
                    MAX(CASE stage WHEN '{nameof(FundStage.Paid)}' THEN day END) AS paid_on
                FROM ({Moved}) m
                GROUP BY entitlement{(key is null ? "" : $", {key}")}) s
            JOIN fnd_commitment c ON c.entitlement = s.entitlement AND c.round = 0 {only}
            ORDER BY c.subject_type, c.subject, c.entitlement
            """;
#pragma warning restore CA2100
        select.With(dialect, "first", ColumnType.Date, query.Within.From).With(dialect, "last", ColumnType.Date, query.Within.To);
        return query.Policies is { } policies ? select.WithTexts(dialect, "policies", policies) : select;
    }

    private static string Sum(FundStage stage) => $"CAST(SUM(CASE stage WHEN '{stage}' THEN fen ELSE 0 END) AS bigint)";
}
