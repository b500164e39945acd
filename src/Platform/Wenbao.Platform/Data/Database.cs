using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Wenbao.Platform.Data;

/// <summary>The one database of an installation: opens connections that are set up alike, and lets one writer at a time into SQLite, and as many into PostgreSQL as leave a connection each for reading.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource? source;
    private readonly SemaphoreSlim? writer;
    private ImmutableArray<ICommitObserver> observers = [];

    /// <summary>A process that makes data in bulk keeps 256 MiB of pages and sorts in memory, and copies the log back every 80 MB.</summary>
    private const string BulkPragmas = " PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 20000;";

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="kind">The system.</param>
    /// <param name="connectionString">SQLite: <c>Data Source=FILE</c>; PostgreSQL: <c>Host=…;Database=…;…</c>.</param>
    /// <param name="synchronous">For SQLite, how hard commits are pressed onto the disk.</param>
    /// <param name="busyTimeout">For SQLite, how long a connection waits for another process's lock; null means 30 seconds.</param>
    public Database(DatabaseKind kind, string connectionString, SqliteSynchronous synchronous = SqliteSynchronous.Full, TimeSpan? busyTimeout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        Kind = kind;
        Synchronous = synchronous;
        BusyTimeout = busyTimeout ?? TimeSpan.FromSeconds(30);
        if (kind == DatabaseKind.Sqlite)
        {
            var parts = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = (int)Math.Ceiling(BusyTimeout.TotalSeconds) };
            ConnectionString = parts.ToString();
            writer = new SemaphoreSlim(1, 1);
        }
        else
        {
            ConnectionString = connectionString;
            source = new NpgsqlDataSourceBuilder(connectionString).Build();
            // A unit of work may need one more connection to read; were all of the pool in units of work, each would wait for ever for the others'.
            writer = new SemaphoreSlim(Math.Max(1, new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize / 2));
        }

        Dialect = SqlDialect.For(kind);
    }

    /// <summary>The system.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The connection string as used; may hold a password, so never show it.</summary>
    public string ConnectionString { get; }

    /// <summary>How hard SQLite commits are pressed onto the disk.</summary>
    public SqliteSynchronous Synchronous { get; }

    /// <summary>How long a SQLite connection waits for another process's lock.</summary>
    public TimeSpan BusyTimeout { get; }

    /// <summary>How SQL is spelt there.</summary>
    public SqlDialect Dialect { get; }

    private string Pragmas => string.Create(CultureInfo.InvariantCulture,
        $"PRAGMA busy_timeout = {(int)BusyTimeout.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = {Synchronous};")
        + (Synchronous == SqliteSynchronous.Off ? BulkPragmas : "");

    /// <summary>A SQLite database in a file, which is made when it is missing.</summary>
    public static Database InFile(string path, SqliteSynchronous synchronous = SqliteSynchronous.Full) =>
        new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = path }.ToString(), synchronous);

    /// <summary>Opens a connection, set up for its system; the caller disposes it. Use it for reading; writing goes through <see cref="BeginAsync(string, CancellationToken)"/>.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancel = default)
    {
        DbConnection connection = source is not null ? source.CreateConnection() : new SqliteConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            if (Kind == DatabaseKind.Sqlite)
            {
                await connection.ExecuteAsync(Pragmas, cancel).ConfigureAwait(false);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a connection as <see cref="OpenAsync"/> does, for the few readings that cannot wait asynchronously; the caller disposes it.</summary>
    public DbConnection Open()
    {
        DbConnection connection = source is not null ? source.CreateConnection() : new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            if (Kind == DatabaseKind.Sqlite)
            {
                using var pragmas = connection.CreateCommand();
#pragma warning disable CA2100 // numbers and a name of an enumeration
                pragmas.CommandText = Pragmas;
#pragma warning restore CA2100
                pragmas.ExecuteNonQuery();
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Begins a unit of work: one connection, one transaction. On SQLite it waits until no other unit of work of this process is open.</summary>
    /// <remarks>Dispose it; what is not committed by then is rolled back. Never begin a second one inside the first: on SQLite that waits for ever.</remarks>
    public Task<IUnitOfWork> BeginAsync(CancellationToken cancel = default) => BeginAsync("", cancel);

    /// <summary>Begins a unit of work with a name, by which observers of commits know it.</summary>
    /// <param name="name">What it does, such as an operation's name.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<IUnitOfWork> BeginAsync(string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (writer is not null)
        {
            await writer.WaitAsync(cancel).ConfigureAwait(false);
        }

        DbConnection? connection = null;
        try
        {
            connection = await OpenAsync(cancel).ConfigureAwait(false);
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: false)
                : await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
            return new UnitOfWork(this, connection, transaction, writer, name);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            writer?.Release();
            throw;
        }
    }

    /// <summary>Begins a unit of work that only reads, from one state of the database, while others go on writing; for reading that takes long. Committing it is an error.</summary>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<IUnitOfWork> BeginReadingAsync(CancellationToken cancel = default)
    {
        var connection = await OpenAsync(cancel).ConfigureAwait(false);
        try
        {
            if (connection is SqliteConnection sqlite)
            {
                return new UnitOfWork(this, connection, sqlite.BeginTransaction(deferred: true), writer: null, "", isReading: true);
            }

            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
            await connection.ExecuteAsync("SET TRANSACTION READ ONLY", cancel).ConfigureAwait(false);
            return new UnitOfWork(this, connection, transaction, writer: null, "", isReading: true);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A module's EF context for reading, on a connection of its own that it closes; the caller disposes it. Nothing is tracked.</summary>
    /// <typeparam name="TContext">A context with a public constructor taking <see cref="DbContextOptions{TContext}"/>.</typeparam>
    public async Task<TContext> ReadAsync<TContext>(CancellationToken cancel = default)
        where TContext : DbContext
    {
        var connection = await OpenAsync(cancel).ConfigureAwait(false);
        var context = EfConventions.CreateContext<TContext>(this, connection, ownsConnection: true);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>Has an observer told around each commit from now on.</summary>
    /// <returns>Ends the observing when it is disposed.</returns>
    public IDisposable Observe(ICommitObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ImmutableInterlocked.Update(ref observers, all => all.Add(observer));
        return new Observation(this, observer);
    }

    /// <summary>Closes the pooled connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        writer?.Dispose();
    }

    internal void TellBeforeCommit(string work)
    {
        foreach (var observer in observers)
        {
            observer.BeforeCommit(work);
        }
    }

    internal void TellAfterCommit(string work)
    {
        foreach (var observer in observers)
        {
            observer.AfterCommit(work);
        }
    }

    private sealed class Observation(Database database, ICommitObserver observer) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref database.observers, all => all.Remove(observer));
    }
}
