using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.Funds;

/// <summary>The funds module (资金): fund lines, ledger, publicity, payment batches, bank messages, revolving and compensation funds.</summary>
public static class FundsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The services.</param>
    /// <param name="lines">The pack's fund lines.</param>
    public static IServiceCollection AddFunds(this IServiceCollection services, FundLines lines)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(lines);
        return services.AddBooks(lines);
    }
}
