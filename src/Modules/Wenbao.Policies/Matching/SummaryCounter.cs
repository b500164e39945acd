using System.Numerics;

namespace Wenbao.Policies.Matching;

/// <summary>Counts the cells of one policy; one counter a thread, added up at the end.</summary>
internal sealed class SummaryCounter(Policy policy)
{
    private readonly long[] remaining = new long[policy.Conditions.Count];
    private readonly long[] failures = new long[policy.Conditions.Count];
    private readonly uint mendable = policy.MendableConditions();
    private long audience;
    private long found;
    private long nearMiss;
    private long undetermined;
    private long amountFen;
    private long foundCases;
    private long ticks;

    /// <summary>Adds time spent, in ticks of the stopwatch.</summary>
    public void AddTicks(long spent) => ticks += spent;

    /// <summary>Counts a cell.</summary>
    public void Add(in Cell cell)
    {
        audience++;
        foundCases += cell.FoundCases;
        amountFen += cell.AmountFen;
        found += cell.Decision.Outcome == Outcome.Eligible ? 1 : 0;
        undetermined += cell.Decision.Outcome == Outcome.Undetermined ? 1 : 0;
        nearMiss += cell.Decision.IsNearMiss(mendable) ? 1 : 0;
        AddMasks(cell.Decision.Failed);
    }

    /// <summary>Adds what another thread counted.</summary>
    public void Add(SummaryCounter other)
    {
        audience += other.audience;
        found += other.found;
        nearMiss += other.nearMiss;
        undetermined += other.undetermined;
        amountFen += other.amountFen;
        foundCases += other.foundCases;
        ticks += other.ticks;
        for (var i = 0; i < remaining.Length; i++)
        {
            remaining[i] += other.remaining[i];
            failures[i] += other.failures[i];
        }
    }

    /// <summary>The summary.</summary>
    public MatchSummary Summary() =>
        new(policy.Id, audience, found, nearMiss, undetermined, audience - found - undetermined, amountFen)
        {
            FoundCases = foundCases,
            Elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(0, ticks),
            Remaining = remaining,
            Failures = failures,
        };

    private void AddMasks(uint failed)
    {
        var holdBefore = failed == 0 ? remaining.Length : BitOperations.TrailingZeroCount(failed);
        for (var i = 0; i < holdBefore; i++)
        {
            remaining[i]++;
        }

        for (var mask = failed; mask != 0; mask &= mask - 1)
        {
            failures[BitOperations.TrailingZeroCount(mask)]++;
        }
    }
}
