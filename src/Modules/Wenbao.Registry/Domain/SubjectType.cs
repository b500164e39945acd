using Wenbao.Feel;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>A sort of subject that policies can reach (对象类型): market entity, person, household, project.</summary>
public sealed class SubjectType
{
    private readonly Dictionary<string, RegistryAttribute> attributes;
    private readonly Dictionary<string, RecordList> lists;

    internal SubjectType(SubjectTypeParts parts)
    {
        Id = parts.Id;
        Title = parts.Title;
        Attributes = parts.Attributes;
        Lists = parts.Lists;
        Dimensions = parts.Dimensions;
        Account = parts.Account;
        attributes = Attributes.ToDictionary(a => a.Id, StringComparer.Ordinal);
        AllLists = [.. Lists.SelectMany(WithChildren)];
        lists = AllLists.ToDictionary(l => l.Id, StringComparer.Ordinal);
        Key = attributes[parts.Key];
        PublicId = attributes[parts.PublicId];
        Display = attributes[parts.Display];
        Account = parts.Account;
        RowType = new ContextFeelType([.. Attributes.Select(a => new FeelMember(a.Id, a.Type.FeelType))]);
    }

    /// <summary>The id, such as <c>enterprise</c>.</summary>
    public string Id { get; }

    /// <summary>The title for people.</summary>
    public LocalizedText Title { get; }

    /// <summary>The attribute that files name a subject by; unique.</summary>
    public RegistryAttribute Key { get; }

    /// <summary>The attribute that commands and addresses name a subject by; unique.</summary>
    public RegistryAttribute PublicId { get; }

    /// <summary>The attribute shown as the subject's name.</summary>
    public RegistryAttribute Display { get; }

    /// <summary>Filter dimensions (<c>town</c>, <c>industry</c>, <c>size</c>) and the attribute of each.</summary>
    public IReadOnlyDictionary<string, RegistryAttribute> Dimensions { get; }

    /// <summary>Where the account lies that money for such a subject is paid onto; null when the pack declares none.</summary>
    public SubjectAccount? Account { get; }

    /// <summary>The attributes, in declared order.</summary>
    public IReadOnlyList<RegistryAttribute> Attributes { get; }

    /// <summary>The record lists at the top, in declared order.</summary>
    public IReadOnlyList<RecordList> Lists { get; }

    /// <summary>All record lists, each parent in front of its children.</summary>
    public IReadOnlyList<RecordList> AllLists { get; }

    /// <summary>All attributes as one context type, in declared order.</summary>
    public ContextFeelType RowType { get; }

    /// <summary>The attribute of an id, or null.</summary>
    public RegistryAttribute? FindAttribute(string id) => attributes.GetValueOrDefault(id);

    /// <summary>The record list of an id, at the top or below; null when there is none.</summary>
    public RecordList? FindList(string id) => lists.GetValueOrDefault(id);

    private static IEnumerable<RecordList> WithChildren(RecordList list) => list.Children.SelectMany(WithChildren).Prepend(list);
}

/// <summary>What a subject type is made of; the reader has checked that all names lead somewhere.</summary>
internal sealed record SubjectTypeParts(
    string Id,
    LocalizedText Title,
    string Key,
    string PublicId,
    string Display,
    IReadOnlyDictionary<string, RegistryAttribute> Dimensions,
    IReadOnlyList<RegistryAttribute> Attributes,
    IReadOnlyList<RecordList> Lists,
    SubjectAccount? Account);
