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

                        tests.AddRange(Tests(of, value));
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

    private IEnumerable<RowTest> Tests(ValueShape of, PackNode value)
    {
        if (!value.IsMap)
        {
            yield return new AmongTest(of, value.Texts().ToHashSet(StringComparer.Ordinal));
            yield break;
        }

        if (value.Optional("null") is { } missing)
        {
            yield return new MissingTest(of, missing.Bool());
        }

        if (value.Optional("not") is { } not)
        {
            yield return new NotTest(new AmongTest(of, not.Texts().ToHashSet(StringComparer.Ordinal)));
        }

        if (value.Optional("starts") is { } starts)
        {
            yield return new PrefixTest(of, starts.Texts());
        }

        var (min, max) = (value.Optional("min"), value.Optional("max"));
        if (min is not null || max is not null)
        {
            yield return new BetweenTest(of, min is null ? null : Operand(min), max is null ? null : Operand(max));
        }
    }
}
