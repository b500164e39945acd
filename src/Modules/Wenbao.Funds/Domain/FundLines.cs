using Wenbao.Funds.Packs;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds;

/// <summary>Every fund line of a pack (资金科目表), in the order of its files. Immutable; shared by all.</summary>
public sealed class FundLines
{
    private readonly Dictionary<string, FundLine> byId;

    internal FundLines(IReadOnlyList<FundLine> all, string? reserve)
    {
        All = all;
        Reserve = reserve;
        byId = all.ToDictionary(l => l.Id, StringComparer.Ordinal);
    }

    /// <summary>No lines: a pack without money.</summary>
    public static FundLines None { get; } = new([], null);

    /// <summary>The lines, in the order the pack names them.</summary>
    public IReadOnlyList<FundLine> All { get; }

    /// <summary>The line that cuts move their money to; null when the pack names none, and then nothing can be cut.</summary>
    /// <remarks>Source: mechanism S107 (the freed money is tracked to its new use).</remarks>
    public string? Reserve { get; }

    /// <summary>Reads <c>funds/lines.yaml</c> and <c>funds/budget.yaml</c> of a pack.</summary>
    /// <returns>The lines, none when the pack has neither file; or all mistakes together, each with file and line.</returns>
    public static Result<FundLines> Read(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        var lines = new FundLineReader(pack, reader).Read();
        return reader.Complete(pack.Id) is { } defective ? defective : lines.Make();
    }

    /// <summary>The line of an id; null when the pack has none.</summary>
    public FundLine? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The line of an id, or <see cref="FundsProblems.LineNotFound"/>.</summary>
    public Result<FundLine> Get(string id) => Find(id) is { } line ? line : FundsProblems.LineNotFound.With(id);

    /// <summary>A line that has money and left the pack: all that is known of it is its id.</summary>
    internal static FundLine Departed(string id) => new()
    {
        Id = id,
        Name = new(id, id),
        Account = new(id, id),
        Kind = FundLineKind.Budget,
        Class = FundLineClass.OffBudget,
        OpensOn = DateOnly.MinValue,
    };

    /// <summary>The name of a line; its id when the pack has none.</summary>
    public LocalizedText NameOf(string id) => Find(id)?.Name ?? new LocalizedText(id, id);
}
