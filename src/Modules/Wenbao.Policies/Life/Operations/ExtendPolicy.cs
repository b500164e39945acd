using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;

namespace Wenbao.Policies;

/// <summary>Asks that a policy be valid longer (延长有效期). It becomes a revision; another person approves.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="On">The day the revision comes into force, today or later.</param>
/// <param name="LastDay">The new last day, later than the present one.</param>
/// <param name="Reason">Why.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record ExtendPolicy(string Policy, DateOnly On, DateOnly LastDay, LocalizedText Reason) : IOperation<RequestedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ChangeDesk.CheckReason(Reason);
}

internal sealed class ExtendPolicyHandler(ChangeDesk desk) : IOperationHandler<ExtendPolicy, RequestedChange>
{
    public Task<Result<RequestedChange>> HandleAsync(ExtendPolicy operation, OperationSession session, CancellationToken cancel) =>
        desk.RequestAsync(session, operation.Policy, PolicyChangeKind.Extend, operation.On, operation.LastDay, operation.Reason, cancel);
}
