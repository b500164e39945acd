using System.Text.RegularExpressions;

namespace Wenbao.Policies.Pages;

/// <summary>The English summary of the clauses, written as a Markdown list in the pack, as plain lines.</summary>
internal static partial class ClauseSummary
{
    /// <summary>One line an entry of the list; links keep their text, marks of emphasis go.</summary>
    public static IReadOnlyList<string> Lines(string summary) =>
        [.. summary.Split('\n').Select(Plain).Where(line => line.Length > 0)];

    private static string Plain(string line)
    {
        var text = line.Trim();
        text = text.StartsWith("- ", StringComparison.Ordinal) ? text[2..] : text;
        return Link().Replace(text, "$1").Replace("**", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
