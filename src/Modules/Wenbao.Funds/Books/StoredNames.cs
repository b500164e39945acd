using System.Collections.Frozen;

namespace Wenbao.Funds.Books;

/// <summary>Levels and stages by the names under which accounts are stored.</summary>
internal static class StoredNames
{
    private static readonly FrozenDictionary<string, FundLevel> Levels = Enum.GetValues<FundLevel>().ToFrozenDictionary(l => l.ToString(), StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, FundStage> Stages = Enum.GetValues<FundStage>().ToFrozenDictionary(s => s.ToString(), StringComparer.Ordinal);

    /// <summary>The level of a stored name.</summary>
    public static FundLevel Level(string name) => Levels[name];

    /// <summary>The stage of a stored name.</summary>
    public static FundStage Stage(string name) => Stages[name];
}
