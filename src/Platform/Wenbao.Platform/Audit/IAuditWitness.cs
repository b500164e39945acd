using System.Data.Common;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>Bears witness that what a module keeps still is what the audit sealed (审计见证): each content has one link whose subject is prefix and number and whose digest is the content's.</summary>
/// <remarks>
/// Verifying the chain walks links and contents side by side, so contents come in order of their numbers; links may come somewhat out of that order, because units of
/// work that run side by side take their numbers first and commit later. A module registers one by <see cref="AuditRegistration.AddAuditWitness{TWitness}"/>.
/// </remarks>
public interface IAuditWitness
{
    /// <summary>What all its subjects begin with, such as <c>voucher/</c>; the rest of a subject is the number, in plain digits.</summary>
    string SubjectPrefix { get; }

    /// <summary>What its contents are called, such as 凭证 / vouchers.</summary>
    LocalizedText Title { get; }

    /// <summary>Reads every content and takes its digest afresh from what is stored; not from a stored digest, which would prove nothing.</summary>
    /// <param name="connection">A connection that sees the same state as the chain; one statement at a time, nothing written, not closed.</param>
    /// <param name="dialect">How SQL is spelt there.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The contents, numbers ascending, in bounded memory.</returns>
    IAsyncEnumerable<SealedContent> ReadAsync(DbConnection connection, SqlDialect dialect, CancellationToken cancel);
}
