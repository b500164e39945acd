using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wenbao.Platform.Audit;

/// <summary>Tells the health page when anchors cannot be kept, and when a verification found the audit broken.</summary>
internal sealed class AuditAnchorCheck(IServiceProvider services, AuditWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (watch.Last?.Problem is { } broken)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(broken.Code));
        }

        return Task.FromResult(services.GetService<AuditAnchorKeeper>()?.Health.Problem is { } problem ? HealthCheckResult.Degraded(problem.Code) : HealthCheckResult.Healthy());
    }
}
