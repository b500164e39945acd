using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Policies.Entitlements;

/// <summary>Writes notices into inboxes, any number with one statement, as each recipient wants to be told.</summary>
internal sealed class NoticeWriter(IUnitOfWork work, DateTimeOffset at, DateOnly today)
{
    /// <summary>Tells the subjects of some entitlements.</summary>
    public async Task TellAsync(NoticeKind kind, IReadOnlyCollection<long> entitlements, CancellationToken cancel)
    {
        foreach (var some in entitlements.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await RunAsync(ToSubjects(kind, $"FROM pol_entitlement e LEFT JOIN pol_notice_preference p ON p.recipient = e.subject WHERE {work.Dialect.IsAmong("e.id", "ids")}"), some, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the officers of a duty about some entitlements; one notice each.</summary>
    public async Task TellOfficersAsync(NoticeKind kind, Platform.Operations.Duty duty, IReadOnlyCollection<long> entitlements, CancellationToken cancel)
    {
        var sql = "INSERT INTO pol_notice (recipient, subject_type, kind, entitlement_id, policies, reason_zh, reason_en, created_at, shown_from) "
            + $"SELECT '{duty}', '', '{kind}', e.id, e.policy, e.reason_zh, e.reason_en, @at, @today FROM pol_entitlement e WHERE {work.Dialect.IsAmong("e.id", "ids")} "
            + $"AND NOT EXISTS (SELECT 1 FROM pol_notice n WHERE n.recipient = '{duty}' AND n.kind = '{kind}' AND n.entitlement_id = e.id AND n.read_at IS NULL)";
        foreach (var some in entitlements.Chunk(EntitlementStore.NumbersAtOnce))
        {
            await RunAsync(sql, some, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Tells subjects about policies, where no entitlement stands for it; not again what they were told already, read or not: otherwise a daily run would repeat itself.</summary>
    /// <param name="kind">What is told.</param>
    /// <param name="subjectType">The subjects' type.</param>
    /// <param name="subjects">Public ids with the policies concerned, separated by commas.</param>
    /// <param name="cancel">Stops between rows.</param>
    public Task TellAboutAsync(NoticeKind kind, string subjectType, IEnumerable<(string Subject, string Policies)> subjects, CancellationToken cancel)
    {
        var sql = "INSERT INTO pol_notice (recipient, subject_type, kind, policies, created_at, shown_from) "
            + $"SELECT s.id, @type, '{kind}', @policies, @at, {ShownFrom(kind)} FROM (SELECT CAST(@subject AS TEXT) AS id) s LEFT JOIN pol_notice_preference p ON p.recipient = s.id "
            + $"WHERE {IsWanted(kind)} AND NOT EXISTS (SELECT 1 FROM pol_notice n WHERE n.recipient = s.id AND n.kind = '{kind}' AND n.policies = @policies)";
        Column[] columns =
        [
            new("type", ColumnType.Text), new("policies", ColumnType.Text), new("subject", ColumnType.Text), new("at", ColumnType.Instant), new("today", ColumnType.Date),
            new("tomorrow", ColumnType.Date), new("monday", ColumnType.Date),
        ];
        return work.RunForEachAsync(sql, columns, subjects.Select(s => new object?[] { subjectType, s.Policies, s.Subject, at, today, today.AddDays(1), Monday }), cancel);
    }

    private DateOnly Monday => today.AddDays((((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7) + 1);

    private static string ToSubjects(NoticeKind kind, string from) =>
        "INSERT INTO pol_notice (recipient, subject_type, kind, entitlement_id, policies, reason_zh, reason_en, created_at, shown_from) "
        + $"SELECT e.subject, e.subject_type, '{kind}', e.id, e.policy, e.reason_zh, e.reason_en, @at, {ShownFrom(kind)} {from} AND {IsWanted(kind)}";

    private static string IsWanted(NoticeKind kind) => kind.IsLegallyNeeded()
        ? "1 = 1"
        : string.Create(CultureInfo.InvariantCulture, $"(p.stopped IS NULL OR (',' || p.stopped || ',') NOT LIKE '%,{kind},%')");

    private static string ShownFrom(NoticeKind kind) =>
        kind.IsLegallyNeeded() ? "@today" : "CASE p.digest WHEN 'Daily' THEN @tomorrow WHEN 'Weekly' THEN @monday ELSE @today END";

    private async Task RunAsync(string sql, long[] entitlements, CancellationToken cancel)
    {
        var insert = work.Command(sql).With(work.Dialect, "at", ColumnType.Instant, at).WithNumbers(work.Dialect, "ids", entitlements).With(work.Dialect, "today", ColumnType.Date, today);
        if (sql.Contains("@tomorrow", StringComparison.Ordinal))
        {
            insert.With(work.Dialect, "tomorrow", ColumnType.Date, today.AddDays(1)).With(work.Dialect, "monday", ColumnType.Date, Monday);
        }

        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
