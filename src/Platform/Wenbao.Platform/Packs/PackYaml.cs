using Wenbao.Kernel;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Wenbao.Platform.Packs;

/// <summary>Reads YAML into <see cref="PackNode"/>s that know their file and line.</summary>
/// <remarks>Built on the parser's events, not on its document tree: the tree stops at the first duplicate key, this goes on and reports them all.</remarks>
public static class PackYaml
{
    /// <summary>The deepest nesting read.</summary>
    public const int DepthMax = 64;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reader">Where problems are collected.</param>
    /// <returns>The top node; a missing node (<see cref="PackNode.IsMissing"/>) when the file cannot be read, whose accessors report nothing more.</returns>
    public static PackNode Read(PackFile file, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reader);
        var text = reader.ReadText(file);
        return text is null ? PackNode.Missing(file, reader, 1) : Read(text, file, reader);
    }

    /// <summary>Reads text as if it were the content of a file.</summary>
    public static PackNode Read(string text, PackFile file, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reader);
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return PackNode.Null(file, reader, 1);
            }

            parser.Consume<DocumentStart>();
            return new Walk(parser, file, reader).Node(0);
        }
#pragma warning disable CA1031 // on hostile text the library's scanner also throws exceptions that are not its own, such as InvalidOperationException
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            var line = error is YamlException yaml ? (int)yaml.Start.Line : (int)(parser.Current?.End.Line ?? 1);
            reader.Report(TabLine(text) is { } tab
                ? PackProblems.TabIndentation.At($"{file.Display}:{tab}")
                : PackProblems.NotYaml.At($"{file.Display}:{line}", error is YamlException ? error.InnerException?.Message ?? error.Message : "?"));
            return PackNode.Missing(file, reader, line);
        }
    }

    private static int? TabLine(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line[..^line.TrimStart().Length].Contains('\t'))
            {
                return number;
            }
        }

        return null;
    }

    private sealed class Walk(IParser parser, PackFile file, PackReader reader)
    {
        private readonly Dictionary<AnchorName, PackNode> anchors = [];

        public PackNode Node(int depth)
        {
            if (depth > DepthMax)
            {
                var line = Line(parser.Current!);
                reader.Report(PackProblems.NestedTooDeeply.At($"{file.Display}:{line}", DepthMax));
                parser.SkipThisAndNestedEvents();
                return PackNode.Missing(file, reader, line);
            }

            if (parser.TryConsume<AnchorAlias>(out var alias))
            {
                if (reader.RefusesAliases)
                {
                    reader.Report(PackProblems.AliasRefused.At($"{file.Display}:{Line(alias)}", alias.Value));
                    return PackNode.Missing(file, reader, Line(alias));
                }

                return anchors.TryGetValue(alias.Value, out var target) ? target : throw new YamlException(alias.Start, alias.End, $"*{alias.Value} ?");
            }

            var anchor = ((NodeEvent)parser.Current!).Anchor;
            var node = parser.Current switch
            {
                Scalar => ScalarNode(parser.Consume<Scalar>()),
                SequenceStart => List(depth),
                _ => Map(depth),
            };
            if (!anchor.IsEmpty)
            {
                anchors[anchor] = node;
            }

            return node;
        }

        private PackNode ScalarNode(Scalar scalar) =>
            scalar.Style == ScalarStyle.Plain && scalar.Value is ("" or "~" or "null" or "Null" or "NULL")
                ? PackNode.Null(file, reader, Line(scalar))
                : PackNode.Scalar(file, reader, Line(scalar), scalar.Value);

        private PackNode List(int depth)
        {
            var start = parser.Consume<SequenceStart>();
            var items = new List<PackNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(depth + 1));
            }

            return PackNode.List(file, reader, Line(start), items);
        }

        private PackNode Map(int depth)
        {
            var start = parser.Consume<MappingStart>();
            var entries = new OrderedDictionary<string, PackNode>(StringComparer.Ordinal);
            var watch = new KeyWatch(file);
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Current is Scalar ? parser.Consume<Scalar>() : throw new YamlException(parser.Current!.Start, parser.Current.End, "key?");
                var value = Node(depth + 1);
                if (entries.TryAdd(key.Value, value))
                {
                    lines[key.Value] = Line(key);
                    watch.Written(key.Value, Line(key));
                }
                else
                {
                    reader.Report(PackProblems.DuplicateKey.At($"{file.Display}:{Line(key)}", key.Value, lines[key.Value]));
                }
            }

            reader.Watch(watch);
            return PackNode.Map(file, reader, entries.Count > 0 && start.Style == MappingStyle.Block ? lines.Values.Min() : Line(start), entries, watch);
        }

        private static int Line(ParsingEvent at) => (int)at.Start.Line;
    }
}
