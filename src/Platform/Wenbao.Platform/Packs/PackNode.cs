using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>One value of a pack file with the place it stands: a text, a list, a mapping, or nothing. CSV rows are mappings too.</summary>
/// <remarks>Accessors never throw for bad content: they note a problem in the reader and answer with a default. A missing node reports nothing more, so one mistake is told once.</remarks>
public sealed partial class PackNode
{
    private readonly string? text;
    private readonly IReadOnlyList<PackNode>? items;
    private readonly OrderedDictionary<string, PackNode>? entries;
    private readonly KeyWatch? watch;

    private PackNode(PackFile file, PackReader reader, int line, string? text, IReadOnlyList<PackNode>? items, OrderedDictionary<string, PackNode>? entries, KeyWatch? watch)
    {
        File = file;
        Reader = reader;
        Line = line;
        this.text = text;
        this.items = items;
        this.entries = entries;
        this.watch = watch;
    }

    /// <summary>The file it stands in.</summary>
    public PackFile File { get; }

    /// <summary>The reader that collects its problems.</summary>
    public PackReader Reader { get; }

    /// <summary>The line it starts at, from 1.</summary>
    public int Line { get; }

    /// <summary>File and line as problems show them, such as <c>registry/enterprise.yaml:12</c>.</summary>
    public string Where => string.Create(CultureInfo.InvariantCulture, $"{File.Display}:{Line}");

    /// <summary>Whether it stands for something that could not be found or read; the problem is already noted.</summary>
    public bool IsMissing { get; private init; }

    /// <summary>Whether it is written as <c>null</c>, <c>~</c> or left empty (in CSV: an empty cell).</summary>
    public bool IsNull => text is null && items is null && entries is null && !IsMissing;

    /// <summary>Whether it is a single value.</summary>
    public bool IsScalar => text is not null;

    /// <summary>Whether it is a list.</summary>
    public bool IsList => items is not null;

    /// <summary>Whether it is a mapping of keys to values.</summary>
    public bool IsMap => entries is not null;

    /// <summary>The text as it is written, for scalars; null for anything else. Notes no problem.</summary>
    public string? RawText => text;

    /// <summary>The value under a key that must be there; a missing key is a problem and gives a missing node.</summary>
    public PackNode Required(string key)
    {
        var found = Lookup(key);
        if (found is { IsNull: false })
        {
            return found;
        }

        if (!IsMissing && watch is not null && (found is not null || watch.MissedFirst(key)))
        {
            Report(PackProblems.KeyMissing, key);
        }

        return Missing(File, Reader, Line);
    }

    /// <summary>The value under a key; null when the key is not written or its value is null (see <see cref="Has"/>).</summary>
    public PackNode? Optional(string key) => Lookup(key) is { IsNull: false } found ? found : null;

    /// <summary>Whether the key is written, with or without a value.</summary>
    public bool Has(string key)
    {
        watch?.Asked(key);
        return entries is not null && entries.ContainsKey(key);
    }

    /// <summary>Names keys that are allowed though not read here.</summary>
    /// <returns>The node itself.</returns>
    public PackNode Allow(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            watch?.Asked(key);
        }

        return this;
    }

    /// <summary>Allows every key: unknown ones are not reported.</summary>
    /// <returns>The node itself.</returns>
    public PackNode AllowAny()
    {
        watch?.IsOpen = true;
        return this;
    }

    /// <summary>The items of a list in order; a single value counts as a list of one, null as an empty list, a mapping is a problem.</summary>
    public IReadOnlyList<PackNode> Items()
    {
        if (items is not null)
        {
            return items;
        }

        if (text is not null)
        {
            return [this];
        }

        if (entries is not null)
        {
            ReportType("列表", "a list");
        }

        return [];
    }

    /// <summary>The entries of a mapping of free names in the order written; null counts as empty, anything else is a problem.</summary>
    public IReadOnlyList<KeyValuePair<string, PackNode>> Entries()
    {
        if (entries is not null)
        {
            AllowAny();
            return [.. entries];
        }

        if (!IsNull && !IsMissing)
        {
            ReportType("键值表", "a mapping");
        }

        return [];
    }

    /// <summary>Notes a problem at this place.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="particulars">Values for the placeholders of its title.</param>
    public void Report(ProblemKind kind, params object?[] particulars)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Reader.Report(kind.At(Where, particulars));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Where} {(IsMissing ? "(missing)" : text ?? (IsList ? "[…]" : IsMap ? "{…}" : "null"))}";

    internal static PackNode Scalar(PackFile file, PackReader reader, int line, string text) => new(file, reader, line, text, null, null, null);

    internal static PackNode Null(PackFile file, PackReader reader, int line) => new(file, reader, line, null, null, null, null);

    internal static PackNode Missing(PackFile file, PackReader reader, int line) => new(file, reader, line, null, null, null, null) { IsMissing = true };

    internal static PackNode List(PackFile file, PackReader reader, int line, IReadOnlyList<PackNode> items) => new(file, reader, line, null, items, null, null);

    internal static PackNode Map(PackFile file, PackReader reader, int line, OrderedDictionary<string, PackNode> entries, KeyWatch watch) =>
        new(file, reader, line, null, null, entries, watch);

    private PackNode? Lookup(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        watch?.Asked(key);
        if (entries is null)
        {
            if (!IsMissing)
            {
                ReportType("键值表", "a mapping");
            }

            return null;
        }

        return entries.GetValueOrDefault(key);
    }

    private void ReportType(string zh, string en) =>
        Report(PackProblems.WrongType, zh, text ?? (IsList ? "[…]" : IsMap ? "{…}" : "null"), en);
}
