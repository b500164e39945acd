namespace Wenbao.Server;

/// <summary>What the played people write. It is kept as they wrote it, in Chinese.</summary>
internal static class HistoryTexts
{
    public const string Objection = "名单中的情况与本人了解的不一致，请核实。";
    public const string Upheld = "经核实，异议成立。";
    public const string Dismissed = "经核实，异议不成立。";
    public const string Corrected = "收款人已更正账户。";
    public const string Uncorrectable = "无法取得正确账户，退回预算。";
}
