using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;

namespace Wenbao.Platform.Data;

/// <inheritdoc cref="IUnitOfWork"/>
internal sealed class UnitOfWork(Database database, DbConnection connection, DbTransaction transaction, SemaphoreSlim? writer, string name, bool isReading = false) : IUnitOfWork
{
    private readonly Dictionary<Type, DbContext> contexts = [];
    private readonly List<AuditEntry> links = [];
    private bool isOver;
    private bool isDisposed;

    public Database Database => database;

    public SqlDialect Dialect => database.Dialect;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    public TContext Context<TContext>()
        where TContext : DbContext
    {
        if (!contexts.TryGetValue(typeof(TContext), out var context))
        {
            context = EfConventions.CreateContext<TContext>(database, connection, ownsConnection: false);
            context.Database.UseTransaction(transaction);
            contexts.Add(typeof(TContext), context);
        }

        return (TContext)context;
    }

    public async Task SaveAsync(CancellationToken cancel = default)
    {
        foreach (var context in contexts.Values)
        {
            await context.SaveChangesAsync(cancel).ConfigureAwait(false);
        }
    }

    public void AuditAtCommit(AuditEntry entry) => links.Add(entry);

    public async Task CommitAsync(CancellationToken cancel = default)
    {
        if (isReading)
        {
            throw new InvalidOperationException("This unit of work only reads.");
        }

        await SaveAsync(cancel).ConfigureAwait(false);
        foreach (var link in links)
        {
            await AuditLog.AppendAsync(this, link, cancel).ConfigureAwait(false);
        }

        database.TellBeforeCommit(name);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        isOver = true;
        database.TellAfterCommit(name);
    }

    public async Task RollbackAsync(CancellationToken cancel = default)
    {
        await transaction.RollbackAsync(cancel).ConfigureAwait(false);
        isOver = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        try
        {
            foreach (var context in contexts.Values)
            {
                await context.DisposeAsync().ConfigureAwait(false);
            }

            if (!isOver)
            {
                await TakeBackAsync().ConfigureAwait(false);
            }

            await transaction.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            writer?.Release();
        }
    }

    private async ValueTask TakeBackAsync()
    {
        try
        {
            await transaction.RollbackAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is DbException or InvalidOperationException)
        {
            // Whoever lost the connection has lost the transaction with it; the fault that led here must not be hidden by this one.
        }
    }
}
