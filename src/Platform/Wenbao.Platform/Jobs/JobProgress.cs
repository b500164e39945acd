using Wenbao.Kernel;

namespace Wenbao.Platform.Jobs;

/// <summary>What long work tells whoever waits for it, and how it is told to stop. Safe to use from several threads.</summary>
/// <remarks>The work calls <see cref="Begin"/>, <see cref="Advance"/> and <see cref="ThrowIfCancelled"/>; a progress bar or page listens to <see cref="Changed"/> or reads <see cref="Current"/>.</remarks>
public sealed class JobProgress
{
    private readonly TimeProvider time;
    private readonly TimeSpan interval;
    private readonly Lock gate = new();
    private LocalizedText phase = new("准备", "Preparing");
    private long done;
    private long? total;
    private long lastTold;
    private JobStep? whole;

    /// <summary>Makes a progress.</summary>
    /// <param name="time">The clock that spaces the notices.</param>
    /// <param name="interval">The least time between two notices of one phase; null means a tenth of a second.</param>
    /// <param name="cancel">Stops the work.</param>
    public JobProgress(TimeProvider time, TimeSpan? interval = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        this.interval = interval ?? TimeSpan.FromMilliseconds(100);
        Cancel = cancel;
    }

    /// <summary>For work nobody watches.</summary>
    public static JobProgress None { get; } = new(TimeProvider.System);

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancel { get; }

    /// <summary>Where the work stands.</summary>
    public JobStep Current
    {
        get
        {
            lock (gate)
            {
                var step = new JobStep(phase, done, total);
                return whole is null ? step : whole with { Part = step };
            }
        }
    }

    /// <summary>Told at the start of a phase, and then at most once an interval; called on the thread of the work.</summary>
    public event EventHandler<JobStep>? Changed;

    /// <summary>Starts a phase at zero.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="units">The units in all; null when not known.</param>
    public void Begin(LocalizedText name, long? units = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        lock (gate)
        {
            (phase, done, total, lastTold) = (name, 0, units, time.GetTimestamp());
        }

        Changed?.Invoke(this, Current);
    }

    /// <summary>Starts work that consists of other work: until <see cref="EndWhole"/>, phases that begin are parts of it.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="units">The units in all.</param>
    public void BeginWhole(LocalizedText name, long units)
    {
        lock (gate)
        {
            whole = new JobStep(name, 0, units);
        }

        Begin(name);
    }

    /// <summary>A unit of the whole is done.</summary>
    /// <param name="name">What is being done from now on.</param>
    public void AdvanceWhole(LocalizedText name)
    {
        lock (gate)
        {
            whole = whole is null ? null : whole with { Phase = name, Done = whole.Done + 1 };
        }

        Begin(name);
    }

    /// <summary>The whole has ended, well or not.</summary>
    public void EndWhole()
    {
        lock (gate)
        {
            whole = null;
        }
    }

    /// <summary>Adds units that are done; the notice is left out when the last was just given, except for the phase's last unit.</summary>
    public void Advance(long units = 1)
    {
        lock (gate)
        {
            done += units;
            if (done != total && time.GetElapsedTime(lastTold) < interval)
            {
                return;
            }

            lastTold = time.GetTimestamp();
        }

        Changed?.Invoke(this, Current);
    }

    /// <summary>Stops here when asked to.</summary>
    /// <exception cref="OperationCanceledException">The work was told to stop.</exception>
    public void ThrowIfCancelled() => Cancel.ThrowIfCancellationRequested();
}
