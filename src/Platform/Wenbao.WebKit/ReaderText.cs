using System.Globalization;
using Wenbao.Kernel;
using Wenbao.WebKit.Texts;

namespace Wenbao.WebKit;

/// <summary>Values as a person reads them, in the language of the request.</summary>
public static class ReaderText
{
    /// <summary>Whether the reader's language is Chinese.</summary>
    public static bool IsChinese => LocalizedText.IsChinese(CultureInfo.CurrentUICulture);

    /// <summary>What is shown in place of a value that nobody has told (缺数据); never an empty place.</summary>
    public static string Missing => WebKitTexts.Missing;

    /// <summary>A calendar day: 2020年6月30日, 30 June 2020.</summary>
    public static string Day(DateOnly day) => IsChinese
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>First and last day of a period.</summary>
    public static string Days(Period period) => WebKitTexts.Fill(WebKitTexts.FromTo, Day(period.From), Day(period.To));

    /// <summary>A month: 2020年6月, June 2020.</summary>
    public static string Month(DateOnly day) => IsChinese
        ? day.ToString("yyyy年M月", CultureInfo.InvariantCulture)
        : day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A count with separators of thousands.</summary>
    public static string Count(long count) => count.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A number as exact as it is, with separators of thousands.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.############", CultureInfo.InvariantCulture);

    /// <summary>An amount to the fen, in yuan.</summary>
    public static string Exact(Money amount) => WebKitTexts.Fill(WebKitTexts.Yuan, amount.Grouped());

    /// <summary>是 or 否.</summary>
    public static string YesNo(bool value) => value ? WebKitTexts.Yes : WebKitTexts.No;
}
