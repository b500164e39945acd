using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Platform.Audit;

/// <summary>Remembers the last verification that this process ran, and lets those who ask meanwhile share one.</summary>
internal sealed class AuditWatch(BusinessClock clock) : IDisposable
{
    private readonly SemaphoreSlim busy = new(1, 1);
    private volatile AuditVerification? last;
    private int runs;

    /// <summary>The last one; null when there was none.</summary>
    public AuditVerification? Last => last;

    /// <summary>Runs a verification; one that began after this call serves as well.</summary>
    public async Task<Result<AuditReport>> OnceAsync(OperationScope scope, Func<Task<Result<AuditReport>>> verify, CancellationToken cancel)
    {
        var begunBefore = Volatile.Read(ref runs);
        await busy.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (runs > begunBefore && last is { } shared)
            {
                return shared.Problem is { } problem ? problem : shared.Report!;
            }

            Interlocked.Increment(ref runs);
            var report = await verify().ConfigureAwait(false);
            last = new AuditVerification(clock.Now, scope.Actor, report.IsSuccess ? report.Value : null, report.Problem);
            return report;
        }
        finally
        {
            busy.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => busy.Dispose();
}
