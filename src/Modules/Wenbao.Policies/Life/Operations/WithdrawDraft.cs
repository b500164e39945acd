using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Takes a draft back that was submitted, or calls off one that waits for its day (撤回): it can be changed again.</summary>
/// <param name="Draft">The draft's number.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record WithdrawDraft(long Draft) : IOperation<EditedDraft>;

internal sealed class WithdrawDraftHandler : IOperationHandler<WithdrawDraft, EditedDraft>
{
    public async Task<Result<EditedDraft>> HandleAsync(WithdrawDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        if (draft.State is not (DraftState.Submitted or DraftState.Scheduled))
        {
            return PolicyLifeProblems.NotWaiting.With($"第 {draft.Id} 号草稿", $"Draft {draft.Id}");
        }

        draft.State = DraftState.Editing;
        (draft.SubmittedBy, draft.SubmittedAt, draft.InForceOn, draft.DecidedBy, draft.DecidedAt) = (null, null, null, null, null);
        DraftDesk.Touch(session, draft, LifeEventKind.Withdrawn, "");
        return new EditedDraft(draft.Id, draft.RowVersion, []);
    }
}
