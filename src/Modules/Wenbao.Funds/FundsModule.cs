using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

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

    /// <summary>Gives the lines whose first day has come their capital, once. Hosts call it when their tables are up to date; later days are heard of by themselves.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What stood in the way; null when nothing did, or nothing was due.</returns>
    public static async Task<Problem?> StartAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        var pipeline = services.GetRequiredService<IOperationPipeline>();
        var context = new OperationContext(DemoUsers.Operator);
        // Asked first, so that a start that opens nothing leaves nothing in the audit.
        var due = await pipeline.AskAsync(new FindLinesToOpen(), context, cancel).ConfigureAwait(false);
        return due is { IsSuccess: true, Value.Count: > 0 } ? (await pipeline.SendAsync(new OpenFundLines(), context, cancel).ConfigureAwait(false)).Problem : due.Problem;
    }
}
