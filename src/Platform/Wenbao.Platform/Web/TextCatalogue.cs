using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Wenbao.Platform.Web;

/// <summary>The texts of one resource file: Chinese in the neutral file, English beside it. A key that is missing is a bug and shows as one.</summary>
/// <param name="baseName">The resource's full name without extension, such as <c>Wenbao.WebKit.Resources.WebKitTexts</c>.</param>
/// <param name="assembly">The assembly that holds it.</param>
public sealed class TextCatalogue(string baseName, Assembly assembly)
{
    private readonly ResourceManager resources = new(baseName, assembly);

    /// <summary>The text of a key in the reader's language.</summary>
    public string this[string key] => resources.GetString(key, CultureInfo.CurrentUICulture) ?? $"[{key}]";

    /// <summary>The text of a key with its placeholders filled.</summary>
    public string Format(string key, params object?[] values) => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>The keys that are not in every one of the two languages; a test holds this empty.</summary>
    public IReadOnlyList<string> Untranslated()
    {
        var zh = Keys(CultureInfo.InvariantCulture);
        var en = Keys(CultureInfo.GetCultureInfo("en"));
        return [.. zh.Except(en).Concat(en.Except(zh)).Order(StringComparer.Ordinal)];
    }

    private HashSet<string> Keys(CultureInfo culture)
    {
        var set = resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        return set is null ? [] : [.. set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];
    }
}
