using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>Refuses a claim with a reason (不予批准). The last decision of the model stays with it, so that the reason can be compared with it.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why, 1 to 500 characters; no personal data. The subject reads it.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer)]
public sealed record RefuseClaim(long Entitlement, string Reason) : IOperation<ChangedEntitlement>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => GivenReason.Check(Reason);
}

/// <summary>How an entitlement stands after a change.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Its version.</param>
public sealed record ChangedEntitlement(long Entitlement, EntitlementState State, long Version);

internal sealed class RefuseClaimHandler(BusinessClock clock) : IOperationHandler<RefuseClaim, ChangedEntitlement>
{
    public Task<Result<ChangedEntitlement>> HandleAsync(RefuseClaim operation, OperationSession session, CancellationToken cancel) =>
        EntitlementChange.MakeAsync(session, clock, operation.Entitlement, (claim, book) =>
        {
            if (!claim.State.IsOpen())
            {
                return EntitlementAccess.WrongState(claim);
            }

            claim.End(EntitlementDeed.Refused, book.Moment, GivenReason.Text(operation.Reason));
            book.Tell(NoticeKind.Refused, claim);
            return null;
        }, cancel);
}

/// <summary>A reason that a person gave.</summary>
internal static class GivenReason
{
    /// <summary>The longest reason.</summary>
    public const int CharactersMax = 500;

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<Problem> Check(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > CharactersMax)
        {
            yield return EntitlementProblems.ReasonNeeded.At("reason", CharactersMax);
        }
    }

    /// <summary>It as a text; people write in one language.</summary>
    public static LocalizedText Text(string reason) => new(reason.Trim(), reason.Trim());
}
