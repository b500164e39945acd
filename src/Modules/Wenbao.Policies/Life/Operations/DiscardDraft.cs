using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Gives a draft up (放弃草稿). Its files and history stay readable.</summary>
/// <param name="Draft">The draft's number.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record DiscardDraft(long Draft) : IOperation<EditedDraft>;

internal sealed class DiscardDraftHandler : IOperationHandler<DiscardDraft, EditedDraft>
{
    public async Task<Result<EditedDraft>> HandleAsync(DiscardDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        found.Value.State = DraftState.Discarded;
        DraftDesk.Touch(session, found.Value, LifeEventKind.Discarded, "");
        return new EditedDraft(found.Value.Id, found.Value.RowVersion, []);
    }
}
