using Wenbao.Kernel;

namespace Wenbao.Funds.Books;

/// <summary>Makes a cut list: the same percent of what the district gave to every line of the classes, exempt lines left out with their evidence, and of each line no more than is free.</summary>
/// <remarks>Source: mechanism S107. The district cuts its own money only; what other levels gave is theirs to cut.</remarks>
internal static class CutPlanner
{
    /// <summary>The list, in the order of the pack; lines to which nothing was given are left out, as is the line the money goes to.</summary>
    /// <param name="lines">The pack's lines.</param>
    /// <param name="percent">The percent, more than 0 and up to 100.</param>
    /// <param name="classes">The classes to be cut.</param>
    /// <param name="accounts">The accounts of every line that may be cut.</param>
    public static IReadOnlyList<CutItem> Plan(FundLines lines, decimal percent, IReadOnlyCollection<FundLineClass> classes, IReadOnlyDictionary<string, LineAccounts> accounts) =>
        [.. Candidates(lines, classes).Select(line => Item(line, percent, accounts[line.Id])).Where(item => item.Base > Money.Zero)];

    /// <summary>The lines that a cut of the classes looks at.</summary>
    public static IEnumerable<FundLine> Candidates(FundLines lines, IReadOnlyCollection<FundLineClass> classes) =>
        lines.All.Where(l => l.Capital is not null && l.Id != lines.Reserve && classes.Contains(l.Class));

    /// <summary>As much of a wanted amount as is free of the district's money, and of the line's.</summary>
    public static Money Cuttable(Money wanted, LineAccounts accounts)
    {
        var free = Least(accounts.Before(FundLevel.District, FundStage.Free), accounts.FreeBefore);
        return free <= Money.Zero ? Money.Zero : Least(wanted, free);
    }

    /// <summary>Why a line may not be cut.</summary>
    public static CutExemption ExemptionOf(FundLine line) =>
        line.BasicLivelihood is not null ? CutExemption.BasicLivelihood
        : line.BoundByAgreement is not null ? CutExemption.BoundByAgreement
        : CutExemption.None;

    private static CutItem Item(FundLine line, decimal percent, LineAccounts accounts)
    {
        var given = -accounts.Before(FundLevel.District, FundStage.Appropriated);
        var exemption = ExemptionOf(line);
        var wanted = exemption == CutExemption.None ? Money.Round(given.Yuan * percent / 100m) : Money.Zero;
        return new CutItem(line.Id, line.Class, given, wanted, Cuttable(wanted, accounts), exemption, line.BasicLivelihood ?? line.BoundByAgreement);
    }

    private static Money Least(Money left, Money right) => left < right ? left : right;
}
