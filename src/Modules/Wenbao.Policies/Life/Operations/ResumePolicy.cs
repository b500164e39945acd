using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;

namespace Wenbao.Policies;

/// <summary>Asks that a suspended policy be resumed from a day on (恢复办理). Another person approves.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="On">The first day on which claims are taken again, today or later.</param>
/// <param name="Reason">Why.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record ResumePolicy(string Policy, DateOnly On, LocalizedText Reason) : IOperation<RequestedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ChangeDesk.CheckReason(Reason);
}

internal sealed class ResumePolicyHandler(ChangeDesk desk) : IOperationHandler<ResumePolicy, RequestedChange>
{
    public Task<Result<RequestedChange>> HandleAsync(ResumePolicy operation, OperationSession session, CancellationToken cancel) =>
        desk.RequestAsync(session, operation.Policy, PolicyChangeKind.Resume, operation.On, null, operation.Reason, cancel);
}
