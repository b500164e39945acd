using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

internal sealed partial class ShapeReader
{
    /// <summary>Reads a condition: attribute (or <c>$variable</c>) to a value, a list of values, or <c>min</c>, <c>max</c>, <c>null</c>, <c>not</c>, <c>starts</c>; <c>in</c>, <c>not_in</c> name cohorts, <c>any</c> holds alternatives.</summary>
    public RowFilter ReadFilter(PackNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var (tests, attributes) = (new List<RowTest>(), new List<string>());
        foreach (var (name, value) in node.Entries())
        {
            switch (name)
            {
                case "in":
                    tests.Add(new MembershipTest(State, value.Texts()));
                    break;
                case "not_in":
                    tests.Add(new NotTest(new MembershipTest(State, value.Texts())));
                    break;
                case "any":
                    List<RowFilter> alternatives = [.. value.Items().Select(ReadFilter)];
                    attributes.AddRange(alternatives.SelectMany(a => a.Attributes));
                    tests.Add(new AnyTest(alternatives));
                    break;
                default:
                    if (Subject(name, node) is { } of)
                    {
                        if (Table.Find(name) is not null)
                        {
                            attributes.Add(name);
                        }

                        tests.Add(Test(of, value));
                    }

                    break;
            }
        }

        return new RowFilter(tests, attributes);
    }

    private ValueShape? Subject(string name, PackNode node)
    {
        if (name is ['$' or '.' or '#', ..])
        {
            return Reference(name, node);
        }

        if (Table.Find(name) is { } column)
        {
            return new AttributeShape(column);
        }

        node.Report(SynthesisProblems.NameUnknown, name);
        return null;
    }

    private RowTest Test(ValueShape of, PackNode value)
    {
        if (!value.IsMap)
        {
            return new AmongTest(of, value.Texts().ToHashSet(StringComparer.Ordinal));
        }

        if (value.Optional("null") is { } missing)
        {
            return new MissingTest(of, missing.Bool());
        }

        if (value.Optional("not") is { } not)
        {
            return new NotTest(Test(of, not));
        }

        return value.Optional("starts") is { } starts
            ? new PrefixTest(of, starts.Texts())
            : new BetweenTest(of, value.Optional("min") is { } min ? Operand(min) : null, value.Optional("max") is { } max ? Operand(max) : null);
    }
}
