using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Texts;

/// <summary>Texts of the layout and the shared controls. One property a key; the texts stand in <c>WebKitTexts.resx</c> (Chinese) and <c>WebKitTexts.en.resx</c>.</summary>
internal static class WebKitTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(WebKitTexts).FullName!, typeof(WebKitTexts).Assembly);

    public static string AboutTheData => Text();

    public static string ActingAs => Text();

    public static string BackToStart => Text();

    public static string CancelForm => Text();

    public static string CannotBeTold => Text();

    public static string Change => Text();

    public static string DataAsOf => Text();

    public static string DoesNotHold => Text();

    public static string FooterNote => Text();

    public static string FromTo => Text();

    public static string Holds => Text();

    public static string HowToMend => Text();

    public static string JustMissed => Text();

    public static string MainNavigation => Text();

    public static string Missing => Text();

    public static string NextPage => Text();

    public static string No => Text();

    public static string PageOf => Text();

    public static string Pages => Text();

    public static string Place => Text();

    public static string PreviousPage => Text();

    public static string ProblemNumber => Text();

    public static string Product => Text();

    public static string Recommended => Text();

    public static string SkipToContent => Text();

    public static string VisitorWithoutDuty => Text();

    public static string Waits => Text();

    public static string Yes => Text();

    public static string Yuan => Text();

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Text([CallerMemberName] string key = "") => All[key];
}
