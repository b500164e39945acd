using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;

namespace Wenbao.Policies;

/// <summary>Asks that a policy end before its time (提前终止). It becomes a revision; another person approves. Cases of days up to the last one keep their right.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="On">The day the revision comes into force, today or later.</param>
/// <param name="LastDay">The new last day, earlier than the present one and not before the eve of the revision.</param>
/// <param name="Reason">Why.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record EndPolicy(string Policy, DateOnly On, DateOnly LastDay, LocalizedText Reason) : IOperation<RequestedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ChangeDesk.CheckReason(Reason);
}

internal sealed class EndPolicyHandler(ChangeDesk desk) : IOperationHandler<EndPolicy, RequestedChange>
{
    public Task<Result<RequestedChange>> HandleAsync(EndPolicy operation, OperationSession session, CancellationToken cancel) =>
        desk.RequestAsync(session, operation.Policy, PolicyChangeKind.End, operation.On, operation.LastDay, operation.Reason, cancel);
}
