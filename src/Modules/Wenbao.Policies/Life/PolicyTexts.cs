using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Packs;

namespace Wenbao.Policies.Life;

/// <summary>Edits the files of a policy where one value stands, and leaves everything around it as its author wrote it.</summary>
internal static class PolicyTexts
{
    /// <summary>The files under another policy id: every place that names the old one names the new one.</summary>
    /// <param name="texts">The files.</param>
    /// <param name="oldId">The id there.</param>
    /// <param name="newId">The id wanted.</param>
    /// <param name="number">The catalogue number wanted.</param>
    public static Dictionary<string, string> Renamed(IReadOnlyDictionary<string, string> texts, string oldId, string newId, int number)
    {
        // Ids are lower-case letters, digits and hyphens; an id that only begins or ends like this one is another.
        var whole = new Regex($"(?<![a-z0-9-]){Regex.Escape(oldId)}(?![a-z0-9-])", RegexOptions.CultureInvariant);
        var renamed = texts.ToDictionary(t => t.Key, t => whole.Replace(t.Value, newId), StringComparer.Ordinal);
        renamed[PolicyFolder.PolicyFile] = Replaced(renamed[PolicyFolder.PolicyFile], number.ToString(CultureInfo.InvariantCulture), "no");
        return renamed;
    }

    /// <summary>The text with the value at a path replaced; unchanged when nothing stands there.</summary>
    public static string Replaced(string text, string value, params IReadOnlyList<string> path) =>
        PackYamlText.Find(text, path) is { } span ? Spliced(text, span.Start, span.End, value) : text;

    /// <summary>Sets the value of a parameter from a day on: a value of the same day is replaced, else one is put in its place among the others.</summary>
    /// <param name="text">The text of <c>parameters.yaml</c>.</param>
    /// <param name="parameter">The parameter's id.</param>
    /// <param name="from">The first day of the value.</param>
    /// <param name="value">The value as YAML.</param>
    /// <returns>Null when the text has no such parameter, or its values are not written as a list.</returns>
    public static string? WithValue(string text, string parameter, DateOnly from, string value)
    {
        if (PackYamlText.Find(text, $"[id={parameter}]", "values") is not { Items: { Count: > 0 } items } values)
        {
            return null;
        }

        if (items.FirstOrDefault(i => DayOf(i) == from)?.Step("value") is { } same)
        {
            return Spliced(text, same.Start, same.End, value);
        }

        var added = $"{{from: {PackYamlText.Quote(Day(from))}, value: {value}}}";
        var next = items.FirstOrDefault(i => DayOf(i) > from);
        if (values.IsFlow)
        {
            return next is not null ? Spliced(text, next.Start, next.Start, added + ", ") : Spliced(text, items[^1].End, items[^1].End, ", " + added);
        }

        var dash = text.LastIndexOf('-', items[0].Start - 1);
        var indent = text[(text.LastIndexOf('\n', dash) + 1)..dash];
        if (next is not null)
        {
            var line = text.LastIndexOf('\n', next.Start - 1) + 1;
            return Spliced(text, line, line, indent + "- " + added + "\n");
        }

        var end = text.IndexOf('\n', items[^1].End);
        return end < 0 ? text + "\n" + indent + "- " + added + "\n" : Spliced(text, end, end, "\n" + indent + "- " + added);
    }

    /// <summary>The text with the last day of a span replaced wherever both its days are told together, such as <c>2020-01-01至2020-12-31</c>.</summary>
    /// <param name="text">Any of the files.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day there.</param>
    /// <param name="newTo">The last day wanted.</param>
    public static string WithLastDay(string text, DateOnly from, DateOnly to, DateOnly newTo)
    {
        var span = new Regex($@"({Day(from)}\D{{1,8}}){Day(to)}", RegexOptions.CultureInvariant);
        return span.Replace(text, match => match.Groups[1].Value + Day(newTo));
    }

    /// <summary>The text without some examples.</summary>
    /// <param name="text">The text of <c>examples.yaml</c>.</param>
    /// <param name="ids">Ids of the examples left out.</param>
    public static string WithoutExamples(string text, IReadOnlyCollection<string> ids)
    {
        if (ids.Count == 0 || PackYamlText.Find(text) is not { Items: { } items, IsFlow: false })
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        var at = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Step("id")?.Value is { } id && ids.Contains(id))
            {
                var start = text.LastIndexOf('-', items[i].Start - 1);
                var line = text.LastIndexOf('\n', start) + 1;
                var end = i + 1 < items.Count ? text.LastIndexOf('\n', text.LastIndexOf('-', items[i + 1].Start - 1)) + 1 : text.Length;
                kept.Append(text, at, line - at);
                at = end;
            }
        }

        kept.Append(text, at, text.Length - at);
        return ids.Count >= items.Count ? "[]\n" : kept.ToString();
    }

    private static DateOnly? DayOf(PackYamlSpan item) =>
        DateOnly.TryParseExact(item.Step("from")?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Spliced(string text, int start, int end, string value) => string.Concat(text.AsSpan(0, start), value, text.AsSpan(end));
}
