using Wenbao.Platform.Data;

namespace Wenbao.Benchmarks.Runner;

/// <summary>One question about speed, asked on one database. It is prepared once, run several times, and checks its answer every time.</summary>
internal abstract class Benchmark
{
    /// <summary>By which it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it asks.</summary>
    public abstract string Question { get; }

    /// <summary>What is counted, in the plural.</summary>
    public abstract string Unit { get; }

    /// <summary>The time it must not take on two processors; null when nothing is promised.</summary>
    public virtual TimeSpan? Limit => null;

    /// <summary>The systems it is asked on.</summary>
    public virtual IReadOnlyList<DatabaseKind> Systems { get; } = [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    /// <summary>Makes what it needs, untimed.</summary>
    public abstract Task PrepareAsync(BenchSpace space);

    /// <summary>Brings back the state before a round, untimed; only where a round changes something.</summary>
    public virtual Task ResetAsync(BenchSpace space, int round) => Task.CompletedTask;

    /// <summary>The timed part.</summary>
    /// <returns>The units done.</returns>
    /// <exception cref="WrongAnswerException">The answer is wrong; a time of a wrong answer is worth nothing.</exception>
    public abstract Task<long> RunAsync(BenchSpace space, int round);

    /// <summary>Lets go what it holds, before its folder and database go.</summary>
    public virtual ValueTask EndAsync() => ValueTask.CompletedTask;
}
