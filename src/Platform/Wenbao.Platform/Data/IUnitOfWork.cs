using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;

namespace Wenbao.Platform.Data;

/// <summary>One connection and one transaction that every module taking part in an operation writes through: all of it happens, or none.</summary>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>The database written to.</summary>
    Database Database { get; }

    /// <summary>How SQL is spelt there.</summary>
    SqlDialect Dialect { get; }

    /// <summary>The open connection; do not close it.</summary>
    DbConnection Connection { get; }

    /// <summary>The open transaction; commands must carry it (<see cref="Command"/> does so).</summary>
    DbTransaction Transaction { get; }

    /// <summary>A command on the connection and in the transaction.</summary>
    /// <param name="sql">The statement; parameters are named <c>@name</c> on both systems.</param>
    DbCommand Command(string sql);

    /// <summary>A module's EF context on this connection and transaction, made once a unit of work; its changes are saved by <see cref="CommitAsync"/> at the latest.</summary>
    /// <typeparam name="TContext">A context with a public constructor taking <see cref="DbContextOptions{TContext}"/>.</typeparam>
    TContext Context<TContext>()
        where TContext : DbContext;

    /// <summary>Has a link appended to the audit chain when this commits, after everything else: whoever appends holds up all other writers, so nothing may wait behind it.</summary>
    /// <param name="entry">What the link says; links keep the order in which they were asked for.</param>
    void AuditAtCommit(AuditEntry entry);

    /// <summary>Saves what the contexts hold, without committing.</summary>
    Task SaveAsync(CancellationToken cancel = default);

    /// <summary>Saves what the contexts hold and commits.</summary>
    Task CommitAsync(CancellationToken cancel = default);

    /// <summary>Takes back everything since it began.</summary>
    Task RollbackAsync(CancellationToken cancel = default);
}
