using Wenbao.Kernel;

namespace Wenbao.Cli.Output;

/// <summary>Texts about the played past months and what they leave in the books.</summary>
internal static class HistoryTexts
{
    public static readonly LocalizedText Ledger = new("入账", "In the ledger");
    public static readonly LocalizedText Played = new(
        "已演示 {0} 至 {1}：申领 {2} 笔，兑现 {3} 笔，批次 {4} 个，{5} 秒。", "{0} to {1} were played: {2} claims, {3} settled, {4} batches, {5} s.");
}
