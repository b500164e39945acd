using Wenbao.Platform.Packs;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>Makes the table of one subject type: rows by strata, attributes row by row, then cohorts and fits in order, gaps in the data, and history.</summary>
internal sealed class TableMaker(PopulationState state, SubjectType type, IReadOnlyList<PackNode> documents, ShapeResources resources, PackReader reader)
{
    private const int RowsPerChunk = 4096;

    /// <summary>Makes it.</summary>
    public PopulationTable Make(CancellationToken cancel)
    {
        var strataNodes = documents.SelectMany(d => d.Optional("strata")?.Items() ?? []).ToList();
        List<int> counts = [.. strataNodes.Select(s => state.Scaled(s.Required("count").Int()))];
        var table = new PopulationTable(type, counts.Sum());
        state.Tables[type.Id] = table;
        var shapes = new ShapeReader(state, table, resources);
        var cohorts = new CohortReader(shapes);
        var strata = ReadStrata(cohorts, strataNodes, counts, table);
        List<(PopulationColumn Column, ValueShape Shape)> attributes = [.. documents.SelectMany(d => cohorts.ReadSets(d.Optional("attributes")))];
        List<DerivedAttribute> derived = [.. documents.SelectMany(d => ReadDerived(d.Optional("derived"), shapes))];
        var dependencies = new Dependencies(table, derived);
        DrawRows(table, strata, attributes, dependencies, cancel);
        foreach (var numbers in documents.Select(d => d.Optional("identity_numbers")).OfType<PackNode>())
        {
            IdentityNumbers.Assign(
                table.Find(numbers.Required("to").Text())!, table.Find(numbers.Required("born").Text())!, table.Find(numbers.Required("sex").Text())!, numbers.Required("area").Text(), table.Rows);
        }

        var maker = new CohortMaker(state, table, reader, dependencies);
        foreach (var node in documents.SelectMany(d => d.Optional("cohorts")?.Items() ?? []))
        {
            cancel.ThrowIfCancellationRequested();
            if (node.Has("fit"))
            {
                new Fit(state, table, reader, shapes, cohorts).Apply(node);
            }
            else
            {
                maker.Make(cohorts.Read(node));
            }
        }

        Scatter(table, shapes, dependencies);
        Remember(table, shapes);
        ReportUnfit(table);
        return table;
    }

    private void ReportUnfit(PopulationTable table)
    {
        foreach (var (owner, column) in table.Columns.Select(c => (type.Id, c)).Concat(table.Lists.SelectMany(l => l.Columns.Select(c => (l.List.Id, c)))))
        {
            if (column.Unfit is { } value)
            {
                reader.Report(SynthesisProblems.ValueUnfit.At(owner + "." + column.Attribute.Id, value, column.Attribute.Type.Text));
            }
        }
    }

    private List<(int From, int To, IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> Sets)> ReadStrata(
        CohortReader cohorts, List<PackNode> nodes, List<int> counts, PopulationTable table)
    {
        var (strata, from) = (new List<(int, int, IReadOnlyList<(PopulationColumn, ValueShape)>)>(), 0);
        for (var i = 0; i < nodes.Count; i++)
        {
            strata.Add((from, from + counts[i], cohorts.ReadSets(nodes[i].Optional("set"))));
            foreach (var id in nodes[i].Required("id").Texts())
            {
                for (var row = from; row < from + counts[i]; row++)
                {
                    state.Join(id, table, row);
                }
            }

            from += counts[i];
        }

        return strata;
    }

    private static IEnumerable<DerivedAttribute> ReadDerived(PackNode? node, ShapeReader shapes)
    {
        foreach (var (name, value) in node?.Entries() ?? [])
        {
            if (shapes.Table.Find(name) is { } column)
            {
                yield return new DerivedAttribute(column, shapes.Read(value.Required("shape")), value.Required("from").Texts());
            }
            else
            {
                value.Report(SynthesisProblems.NameUnknown, name);
            }
        }
    }

    private void DrawRows(
        PopulationTable table, List<(int From, int To, IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> Sets)> strata,
        List<(PopulationColumn Column, ValueShape Shape)> attributes, Dependencies dependencies, CancellationToken cancel)
    {
        var salts = table.Columns.ToDictionary(c => c, c => Draws.Salt(c.Attribute.Id));
        foreach (var (from, to, sets) in strata)
        {
            List<(PopulationColumn Column, ValueShape Shape, ulong Salt)> drawn =
                [.. sets.Concat(attributes.Where(a => !sets.Any(s => s.Column == a.Column))).Select(a => (a.Column, a.Shape, salts[a.Column]))];
            var options = new ParallelOptions { CancellationToken = cancel };
            Parallel.For(0, (to - from + RowsPerChunk - 1) / RowsPerChunk, options, () => new RowContext(table, state.Seed), (chunk, _, context) =>
            {
                var end = Math.Min(to, from + (chunk + 1) * RowsPerChunk);
                for (var row = from + chunk * RowsPerChunk; row < end; row++)
                {
                    context.Row = row;
                    context.Member = row - from;
                    foreach (var (column, shape, salt) in drawn)
                    {
                        context.Start(salt);
                        column[row] = shape.Draw(context);
                    }

                    dependencies.RefreshAll(context);
                }

                return context;
            }, static _ => { });
        }
    }

    /// <summary>Takes values away where nobody counts on them, as in real registers.</summary>
    private void Scatter(PopulationTable table, ShapeReader shapes, Dependencies dependencies)
    {
        var context = new RowContext(table, state.Seed);
        foreach (var node in documents.SelectMany(d => d.Optional("missing")?.Items() ?? []))
        {
            var rate = (double)node.Required("rate").Decimal();
            var where = node.Optional("where") is { } filter ? shapes.ReadFilter(filter) : null;
            foreach (var name in node.Required("attributes").Texts())
            {
                if (table.Find(name) is not { } column)
                {
                    node.Report(SynthesisProblems.NameUnknown, name);
                    continue;
                }

                var salt = Draws.Salt("missing " + name);
                for (var row = 0; row < table.Rows; row++)
                {
                    context.Row = row;
                    context.Start(salt);
                    if (context.Random.Unit() < rate && !table.IsClaimed(name, row) && where?.Holds(context) != false)
                    {
                        column[row] = Datum.Null;
                        dependencies.RefreshAll(context);
                    }
                }
            }
        }
    }

    private void Remember(PopulationTable table, ShapeReader shapes)
    {
        var context = new RowContext(table, state.Seed);
        foreach (var node in documents.SelectMany(d => d.Optional("changes")?.Items() ?? []))
        {
            var (attribute, from, on) = (node.Required("attribute").Text(), shapes.Read(node.Required("from")), shapes.Operand(node.Required("on")));
            var where = shapes.ReadFilter(node.Required("where"));
            var share = (double)(node.Optional("share")?.Decimal() ?? 1);
            var salt = Draws.Salt("change " + attribute);
            for (var row = 0; row < table.Rows; row++)
            {
                context.Row = row;
                context.Start(salt);
                if (!where.Holds(context) || context.Random.Unit() >= share || table.Find(attribute) is not { } column)
                {
                    continue;
                }

                var (old, day) = (from.Draw(context), on.Draw(context));
                if (!day.IsNull && old.Written != column[row].Written)
                {
                    table.ChangeList.Add(new PopulationChange(row, attribute, old.Written, column[row].Written, DateOnly.FromDayNumber((int)day.Number)));
                }
            }
        }
    }
}
