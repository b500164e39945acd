using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Data;

/// <summary>Tells faults of the machine that a person can mend (full disk, database busy or away) from bugs, which stay exceptions.</summary>
public static class DatabaseFault
{
    private const int DiskFullUnix = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    private enum Kind
    {
        Full,
        Busy,
        Away,
    }

    /// <summary>The problem that a fault is answered with; null when it is a bug.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="whileCommitting">Whether it was thrown by the commit, so that the outcome may be unknown.</param>
    public static Problem? ProblemOf(Exception? fault, bool whileCommitting = false)
    {
        if (Find(fault) is not { } found)
        {
            return null;
        }

        var (kind, isCertain, said) = found;
        return whileCommitting && !isCertain ? OperationProblems.OutcomeUnknown.With(said)
            : kind switch
            {
                Kind.Full => OperationProblems.DiskFull.With(said),
                Kind.Busy => OperationProblems.DatabaseBusy.With(said),
                _ => OperationProblems.DatabaseAway.With(said),
            };
    }

    /// <summary>Whether two units of work ran into each other and this one was taken back whole: a row changed meanwhile, a serialization failure, a deadlock. Tried again, it may well succeed.</summary>
    internal static bool IsCollision(Exception? fault) => fault switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        _ => IsCollision(fault.InnerException),
    };

    /// <returns>The kind; whether a commit that met it is certainly not done; what the system said.</returns>
    private static (Kind Kind, bool IsCertain, string Said)? Find(Exception? fault) => fault switch
    {
        null => null,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode) is { } kind ? (kind, kind != Kind.Away, sqlite.Message) : null,
        PostgresException postgres => OfPostgreSql(postgres.SqlState) is { } kind ? (kind, kind != Kind.Away, postgres.MessageText) : null,
        NpgsqlException { InnerException: TimeoutException } slow => (Kind.Busy, false, slow.Message),
        NpgsqlException { InnerException: IOException or SocketException } lost => (Kind.Away, false, lost.Message),
        IOException { HResult: DiskFullUnix or DiskFullWindows } full => (Kind.Full, true, full.Message),
        _ => Find(fault.InnerException),
    };

    private static Kind? OfSqlite(int code) => code switch
    {
        SQLitePCL.raw.SQLITE_FULL => Kind.Full,
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_PROTOCOL => Kind.Busy,
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Kind.Away,
        _ => null,
    };

    /// <summary>By the classes and codes of the SQL standard and of PostgreSQL (its manual, appendix A).</summary>
    private static Kind? OfPostgreSql(string state) => state switch
    {
        PostgresErrorCodes.DiskFull => Kind.Full,
        PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.InsufficientResources or PostgresErrorCodes.ConfigurationLimitExceeded => Kind.Busy,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Kind.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.DatabaseDropped => Kind.Away,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError => Kind.Away,
        ['0', '8', ..] => Kind.Away,
        _ => null,
    };
}
