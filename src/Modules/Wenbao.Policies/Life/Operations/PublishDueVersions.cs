using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Brings into force whatever was approved and whose day has come (到期生效). Sent as a day begins and as a host starts, where something is due.</summary>
[AllowedTo(Duty.PolicyOfficer, Duty.Operator, Duty.System)]
public sealed record PublishDueVersions : IOperation<PublishedVersions>;

/// <summary>What came into force.</summary>
/// <param name="Versions">Versions, in the order they did.</param>
/// <param name="Changed">Policies that were suspended or resumed.</param>
public sealed record PublishedVersions(IReadOnlyList<PublishedVersion> Versions, IReadOnlyList<string> Changed);

/// <summary>A version that came into force.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Version">The version's name.</param>
/// <param name="On">Its first day.</param>
public sealed record PublishedVersion(string Policy, string Version, DateOnly On);

internal sealed class PublishDueVersionsHandler(EngineInForce inForce, PolicyEngines engines, DraftDesk desk) : IOperationHandler<PublishDueVersions, PublishedVersions>
{
    public async Task<Result<PublishedVersions>> HandleAsync(PublishDueVersions operation, OperationSession session, CancellationToken cancel)
    {
        session.Describe($"policies/{session.Scope.Today:yyyy-MM-dd}");
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        if (!await IsAnyDueAsync(db, session.Scope.Today, cancel).ConfigureAwait(false))
        {
            return new PublishedVersions([], []);
        }

        // Whoever comes second waits here for the first, and then finds nothing due.
        engines.Expect(await BumpAsync(session.UnitOfWork, cancel).ConfigureAwait(false));
        return await new DuePublisher(session, db, inForce, engines, desk).PublishAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Counts what is in force one on, and keeps others who would change it waiting until the commit.</summary>
    public static async Task<long> BumpAsync(IUnitOfWork work, CancellationToken cancel)
    {
        var bump = work.Command("INSERT INTO pol_generation (id, number) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET number = pol_generation.number + 1 RETURNING number");
        await using (bump.ConfigureAwait(false))
        {
            return Convert.ToInt64(await bump.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }
    }

    private static async Task<bool> IsAnyDueAsync(PolicyLifeDb db, DateOnly today, CancellationToken cancel) =>
        await db.Drafts.AnyAsync(d => d.State == DraftState.Scheduled && d.InForceOn <= today, cancel).ConfigureAwait(false)
        || await db.Changes.AnyAsync(c => c.State == PolicyChangeState.Scheduled && c.On <= today, cancel).ConfigureAwait(false);
}

/// <summary>Publishes what is due, day by day.</summary>
internal sealed class DuePublisher(OperationSession session, PolicyLifeDb db, EngineInForce inForce, PolicyEngines engines, DraftDesk desk)
{
    private readonly Dictionary<string, DecisionProgram> present = inForce.Library.Programs.ToDictionary(p => p.Policy.Id, StringComparer.Ordinal);
    private readonly List<PublishedVersion> versions = [];
    private readonly List<string> changed = [];

    /// <summary>Publishes everything that is due.</summary>
    public async Task<PublishedVersions> PublishAsync(CancellationToken cancel)
    {
        var today = session.Scope.Today;
        var drafts = await db.Drafts.Where(d => d.State == DraftState.Scheduled && d.InForceOn <= today).ToListAsync(cancel).ConfigureAwait(false);
        var changes = await db.Changes.Where(c => c.State == PolicyChangeState.Scheduled && c.On <= today).ToListAsync(cancel).ConfigureAwait(false);
        var due = drafts.Select(d => (On: d.InForceOn!.Value, At: d.DecidedAt, Draft: (DraftRow?)d, Change: (ChangeRow?)null))
            .Concat(changes.Select(c => (c.On, At: c.DecidedAt, Draft: (DraftRow?)null, Change: (ChangeRow?)c)))
            .OrderBy(d => d.On).ThenBy(d => d.At);
        foreach (var (_, _, draft, change) in due)
        {
            if (draft is not null)
            {
                await PublishAsync(draft, cancel).ConfigureAwait(false);
            }
            else if (change!.Kind is PolicyChangeKind.Suspend or PolicyChangeKind.Resume)
            {
                Switch(change);
            }
            else
            {
                Publish(change);
            }
        }

        return new PublishedVersions(versions, changed);
    }

    private async Task PublishAsync(DraftRow draft, CancellationToken cancel)
    {
        var texts = await db.DraftFiles.AsNoTracking().Where(f => f.DraftId == draft.Id).ToDictionaryAsync(f => f.Name, f => f.Text, StringComparer.Ordinal, cancel).ConfigureAwait(false);
        var folder = desk.FolderOf(texts);
        var reading = desk.Read(draft, folder);
        var previous = present.GetValueOrDefault(draft.Policy)?.Policy.Version;
        if (reading.Program is not { } program || (draft.CopiedFrom is null ? previous != draft.BaseVersion : previous is not null))
        {
            // What it rests on has changed since it was approved: the registry's declaration, or another version. It goes back to be looked at.
            draft.State = DraftState.Editing;
            draft.InForceOn = null;
            DraftDesk.Touch(session, draft, LifeEventKind.Rejected, reading.Problems.Count > 0 ? reading.Problems[0].Code : PolicyLifeProblems.BaseMovedOn.Code);
            return;
        }

        Add(program, folder, VersionOrigin.Draft, draft.Id, draft.InForceOn!.Value, draft.SubmittedBy!, draft.DecidedBy!, draft.Note);
        draft.State = DraftState.Published;
        draft.PublishedVersion = program.Policy.Version;
        DraftDesk.Touch(session, draft, LifeEventKind.Published, program.Policy.Version);
    }

    private void Publish(ChangeRow change)
    {
        var policy = present[change.Policy].Policy;
        var made = ValidityChange.Make(engines.FindFiles(policy.Id, policy.Version)!, policy, change.On, change.LastDay!.Value, inForce);
        if (!made.IsSuccess)
        {
            change.State = PolicyChangeState.Rejected;
            Note(change, LifeEventKind.Rejected, made.Problem!.Code);
            return;
        }

        Add(made.Value.Program, made.Value.Folder, VersionOrigin.Change, change.Id, change.On, change.RequestedBy, change.DecidedBy!, change.ReasonZh);
        change.State = PolicyChangeState.Done;
        change.PublishedVersion = made.Value.Program.Policy.Version;
        change.DroppedExamples = string.Join(',', made.Value.DroppedExamples);
        Note(change, LifeEventKind.Published, change.PublishedVersion);
    }

    private void Switch(ChangeRow change)
    {
        var suspends = change.Kind == PolicyChangeKind.Suspend;
        change.State = PolicyChangeState.Done;
        changed.Add(change.Policy);
        session.Raise(new PolicyStandingChanged(change.Policy, suspends, change.On));
        Note(change, suspends ? LifeEventKind.Suspended : LifeEventKind.Resumed, "");
    }

    private void Add(DecisionProgram program, PolicyFolder folder, VersionOrigin origin, long source, DateOnly on, string author, string approver, string note)
    {
        var policy = program.Policy;
        var previous = present.GetValueOrDefault(policy.Id)?.Policy.Version;
        db.Versions.Add(new VersionRow
        {
            Policy = policy.Id,
            Version = policy.Version,
            Origin = origin,
            SourceId = source,
            Previous = previous,
            InForceOn = on,
            PublishedAt = session.Scope.Now,
            Digest = VersionText.ContentDigest(folder),
            Files = VersionFiles.Pack(folder.Texts()),
            Author = author,
            Approver = approver,
            Note = note,
        });
        present[policy.Id] = program;
        versions.Add(new PublishedVersion(policy.Id, policy.Version, on));
        session.Raise(new PolicyVersionPublished(policy.Id, policy.Version, previous, on));
    }

    private void Note(ChangeRow change, LifeEventKind kind, string note)
    {
        change.RowVersion++;
        DraftDesk.Log(session, change.Policy, null, change.Id, kind, note);
    }
}

/// <summary>Brings into force what is due as a business day begins.</summary>
internal sealed class PublishAsDayBegins(PolicyEngines engines) : IDomainEventHandler<BusinessDayBegan>
{
    public async Task HandleAsync(BusinessDayBegan happened, OperationSession session, CancellationToken cancel)
    {
        if (!engines.IsAnyDue(session.Scope.Today))
        {
            return;
        }

        var published = await session.SendAsync(new PublishDueVersions(), cancel).ConfigureAwait(false);
        if (!published.IsSuccess)
        {
            throw new InvalidOperationException(published.Problem!.ToString());
        }
    }
}
