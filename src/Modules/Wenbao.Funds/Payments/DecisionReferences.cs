using System.Data.Common;
using Wenbao.Funds.Books;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>What entries rest on, as the commitments keep it.</summary>
internal sealed class DecisionReferences(PaymentNames names) : IDecisionReferences
{
    public async Task<IReadOnlyDictionary<long, EntryGround>> FindAsync(
        DbConnection connection, SqlDialect dialect, IReadOnlyCollection<long> entitlements, CancellationToken cancel)
    {
        var commitments = await CommitmentStore.ReadLatestAsync(connection, dialect, [.. entitlements], cancel).ConfigureAwait(false);
        return commitments.ToDictionary(c => c.Entitlement, c => new EntryGround(c.Decision, BankReference(c)));
    }

    private string? BankReference(Commitment commitment) =>
        commitment.Stage is PaymentStage.HandedOver or PaymentStage.Accepted or PaymentStage.Paid or PaymentStage.Returned or PaymentStage.Recovering or PaymentStage.Recovered
            && commitment.CurrentAttempt is { } attempt ? names.EndToEnd(attempt) : null;
}
