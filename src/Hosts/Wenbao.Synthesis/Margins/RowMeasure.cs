using System.Text.RegularExpressions;
using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Platform.Packs;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>Counts or sums the subjects of a type, or the records of one of their lists, that meet a condition.</summary>
internal sealed class RowMeasure
{
    private readonly Func<FeelValue[], bool> where;
    private readonly Func<FeelValue[], bool>? whole;
    private readonly int sum = -1;
    private readonly int distinct = -1;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private decimal total;
    private long counted;
    private long of;

    private RowMeasure(SubjectType type, RecordList? list, PackNode node)
    {
        Type = type;
        List = list;
        Fields = list is null ? type.Attributes : list.Fields;
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        foreach (var field in Fields)
        {
            scope.Define(field.Id, field.Type.FeelType);
        }

        where = Compile(node.Required("where"), scope);
        whole = node.Optional("percent_of") is { } percent ? Compile(percent, scope) : null;
        sum = Position(node.Optional("sum"));
        distinct = Position(node.Optional("distinct"));
        FrameSize = layout.Size;
        var texts = string.Join(' ', node.Entries().Select(e => e.Value.RawText));
        Needs = [.. Enumerable.Range(0, Fields.Count).Where(i => Regex.IsMatch(texts, $@"\b{Fields[i].Id}\b"))];
    }

    /// <summary>The subject type.</summary>
    public SubjectType Type { get; }

    /// <summary>The list whose records are measured; null for the subjects themselves.</summary>
    public RecordList? List { get; }

    /// <summary>The positions of the attributes or fields it looks at.</summary>
    public IReadOnlyList<int> Needs { get; }

    /// <summary>How large a frame it needs; the attributes or fields stand in front in declared order.</summary>
    public int FrameSize { get; }

    /// <summary>What was measured so far.</summary>
    public decimal Result => whole is not null ? of == 0 ? 0 : 100m * counted / of : distinct >= 0 ? seen.Count : sum >= 0 ? total : counted;

    private IReadOnlyList<RegistryAttribute> Fields { get; }

    /// <summary>Reads a measure; null, with a problem at the reader, when it names what is not there.</summary>
    public static RowMeasure? Read(PackNode node, RegistryDeclaration registry)
    {
        var typeNode = node.Required("type");
        if (registry.Find(typeNode.Text()) is not { } type)
        {
            typeNode.Report(SynthesisProblems.NameUnknown, typeNode.Text());
            return null;
        }

        var listNode = node.Optional("list");
        var list = listNode is null ? null : type.FindList(listNode.Text());
        if (listNode is not null && list is null)
        {
            listNode.Report(SynthesisProblems.NameUnknown, listNode.Text());
            return null;
        }

        return new RowMeasure(type, list, node);
    }

    /// <summary>Takes a subject or a record into account.</summary>
    /// <param name="frame">Its values in declared order, at least those that are needed.</param>
    public void Add(FeelValue[] frame)
    {
        if (whole?.Invoke(frame) == true)
        {
            of++;
        }

        if (!where(frame))
        {
            return;
        }

        counted++;
        if (sum >= 0)
        {
            total += frame[sum].AsNumber() ?? 0;
        }

        if (distinct >= 0 && frame[distinct].AsString() is { } text)
        {
            seen.Add(text);
        }
    }

    private static Func<FeelValue[], bool> Compile(PackNode node, BindingScope scope)
    {
        var bound = FeelEngine.Bind(node.Text(), scope);
        if (bound.Diagnostics.FirstOrDefault(d => d.Severity == FeelSeverity.Error) is { } error)
        {
            node.Report(SynthesisProblems.ConditionBroken, error.Zh, error.En);
            return _ => false;
        }

        return FeelCompiler.CompilePredicate(bound.Root);
    }

    private int Position(PackNode? node)
    {
        if (node is null)
        {
            return -1;
        }

        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Id == node.Text())
            {
                return i;
            }
        }

        node.Report(SynthesisProblems.NameUnknown, node.Text());
        return -1;
    }
}
