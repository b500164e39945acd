using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Entitlements;

/// <summary>Reads and writes entitlements within one unit of work, one or ten thousand alike. Whoever changes entitlements locks the acceptance first, so that all changes stand in one order.</summary>
internal sealed class EntitlementStore(IUnitOfWork work)
{
    /// <summary>The numbers sent with one statement.</summary>
    public const int NumbersAtOnce = 2048;

    private static readonly Column[] EntitlementColumns =
    [
        new("id", ColumnType.Integer), new("policy", ColumnType.Text), new("period_kind", ColumnType.Text), new("settlement", ColumnType.Text), new("mode", ColumnType.Text),
        new("department", ColumnType.Text), new("subject_type", ColumnType.Text), new("subject_id", ColumnType.Integer), new("subject", ColumnType.Text),
        new("case_key", ColumnType.Text), .. ChangingColumns,
    ];

    private static readonly Column[] EventColumns =
    [
        new("entitlement_id", ColumnType.Integer), new("version", ColumnType.Integer), new("deed", ColumnType.Text), new("at", ColumnType.Instant), new("on", ColumnType.Date),
        new("actor", ColumnType.Text), new("state", ColumnType.Text), new("amount_fen", ColumnType.Integer), new("reason_zh", ColumnType.Text), new("reason_en", ColumnType.Text),
    ];

    private static readonly Column[] DecisionColumns =
    [
        new("entitlement_id", ColumnType.Integer), new("version", ColumnType.Integer), new("policy", ColumnType.Text), new("policy_version", ColumnType.Text),
        new("decided_on", ColumnType.Date), new("decided_by", ColumnType.Text), new("outcome", ColumnType.Text), new("amount_fen", ColumnType.Integer), new("content", ColumnType.Binary),
    ];

    private static readonly Column[] ConsumptionColumns =
        [new("event_group", ColumnType.Text), new("identity", ColumnType.Text), new("entitlement_id", ColumnType.Integer)];

    private static Column[] ChangingColumns =>
    [
        new("decided_for", ColumnType.Date), new("state", ColumnType.Text), new("is_held", ColumnType.Boolean), new("amount_fen", ColumnType.Integer), new("line", ColumnType.Text),
        new("policy_version", ColumnType.Text), new("decision_version", ColumnType.Integer), new("version", ColumnType.Integer), new("receipt", ColumnType.Text),
        new("accepted_at", ColumnType.Instant), new("accepted_number", ColumnType.Integer), new("claimed_by", ColumnType.Text), new("claimed_on", ColumnType.Date),
        new("granted_on", ColumnType.Date), new("ended_on", ColumnType.Date), new("claimable_until", ColumnType.Date), new("reason_zh", ColumnType.Text), new("reason_en", ColumnType.Text),
    ];

    /// <summary>Puts this unit of work behind every other that changes entitlements, and tells the next numbers.</summary>
    public async Task<AcceptanceOrder> LockAsync(CancellationToken cancel)
    {
        // SQLite has one writer anyway; on PostgreSQL the row's lock lasts until the commit.
        var wait = work.Database.Kind == DatabaseKind.PostgreSql ? " FOR UPDATE" : "";
        var select = work.Command("SELECT next_entitlement, next_acceptance, last_accepted_at FROM pol_acceptance WHERE id = 1" + wait);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancel).ConfigureAwait(false);
                return new AcceptanceOrder(row.GetInt64(0), row.GetInt64(1), (DateTimeOffset)work.Dialect.FromStorage(ColumnType.Instant, row.GetValue(2))!);
            }
        }
    }

    /// <summary>Entitlements by their numbers, in order of the numbers.</summary>
    public async Task<List<Entitlement>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        var found = new List<Entitlement>(ids.Count);
        foreach (var some in ids.Order().Chunk(NumbersAtOnce))
        {
            found.AddRange(await Context.Entitlements.AsNoTracking().Where(e => some.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancel).ConfigureAwait(false));
        }

        return found;
    }

    /// <summary>Entitlements by a condition, untracked.</summary>
    public IQueryable<Entitlement> Query => Context.Entitlements.AsNoTracking();

    /// <summary>The number of acceptance of the first claim that waits on each line; held ones and those of suspended policies are passed.</summary>
    public Task<Dictionary<string, long>> FirstWaitingAsync(IReadOnlyList<string> suspended, CancellationToken cancel) =>
        Waiting(suspended).GroupBy(e => e.Line!).Select(g => new { Line = g.Key, First = g.Min(e => e.AcceptedNumber!.Value) })
            .ToDictionaryAsync(g => g.Line, g => g.First, StringComparer.Ordinal, cancel);

    /// <summary>The claims that wait for money and may have their turn: neither held nor of a suspended policy.</summary>
    public IQueryable<Entitlement> Waiting(IReadOnlyList<string> suspended)
    {
        var waiting = Query.Where(e => e.State == EntitlementState.Waiting && !e.IsHeld && e.Line != null);
        return suspended.Count == 0 ? waiting : waiting.Where(e => !suspended.Contains(e.Policy));
    }

    /// <summary>Whether somebody waits for the money of a line.</summary>
    public Task<bool> IsWaitedForAsync(string line, CancellationToken cancel) => Query.AnyAsync(e => e.Line == line && e.State == EntitlementState.Waiting, cancel);

    /// <summary>The last decisions of some entitlements; one that was never decided has none.</summary>
    public async Task<Dictionary<long, StoredDecision>> DecisionsAsync(IEnumerable<Entitlement> entitlements, CancellationToken cancel)
    {
        var found = new Dictionary<long, StoredDecision>();
        foreach (var some in entitlements.Where(e => e.DecisionVersion is not null).Chunk(NumbersAtOnce))
        {
            var versions = some.ToDictionary(e => e.Id, e => e.DecisionVersion!.Value);
            var ids = versions.Keys.ToList();
            foreach (var decision in await Context.Decisions.AsNoTracking().Where(d => ids.Contains(d.EntitlementId)).ToListAsync(cancel).ConfigureAwait(false))
            {
                if (versions[decision.EntitlementId] == decision.Version)
                {
                    found[decision.EntitlementId] = decision;
                }
            }
        }

        return found;
    }

    /// <summary>Which of some events are used up, and by which entitlement.</summary>
    public async Task<Dictionary<(string Group, string Identity), long>> TakenAsync(IReadOnlyDictionary<string, HashSet<string>> identities, CancellationToken cancel)
    {
        var taken = new Dictionary<(string, string), long>();
        foreach (var (group, wanted) in identities)
        {
            foreach (var some in wanted.Chunk(NumbersAtOnce))
            {
                var select = work.Command($"SELECT identity, entitlement_id FROM pol_consumption WHERE event_group = @group AND {work.Dialect.IsAmong("identity", "wanted")}")
                    .With(work.Dialect, "group", ColumnType.Text, group).WithTexts(work.Dialect, "wanted", some);
                await using (select.ConfigureAwait(false))
                {
                    var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                    await using (row.ConfigureAwait(false))
                    {
                        while (await row.ReadAsync(cancel).ConfigureAwait(false))
                        {
                            taken[(group, row.GetString(0))] = row.GetInt64(1);
                        }
                    }
                }
            }
        }

        return taken;
    }

    /// <summary>Writes new and changed entitlements with what happened to them, the decisions behind it, and the events they use up or set free.</summary>
    /// <param name="changed">The entitlements.</param>
    /// <param name="decisions">New decisions.</param>
    /// <param name="consumed">Events now used up.</param>
    /// <param name="order">The numbers used so far; null when none was given.</param>
    /// <param name="cancel">Stops the writing.</param>
    public async Task SaveAsync(IReadOnlyList<Entitlement> changed, IReadOnlyList<StoredDecision> decisions, IReadOnlyList<Consumption> consumed, AcceptanceOrder? order, CancellationToken cancel)
    {
        await work.WriteAsync("pol_entitlement", EntitlementColumns, changed.Where(e => e.IsNew).Select(Values), cancel).ConfigureAwait(false);
        await UpdateAsync([.. changed.Where(e => !e.IsNew && e.NewEvents.Count > 0)], cancel).ConfigureAwait(false);
        await work.WriteAsync("pol_entitlement_event", EventColumns, changed.SelectMany(e => e.NewEvents).Select(Values), cancel).ConfigureAwait(false);
        await work.WriteAsync("pol_decision", DecisionColumns, decisions.Select(Values), cancel).ConfigureAwait(false);
        await FreeAsync([.. changed.Where(e => !e.State.IsLive() && !e.IsNew).Select(e => e.Id)], cancel).ConfigureAwait(false);
        await work.WriteAsync("pol_consumption", ConsumptionColumns, consumed.Select(c => new object?[] { c.EventGroup, c.Identity, c.EntitlementId }), cancel).ConfigureAwait(false);
        if (order is not null)
        {
            var update = work.Command("UPDATE pol_acceptance SET next_entitlement = @entitlement, next_acceptance = @acceptance, last_accepted_at = @at WHERE id = 1")
                .With(work.Dialect, "entitlement", ColumnType.Integer, order.NextEntitlement)
                .With(work.Dialect, "acceptance", ColumnType.Integer, order.NextNumber)
                .With(work.Dialect, "at", ColumnType.Instant, order.LastAt);
            await using (update.ConfigureAwait(false))
            {
                await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Settles the granted ones of some entitlements, set by set: the history first, because it is written from what stands there.</summary>
    /// <returns>Those that were settled.</returns>
    public async Task<IReadOnlyList<long>> SettleAsync(IReadOnlyCollection<long> ids, Moment moment, CancellationToken cancel)
    {
        var settled = new List<long>(ids.Count);
        foreach (var some in ids.Chunk(NumbersAtOnce))
        {
            var granted = await Query.Where(e => some.Contains(e.Id) && e.State == EntitlementState.Granted).Select(e => e.Id).ToListAsync(cancel).ConfigureAwait(false);
            foreach (var sql in (string[])
            [
                "INSERT INTO pol_entitlement_event (entitlement_id, version, deed, at, \"on\", actor, state, amount_fen) "
                    + $"SELECT id, version + 1, 'Settled', @at, @day, @actor, 'Settled', amount_fen FROM pol_entitlement WHERE {work.Dialect.IsAmong("id", "ids")}",
                $"UPDATE pol_entitlement SET state = 'Settled', ended_on = @day, version = version + 1, reason_zh = NULL, reason_en = NULL WHERE {work.Dialect.IsAmong("id", "ids")}",
            ])
            {
                var step = work.Command(sql).WithNumbers(work.Dialect, "ids", granted).With(work.Dialect, "day", ColumnType.Date, moment.On);
                if (sql.Contains("@actor", StringComparison.Ordinal))
                {
                    step.With(work.Dialect, "at", ColumnType.Instant, moment.At).With(work.Dialect, "actor", ColumnType.Text, moment.Actor);
                }

                await using (step.ConfigureAwait(false))
                {
                    await step.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                }
            }

            settled.AddRange(granted);
        }

        return settled;
    }

    /// <summary>Sets the events free that some entitlements used up.</summary>
    public async Task FreeAsync(IReadOnlyCollection<long> entitlements, CancellationToken cancel)
    {
        foreach (var some in entitlements.Chunk(NumbersAtOnce))
        {
            var delete = work.Command($"DELETE FROM pol_consumption WHERE {work.Dialect.IsAmong("entitlement_id", "ids")}").WithNumbers(work.Dialect, "ids", some);
            await using (delete.ConfigureAwait(false))
            {
                await delete.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The unit of work.</summary>
    public IUnitOfWork Work => work;

    private EntitlementsDb Context => work.Context<EntitlementsDb>();

    private async Task UpdateAsync(IReadOnlyList<Entitlement> changed, CancellationToken cancel)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var set = string.Join(", ", ChangingColumns.Select(c => $"{work.Dialect.Quote(c.Name)} = @{c.Name}"));
        Column[] columns = [.. ChangingColumns, new("id", ColumnType.Integer), new("stored_version", ColumnType.Integer)];
        var touched = await work.RunForEachAsync(
            $"UPDATE pol_entitlement SET {set} WHERE id = @id AND version = @stored_version", columns, changed.Select(e => (object?[])[.. Changing(e), e.Id, e.StoredVersion]), cancel).ConfigureAwait(false);
        if (touched != changed.Count)
        {
            throw new DbUpdateConcurrencyException(string.Create(CultureInfo.InvariantCulture, $"{changed.Count} entitlements were to be changed, {touched} were."));
        }
    }

    private static object?[] Values(Entitlement e) =>
        [e.Id, e.Policy, e.PeriodKind, e.Settlement, e.Mode, e.Department, e.SubjectType, e.SubjectId, e.Subject, e.CaseKey, .. Changing(e)];

    private static object?[] Changing(Entitlement e) =>
    [
        e.DecidedFor, Name(e.State), e.IsHeld, e.AmountFen, e.Line, e.PolicyVersion, e.DecisionVersion, e.Version, e.Receipt, e.AcceptedAt, e.AcceptedNumber, e.ClaimedBy, e.ClaimedOn,
        e.GrantedOn, e.EndedOn, e.ClaimableUntil, e.ReasonZh, e.ReasonEn,
    ];

    private static object?[] Values(EntitlementEvent e) =>
        [e.EntitlementId, e.Version, Name(e.Deed), e.At, e.On, e.Actor, Name(e.State), e.AmountFen, e.ReasonZh, e.ReasonEn];

    private static object?[] Values(StoredDecision d) =>
        [d.EntitlementId, d.Version, d.Policy, d.PolicyVersion, d.DecidedOn, d.DecidedBy, Name(d.Outcome), d.AmountFen, d.Content];

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => Enum.GetName(value)!;
}

/// <summary>The numbers that entitlements and receipts get, within one unit of work.</summary>
internal sealed class AcceptanceOrder(long nextEntitlement, long nextNumber, DateTimeOffset lastAt)
{
    /// <summary>The number of the next entitlement.</summary>
    public long NextEntitlement { get; private set; } = nextEntitlement;

    /// <summary>The number of the next acceptance.</summary>
    public long NextNumber { get; private set; } = nextNumber;

    /// <summary>The moment of the last acceptance.</summary>
    public DateTimeOffset LastAt { get; private set; } = lastAt;

    /// <summary>A new entitlement's number.</summary>
    public long Entitlement() => NextEntitlement++;

    /// <summary>The next place in the order of claims.</summary>
    /// <param name="now">The moment; a clock that goes back does not change the order.</param>
    /// <param name="today">The business day, which the receipt shows.</param>
    /// <param name="receipt">The receipt of the same act; null for a new one.</param>
    public Acceptance Accept(DateTimeOffset now, DateOnly today, string? receipt = null)
    {
        LastAt = now > LastAt ? now : LastAt;
        var number = NextNumber++;
        return new Acceptance(LastAt, number, receipt ?? string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd}-{number:000000}"));
    }
}

/// <summary>Writes rows in bulk.</summary>
internal static class RowWriting
{
    /// <summary>Writes rows into a table; nothing is opened for none.</summary>
    public static async Task WriteAsync(this IUnitOfWork work, string table, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        using var next = rows.GetEnumerator();
        if (!next.MoveNext())
        {
            return;
        }

        var writer = await work.BulkAsync(table, columns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            do
            {
                await writer.WriteAsync(next.Current, cancel).ConfigureAwait(false);
            }
            while (next.MoveNext());
            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
