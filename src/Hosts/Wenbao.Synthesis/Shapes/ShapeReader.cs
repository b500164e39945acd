using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

/// <summary>Reads value shapes and conditions of one table from the pack; mistakes go to the reader with their place.</summary>
internal sealed partial class ShapeReader(PopulationState state, PopulationTable table, ShapeResources resources)
{
    private static readonly ValueShape Nothing = new FixedShape(Datum.Null);
    private readonly Dictionary<string, int> variables = new(StringComparer.Ordinal);

    /// <summary>The table.</summary>
    public PopulationTable Table { get; } = table;

    /// <summary>The state.</summary>
    public PopulationState State { get; } = state;

    /// <summary>How many variables the cohort has.</summary>
    public int Variables => variables.Count;

    /// <summary>Forgets the variables of the cohort before.</summary>
    public void StartCohort() => variables.Clear();

    /// <summary>The position of a variable; new names get the next one.</summary>
    public int Variable(string name)
    {
        if (!variables.TryGetValue(name, out var position))
        {
            variables.Add(name, position = variables.Count);
        }

        return position;
    }

    /// <summary>Whether the cohort has the variable.</summary>
    public bool HasVariable(string name) => variables.ContainsKey(name);

    /// <summary>Reads a shape: a scalar is a fixed value, <c>$name</c> a variable, a mapping one of the known ways.</summary>
    public ValueShape Read(PackNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.RawText is { } text)
        {
            return text is ['$' or '.' or '#', ..] ? Reference(text, node) : new FixedShape(Datum.Parse(text));
        }

        if (!node.IsMap)
        {
            return Nothing;
        }

        var shape = Bare(node);
        var (min, max, step, roundUp) = (node.Optional("min"), node.Optional("max"), node.Optional("step"), node.Optional("round_up"));
        return min is null && max is null && (step is null || node.Has("range"))
            ? shape
            : new BoundedShape(shape, min is null ? null : Operand(min), max is null ? null : Operand(max), step?.Decimal(), roundUp?.Bool() ?? false);
    }

    /// <summary>Reads what a shape works on: as <see cref="Read"/>, and the id of an attribute means its value.</summary>
    public ValueShape Operand(PackNode node) =>
        node.RawText is { } text && Table.Find(text) is { } column ? new AttributeShape(column) : Read(node);

    private ValueShape Bare(PackNode node)
    {
        if (node.Optional("pick") is { } pick)
        {
            return Pick(pick);
        }

        if (node.Optional("range") is { } range && range.Items() is [var low, var high])
        {
            return new RangeShape(Operand(low), Operand(high), node.Optional("step")?.Decimal() ?? 1);
        }

        if (node.Optional("lognormal") is { } lognormal && lognormal.Items() is [var median, var sigma])
        {
            return new LognormalShape(Operand(median), (double)sigma.Decimal());
        }

        if (node.Optional("times") is { } times)
        {
            var by = node.Optional("by")?.Items() ?? [];
            var factors = by.Select(b => b.Decimal()).DefaultIfEmpty(1).ToList();
            return new LinearShape(Operand(times), factors[0], factors[^1], node.Optional("plus") is { } plus ? Operand(plus) : null);
        }

        if (node.Optional("of") is { } of)
        {
            return Operand(of);
        }

        return Composite(node) ?? Day(node) ?? Named(node) ?? Unknown(node);
    }

    private ValueShape? Composite(PackNode node)
    {
        if (node.Optional("cases") is { } cases)
        {
            return new CasesShape([.. cases.Items().Select(c => (c.Optional("when") is { } when ? ReadFilter(when) : null, c.Optional("then") is { } then ? Read(then) : Nothing))]);
        }

        if (node.Optional("chance") is { } chance)
        {
            return new ChanceShape((double)chance.Decimal(), node.Optional("then") is { } then ? Read(then) : new FixedShape(Datum.Of(true)), node.Optional("else") is { } other ? Read(other) : Nothing);
        }

        if (node.Optional("map") is { } map)
        {
            return new MapShape(Operand(map), node.Required("to").Entries().ToDictionary(e => e.Key, e => Read(e.Value), StringComparer.Ordinal), node.Optional("else") is { } other ? Read(other) : Nothing);
        }

        if (node.Optional("sum") is { } sum)
        {
            return new SumShape([.. sum.Items().Select(Operand)]);
        }

        return node.Optional("text") is { } text ? new TextShape([.. text.Items().Select(Operand)]) : null;
    }

    private ValueShape? Day(PackNode node)
    {
        if (node.Optional("after") is { } after)
        {
            return node.Optional("months") is { } months
                ? new AddMonthsShape(Operand(after), Operand(months))
                : new AfterShape(Operand(after), node.Required("days") is { IsList: true } days && days.Items() is [var low, var high]
                    ? new RangeShape(Operand(low), Operand(high), 1)
                    : Operand(node.Required("days")));
        }

        return node.Optional("month_of") is { } month ? new MonthShape(Operand(month), node.Optional("plus_months")?.Int() ?? 0) : null;
    }

    private ValueShape? Named(PackNode node)
    {
        if (node.Optional("member") is { } member)
        {
            return new MemberShape(State, member.Text(), node.Required("attribute").Text(), node.Optional("offset")?.Int() ?? 0);
        }

        if (node.Optional("serial") is { } serial)
        {
            return new SerialShape(serial.Int());
        }

        if (node.Optional("person_name") is { } person)
        {
            return new PersonNameShape(resources.Names, Operand(person));
        }

        if (node.Optional("firm_name") is { } firm)
        {
            return new FirmNameShape(resources.Names, Operand(firm.Required("industry")), Operand(firm.Required("kind")), resources.Industries);
        }

        if (node.Optional("credit_code") is { } credit)
        {
            return new CreditCodeShape(Read(credit));
        }

        if (node.Optional("class_under") is { } under)
        {
            return new ClassUnderShape(Pick(under), resources.Industries, under.Entries().Select(e => e.Key));
        }

        if (node.Optional("ancestor") is { } ancestor)
        {
            return new AncestorShape(Operand(ancestor), resources.Industries, node.Required("level").Int());
        }

        return node.Optional("grade") is { } grade ? Grade(grade) : null;
    }

    private GradeShape Grade(PackNode node)
    {
        var (scope, standard) = (node.Required("scope"), node.Required("standard"));
        var groups = resources.Rows(scope.Required("file").Text())
            .ToDictionary(r => r.Required(scope.Required("prefix").Text()).Text(), r => r.Optional(scope.Required("group").Text())?.Text(), StringComparer.Ordinal);
        var measured = node.Required("measures").Entries().ToDictionary(e => e.Key, e => (Of: Operand(e.Value.Required("of")), Unit: e.Value.Optional("unit")?.Decimal() ?? 1), StringComparer.Ordinal);
        var minima = standard.Required("minima").Texts();
        var measures = resources.Rows(standard.Required("file").Text())
            .GroupBy(r => r.Required(standard.Required("group").Text()).Text(), StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<GradeMeasure>)[.. g.Select(r =>
                {
                    var name = r.Required(standard.Required("measure").Text());
                    if (!measured.TryGetValue(name.Text(), out var found))
                    {
                        name.Report(SynthesisProblems.NameUnknown, name.Text());
                        found = (Nothing, 1);
                    }

                    return new GradeMeasure(found.Of, [.. minima.Select(m => r.Required(m).Decimal() * found.Unit)]);
                })],
                StringComparer.Ordinal);
        return new GradeShape(Operand(node.Required("of")), groups, resources.Industries, measures, node.Required("grades").Texts());
    }

    private PickShape Pick(PackNode node)
    {
        List<(ValueShape, double)> weighted = node.IsMap
            ? [.. node.Entries().Select(e => (e.Key == "null" ? Nothing : e.Key is ['$' or '.' or '#', ..] ? Reference(e.Key, node) : new FixedShape(Datum.Parse(e.Key)), (double)e.Value.Decimal()))]
            : [.. node.Items().Select(i => (Read(i), 1.0))];
        return new PickShape(weighted);
    }

    private ValueShape Reference(string text, PackNode node)
    {
        switch (text[0])
        {
            case '.':
                var up = text.TakeWhile(c => c == '.').Count() - 1;
                return new FieldShape(text[(up + 1)..], up);
            case '#':
                return new OrdinalShape(text == "#member");
            default:
                if (!variables.TryGetValue(text[1..], out var position))
                {
                    node.Report(SynthesisProblems.NameUnknown, text);
                    return Nothing;
                }

                return new VariableShape(position);
        }
    }

    private static ValueShape Unknown(PackNode node)
    {
        node.Report(SynthesisProblems.ShapeUnknown, string.Join(", ", node.Entries().Select(e => e.Key)));
        return Nothing;
    }
}

/// <summary>What shapes of all tables share: words of names, code lists, files of the pack.</summary>
internal sealed class ShapeResources(Pack pack, PackReader reader)
{
    private NameParts? names;
    private CodeTree? industries;

    /// <summary>The words of names.</summary>
    public NameParts Names => names ??= new NameParts(
        Rows("reference/name-parts.csv"), pack.Find("reference/names-avoided.csv") is { } avoided ? reader.ReadCsv(avoided) : []);

    /// <summary>The industries.</summary>
    public CodeTree Industries => industries ??= PackReference.Industries(pack, reader);

    /// <summary>The rows of a table of the pack.</summary>
    public IReadOnlyList<PackNode> Rows(string path) => PackReference.Rows(pack, path, reader);
}
