using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Asks that a policy be suspended from a day on (暂停办理): it finds as before, but claims are refused with the reason. Another person approves.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="On">The first day, today or later.</param>
/// <param name="Reason">Why, as claimants read it.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SuspendPolicy(string Policy, DateOnly On, LocalizedText Reason) : IOperation<RequestedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ChangeDesk.CheckReason(Reason);
}

/// <summary>A change that waits for another person's approval.</summary>
/// <param name="Change">Its number.</param>
/// <param name="RowVersion">Its version.</param>
/// <param name="DroppedExamples">For a new last day: examples that tested the old one and will be left out.</param>
public sealed record RequestedChange(long Change, long RowVersion, IReadOnlyList<string> DroppedExamples);

internal sealed class SuspendPolicyHandler(ChangeDesk desk) : IOperationHandler<SuspendPolicy, RequestedChange>
{
    public Task<Result<RequestedChange>> HandleAsync(SuspendPolicy operation, OperationSession session, CancellationToken cancel) =>
        desk.RequestAsync(session, operation.Policy, PolicyChangeKind.Suspend, operation.On, null, operation.Reason, cancel);
}
