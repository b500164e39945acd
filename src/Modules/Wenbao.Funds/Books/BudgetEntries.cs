using Wenbao.Kernel;

namespace Wenbao.Funds.Books;

/// <summary>The entries that give money to a line and take it back. The district changes its own money only.</summary>
internal static class BudgetEntries
{
    /// <summary>More money for a line.</summary>
    public static EntryDraft Give(string line, Money amount) =>
        new(new AccountKey(line, FundLevel.District, FundStage.Free), new AccountKey(line, FundLevel.District, FundStage.Appropriated), amount);

    /// <summary>Less money for a line.</summary>
    public static EntryDraft Take(string line, Money amount) =>
        new(new AccountKey(line, FundLevel.District, FundStage.Appropriated), new AccountKey(line, FundLevel.District, FundStage.Free), amount);
}
