using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Submits a draft for approval by another person (提交审批). As it stands it must be tested and simulated, and rest on the version in force.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="InForceOn">Its first day, today or later.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SubmitDraft(long Draft, DateOnly InForceOn) : IOperation<SubmittedDraft>;

/// <summary>A draft that waits for approval.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version.</param>
/// <param name="Version">The name its version will have.</param>
/// <param name="InForceOn">Its first day.</param>
public sealed record SubmittedDraft(long Draft, long RowVersion, string Version, DateOnly InForceOn);

internal sealed class SubmitDraftHandler(DraftDesk desk) : IOperationHandler<SubmitDraft, SubmittedDraft>
{
    public async Task<Result<SubmittedDraft>> HandleAsync(SubmitDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
        var reading = desk.Read(draft, folder);
        if (reading.Program is not { } program)
        {
            return PolicyLifeProblems.DraftFaulty.With(draft.Id, reading.Problems.Count) with { Details = reading.Problems };
        }

        if (operation.InForceOn < session.Scope.Today)
        {
            return PolicyLifeProblems.DayPassed.At("inForceOn", operation.InForceOn, session.Scope.Today);
        }

        var refused = draft.TestedDigest != draft.Digest ? PolicyLifeProblems.NotTested.With(draft.Id)
            : draft.SimulatedDigest != draft.Digest ? PolicyLifeProblems.NotSimulated.With(draft.Id)
            : await Precedence.OfDraftAsync(db, desk.InForce, draft, VersionText.ContentDigest(folder), cancel).ConfigureAwait(false);
        if (refused is not null)
        {
            return refused;
        }

        draft.State = DraftState.Submitted;
        draft.InForceOn = operation.InForceOn;
        draft.SubmittedBy = session.Scope.Actor;
        draft.SubmittedAt = session.Scope.Now;
        (draft.DecidedBy, draft.DecidedAt, draft.DecisionNote) = (null, null, null);
        DraftDesk.Touch(session, draft, LifeEventKind.Submitted, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{program.Policy.Version} {operation.InForceOn:yyyy-MM-dd}"));
        return new SubmittedDraft(draft.Id, draft.RowVersion, program.Policy.Version, operation.InForceOn);
    }
}

/// <summary>Whether nothing else stands in the way of a version: what it rests on is in force, and no other change of the policy waits for its day.</summary>
internal static class Precedence
{
    /// <summary>What stands in the way of a draft; null when nothing does.</summary>
    public static async Task<Problem?> OfDraftAsync(PolicyLifeDb db, EngineInForce inForce, DraftRow draft, string digest, CancellationToken cancel)
    {
        var present = inForce.Library.Find(draft.Policy);
        if (draft.CopiedFrom is not null)
        {
            return present.IsSuccess ? PolicyLifeProblems.PolicyIdTaken.At(draft.Policy, draft.Policy) : null;
        }

        if (!present.IsSuccess || present.Value.Version != draft.BaseVersion)
        {
            return PolicyLifeProblems.BaseMovedOn.At(draft.Policy, draft.BaseVersion, present.IsSuccess ? present.Value.Version : "–");
        }

        var stored = await db.Versions.AsNoTracking().Where(v => v.Policy == draft.Policy && v.Version == draft.BaseVersion).Select(v => v.Digest).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        return stored == digest ? PolicyLifeProblems.NothingChanged.With(draft.Id) : await OfPolicyAsync(db, draft.Policy, draft.Id, null, cancel).ConfigureAwait(false);
    }

    /// <summary>Another change of the policy that waits for its day; null when none does. Suspensions change no version and never stand in the way.</summary>
    public static async Task<Problem?> OfPolicyAsync(PolicyLifeDb db, string policy, long? exceptDraft, long? exceptChange, CancellationToken cancel)
    {
        var draftDay = await db.Drafts.AsNoTracking().Where(d => d.Policy == policy && d.State == DraftState.Scheduled && d.Id != exceptDraft)
            .Select(d => d.InForceOn).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        var changeDay = await db.Changes.AsNoTracking()
            .Where(c => c.Policy == policy && c.State == PolicyChangeState.Scheduled && c.Id != exceptChange && (c.Kind == PolicyChangeKind.Extend || c.Kind == PolicyChangeKind.End))
            .Select(c => (DateOnly?)c.On).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        return (draftDay ?? changeDay) is { } day ? PolicyLifeProblems.OtherChangeScheduled.At(policy, policy, day) : null;
    }
}
