using Wenbao.Kernel;

namespace Wenbao.Cli.Output;

/// <summary>Texts of the command line.</summary>
internal static class Texts
{
    public static readonly LocalizedText Colon = new("：", ": ");
    public static readonly LocalizedText InBrackets = new("（{0}）", " ({0})");
    public static readonly LocalizedText Clause = new("（条款 {0}）", " (clause {0})");
    public static readonly LocalizedText SeeHelp = new("用 wenbao --help 查看用法。", "See wenbao --help.");
    public static readonly LocalizedText AsOfExpected = new("--as-of 要写成 YYYY-MM-DD，如 2020-06-30。", "--as-of is written YYYY-MM-DD, such as 2020-06-30.");
    public static readonly LocalizedText UrlExpected = new("--url 要写成本机的 http 地址，如 http://localhost:5080。", "--url is an http address of this machine, such as http://localhost:5080.");
    public static readonly LocalizedText Stopped = new("已停止。", "Stopped.");
    public static readonly LocalizedText Policy = new("政策", "Policy");
    public static readonly LocalizedText Title = new("名称", "Title");
    public static readonly LocalizedText Audience = new("对象", "Audience");
    public static readonly LocalizedText Judged = new("判定", "Judged");
    public static readonly LocalizedText Mode = new("方式", "Mode");
    public static readonly LocalizedText Validity = new("有效期", "Validity");
    public static readonly LocalizedText Found = new("符合", "Found");
    public static readonly LocalizedText NearMiss = new("差一点", "Near miss");
    public static readonly LocalizedText Undetermined = new("未定", "Undetermined");
    public static readonly LocalizedText Ineligible = new("不符合", "Not eligible");
    public static readonly LocalizedText Amount = new("金额（元）", "Amount (yuan)");
    public static readonly LocalizedText Time = new("用时", "Time");
    public static readonly LocalizedText PoliciesSound = new("{0} 项政策没有错误，{1} 个算例。", "{0} policies without faults, {1} examples.");
    public static readonly LocalizedText ExamplesPass = new("{0} 个算例全部通过。", "All {0} examples pass.");
    public static readonly LocalizedText ExamplesFail = new("{0} 个算例中 {1} 个不符。", "Of {0} examples {1} fail.");
    public static readonly LocalizedText CasesDecided = new("已判定 {0} 个算例，{1} 个无法判定。", "{0} cases decided, {1} could not be.");

    public static readonly LocalizedText Decided = new("{0} 项政策，{1}，{2} 秒。", "{0} policies, {1}, {2} s.");
    public static readonly LocalizedText Recommended = new("（互斥政策中推荐）", "(best of those that exclude each other)");
    public static readonly LocalizedText Cases = new("{0} 期（次），{1} 期（次）符合", "{0} cases, {1} of them eligible");
    public static readonly LocalizedText Gap = new("相差 {0}", "short by {0}");
    public static readonly LocalizedText Missing = new("缺数据", "missing");
    public static readonly LocalizedText None = new("无", "none");
    public static readonly LocalizedText Records = new("{0} 条记录", "{0} records");
    public static readonly LocalizedText Yes = new("是", "yes");
    public static readonly LocalizedText No = new("否", "no");
    public static readonly LocalizedText Imported = new(
        "读入 {0} 行：新增 {1}，变更 {2}，未变 {3}，隔离 {4}；影响对象 {5} 个。", "{0} rows read: {1} new, {2} changed, {3} unchanged, {4} quarantined; {5} subjects changed.");
    public static readonly LocalizedText Quarantine = new("有问题的行及改正方法见 {0}", "The rows with defects and how to mend them: {0}");
    public static readonly LocalizedText Exported = new("已导出 {0} 行到 {1}", "{0} rows written to {1}");
    public static readonly LocalizedText Serving = new("网页：{0}（按 Ctrl+C 停止）", "Pages: {0} (Ctrl+C stops)");
    public static readonly LocalizedText MadeIn = new("合成区域已就绪：种子 {0}，{1} 个对象，{2} 秒。", "The synthetic district is ready: seed {0}, {1} subjects, {2} s.");
    public static readonly LocalizedText Reused = new("使用已有数据：种子 {0}，规模 {1}。", "Data made before are used: seed {0}, size {1}.");
    public static readonly LocalizedText MarginsMet = new("达到 {0} 项，未达到 {1} 项，等待 {2} 项。", "{0} met, {1} missed, {2} waiting.");
    public static readonly LocalizedText FullSize = new("全量", "full size");
    public static readonly LocalizedText Margin = new("边际", "Margin");
    public static readonly LocalizedText Due = new("何时核对", "Due");
    public static readonly LocalizedText Wanted = new("要求", "Wanted");
    public static readonly LocalizedText Range = new("范围", "Range");
    public static readonly LocalizedText Got = new("实得", "Got");
    public static readonly LocalizedText Met = new("达到", "Met");

    /// <summary>The text with its placeholders filled.</summary>
    public static string With(this LocalizedText text, params object[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text.For(), [.. values.Select(v => v is Money amount ? amount.Grouped() : v)]);
}
