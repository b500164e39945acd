using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

/// <summary>Reads cohorts of one table from the pack.</summary>
internal sealed class CohortReader(ShapeReader shapes)
{
    private static readonly IReadOnlyDictionary<int, AllotRule> NoAllots = new Dictionary<int, AllotRule>();

    /// <summary>Reads a cohort.</summary>
    public Cohort Read(PackNode node)
    {
        shapes.StartCohort();
        node.Allow("policy", "note");
        var variables = new List<(int, string, ValueShape)>();
        foreach (var (name, value) in node.Optional("vars")?.Entries() ?? [])
        {
            var shape = shapes.Read(value);
            variables.Add((shapes.Variable(name), name, shape));
        }

        List<RecordRecipe> records = [.. (node.Optional("records")?.Items() ?? []).Select(ReadRecords)];
        var cohort = new Cohort(
            node.Required("id").Text(),
            node.Optional("where") is { } where ? shapes.ReadFilter(where) : null,
            node.Optional("weight") is { } weight ? shapes.Operand(weight) : null,
            node.Optional("keep")?.Texts() ?? [],
            variables,
            ReadSets(node.Optional("set")),
            records,
            [.. node.Required("recipes").Entries().Select(e => ReadRecipe(e.Key, e.Value))]);
        return cohort with { Place = node.Where, VariableCount = shapes.Variables, Claims = node.Optional("claims")?.Bool() ?? true };
    }

    /// <summary>Reads attributes and the shapes they are set from.</summary>
    public IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> ReadSets(PackNode? node)
    {
        var sets = new List<(PopulationColumn, ValueShape)>();
        foreach (var (name, value) in node?.Entries() ?? [])
        {
            if (shapes.Table.Find(name) is { } column)
            {
                sets.Add((column, shapes.Read(value)));
            }
            else
            {
                node!.Report(SynthesisProblems.NameUnknown, name);
            }
        }

        return sets;
    }

    /// <summary>Reads the rule by which a total is shared out.</summary>
    public AllotRule ReadAllot(PackNode node) => new(
        node.Required("total").Decimal(),
        node.Optional("step")?.Decimal() ?? 0.01m,
        node.Optional("min") is { } min ? shapes.Operand(min) : null,
        node.Optional("max") is { } max ? shapes.Operand(max) : null,
        node.Optional("less") is { } less ? shapes.Variable(less.Text().TrimStart('$')) : null);

    private Recipe ReadRecipe(string id, PackNode node)
    {
        var allots = new Dictionary<int, AllotRule>();
        foreach (var (name, value) in node.Optional("allot")?.Entries() ?? [])
        {
            if (!shapes.HasVariable(name))
            {
                value.Report(SynthesisProblems.NameUnknown, name);
            }

            allots[shapes.Variable(name)] = ReadAllot(value);
        }

        var pick = node.Required("pick");
        return new Recipe(
            id,
            pick.RawText == "rest" ? PickMode.Rest : PickMode.Count,
            pick.RawText == "rest" ? 0 : pick.Int(),
            node.Optional("where") is { } where ? shapes.ReadFilter(where) : null,
            allots.Count == 0 ? NoAllots : allots,
            [.. (node.Optional("variants")?.Entries() ?? []).Select(e => ReadVariant(e.Key, e.Value))],
            node.Optional("null_one_of")?.Texts() ?? [],
            node.Optional("no_records")?.Bool() ?? false);
    }

    private Variant ReadVariant(string name, PackNode node)
    {
        var fields = new Dictionary<(string, string), ValueShape>();
        foreach (var (path, value) in node.Optional("fields")?.Entries() ?? [])
        {
            var parts = path.Split('.');
            if (parts.Length != 2 || shapes.Table.FindList(parts[0])?.Find(parts[1]) is null)
            {
                value.Report(SynthesisProblems.NameUnknown, path);
                continue;
            }

            fields[(parts[0], parts[1])] = shapes.Read(value);
        }

        return new Variant(
            name,
            (double)(node.Optional("weight")?.Decimal() ?? 1),
            node.Optional("count")?.Int(),
            (node.Optional("vars")?.Entries() ?? []).ToDictionary(e => shapes.Variable(e.Key), e => shapes.Read(e.Value)),
            ReadSets(node.Optional("set")),
            fields,
            (node.Optional("drop")?.Texts() ?? []).ToHashSet(StringComparer.Ordinal));
    }

    private RecordRecipe ReadRecords(PackNode node)
    {
        var listNode = node.Required("list");
        var list = shapes.Table.FindList(listNode.Text());
        if (list is null)
        {
            listNode.Report(SynthesisProblems.NameUnknown, listNode.Text());
            list = shapes.Table.Lists.First();
        }

        var split = node.Optional("split");
        SplitRule? rule = split is null ? null : new SplitRule(
            shapes.Operand(split.Required("of")),
            shapes.Variable(split.Required("as").Text()),
            split.Optional("step")?.Decimal() ?? 0.01m,
            split.Optional("at_most") is { } most ? shapes.Operand(most) : null,
            split.Optional("filled")?.Bool() ?? false);
        return new RecordRecipe(
            list,
            node.Optional("when") is { } when ? shapes.ReadFilter(when) : null,
            node.Optional("count") is { } count ? shapes.Read(count) : null,
            node.Optional("each")?.Entries() is [var each, ..] && list.Find(each.Key) is { } eachColumn
                ? (eachColumn, [.. each.Value.Texts().Select(t => Datum.Parse(t))])
                : null,
            rule,
            [.. (node.Optional("fields")?.Entries() ?? []).Select(e => (Field(list, e.Key, e.Value), shapes.Read(e.Value)))],
            [.. (node.Optional("divide")?.Items() ?? []).Select(d => new DivisionRule(
                shapes.Operand(d.Required("of")),
                d.Optional("step")?.Decimal() ?? 0.01m,
                [.. d.Required("into").Entries().Select(e => (Field(list, e.Key, e.Value), e.Value.Decimal()))]))],
            [.. (node.Optional("children")?.Items() ?? []).Select(ReadRecords)]);
    }

    private static PopulationColumn Field(RecordTable list, string name, PackNode node)
    {
        if (list.Find(name) is { } field)
        {
            return field;
        }

        node.Report(SynthesisProblems.NameUnknown, list.List.Id + "." + name);
        return list.Columns[0];
    }
}
