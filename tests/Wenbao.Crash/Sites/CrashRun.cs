using System.Diagnostics;
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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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
    public IEnumerable<string> Commits => lines.Where(l => l.StartsWith(ChildLines.Commit, StringComparison.Ordinal)).Select(l => l[ChildLines.Commit.Length..]);

    /// <summary>What came of its commands, by their keys.</summary>
    public IReadOnlyDictionary<string, Outcome> Outcomes => lines.Where(l => l.StartsWith(ChildLines.Outcome, StringComparison.Ordinal)).Select(l => l.Split(' ')).ToDictionary(l => l[1], l => new Outcome(l[2], l[3]));

    /// <summary>How long it worked, from the moment it stood.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>Whether it came to the end of the script.</summary>
    public bool IsDone => lines.Contains(ChildLines.Done);

    /// <summary>Starts a child on a data folder.</summary>
    public static CrashRun Start(string folder, string? connection, KillPoint? point = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Wenbao.Crash")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("child");
        start.ArgumentList.Add(folder);
        if (point is not null)
        {
            start.ArgumentList.Add(point.ToString());
        }

        start.Environment[WenbaoOptions.ConnectionVariable] = connection;
        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for seconds
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
