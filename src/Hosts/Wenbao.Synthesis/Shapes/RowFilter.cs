namespace Wenbao.Synthesis;

/// <summary>A condition on a row: all its tests must hold (条件).</summary>
internal sealed class RowFilter(IReadOnlyList<RowTest> tests, IReadOnlyList<string> attributes)
{
    /// <summary>The attributes it looks at.</summary>
    public IReadOnlyList<string> Attributes { get; } = attributes;

    /// <summary>Whether all tests hold.</summary>
    public bool Holds(RowContext context)
    {
        foreach (var test in tests)
        {
            if (!test.Holds(context))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>One test of a <see cref="RowFilter"/>.</summary>
internal abstract class RowTest
{
    /// <summary>Whether it holds for the row of the context.</summary>
    public abstract bool Holds(RowContext context);
}

/// <summary>Whether a value is one of several; a missing value is none of them.</summary>
internal sealed class AmongTest(ValueShape of, IReadOnlySet<string> values) : RowTest
{
    public override bool Holds(RowContext context) => of.Draw(context) is { IsNull: false } value && values.Contains(value.Written);
}

/// <summary>Whether a value has one of several beginnings.</summary>
internal sealed class PrefixTest(ValueShape of, IReadOnlyList<string> beginnings) : RowTest
{
    public override bool Holds(RowContext context) => of.Draw(context).Text is { } text && beginnings.Any(b => text.StartsWith(b, StringComparison.Ordinal));
}

/// <summary>Whether a value lies between bounds, both included; a missing value does not.</summary>
internal sealed class BetweenTest(ValueShape of, ValueShape? min, ValueShape? max) : RowTest
{
    public override bool Holds(RowContext context) =>
        of.Draw(context) is { IsNull: false } value
        && (min is null || (min.Draw(context) is { IsNull: false } low && value.Number >= low.Number))
        && (max is null || (max.Draw(context) is { IsNull: false } high && value.Number <= high.Number));
}

/// <summary>Whether a value is missing, or is not.</summary>
internal sealed class MissingTest(ValueShape of, bool missing) : RowTest
{
    public override bool Holds(RowContext context) => of.Draw(context).IsNull == missing;
}

/// <summary>The opposite of another test.</summary>
internal sealed class NotTest(RowTest inner) : RowTest
{
    public override bool Holds(RowContext context) => !inner.Holds(context);
}

/// <summary>Whether one of several conditions holds.</summary>
internal sealed class AnyTest(IReadOnlyList<RowFilter> filters) : RowTest
{
    public override bool Holds(RowContext context)
    {
        foreach (var filter in filters)
        {
            if (filter.Holds(context))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Whether the subject is a member of a cohort or recipe picked before.</summary>
internal sealed class MembershipTest(PopulationState state, IReadOnlyList<string> cohorts) : RowTest
{
    public override bool Holds(RowContext context)
    {
        foreach (var cohort in cohorts)
        {
            if (state.Members.TryGetValue(cohort, out var members) && members.Contains(context.Row))
            {
                return true;
            }
        }

        return false;
    }
}
