namespace Wenbao.Funds;

/// <summary>An account of the ledger (账户): a line, a level and a stage.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Level">The level whose money it is.</param>
/// <param name="Stage">The stage.</param>
public readonly record struct AccountKey(string Line, FundLevel Level, FundStage Stage);
