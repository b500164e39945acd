using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Audit;

/// <summary>Puts on record that the chain was proved (登记核验): a link of its own, which later verifications prove too.</summary>
/// <param name="Head">The last link that was proved.</param>
[AllowedTo(Duty.Auditor, Duty.Operator)]
public sealed record RecordAuditVerification(AuditAnchor Head) : IOperation<AuditAnchor>
{
    /// <summary>The audit subject of all of them.</summary>
    public const string Subject = "audit";
}

internal sealed class RecordAuditVerificationHandler : IOperationHandler<RecordAuditVerification, AuditAnchor>
{
    public async Task<Result<AuditAnchor>> HandleAsync(RecordAuditVerification operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var select = work.Command("SELECT hash FROM plt_audit WHERE sequence = @sequence").With(work.Dialect, "sequence", ColumnType.Integer, operation.Head.Sequence);
        await using (select.ConfigureAwait(false))
        {
            if (operation.Head.Sequence > 0 && (await select.ExecuteScalarAsync(cancel).ConfigureAwait(false)) as string != operation.Head.Hash)
            {
                return AuditProblems.Rewritten.With(operation.Head.Sequence, 0);
            }
        }

        session.Describe(RecordAuditVerification.Subject, operation.Head.Hash);
        return operation.Head;
    }
}
