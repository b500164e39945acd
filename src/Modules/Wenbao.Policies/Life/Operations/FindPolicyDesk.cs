using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>What policy officers have on their desk (政策工作台): drafts being written, what waits for approval, what waits for its day.</summary>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record FindPolicyDesk : IQuery<PolicyDesk>;

/// <summary>The desk.</summary>
/// <param name="Drafts">Every draft that is not published or given up, the latest first.</param>
/// <param name="Changes">Every change that waits for approval or for its day, the latest first.</param>
/// <param name="Tests">How the examples of a draft came out when they were run last, by the draft's number.</param>
/// <param name="Recent">What came into force lately, the latest first; the pack's own versions are not told.</param>
public sealed record PolicyDesk(
    IReadOnlyList<DraftItem> Drafts, IReadOnlyList<PolicyChangeItem> Changes, IReadOnlyDictionary<long, DraftTestRun> Tests, IReadOnlyList<RecentVersion> Recent)
{
    /// <summary>The most versions told of.</summary>
    public const int RecentMax = 8;
}

/// <summary>A run of a draft's examples.</summary>
/// <param name="Passed">Examples that came out as expected.</param>
/// <param name="Total">Examples run.</param>
/// <param name="At">When.</param>
public sealed record DraftTestRun(int Passed, int Total, DateTimeOffset At);

/// <summary>A version that came into force.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Version">The version's name.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="On">Its first day.</param>
/// <param name="Author">Who submitted it.</param>
/// <param name="Approver">Who approved it.</param>
public sealed record RecentVersion(string Policy, string Version, VersionOrigin Origin, DateOnly On, string? Author, string? Approver);

internal sealed class FindPolicyDeskHandler(Database database) : IQueryHandler<FindPolicyDesk, PolicyDesk>
{
    public async Task<Result<PolicyDesk>> HandleAsync(FindPolicyDesk query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var drafts = await db.Drafts.Where(d => d.State != DraftState.Published && d.State != DraftState.Discarded)
                .OrderByDescending(d => d.Id).Take(FindDrafts.DraftsMax).ToListAsync(cancel).ConfigureAwait(false);
            var changes = await db.Changes.Where(c => c.State == PolicyChangeState.Waiting || c.State == PolicyChangeState.Scheduled)
                .OrderByDescending(c => c.Id).Take(FindDrafts.DraftsMax).ToListAsync(cancel).ConfigureAwait(false);
            var recent = await db.Versions.Where(v => v.Origin != VersionOrigin.Pack).OrderByDescending(v => v.Id).Take(PolicyDesk.RecentMax)
                .Select(v => new RecentVersion(v.Policy, v.Version, v.Origin, v.InForceOn, v.Author, v.Approver)).ToListAsync(cancel).ConfigureAwait(false);
            return new PolicyDesk(
                drafts.ConvertAll(DraftItem.Of), changes.ConvertAll(PolicyChangeItem.Of), await TestsAsync(db, drafts.ConvertAll(d => d.Id), cancel).ConfigureAwait(false), recent);
        }
    }

    /// <summary>The last run of each draft's examples, as the history tells it.</summary>
    private static async Task<IReadOnlyDictionary<long, DraftTestRun>> TestsAsync(PolicyLifeDb db, IReadOnlyList<long> drafts, CancellationToken cancel)
    {
        var last = db.Events.Where(e => e.Kind == LifeEventKind.Tested && e.DraftId != null && drafts.Contains(e.DraftId.Value)).GroupBy(e => e.DraftId).Select(g => g.Max(e => e.Id));
        var runs = await db.Events.Where(e => last.Contains(e.Id)).ToListAsync(cancel).ConfigureAwait(false);
        return runs.Select(r => (Draft: r.DraftId!.Value, Run: Of(r))).Where(r => r.Run is not null).ToDictionary(r => r.Draft, r => r.Run!);
    }

    private static DraftTestRun? Of(LifeEventRow row) =>
        row.Note.Split('/') is [var passed, var total] && int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var p) && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            ? new DraftTestRun(p, t, row.At) : null;
}
