using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;

namespace Wenbao.Policies;

/// <summary>Approves a suspension, resumption, extension or end (批准变更), by another person than whoever asked for it.</summary>
/// <param name="Change">The change's number.</param>
/// <param name="Note">What the approver says; may be empty.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record ApprovePolicyChange(long Change, string Note = "") : IOperation<DecidedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => DecisionNote.Check(Note, isNeeded: false);
}

/// <summary>Refuses a change that waits, or calls off one whose day has not come (退回或撤销变更).</summary>
/// <param name="Change">The change's number.</param>
/// <param name="Note">The reason.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record RejectPolicyChange(long Change, string Note) : IOperation<DecidedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => DecisionNote.Check(Note, isNeeded: true);
}

/// <summary>A change that was decided on.</summary>
/// <param name="Change">Its number.</param>
/// <param name="RowVersion">Its version.</param>
/// <param name="State">Where it stands now.</param>
public sealed record DecidedChange(long Change, long RowVersion, PolicyChangeState State);

internal sealed class ApprovePolicyChangeHandler(ChangeDesk desk) : IOperationHandler<ApprovePolicyChange, DecidedChange>
{
    public Task<Result<DecidedChange>> HandleAsync(ApprovePolicyChange operation, OperationSession session, CancellationToken cancel) =>
        desk.DecideAsync(session, operation.Change, approves: true, operation.Note, cancel);
}

internal sealed class RejectPolicyChangeHandler(ChangeDesk desk) : IOperationHandler<RejectPolicyChange, DecidedChange>
{
    public Task<Result<DecidedChange>> HandleAsync(RejectPolicyChange operation, OperationSession session, CancellationToken cancel) =>
        desk.DecideAsync(session, operation.Change, approves: false, operation.Note, cancel);
}
