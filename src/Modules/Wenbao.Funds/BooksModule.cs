using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Registers lines, ledger, budget, revolving and compensation funds.</summary>
internal static class BooksModule
{
    public static IServiceCollection AddBooks(this IServiceCollection services, FundLines lines)
    {
        services.AddSingleton(lines);
        services.AddSingleton<Ledger>();
        services.AddSingleton<FundBalances>();
        services.AddMigratedContext<FundsDb>();
        return services;
    }
}
