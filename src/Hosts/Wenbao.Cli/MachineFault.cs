using System.Data.Common;
using Microsoft.Data.Sqlite;
using Wenbao.Kernel;

namespace Wenbao.Cli;

/// <summary>Tells faults of the machine (full disk, missing right, unreachable database), which a person can mend, from bugs, which stay exceptions.</summary>
internal static class MachineFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Unreadable = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>The problem that a fault is answered with; null when it is a bug.</summary>
    public static Problem? ProblemOf(Exception? fault) => fault switch
    {
        null => null,
        SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Unreadable or Corrupt or Full or CannotOpen or NoDatabase } => CliProblems.FileUnusable.With(fault.Message),
        SqliteException => null,
        DbException { IsTransient: true } or DbException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => CliProblems.DatabaseUnreachable.With(fault.Message),
        IOException or UnauthorizedAccessException => CliProblems.FileUnusable.With(fault.Message),
        _ => ProblemOf(fault.InnerException),
    };
}
