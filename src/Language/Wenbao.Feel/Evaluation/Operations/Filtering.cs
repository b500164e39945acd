namespace Wenbao.Feel.Evaluation;

/// <summary>Positions and ranges of lists.</summary>
internal static class Filtering
{
    /// <summary>A value as a list: a list itself, any other value alone; null gives null.</summary>
    public static FeelList? AsList(FeelValue value) => value.AsList() ?? (value.IsNull ? null : new FeelList([value]));

    /// <summary>The item at a position from 1, or from -1 at the end; null outside and for fractions.</summary>
    public static FeelValue At(FeelList list, decimal position)
    {
        var index = position > 0 ? position - 1 : list.Count + position;
        return position != 0 && index >= 0 && index < list.Count && decimal.Truncate(index) == index ? list[(int)index] : FeelValue.Null;
    }

    /// <summary>The numbers or days from one end to the other, both included, up or down; null for anything else.</summary>
    public static FeelValue[]? Count(FeelValue start, FeelValue end)
    {
        if (start.AsNumber() is { } first && end.AsNumber() is { } last && Math.Abs(last / 2 - first / 2) < EvaluationLimits.TurnsMax / 2)
        {
            var values = new FeelValue[(int)Math.Floor(Math.Abs(last - first)) + 1];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = FeelValue.Of((decimal?)(first <= last ? first + i : first - i));
            }

            return values;
        }

        if (start.AsDate() is { } from && end.AsDate() is { } to && Math.Abs(to.DayNumber - from.DayNumber) < EvaluationLimits.TurnsMax)
        {
            var days = new FeelValue[Math.Abs(to.DayNumber - from.DayNumber) + 1];
            for (var i = 0; i < days.Length; i++)
            {
                days[i] = FeelValue.Of((DateOnly?)from.AddDays(from <= to ? i : -i));
            }

            return days;
        }

        return null;
    }

    /// <summary>What an iteration goes over: a list, the whole numbers or days of a closed range, or one value; null for null.</summary>
    public static FeelList? Domain(FeelValue value)
    {
        if (value.AsRange() is not { } range)
        {
            return AsList(value);
        }

        var values = Count(range.Start, range.End);
        if (values is null)
        {
            return null;
        }

        var from = range.StartIncluded ? 0 : 1;
        var to = values.Length > 0 && !range.EndIncluded && values[^1] == range.End ? values.Length - 1 : values.Length;
        return new FeelList(from < to ? values[from..to] : []);
    }
}
