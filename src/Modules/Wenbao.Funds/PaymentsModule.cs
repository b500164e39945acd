using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Registers commitments, publicity, batches, bank messages and recoveries.</summary>
internal static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services, PaymentRules rules, Parties parties)
    {
        services.AddSingleton(rules);
        services.AddSingleton(parties);
        services.AddSingleton<Releasing>();
        services.AddMigratedContext<PaymentsDb>();
        services.AddOperation<CommitFunds, CommittedFunds, CommitFundsHandler>();
        services.AddOperation<ReleaseCommitment, ReleasedCommitment, ReleaseCommitmentHandler>();
        services.AddOperation<ReviseBookings, RevisedBookings, ReviseBookingsHandler>();
        services.AddQuery<FindPayments, IReadOnlyList<PaymentState>, FindPaymentsHandler>();
        services.AddQuery<MeasureSettled, IReadOnlyList<SettledFigures>, MeasureSettledHandler>();
        return services;
    }
}
