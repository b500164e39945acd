using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Objects to one item of a published list (提出异议). Anybody may, without signing in; that one payment is held until an officer has looked into it.</summary>
/// <param name="List">The list.</param>
/// <param name="Item">The item's number on it, from 1.</param>
/// <param name="Text">What is wrong.</param>
[AllowedTo]
public sealed record RaiseObjection(long List, long Item, string Text) : IOperation<RaisedObjection>, IValidated
{
    /// <summary>The most characters of an objection.</summary>
    public const int TextCharactersMax = 1_000;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (string.IsNullOrWhiteSpace(Text) || Text.Length > TextCharactersMax)
        {
            yield return FundsProblems.TextMissing.At("text", TextCharactersMax);
        }
    }
}

/// <summary>The objection.</summary>
/// <param name="Objection">Its number, by which it can be asked after.</param>
public sealed record RaisedObjection(long Objection);

internal sealed class RaiseObjectionHandler : IOperationHandler<RaiseObjection, RaisedObjection>
{
    public async Task<Result<RaisedObjection>> HandleAsync(RaiseObjection operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var db = work.Context<PaymentsDb>();
        var item = await db.PublicItems.AsNoTracking().FirstOrDefaultAsync(i => i.List == operation.List && i.Ordinal == operation.Item, cancel).ConfigureAwait(false);
        if (item is null)
        {
            return FundsProblems.PublicItemNotFound.With(operation.List, operation.Item);
        }

        var commitment = await CommitmentStore.FindAsync(work, item.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is not { Stage: PaymentStage.Published, PublicUntil: { } until } || commitment.Id != item.Commitment || until < scope.Today)
        {
            return FundsProblems.PublicityOver.With(operation.List, operation.Item);
        }

        var objection = new ObjectionRow
        {
            Id = (await NumberBlock.TakeAsync(work, "fnd_objection", 1, cancel).ConfigureAwait(false))[0],
            List = item.List,
            Ordinal = item.Ordinal,
            Commitment = item.Commitment,
            Entitlement = item.Entitlement,
            Text = operation.Text.Trim(),
            RaisedOn = scope.Today,
            RaisedAt = scope.Now,
            State = ObjectionState.Open,
        };
        db.Objections.Add(objection);
        if (!commitment.IsHeld)
        {
            await CommitmentStore.MoveAsync(
                work, CommitmentStore.ById(commitment.Id), PaymentStage.Published, scope.Today, cancel, "is_held = @held", null, ("held", ColumnType.Boolean, true)).ConfigureAwait(false);
            session.Raise(new PaymentHeldChanged(commitment.Entitlement, true));
        }

        session.Describe($"objection/{objection.Id}");
        return new RaisedObjection(objection.Id);
    }
}
