using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>Keeps anchors of the chain in a file outside the database (锚点留存): behind commits, at most one a second, and once more at the end of the process.</summary>
/// <remarks>
/// <para>An anchor may lag behind the chain but never leads: it is read from the database after a commit, once that commit is safe on the disk.</para>
/// <para>It never holds up or fails an operation. What goes wrong is logged, told by <see cref="Health"/>, and tried again.</para>
/// </remarks>
public sealed class AuditAnchorKeeper : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    private readonly Database database;
    private readonly AuditAnchorFile file;
    private readonly TimeProvider time;
    private readonly ILogger<AuditAnchorKeeper> logger;
    private readonly DurableHead heads;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly IDisposable observation;
    private readonly ITimer timer;
    private volatile AuditAnchorHealth health;
    private int isDue;
    private int isScheduled;
    private int isDisposed;

    internal AuditAnchorKeeper(Database database, AuditAnchorFile file, TimeProvider time, ILogger<AuditAnchorKeeper> logger)
    {
        this.database = database;
        this.file = file;
        this.time = time;
        this.logger = logger;
        heads = new DurableHead(database, time);
        health = new AuditAnchorHealth(file.Path, null, null);
        timer = time.CreateTimer(_ => _ = TickAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        observation = database.Observe(new Watch(this));
    }

    /// <summary>The file.</summary>
    public AuditAnchorFile File => file;

    /// <summary>How the keeping stands.</summary>
    public AuditAnchorHealth Health => health;

    /// <summary>Writes the anchor that is due, if one is, without waiting for its time.</summary>
    public async Task FlushAsync(CancellationToken cancel = default)
    {
        if (Interlocked.Exchange(ref isDue, 0) == 1)
        {
            await WriteAsync(isLast: true, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 1)
        {
            return;
        }

        observation.Dispose();
        await timer.DisposeAsync().ConfigureAwait(false);
        await FlushAsync().ConfigureAwait(false);

        // Whoever still writes is let finish.
        await writing.WaitAsync().ConfigureAwait(false);
        writing.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void NoteCommit()
    {
        Interlocked.Exchange(ref isDue, 1);
        Schedule(Interval);
    }

    private void Schedule(TimeSpan wait)
    {
        if (Interlocked.Exchange(ref isScheduled, 1) == 0)
        {
            timer.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task TickAsync()
    {
        Interlocked.Exchange(ref isScheduled, 0);
        if (Volatile.Read(ref isDisposed) == 0 && Interlocked.Exchange(ref isDue, 0) == 1 && !await WriteAsync(isLast: false, CancellationToken.None).ConfigureAwait(false))
        {
            Interlocked.Exchange(ref isDue, 1);
            Schedule(AfterFailure);
        }
    }

    /// <returns>Whether nothing is left to be tried again.</returns>
    private async Task<bool> WriteAsync(bool isLast, CancellationToken cancel)
    {
        try
        {
            await writing.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            return true;
        }

        try
        {
            var added = await AddAsync(isLast, cancel).ConfigureAwait(false);
            Tell(added.Problem);
            return added is { IsSuccess: true, Value: true };
        }
#pragma warning disable CA1031 // whatever goes wrong here, no operation may fail for it
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Tell(AuditProblems.AnchorsNotKept.At(file.Path, error.Message), error);
            return false;
        }
        finally
        {
            writing.Release();
        }
    }

    /// <returns>Whether the end of the chain is in the file; false when it cannot be taken for safe yet.</returns>
    private async Task<Result<bool>> AddAsync(bool isLast, CancellationToken cancel)
    {
        using var turn = await file.TakeTurnAsync(time, cancel).ConfigureAwait(false);
        var last = turn.Last();
        if (last.Problem is { } unreadable)
        {
            return unreadable;
        }

        // Read in the turn, so that the anchors of several processes stand in order.
        var found = await heads.FindAsync(last.Value?.Anchor, isLast, cancel).ConfigureAwait(false);
        if (found.IsContradicted)
        {
            return AuditProblems.AnchorsContradict.At(file.Path, last.Value!.Anchor.Sequence);
        }

        var youngest = last.Value;
        if (found.Head is { Sequence: > 0 } head && head != last.Value?.Anchor)
        {
            var now = time.GetUtcNow();
            youngest = new KeptAnchor(head, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)));
            turn.Append(youngest);
        }

        health = health with { Last = youngest };
        return found.Head is not null;
    }

    private void Tell(Problem? problem, Exception? error = null)
    {
        var before = health.Problem;
        health = health with { Problem = problem };
        if (problem is not null && problem.Code != before?.Code)
        {
            logger.LogWarning(error, "{Code} {What}", problem.Code, problem.What.En);
        }
        else if (problem is null && before is not null)
        {
            logger.LogInformation("Anchors of the audit are kept again.");
        }
    }

    private sealed class Watch(AuditAnchorKeeper keeper) : ICommitObserver
    {
        public void BeforeCommit(string work)
        {
        }

        public void AfterCommit(string work) => keeper.NoteCommit();
    }
}
