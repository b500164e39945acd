using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>The columns and lists that a pass over one subject type needs, each once.</summary>
internal sealed class ScanColumns(SubjectType type, RegistryDeclaration declaration)
{
    private readonly List<string> columns = [];
    private readonly List<RecordList> lists = [];

    /// <summary>The subject type.</summary>
    public SubjectType Type { get; } = type;

    /// <summary>Attribute ids, or paths through a reference such as <c>owner.status</c>.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Top-level lists; children come with their parents.</summary>
    public IReadOnlyList<RecordList> Lists => lists;

    /// <summary>The position of a column, added when it is new; -1 when the registry does not declare it.</summary>
    public int Column(string path)
    {
        var known = columns.IndexOf(path);
        if (known >= 0)
        {
            return known;
        }

        if (AttributeAt(path) is null)
        {
            return -1;
        }

        columns.Add(path);
        return columns.Count - 1;
    }

    /// <summary>The position of a list, added when it is new; -1 when the registry does not declare it.</summary>
    public int List(string id)
    {
        var known = lists.FindIndex(l => l.Id == id);
        if (known >= 0)
        {
            return known;
        }

        if (Type.Lists.FirstOrDefault(l => l.Id == id) is not { } list)
        {
            return -1;
        }

        lists.Add(list);
        return lists.Count - 1;
    }

    /// <summary>Whether some column is read through a reference to a subject type.</summary>
    public bool RefersTo(string subjectType) => columns.Any(path =>
        path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Type.FindAttribute(path[..dot])?.Type.Target == subjectType);

    /// <summary>The subject type that a reference leads to; null when the attribute is no reference.</summary>
    public SubjectType? TargetOf(string reference) => Type.FindAttribute(reference)?.Type.Target is { } target ? declaration.Find(target) : null;

    /// <summary>The subject type and the attribute of a text such as <c>person.household</c>, whose subjects refer to this type; null when it is not declared so.</summary>
    public (SubjectType Other, string Attribute)? ReferringAt(string text) =>
        text.Split('.') is [var other, var attribute] && declaration.Find(other) is { } found && found.FindAttribute(attribute)?.Type.Target == Type.Id ? (found, attribute) : null;

    /// <summary>The attribute that a path names, or null.</summary>
    public RegistryAttribute? AttributeAt(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return Type.FindAttribute(path);
        }

        return Type.FindAttribute(path[..dot])?.Type.Target is { } target ? declaration.Find(target)?.FindAttribute(path[(dot + 1)..]) : null;
    }
}
