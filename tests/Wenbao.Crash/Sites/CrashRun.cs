using System.Diagnostics;
using System.Globalization;
using Wenbao.Crash.Child;
using Wenbao.Server;

namespace Wenbao.Crash.Sites;

/// <summary>What came of a command.</summary>
/// <param name="Whole">A digest of the whole answer: the same however often the command is sent.</param>
/// <param name="Timeless">A digest of what does not depend on moments: the same in every run.</param>
internal sealed record Outcome(string Whole, string Timeless);

/// <summary>One child process, from its start to its end.</summary>
internal sealed class CrashRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly Task<string> errors;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private long readyAt;

    private CrashRun(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>The units of work it committed, in order.</summary>
    public IEnumerable<CommitPoint> Commits => lines.Where(l => l.StartsWith(ChildLines.Commit, StringComparison.Ordinal)).Select(l => l.Split(' ')).Select(l => new CommitPoint(l[1], l[2]));

    /// <summary>What came of its commands, by their keys.</summary>
    public IReadOnlyDictionary<string, Outcome> Outcomes => lines.Where(l => l.StartsWith(ChildLines.Outcome, StringComparison.Ordinal)).Select(l => l.Split(' ')).ToDictionary(l => l[1], l => new Outcome(l[2], l[3]));

    /// <summary>How long it worked, from the moment it stood.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>Whether it came to the end of the script.</summary>
    public bool IsDone => lines.Contains(ChildLines.Done);

    /// <summary>Starts a child on a data folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="connection">The PostgreSQL database; null for SQLite in the folder.</param>
    /// <param name="point">Where it kills itself; null for nowhere.</param>
    /// <param name="fileKibibytesMax">The size that its files may grow to; null for any.</param>
    public static CrashRun Start(string folder, string? connection, KillPoint? point = null, int? fileKibibytesMax = null)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Wenbao.Crash"), "child", folder, .. point is null ? [] : new[] { point.ToString() }];
        if (fileKibibytesMax is { } limit)
        {
            // The signal that a file is too large is ignored, so that the writer hears of it as of any other fault.
            arguments = ["/bin/bash", "-c", string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {limit}; exec \"$0\" \"$@\""), .. arguments];
        }

        var start = new ProcessStartInfo(arguments[0], arguments[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[WenbaoOptions.ConnectionVariable] = connection;
        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for seconds
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // the runtime would map a file larger than any limit
        return new CrashRun(Process.Start(start)!);
    }

    /// <summary>Waits until its services stand.</summary>
    public Task ReadyAsync() => ready.Task.WaitAsync(Patience);

    /// <summary>Kills it, wherever it is.</summary>
    public void Kill() => process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>Whether it was killed; else it is through.</returns>
    /// <exception cref="InvalidOperationException">It failed in another way.</exception>
    public async Task<bool> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading;
        const int KilledBySignal = 128 + 9;
        return process.ExitCode switch
        {
            KilledBySignal => true,
            0 when IsDone => false,
            var code => throw new InvalidOperationException($"The child ended with {code}:\n{await errors}"),
        };
    }

    /// <summary>Waits until a command is refused, which ends the child.</summary>
    /// <returns>The code of the problem.</returns>
    public async Task<string> RefusedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading;
        return lines.LastOrDefault(l => l.StartsWith(ChildLines.Refused, StringComparison.Ordinal)) is { } line
            ? line[ChildLines.Refused.Length..]
            : throw new InvalidOperationException($"Nothing was refused; the child ended with {process.ExitCode}:\n{await errors}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line == ChildLines.Ready)
            {
                readyAt = Stopwatch.GetTimestamp();
                ready.TrySetResult();
            }
        }

        Worked = readyAt == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(readyAt);
        ready.TrySetException(new InvalidOperationException("The child ended before it stood."));
    }
}
