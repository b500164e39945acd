using Wenbao.Feel;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>Records that a subject may have any number of (记录表): loans, filings, trips. A child list holds records below those of its parent.</summary>
public sealed class RecordList
{
    private readonly Dictionary<string, RegistryAttribute> fields;

    internal RecordList(
        string id, LocalizedText title, AttributeSource? source, IReadOnlyList<RegistryAttribute> fields, IReadOnlyList<RegistryAttribute> ownKey, IReadOnlyList<RecordList> children)
    {
        Id = id;
        Title = title;
        Source = source;
        Fields = fields;
        OwnKey = ownKey;
        Children = children;
        this.fields = fields.ToDictionary(f => f.Id, StringComparer.Ordinal);
        foreach (var child in children)
        {
            child.Parent = this;
        }

        var members = fields.Select(f => new FeelMember(f.Id, f.Type.FeelType))
            .Concat(children.Select(c => new FeelMember(c.Id, FeelType.ListOf(c.RecordType)))).ToArray();
        RecordType = new ContextFeelType(members);
        Shape = new FeelShape([.. members.Select(m => m.Name)]);
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The title for people.</summary>
    public LocalizedText Title { get; }

    /// <summary>Where the records come from; null when nothing is declared.</summary>
    public AttributeSource? Source { get; }

    /// <summary>The list whose records these lie below; null at the top.</summary>
    public RecordList? Parent { get; private set; }

    /// <summary>The lists below.</summary>
    public IReadOnlyList<RecordList> Children { get; }

    /// <summary>The fields, in declared order.</summary>
    public IReadOnlyList<RegistryAttribute> Fields { get; }

    /// <summary>The fields that tell records of one subject (of one parent record, in a child list) apart.</summary>
    public IReadOnlyList<RegistryAttribute> OwnKey { get; }

    /// <summary>The key within the subject: the parent's key fields, then the own ones.</summary>
    public IReadOnlyList<RegistryAttribute> FullKey => Parent is null ? OwnKey : [.. Parent.FullKey, .. OwnKey];

    /// <summary>The type of one record in decision models: all fields, then each child list under its id.</summary>
    public ContextFeelType RecordType { get; }

    /// <summary>The names of <see cref="RecordType"/>, shared by all records that are read.</summary>
    public FeelShape Shape { get; }

    /// <summary>The field of an id, or null.</summary>
    public RegistryAttribute? FindField(string id) => fields.GetValueOrDefault(id);
}
