using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Approves a submitted draft (批准版本): it comes into force on its day. By another person than whoever made, changed or submitted it.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Note">What the approver says; may be empty.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record ApproveVersion(long Draft, string Note = "") : IOperation<DecidedDraft>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => DecisionNote.Check(Note, isNeeded: false);
}

/// <summary>A draft that was decided on.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="InForceOn">Its first day; null when it was returned.</param>
public sealed record DecidedDraft(long Draft, long RowVersion, DraftState State, DateOnly? InForceOn);

internal sealed class ApproveVersionHandler(DraftDesk desk) : IOperationHandler<ApproveVersion, DecidedDraft>
{
    public async Task<Result<DecidedDraft>> HandleAsync(ApproveVersion operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        if (draft.State != DraftState.Submitted || draft.InForceOn is not { } day)
        {
            return PolicyLifeProblems.NotWaiting.With($"第 {draft.Id} 号草稿", $"Draft {draft.Id}");
        }

        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        if (await HasWorkedOnAsync(db, draft, session.Scope.Actor, cancel).ConfigureAwait(false))
        {
            return PolicyLifeProblems.SamePerson.With(session.Scope.Actor);
        }

        if (day < session.Scope.Today)
        {
            return PolicyLifeProblems.DayPassed.At($"draft/{draft.Id}", day, session.Scope.Today);
        }

        var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
        if (await Precedence.OfDraftAsync(db, desk.InForce, draft, VersionText.ContentDigest(folder), cancel).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        draft.State = DraftState.Scheduled;
        draft.DecidedBy = session.Scope.Actor;
        draft.DecidedAt = session.Scope.Now;
        draft.DecisionNote = operation.Note.Trim();
        DraftDesk.Touch(session, draft, LifeEventKind.Approved, operation.Note.Trim());
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        if (day == session.Scope.Today)
        {
            var published = await session.SendAsync(new PublishDueVersions(), cancel).ConfigureAwait(false);
            if (!published.IsSuccess)
            {
                return published.Problem!;
            }
        }

        return new DecidedDraft(draft.Id, draft.RowVersion, draft.State, day);
    }

    /// <summary>Whether somebody made, changed or submitted the draft.</summary>
    private static async Task<bool> HasWorkedOnAsync(PolicyLifeDb db, DraftRow draft, string actor, CancellationToken cancel) =>
        draft.CreatedBy == actor || draft.SubmittedBy == actor
        || await db.Events.AnyAsync(
            e => e.DraftId == draft.Id && e.Actor == actor && (e.Kind == LifeEventKind.Edited || e.Kind == LifeEventKind.ParameterSet || e.Kind == LifeEventKind.Submitted), cancel).ConfigureAwait(false);
}

/// <summary>What deciders write.</summary>
internal static class DecisionNote
{
    /// <summary>What is wrong with a note.</summary>
    public static IEnumerable<Problem> Check(string note, bool isNeeded)
    {
        if (isNeeded && string.IsNullOrWhiteSpace(note))
        {
            yield return PolicyLifeProblems.ReasonMissing.At("note");
        }

        if (note.Length > CreateDraft.NoteCharactersMax)
        {
            yield return PolicyLifeProblems.TextTooLong.At("note", "note", CreateDraft.NoteCharactersMax);
        }
    }
}
