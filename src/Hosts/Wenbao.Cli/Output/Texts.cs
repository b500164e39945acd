using Wenbao.Kernel;

namespace Wenbao.Cli.Output;

/// <summary>Texts of the command line.</summary>
internal static class Texts
{
    public static readonly LocalizedText SeeHelp = new("用 wenbao --help 查看用法。", "See wenbao --help.");
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

    /// <summary>The text with its placeholders filled.</summary>
    public static string With(this LocalizedText text, params object[] values) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text.For(), values);
}
