using System.Text.Json.Serialization;

namespace Wenbao.Policies;

/// <summary>What matching a policy against the registry came to (判定汇总).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Audience">Subjects judged.</param>
/// <param name="Found">Subjects with at least one case that is eligible (符合).</param>
/// <param name="NearMiss">Subjects that fail exactly one condition, for certain, and can mend it (差一点); counted within <paramref name="Ineligible"/>.</param>
/// <param name="Undetermined">Subjects that cannot be told, because data are missing (未定).</param>
/// <param name="Ineligible">Subjects that are not eligible (不符合).</param>
/// <param name="AmountFen">The sum of the amounts found, in fen.</param>
public sealed record MatchSummary(
    [property: JsonPropertyName("policy")] string Policy,
    [property: JsonPropertyName("audience")] long Audience,
    [property: JsonPropertyName("found")] long Found,
    [property: JsonPropertyName("nearMiss")] long NearMiss,
    [property: JsonPropertyName("undetermined")] long Undetermined,
    [property: JsonPropertyName("ineligible")] long Ineligible,
    [property: JsonPropertyName("amountFen")] long AmountFen)
{
    /// <summary>Eligible cases: a subject found in six months counts six times.</summary>
    [JsonIgnore]
    public long FoundCases { get; init; }

    /// <summary>The day decided for, when it is another than the whole pass's; null for the pass's.</summary>
    [JsonIgnore]
    public DateOnly? AsOf { get; init; }

    /// <summary>Processor time spent on deciding, over all threads.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }

    /// <summary>How many subjects remain after each condition, in order (漏斗).</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Remaining { get; init; } = [];

    /// <summary>How many subjects fail each condition, whatever else they fail.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Failures { get; init; } = [];
}
