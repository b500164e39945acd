using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Returns a submitted draft to its author (退回修改), with the reason.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Note">The reason.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record RejectVersion(long Draft, string Note) : IOperation<DecidedDraft>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => DecisionNote.Check(Note, isNeeded: true);
}

internal sealed class RejectVersionHandler : IOperationHandler<RejectVersion, DecidedDraft>
{
    public async Task<Result<DecidedDraft>> HandleAsync(RejectVersion operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        if (draft.State != DraftState.Submitted)
        {
            return PolicyLifeProblems.NotWaiting.With($"第 {draft.Id} 号草稿", $"Draft {draft.Id}");
        }

        draft.State = DraftState.Editing;
        draft.InForceOn = null;
        draft.DecidedBy = session.Scope.Actor;
        draft.DecidedAt = session.Scope.Now;
        draft.DecisionNote = operation.Note.Trim();
        DraftDesk.Touch(session, draft, LifeEventKind.Rejected, operation.Note.Trim());
        return new DecidedDraft(draft.Id, draft.RowVersion, draft.State, null);
    }
}
