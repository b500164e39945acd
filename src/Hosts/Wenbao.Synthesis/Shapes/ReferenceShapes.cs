using System.Globalization;

namespace Wenbao.Synthesis;

/// <summary>An attribute of the row.</summary>
internal sealed class AttributeShape(PopulationColumn column) : ValueShape
{
    public override Datum Draw(RowContext context) => column[context.Row];
}

/// <summary>A variable of the cohort.</summary>
internal sealed class VariableShape(int position) : ValueShape
{
    public override Datum Draw(RowContext context) => context.Variables[position];
}

/// <summary>A field of the record being made, or of the one above it.</summary>
internal sealed class FieldShape(string field, int up) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        if (context.Records.Count <= up)
        {
            return Datum.Null;
        }

        var (table, row) = context.Records[^(1 + up)];
        return table.Find(field) is { } column ? column[row] : Datum.Null;
    }
}

/// <summary>The position of the record among its siblings, or of the subject among the members of its recipe, from 1.</summary>
internal sealed class OrdinalShape(bool ofMember) : ValueShape
{
    public override Datum Draw(RowContext context) => Datum.Of((decimal)(ofMember ? context.Member : context.Index) + 1);
}

/// <summary>The number of the subject in its table, from 1, with leading zeros.</summary>
internal sealed class SerialShape(int digits) : ValueShape
{
    public override Datum Draw(RowContext context) => Datum.Of((context.Row + 1).ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}

/// <summary>An attribute of the member at the same position of a cohort of another type.</summary>
internal sealed class MemberShape(PopulationState state, string cohort, string attribute, int offset) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        if (!state.Members.TryGetValue(cohort, out var members) || context.Member + offset >= members.Rows.Count)
        {
            return Datum.Null;
        }

        return members.Table.Find(attribute) is { } column ? column[members.Rows[context.Member + offset]] : Datum.Null;
    }
}

/// <summary>The month <c>YYYY-MM</c> of a day, some months on.</summary>
internal sealed class MonthShape(ValueShape day, int plus) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var value = day.Draw(context);
        return value.IsNull ? value : Datum.Of(DateOnly.FromDayNumber((int)value.Number).AddMonths(plus).ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }
}

/// <summary>A day some months after another.</summary>
internal sealed class AddMonthsShape(ValueShape day, ValueShape months) : ValueShape
{
    public override Datum Draw(RowContext context)
    {
        var value = day.Draw(context);
        return value.IsNull ? value : value with { Number = DateOnly.FromDayNumber((int)value.Number).AddMonths((int)months.Draw(context).Number).DayNumber };
    }
}
