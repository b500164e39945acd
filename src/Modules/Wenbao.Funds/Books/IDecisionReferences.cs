using System.Data.Common;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Finds what entries rest on: the decision of an entitlement and the bank's reference of its payment. Implemented by payments, which keep both with the commitment.</summary>
internal interface IDecisionReferences
{
    /// <summary>What entitlements rest on.</summary>
    /// <param name="connection">An open connection inside a snapshot; one statement at a time, nothing written.</param>
    /// <param name="dialect">How SQL is spelt there.</param>
    /// <param name="entitlements">The entitlements, distinct, at most 1,000.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>By entitlement; those without a commitment are left out.</returns>
    Task<IReadOnlyDictionary<long, EntryGround>> FindAsync(
        DbConnection connection, SqlDialect dialect, IReadOnlyCollection<long> entitlements, CancellationToken cancel);
}

/// <summary>Answers that nothing is known, where payments are not part of the host.</summary>
internal sealed class NoDecisionReferences : IDecisionReferences
{
    public Task<IReadOnlyDictionary<long, EntryGround>> FindAsync(
        DbConnection connection, SqlDialect dialect, IReadOnlyCollection<long> entitlements, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<long, EntryGround>>(new Dictionary<long, EntryGround>());
}
