using System.Globalization;
using System.Text;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>How payouts are told, on pages, in the command line and in files alike.</summary>
public static class PayoutTexts
{
    /// <summary>Paid, gross.</summary>
    public static LocalizedText Paid { get; } = new("已兑付（元）", "Paid (yuan)");

    /// <summary>Come back from the bank.</summary>
    public static LocalizedText Returned { get; } = new("退回（元）", "Returned (yuan)");

    /// <summary>Recovered.</summary>
    public static LocalizedText Recovered { get; } = new("追回（元）", "Recovered (yuan)");

    /// <summary>What stayed paid.</summary>
    public static LocalizedText Net { get; } = new("净兑付（元）", "Net (yuan)");

    /// <summary>Relief booked.</summary>
    public static LocalizedText Booked { get; } = new("已减免（元）", "Relief booked (yuan)");

    /// <summary>Entitlements.</summary>
    public static LocalizedText Entitlements { get; } = new("笔数（人次）", "Entitlements");

    /// <summary>Recipients.</summary>
    public static LocalizedText Recipients { get; } = new("享受对象", "Recipients");

    /// <summary>Days from application to payment.</summary>
    public static LocalizedText MeanDays { get; } = new("申领到付款平均天数", "Mean days, claim to payment");

    /// <summary>Everything together.</summary>
    public static LocalizedText Total { get; } = new("合计", "Total");

    /// <summary>What payouts are grouped by.</summary>
    public static LocalizedText Name(PayoutGrouping by) => by switch
    {
        PayoutGrouping.Policy => new("政策", "Policy"),
        PayoutGrouping.Level => new("资金层级", "Funding level"),
        PayoutGrouping.Line => new("资金科目", "Fund line"),
        PayoutGrouping.Month => new("月份", "Month"),
        PayoutGrouping.Town => new("镇街", "Town"),
        PayoutGrouping.Industry => new("行业", "Industry"),
        _ => new("规模", "Size"),
    };

    /// <summary>A mean of days as tables show it; empty where there is none.</summary>
    public static string Shown(decimal? days) => days?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Payouts as a CSV file with a byte order mark: a line a group, and the total last under the key <c>total</c>; amounts in yuan.</summary>
    public static string Csv(Payouts payouts)
    {
        ArgumentNullException.ThrowIfNull(payouts);
        var file = new StringBuilder("\uFEFF").Append(CsvCells.Row("group_by", "key", "name_zh", "name_en", "paid", "returned", "recovered", "net", "booked", "entitlements", "recipients", "mean_days"));
        foreach (var group in payouts.Groups)
        {
            Append(file, payouts.By, group.Key ?? "", group.Name, group.Sum);
        }

        Append(file, payouts.By, "total", Total, payouts.Total);
        return file.ToString();
    }

    private static void Append(StringBuilder file, PayoutGrouping by, string key, LocalizedText name, PayoutSum sum) => file.Append(CsvCells.Row(
        by.ToString(), key, name.Zh, name.En, sum.Paid.ToString(), sum.Returned.ToString(), sum.Recovered.ToString(), sum.Net.ToString(), sum.Booked.ToString(), Count(sum.Entitlements), Count(sum.Recipients),
        Shown(sum.MeanDays)));

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);
}
