using System.Text.RegularExpressions;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <summary>Reads <c>registry/*.yaml</c> of a pack; every mistake is reported with file and line, all at once.</summary>
internal sealed partial class RegistryDeclarationReader(Pack pack, PackReader reader)
{
    // Table names are reg_TYPE__LIST; PostgreSQL cuts names at 63 bytes.
    private const int TypeIdLengthMax = 24;
    private const int ListIdLengthMax = 32;
    private const int AttributeIdLengthMax = 48;

    private static readonly HashSet<string> InnerColumns = new(StringComparer.Ordinal) { "id", "batch_id", "row_id", "subject_id", "parent_row_id" };
    private readonly List<(PackNode Node, string Target)> references = [];
    private readonly List<(SubjectType Type, RegistryAttribute Attribute, PackNode Node)> derived = [];
    private Dictionary<string, LocalizedText> sourceNames = [];

    /// <summary>Attributes that are derived, with the place of their rule, for checking the rules afterwards.</summary>
    public IReadOnlyList<(SubjectType Type, RegistryAttribute Attribute, PackNode Node)> Derived => derived;

    /// <summary>Reads all subject types.</summary>
    public RegistryDeclaration Read()
    {
        sourceNames = ReadSourceNames();
        var types = new List<SubjectType>();
        foreach (var file in pack.Files("registry/*.yaml").Where(f => f.RelativePath != "registry/sources.yaml"))
        {
            var node = reader.ReadYaml(file);
            if (node.IsMap && ReadType(node) is { } type)
            {
                if (types.Any(t => t.Id == type.Id))
                {
                    node.Report(RegistryProblems.IdTwice, type.Id);
                }
                else
                {
                    types.Add(type);
                }
            }
        }

        foreach (var (node, target) in references)
        {
            if (types.All(t => t.Id != target))
            {
                node.Report(RegistryProblems.ReferenceTargetUnknown, target);
            }
        }

        return new RegistryDeclaration(types, CodeListOf(types, IdentifierCheck.Industry), CodeListOf(types, IdentifierCheck.Division));
    }

    /// <summary>The code list when an attribute is checked against it; a pack that checks nothing needs none.</summary>
    private CodeTree? CodeListOf(List<SubjectType> types, IdentifierCheck check) =>
        !types.SelectMany(t => t.Attributes.Concat(t.AllLists.SelectMany(l => l.Fields))).Any(a => a.Check == check) ? null
        : check == IdentifierCheck.Industry ? PackReference.Industries(pack, reader)
        : PackReference.Divisions(pack, reader);

    private Dictionary<string, LocalizedText> ReadSourceNames()
    {
        var names = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
        if (pack.Find("registry/sources.yaml") is not { } file)
        {
            return names;
        }

        foreach (var department in reader.ReadYaml(file).Required("departments").Items())
        {
            var name = department.Required("name").LocalizedText();
            names[name.Zh] = name;
            foreach (var system in department.Optional("systems")?.Items() ?? [])
            {
                var systemName = system.LocalizedText();
                names[systemName.Zh] = systemName;
            }
        }

        return names;
    }

    private SubjectType? ReadType(PackNode node)
    {
        var id = ReadId(node.Required("id"), TypeIdLengthMax);
        var attributes = ReadAttributes(node.Required("attributes"), null);
        var lists = ReadLists(node.Optional("lists")?.Items() ?? []);
        var key = Named(node.Required("key"), "key", attributes);
        var publicId = Named(node.Required("public_id"), "public_id", attributes);
        var display = Named(node.Required("display"), "display", attributes);
        var dimensions = new Dictionary<string, RegistryAttribute>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Optional("dimensions")?.Entries() ?? [])
        {
            if (Named(value, "dimensions", attributes) is { } attribute)
            {
                dimensions[name] = attribute;
            }
        }

        var account = node.Optional("account") is { } where ? ReadAccount(where, attributes, display) : null;
        var title = node.Required("title").LocalizedText();
        if (key is null || publicId is null || display is null || id is null)
        {
            return null;
        }

        var type = new SubjectType(new SubjectTypeParts(id, title, key.Id, publicId.Id, display.Id, dimensions, attributes, lists, account));
        NoteDerived(type, node.Required("attributes"));
        return type;
    }

    private static SubjectAccount? ReadAccount(PackNode node, List<RegistryAttribute> attributes, RegistryAttribute? display)
    {
        var holder = node.Optional("holder") is { } named ? Named(named, "account.holder", attributes) : display;
        var number = Named(node.Required("number"), "account.number", attributes);
        var bank = Named(node.Required("bank"), "account.bank", attributes);
        var code = node.Optional("bank_code") is { } clearing ? Named(clearing, "account.bank_code", attributes) : null;
        return holder is null || number is null || bank is null ? null : new SubjectAccount(holder, number, bank, code);
    }

    private void NoteDerived(SubjectType type, PackNode attributes)
    {
        foreach (var node in attributes.Items().Where(n => n.IsMap && n.Optional("derive") is not null))
        {
            if (node.Optional("id")?.RawText is { } id && type.FindAttribute(id) is { Derivation: not null } attribute)
            {
                derived.Add((type, attribute, node.Optional("derive")!));
            }
        }
    }

    private static RegistryAttribute? Named(PackNode node, string entry, IReadOnlyList<RegistryAttribute> attributes)
    {
        if (node.IsMissing)
        {
            return null;
        }

        var name = node.Text();
        var found = attributes.FirstOrDefault(a => a.Id == name);
        if (found is null)
        {
            node.Report(RegistryProblems.AttributeUnknown, entry, name);
        }

        return found;
    }

    private List<RegistryAttribute> ReadAttributes(PackNode list, AttributeSource? inherited)
    {
        var attributes = new List<RegistryAttribute>();
        foreach (var node in list.Items())
        {
            if (node.IsMap && ReadAttribute(node, attributes.Count, inherited) is { } attribute)
            {
                if (attributes.Any(a => a.Id == attribute.Id))
                {
                    node.Report(RegistryProblems.IdTwice, attribute.Id);
                }
                else
                {
                    attributes.Add(attribute);
                }
            }
        }

        return attributes;
    }

    private RegistryAttribute? ReadAttribute(PackNode node, int index, AttributeSource? inherited)
    {
        var id = ReadId(node.Required("id"), AttributeIdLengthMax);
        var name = node.Required("name").LocalizedText();
        var type = ReadType(node.Required("type"), out var typeNode);
        var source = node.Optional("source") is { } s ? ReadSource(s) : inherited;
        var unit = node.Optional("unit")?.LocalizedText();
        var sensitivity = node.Optional("sensitivity")?.Enum<Sensitivity>() ?? Sensitivity.Public;
        var nullNode = node.Optional("null");
        var nullKind = nullNode?.Required("kind").Enum<NullKind>() ?? NullKind.Unknown;
        var means = nullNode?.Optional("means")?.LocalizedText();
        var check = node.Optional("check")?.Enum<IdentifierCheck>() ?? IdentifierCheck.None;
        var labelsNode = node.Optional("labels");
        var labels = (labelsNode?.Entries() ?? []).ToDictionary(e => e.Key, e => e.Value.LocalizedText(), StringComparer.Ordinal);
        var derivation = node.Optional("derive") is { } d ? ReadDerivation(d) : null;
        var noRecord = node.Optional("no_record");
        var range = node.Optional("range")?.Items() ?? [];
        if (id is null || type is null)
        {
            return null;
        }

        if (type.Target is { } target)
        {
            references.Add((typeNode, target));
        }

        CheckLabels(typeNode, labelsNode, type, labels);
        return new RegistryAttribute
        {
            Id = id,
            Name = name,
            Type = type,
            Index = index,
            Unit = unit,
            Source = source,
            Sensitivity = sensitivity,
            NullKind = nullKind,
            NullMeans = means,
            NoRecord = noRecord is null ? FeelValue.Null : ReadValue(noRecord, "no_record", type),
            Check = check,
            Labels = labels,
            Derivation = derivation,
            Min = range.Count > 0 ? ReadValue(range[0], "range", type) : FeelValue.Null,
            Max = range.Count > 1 ? ReadValue(range[1], "range", type) : FeelValue.Null,
        };
    }

    private static AttributeType? ReadType(PackNode node, out PackNode typeNode)
    {
        typeNode = node;
        if (node.IsMissing)
        {
            return null;
        }

        var text = node.Text();
        var type = AttributeType.Parse(text);
        if (type is null)
        {
            node.Report(RegistryProblems.TypeUnknown, text);
        }

        return type;
    }

    private static void CheckLabels(PackNode typeNode, PackNode? labelsNode, AttributeType type, Dictionary<string, LocalizedText> labels)
    {
        foreach (var code in type.Choices.Where(c => !labels.ContainsKey(c)))
        {
            typeNode.Report(RegistryProblems.LabelMissing, code);
        }

        foreach (var code in labels.Keys.Where(c => !type.Choices.Contains(c, StringComparer.Ordinal)))
        {
            labelsNode!.Report(RegistryProblems.LabelOfUnknownCode, code);
        }
    }

    private static FeelValue ReadValue(PackNode node, string entry, AttributeType type)
    {
        if (node.IsNull)
        {
            return FeelValue.Null;
        }

        var value = ValueText.Read(type, node.Text());
        if (value.IsNull || (type.Kind == AttributeKind.Choice && !type.Choices.Contains(value.AsString()!, StringComparer.Ordinal)))
        {
            node.Report(RegistryProblems.ValueUnfit, entry, node.Text(), type.Text);
        }

        return value;
    }

    private AttributeSource ReadSource(PackNode node) =>
        new(SourceName(node.Required("department")), node.Optional("system") is { } system ? SourceName(system) : null);

    private LocalizedText SourceName(PackNode node)
    {
        if (node.IsMap)
        {
            return node.LocalizedText();
        }

        var name = node.Text();
        if (sourceNames.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!node.IsMissing)
        {
            node.Report(RegistryProblems.SourceUnknown, name);
        }

        return new LocalizedText(name, name);
    }

    private static AttributeDerivation? ReadDerivation(PackNode node)
    {
        if (node.Optional("feel") is { } feel)
        {
            return new FeelDerivation(feel.Text());
        }

        var model = node.Required("model");
        if (model.IsMissing)
        {
            return null;
        }

        var path = model.Text();
        return new ModelDerivation(
            path.EndsWith(".dmn", StringComparison.Ordinal) ? path : $"models/{path}.dmn",
            node.Required("decision").Text(),
            node.Required("inputs").Entries().ToDictionary(e => e.Key, e => e.Value.Text(), StringComparer.Ordinal));
    }

    private List<RecordList> ReadLists(IReadOnlyList<PackNode> nodes)
    {
        var drafts = new List<ListDraft>();
        foreach (var node in nodes.Where(n => n.IsMap))
        {
            var id = ReadId(node.Required("id"), ListIdLengthMax);
            var source = node.Optional("source") is { } s ? ReadSource(s) : null;
            var fields = ReadAttributes(node.Required("fields"), source);
            var title = node.Required("title").LocalizedText();
            var keyNode = node.Required("key");
            var key = keyNode.Items().Select(k => Named(k, "key", fields)).OfType<RegistryAttribute>().ToArray();
            var parent = node.Optional("parent");
            if (id is null)
            {
                continue;
            }

            if (drafts.Any(d => d.Id == id))
            {
                node.Report(RegistryProblems.IdTwice, id);
                continue;
            }

            drafts.Add(new ListDraft(id, title, source, fields, key, parent));
        }

        foreach (var draft in drafts.Where(d => d.Parent is not null && !LeadsToTop(d, drafts)))
        {
            draft.Parent!.Report(RegistryProblems.ParentUnfit, draft.Id, draft.Parent.RawText);
        }

        return [.. drafts.Where(d => d.Parent is null).Select(d => Build(d, drafts))];
    }

    private static bool LeadsToTop(ListDraft draft, List<ListDraft> drafts)
    {
        var at = draft;
        for (var steps = 0; at?.Parent is { } parent; steps++)
        {
            at = drafts.FirstOrDefault(d => d.Id == parent.RawText);
            if (steps > drafts.Count)
            {
                return false;
            }
        }

        return at is not null;
    }

    private static RecordList Build(ListDraft draft, List<ListDraft> drafts)
    {
        var children = drafts.Where(d => d.Parent?.RawText == draft.Id).Select(d => Build(d, drafts)).ToArray();
        foreach (var child in children.Where(c => draft.Fields.Any(f => f.Id == c.Id)))
        {
            drafts.First(d => d.Id == child.Id).Parent!.Report(RegistryProblems.IdTwice, child.Id);
        }

        return new RecordList(draft.Id, draft.Title, draft.Source, draft.Fields, draft.Key, [.. children.Where(c => draft.Fields.All(f => f.Id != c.Id))]);
    }

    private static string? ReadId(PackNode node, int lengthMax)
    {
        if (node.IsMissing)
        {
            return null;
        }

        var id = node.Text();
        if (id.Length <= lengthMax && IdPattern().IsMatch(id) && !InnerColumns.Contains(id))
        {
            return id;
        }

        node.Report(RegistryProblems.IdUnfit, id, lengthMax);
        return null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    private sealed record ListDraft(
        string Id, LocalizedText Title, AttributeSource? Source, IReadOnlyList<RegistryAttribute> Fields, IReadOnlyList<RegistryAttribute> Key, PackNode? Parent);
}
