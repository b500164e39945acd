using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.Funds;

/// <summary>The funds module (资金): fund lines, ledger, publicity, payment batches, bank messages, revolving and compensation funds.</summary>
public static class FundsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The services.</param>
    /// <param name="lines">The pack's fund lines.</param>
    /// <param name="rules">The pack's rules of paying; null for none, and then nothing is published or paid.</param>
    /// <param name="parties">The pack's parties; null for none.</param>
    public static IServiceCollection AddFunds(this IServiceCollection services, FundLines lines, PaymentRules? rules = null, Parties? parties = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(lines);
        return services.AddBooks(lines).AddPayments(rules ?? PaymentRules.None, parties ?? Parties.None);
    }
}
