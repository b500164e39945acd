using Wenbao.Feel;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Decides claims afresh from the registry's current data, with what was really granted, the ledger's balances and the events already used up (申领判定). One claim and ten thousand go the same way.</summary>
/// <param name="reader">Reads subjects.</param>
/// <param name="balances">Tells balances.</param>
/// <param name="parties">Looks up parties.</param>
/// <param name="standings">How the policies stand.</param>
internal sealed class ClaimDecider(SubjectReader reader, FundBalances balances, Parties parties, PolicyStandings standings)
{
    /// <summary>Subjects read and decided at a time.</summary>
    public const int SubjectsAtOnce = 2048;

    /// <summary>What the lines of some policies have free, from which place on claims wait on them, and what is kept for claims under review.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="store">The entitlements.</param>
    /// <param name="today">The business day.</param>
    /// <param name="span">The places of the claims that are decided; null when none is granted.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<GrantMoney> MoneyAsync(IEnumerable<Policy> policies, EntitlementStore store, DateOnly today, AcceptedSpan? span, CancellationToken cancel)
    {
        var lines = policies.SelectMany(p => p.Funding).Select(f => f.Line).ToHashSet(StringComparer.Ordinal);
        var free = lines.Count == 0 ? new Dictionary<string, Money?>() : await balances.FreeAsync(store.Work, lines, cancel).ConfigureAwait(false);
        var suspended = standings.Suspended(today);
        var reserved = span is { } places
            ? await ReservedMoney.ReadAsync(store.Query, [.. free.Where(f => f.Value is not null).Select(f => f.Key)], places, suspended, cancel).ConfigureAwait(false)
            : [];
        return new GrantMoney(free, await store.FirstWaitingAsync(suspended, cancel).ConfigureAwait(false), reserved);
    }

    /// <summary>Decides what is asked for some subjects, at most <see cref="SubjectsAtOnce"/> of them.</summary>
    /// <param name="batch">What is asked.</param>
    /// <param name="targets">The targets, all of the audience's type.</param>
    /// <param name="cancel">Stops the deciding.</param>
    /// <returns>A case for each that there is, in the order in which they are granted: evaluation date, catalogue number, subject; for existing entitlements in the order of the targets. A target without any case has one without a decision.</returns>
    public async Task<IReadOnlyList<CaseToDecide>> DecideAsync(ClaimBatch batch, IReadOnlyList<ClaimTarget> targets, CancellationToken cancel)
    {
        var ids = targets.Select(t => t.SubjectId).Distinct().ToList();
        var rows = new Dictionary<long, SubjectRow>(ids.Count);
        await foreach (var part in reader.StreamAsync(batch.Audience.Type, batch.Audience.QueryOf(ids, batch.AsOf), cancel).ConfigureAwait(false))
        {
            foreach (var row in part.Rows)
            {
                rows[row.Id] = row;
            }
        }

        var decisionsOf = batch.Audience.Plans.Where(p => p.IsStepRead || p.InputsRead.Count > 0).Select(p => p.Policy.Id).ToHashSet(StringComparer.Ordinal);
        var grants = await batch.Grants.ReadAsync(batch.Audience.Type.Id, ids, decisionsOf, cancel).ConfigureAwait(false);
        await new LinkedGrants(batch, reader).AddAsync([.. targets.Select(t => t.Policy).Distinct(StringComparer.Ordinal)], rows, grants, cancel).ConfigureAwait(false);
        var taken = await TakenAsync(batch, targets, rows, cancel).ConfigureAwait(false);
        var outstanding = await OutstandingAsync(batch, targets, rows, cancel).ConfigureAwait(false);
        var run = new ClaimRun(batch, rows, grants, taken, outstanding, parties.Find);
        return run.Decide(targets, cancel);
    }

    private static async Task<Dictionary<(string Group, string Identity), long>> TakenAsync(
        ClaimBatch batch, IReadOnlyList<ClaimTarget> targets, Dictionary<long, SubjectRow> rows, CancellationToken cancel)
    {
        var wanted = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            if (batch.Audience.PlanOf(target.Policy)?.Events is { } events && rows.TryGetValue(target.SubjectId, out var row))
            {
                if (!wanted.TryGetValue(events.Group, out var identities))
                {
                    wanted[events.Group] = identities = new HashSet<string>(StringComparer.Ordinal);
                }

                identities.UnionWith(events.Candidates(row, batch.AsOf));
                if (target.Existing is { } existing && batch.Audience.TermStartOf(existing.DecidedFor) != batch.Audience.TermStartOf(batch.AsOf))
                {
                    // It is decided for its own day, on which an event of the term was another.
                    identities.UnionWith(events.Candidates(row, existing.DecidedFor));
                }
            }
        }

        return await batch.Store.TakenAsync(wanted, cancel).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, ISet<string>>> OutstandingAsync(
        ClaimBatch batch, IReadOnlyList<ClaimTarget> targets, Dictionary<long, SubjectRow> rows, CancellationToken cancel)
    {
        var outstanding = new Dictionary<string, ISet<string>>(StringComparer.Ordinal);
        var policies = targets.Select(t => t.Policy).ToHashSet(StringComparer.Ordinal);
        var asked = batch.Audience.Plans.Where(p => policies.Contains(p.Policy.Id)).SelectMany(p => p.FundsAsked).Where(f => f.AsksOutstanding).Select(f => f.Line).Distinct();
        foreach (var line in asked)
        {
            outstanding[line] = new HashSet<string>(await balances.OutstandingAsync(batch.Store.Work, line, batch.Audience.Type.Id, [.. rows.Values.Select(r => r.PublicId)], cancel).ConfigureAwait(false), StringComparer.Ordinal);
        }

        return outstanding;
    }
}

/// <summary>What one deciding of claims works with.</summary>
/// <param name="Audience">The policies.</param>
/// <param name="AsOf">The business day.</param>
/// <param name="Wish">What happens with eligible cases.</param>
/// <param name="Money">What the lines have free; carried on from batch to batch.</param>
/// <param name="Store">The entitlements.</param>
/// <param name="Grants">What was granted.</param>
internal sealed record ClaimBatch(ClaimAudience Audience, DateOnly AsOf, ClaimWish Wish, GrantMoney Money, EntitlementStore Store, GrantReader Grants);
