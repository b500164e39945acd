using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Audit;

/// <summary>Proves the audit chain from its first link to its last, against the kept anchors and with every witness (核验审计).</summary>
/// <remarks>It reads one state and stops nobody. Whoever wants it on record sends <see cref="RecordAuditVerification"/> afterwards.</remarks>
/// <param name="AnchorsFile">A copy of the anchor file kept elsewhere, used besides the installation's own; null for none.</param>
[AllowedTo(Duty.Auditor, Duty.Operator)]
public sealed record VerifyAudit(string? AnchorsFile = null) : IQuery<AuditReport>;

internal sealed class VerifyAuditHandler(
    Database database,
    IServiceProvider services,
    IEnumerable<IAuditWitness> witnesses,
    AuditWatch watch,
    JobProgress progress,
    ILogger<VerifyAuditHandler> logger) : IQueryHandler<VerifyAudit, AuditReport>
{
    public Task<Result<AuditReport>> HandleAsync(VerifyAudit query, OperationScope scope, CancellationToken cancel) => query.AnchorsFile is null
        ? watch.OnceAsync(scope, () => VerifyAsync(query, cancel), cancel)
        : VerifyAsync(query, cancel);

    private async Task<Result<AuditReport>> VerifyAsync(VerifyAudit query, CancellationToken cancel)
    {
        // Before the state is fixed, so that no anchor can be younger than it.
        var anchors = new List<KeptAnchor>();
        foreach (var file in new[] { services.GetService<AuditAnchorKeeper>()?.File, query.AnchorsFile is { } path ? new AuditAnchorFile(path) : null }.OfType<AuditAnchorFile>())
        {
            var read = file.Read();
            if (read.Problem is { } unreadable)
            {
                return unreadable;
            }

            anchors.AddRange(read.Value ?? []);
        }

        var report = await AuditLog.VerifyAsync(database, anchors, [.. witnesses], progress, cancel).ConfigureAwait(false);
        if (report.Problem is { } broken)
        {
            logger.LogError("The audit is broken: {Code} {Where} {What}", broken.Code, broken.Where, broken.What.En);
        }

        return report;
    }
}
