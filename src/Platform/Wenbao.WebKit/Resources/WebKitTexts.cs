using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Resources;

/// <summary>The texts of the shared controls.</summary>
public static class WebKitTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new("Wenbao.WebKit.Resources.WebKitTexts", typeof(WebKitTexts).Assembly);

    /// <summary>A text by its key.</summary>
    internal static string Text(string key) => All[key];
}
