using System.Globalization;

namespace Wenbao.Kernel;

/// <summary>One text in the two languages that every text of the product exists in (双语文本).</summary>
/// <param name="Zh">The Chinese text; never empty.</param>
/// <param name="En">The English text; never empty.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text in the language of <paramref name="culture"/>: Chinese for any culture whose language is <c>zh</c>, else English.</summary>
    /// <param name="culture">The reader's culture; null means <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string For(CultureInfo? culture = null) =>
        IsChinese(culture ?? CultureInfo.CurrentUICulture) ? Zh : En;

    /// <summary>Whether the culture's language is Chinese.</summary>
    public static bool IsChinese(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh";
    }

    /// <summary>The Chinese text; use <see cref="For"/> where a person reads.</summary>
    public override string ToString() => Zh;
}
