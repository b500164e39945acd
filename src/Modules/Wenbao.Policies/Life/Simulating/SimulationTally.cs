using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies.Life;

/// <summary>Adds up what two programs make of everybody, batch by batch. One thread at a time.</summary>
/// <param name="dimensions">Reads town, industry and size.</param>
/// <param name="before">The plan of the version in force; -1 for a new policy.</param>
/// <param name="after">The plan of the draft.</param>
/// <param name="mendable">The draft's mendable conditions.</param>
internal sealed class SimulationTally(SubjectDimensions dimensions, int before, int after, uint mendable)
{
    private readonly Dictionary<(string Dimension, string? Code), long[]> byDimension = [];
    private readonly SortedDictionary<YearMonth, long[]> byMonth = new(Comparer<YearMonth>.Create((a, b) => (a.Year, a.Month).CompareTo((b.Year, b.Month))));
    private readonly long[] nearMisses = new long[Policy.ConditionsMax];

    /// <summary>Subjects whose money or finding changes.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>Subjects that just miss the draft.</summary>
    public List<Near> NearMisses { get; } = [];

    /// <summary>Eligible cases of both sides, for how far the money goes.</summary>
    public List<SimulatedCase> Cases { get; } = [];

    /// <summary>A subject whose money or finding changes.</summary>
    public sealed record Change(long SubjectId, string PublicId, string? Town, string? Industry, string? Size, bool WasFound, bool IsFound, long FenBefore, long FenAfter);

    /// <summary>A subject that just misses the draft.</summary>
    public sealed record Near(long SubjectId, string PublicId, string? Town, string? Industry, string? Size, bool WasFound, long FenBefore, int Condition, NearGap? Gap);

    /// <summary>Adds a judged batch.</summary>
    public void Add(PolicyMatcher.JudgedBatch batch)
    {
        var listener = (SimulationListener)batch.Kept!;
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            var old = before < 0 ? null : batch.Cells[before][i];
            var now = batch.Cells[after][i];
            Add(batch.Rows[i], old, now, listener);
        }

        foreach (var decided in listener.Cases)
        {
            var month = Month(new YearMonth(decided.On.Year, decided.On.Month));
            month[decided.IsAfter ? 1 : 0]++;
            month[decided.IsAfter ? 3 : 2] += decided.Fen;
        }

        Cases.AddRange(listener.Cases);
    }

    /// <summary>The effect by town, industry and size.</summary>
    public IReadOnlyList<DimensionEffect> Dimensions() =>
        [.. byDimension.OrderBy(d => d.Key.Dimension, StringComparer.Ordinal).ThenBy(d => d.Key.Code is null).ThenBy(d => d.Key.Code, StringComparer.Ordinal)
            .Select(d => new DimensionEffect(d.Key.Dimension, d.Key.Code, d.Value[0], d.Value[1], d.Value[2], d.Value[3], d.Value[4], d.Value[5]))];

    /// <summary>The effect by month.</summary>
    public IReadOnlyList<MonthEffect> Months() => [.. byMonth.Select(m => new MonthEffect(m.Key, m.Value[0], m.Value[1], m.Value[2], m.Value[3]))];

    /// <summary>Subjects that fail only one condition of the draft.</summary>
    public long NearMissesAt(int condition) => nearMisses[condition];

    private void Add(SubjectRow row, Cell? old, Cell? now, SimulationListener listener)
    {
        var (wasFound, isFound) = (old is { FoundCases: > 0 }, now is { FoundCases: > 0 });
        var (fenBefore, fenAfter) = (old?.AmountFen ?? 0, now?.AmountFen ?? 0);
        var near = now is { } cell && cell.Decision.IsNearMiss(mendable) ? cell.Decision.SingleFailure : -1;
        if (!wasFound && !isFound && near < 0)
        {
            return;
        }

        var (town, industry, size) = dimensions.Of(row);
        if (near >= 0)
        {
            nearMisses[near]++;
            NearMisses.Add(new Near(row.Id, row.PublicId, town, industry, size, wasFound, fenBefore, near, listener.GapOf(row.Id)));
        }

        var gains = (isFound && !wasFound) || fenAfter > fenBefore;
        var loses = (wasFound && !isFound) || fenAfter < fenBefore;
        if (gains || loses)
        {
            Changes.Add(new Change(row.Id, row.PublicId, town, industry, size, wasFound, isFound, fenBefore, fenAfter));
        }

        if (!wasFound && !isFound)
        {
            return;
        }

        foreach (var key in (ReadOnlySpan<(string, string?)>)[("town", town), ("industry", industry), ("size", size)])
        {
            var sums = byDimension.TryGetValue(key, out var known) ? known : byDimension[key] = new long[6];
            sums[0] += wasFound ? 1 : 0;
            sums[1] += isFound ? 1 : 0;
            sums[2] += fenBefore;
            sums[3] += fenAfter;
            sums[4] += gains ? 1 : 0;
            sums[5] += loses ? 1 : 0;
        }
    }

    private long[] Month(YearMonth month) => byMonth.TryGetValue(month, out var known) ? known : byMonth[month] = new long[4];
}

/// <summary>An eligible case of a simulation.</summary>
/// <param name="On">Its evaluation date.</param>
/// <param name="SubjectId">The subject.</param>
/// <param name="Fen">Its amount, in fen.</param>
/// <param name="IsAfter">Whether the draft found it; else the version in force did.</param>
/// <param name="Line">The fund line that pays it; null for none.</param>
internal readonly record struct SimulatedCase(DateOnly On, long SubjectId, long Fen, bool IsAfter, string? Line);

/// <summary>How far a near miss is from the threshold.</summary>
/// <param name="Actual">The value there is, as text.</param>
/// <param name="Threshold">What it is compared with, as text.</param>
/// <param name="Distance">The difference for numbers and days; null for other kinds.</param>
internal sealed record NearGap(string Actual, string Threshold, decimal? Distance);
