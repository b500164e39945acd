using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>What every operation on a draft does: find it, read its files, note what happened.</summary>
internal sealed class DraftDesk(EngineInForce inForce, PolicyEngines engines, PolicyMoney money)
{
    /// <summary>States in which a draft may be changed.</summary>
    public static readonly IReadOnlyList<DraftState> Open = [DraftState.Editing, DraftState.Tested, DraftState.Simulated];

    /// <summary>What is in force.</summary>
    public EngineInForce InForce => inForce;

    /// <summary>The draft, in the version that the sender saw.</summary>
    public static Task<Result<DraftRow>> FindAsync(OperationSession session, long id, CancellationToken cancel) => FindAsync(session.UnitOfWork, session.ExpectedVersion, id, cancel);

    /// <summary>The draft, when it may still be changed.</summary>
    public static Task<Result<DraftRow>> FindOpenAsync(OperationSession session, long id, CancellationToken cancel) => FindOpenAsync(session.UnitOfWork, session.ExpectedVersion, id, cancel);

    /// <summary>The draft in a unit of work, when it may still be changed.</summary>
    public static async Task<Result<DraftRow>> FindOpenAsync(IUnitOfWork work, ExpectedVersion? expected, long id, CancellationToken cancel)
    {
        var found = await FindAsync(work, expected, id, cancel).ConfigureAwait(false);
        return !found.IsSuccess || Open.Contains(found.Value.State) ? found
            : PolicyLifeProblems.DraftNotEditable.With(id, PolicyLifeText.Of(found.Value.State).Zh, PolicyLifeText.Of(found.Value.State).En);
    }

    private static async Task<Result<DraftRow>> FindAsync(IUnitOfWork work, ExpectedVersion? expected, long id, CancellationToken cancel)
    {
        var draft = await work.Context<PolicyLifeDb>().Drafts.FirstOrDefaultAsync(d => d.Id == id, cancel).ConfigureAwait(false);
        return draft is null ? PolicyLifeProblems.DraftNotFound.With(id)
            : expected?.Check(draft.RowVersion, $"draft/{id}") is { } moved ? moved
            : draft;
    }

    /// <summary>The files of a draft.</summary>
    public async Task<PolicyFolder> FolderAsync(PolicyLifeDb db, long draftId, CancellationToken cancel)
    {
        var texts = await db.DraftFiles.AsNoTracking().Where(f => f.DraftId == draftId).ToDictionaryAsync(f => f.Name, f => f.Text, StringComparer.Ordinal, cancel).ConfigureAwait(false);
        return FolderOf(texts);
    }

    /// <summary>Texts as the files of a draft.</summary>
    public PolicyFolder FolderOf(IReadOnlyDictionary<string, string> texts) => PolicyFolder.Of(texts, "", inForce.Library.Compiler.PackId);

    /// <summary>Reads and compiles a draft.</summary>
    public DraftReading Read(DraftRow draft, PolicyFolder folder) => DraftReading.Of(draft, folder, NumberOf(draft, folder), inForce, money);

    /// <summary>The number that the draft's version would have: a revision where policy.yaml and the model are as they were.</summary>
    public VersionNumber NumberOf(DraftRow draft, PolicyFolder folder)
    {
        if (draft.CopiedFrom is not null || !VersionNumber.TryOf(draft.BaseVersion, out var number))
        {
            return VersionNumber.First;
        }

        var before = engines.FindFiles(draft.Policy, draft.BaseVersion);
        return number.Next(isRevision: before is not null && Same(PolicyFolder.PolicyFile) && Same(PolicyFolder.ModelFile));

        bool Same(string name) => before.GetValueOrDefault(name) == folder.TextOf(name);
    }

    /// <summary>Notes a change of the draft itself: its version grows, and what was tested or simulated counts only as long as the files are the same.</summary>
    public static void Touch(OperationSession session, DraftRow draft, LifeEventKind kind, string note)
    {
        draft.RowVersion++;
        draft.ChangedBy = session.Scope.Actor;
        draft.ChangedAt = session.Scope.Now;
        if (Open.Contains(draft.State))
        {
            draft.State = draft.TestedDigest != draft.Digest ? DraftState.Editing
                : draft.SimulatedDigest != draft.Digest ? DraftState.Tested
                : DraftState.Simulated;
        }

        Log(session, draft.Policy, draft.Id, null, kind, note);
        session.Describe($"policy/{draft.Policy}/draft/{draft.Id}");
    }

    /// <summary>Writes a line into the policy's history.</summary>
    public static void Log(OperationSession session, string policy, long? draft, long? change, LifeEventKind kind, string note) =>
        session.UnitOfWork.Context<PolicyLifeDb>().Events.Add(new LifeEventRow
        {
            Policy = policy,
            DraftId = draft,
            ChangeId = change,
            Kind = kind,
            Actor = session.Scope.Actor,
            At = session.Scope.Now,
            On = session.Scope.Today,
            Note = note,
        });
}
