using Wenbao.Kernel;

namespace Wenbao.Funds.Books;

/// <summary>What revolving and compensation funds have in common.</summary>
internal static class FundUses
{
    private const int ReferenceCharactersMax = 100;

    /// <summary>The line of an id, which must be of a kind.</summary>
    public static Result<FundLine> FindLine(FundLines lines, string id, FundLineKind kind)
    {
        var line = lines.Get(id);
        if (!line.IsSuccess || line.Value.Kind == kind)
        {
            return line;
        }

        var name = kind == FundLineKind.Revolving ? new LocalizedText("循环使用的资金", "a revolving fund") : new LocalizedText("风险补偿资金", "a compensation fund");
        return FundsProblems.LineOfOtherKind.With(id, name.Zh, name.En);
    }

    /// <summary>What is wrong with a reference.</summary>
    public static IEnumerable<Problem> CheckReference(string? reference, string field = "reference")
    {
        if (string.IsNullOrWhiteSpace(reference) || reference.Length > ReferenceCharactersMax)
        {
            yield return FundsProblems.FieldWrong.At(field, $"编号应为 1 至 {ReferenceCharactersMax} 个字符", $"a reference has 1 to {ReferenceCharactersMax} characters");
        }
    }

    /// <summary>Shares an amount out over what is open at several levels, in proportion, to the fen; never more at a level than is open there.</summary>
    /// <param name="open">What is open, by level; more than nought each.</param>
    /// <param name="amount">At most the sum of what is open.</param>
    /// <returns>The parts, in the same order; some may be nought.</returns>
    public static IReadOnlyList<Money> InProportion(IReadOnlyList<Money> open, Money amount)
    {
        var parts = new Money[open.Count];
        var left = amount;
        var whole = new Money(open.Sum(o => o.Fen));
        for (var i = 0; i < open.Count; i++)
        {
            // What is left over what is open stays at most one, so rounding never takes more than there is.
            var part = whole == Money.Zero ? Money.Zero : new Money((long)((((Int128)left.Fen * open[i].Fen * 2) + whole.Fen) / ((Int128)whole.Fen * 2)));
            parts[i] = part;
            left -= part;
            whole -= open[i];
        }

        return parts;
    }
}
