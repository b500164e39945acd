using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wenbao.Platform.Packs;

/// <summary>Where values stand in YAML text, so that one can be changed and everything around it, comments included, stays as its author wrote it.</summary>
public static class PackYamlText
{
    /// <summary>Finds the value at a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Keys from the top; <c>[key=value]</c> takes the item of a list whose key has the value.</param>
    /// <returns>Null when the text is no YAML, or has nothing there.</returns>
    public static PackYamlSpan? Find(string text, params IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var node = Read(parser, 0);
            foreach (var step in path)
            {
                node = node?.Step(step);
            }

            return node;
        }
#pragma warning disable CA1031 // as in PackYaml: the library's scanner throws exceptions of many types on hostile text
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>A text as a scalar in single quotes, which mean nothing inside but themselves.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static PackYamlSpan Read(Parser parser, int depth)
    {
        if (depth > PackYaml.DepthMax)
        {
            throw new YamlException("nested too deeply");
        }

        switch (parser.Current)
        {
            case Scalar:
                var scalar = parser.Consume<Scalar>();
                return new PackYamlSpan((int)scalar.Start.Index, (int)scalar.End.Index, true) { Value = scalar.Value };
            case SequenceStart:
                return Sequence(parser, depth);
            case MappingStart:
                return Mapping(parser, depth);
            default:
                var alias = parser.Consume<AnchorAlias>();
                return new PackYamlSpan((int)alias.Start.Index, (int)alias.End.Index, true);
        }
    }

    private static PackYamlSpan Sequence(Parser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<PackYamlSpan>();
        SequenceEnd end;
        while (!parser.TryConsume(out end!))
        {
            items.Add(Read(parser, depth + 1));
        }

        var isFlow = start.Style == SequenceStyle.Flow;
        // The end is told in front of the bracket, and of a block list where the next thing begins; that one really ends with its last item.
        var last = isFlow ? (int)end.End.Index + 1 : items.Count == 0 ? (int)end.End.Index : items[^1].End;
        return new PackYamlSpan((int)start.Start.Index, last, isFlow) { Items = items };
    }

    private static PackYamlSpan Mapping(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<string, PackYamlSpan>>();
        MappingEnd end;
        while (!parser.TryConsume(out end!))
        {
            var key = parser.Consume<Scalar>().Value;
            entries.Add(KeyValuePair.Create(key, Read(parser, depth + 1)));
        }

        var isFlow = start.Style == MappingStyle.Flow;
        var last = isFlow ? (int)end.End.Index + 1 : entries.Count == 0 ? (int)end.End.Index : entries[^1].Value.End;
        return new PackYamlSpan((int)start.Start.Index, last, isFlow) { Entries = entries };
    }
}

/// <summary>A value in YAML text.</summary>
/// <param name="Start">The position of its first character.</param>
/// <param name="End">The position behind its last.</param>
/// <param name="IsFlow">Whether it is a scalar or written in brackets; else it is laid out over lines.</param>
public sealed record PackYamlSpan(int Start, int End, bool IsFlow)
{
    /// <summary>The value of a scalar; null for anything else.</summary>
    public string? Value { get; init; }

    /// <summary>The items of a list; null for anything else.</summary>
    public IReadOnlyList<PackYamlSpan>? Items { get; init; }

    /// <summary>The entries of a mapping; null for anything else.</summary>
    internal IReadOnlyList<KeyValuePair<string, PackYamlSpan>>? Entries { get; init; }

    /// <summary>The value under a key, or the item <c>[key=value]</c>; null when there is none.</summary>
    public PackYamlSpan? Step(string step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step is not ['[', .., ']'])
        {
            return Entries?.FirstOrDefault(e => e.Key == step).Value;
        }

        var equals = step.IndexOf('=', StringComparison.Ordinal);
        var (key, wanted) = (step[1..equals], step[(equals + 1)..^1]);
        return Items?.FirstOrDefault(item => item.Step(key)?.Value == wanted);
    }
}
