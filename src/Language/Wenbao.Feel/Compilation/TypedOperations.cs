using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Compilation;

/// <summary>What compiled code calls: operations on unboxed values. Null in gives null out; overflow gives null, never an exception.</summary>
internal static class TypedOperations
{
    private const decimal SecondsPerDay = 86_400m;

    /// <summary>The duration as a value.</summary>
    public static FeelValue OfSeconds(decimal? seconds) => seconds is { } known ? FeelValue.OfSeconds(known) : FeelValue.Null;

    /// <summary>The duration as a value.</summary>
    public static FeelValue OfMonths(long? months) => months is { } known ? FeelValue.OfMonths(known) : FeelValue.Null;

    /// <summary>Three-valued <c>and</c>.</summary>
    public static bool? And(bool? left, bool? right) => left & right;

    /// <summary>Three-valued <c>or</c>.</summary>
    public static bool? Or(bool? left, bool? right) => left | right;

    /// <summary><c>left + right</c></summary>
    public static decimal? Add(decimal? left, decimal? right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary><c>left - right</c></summary>
    public static decimal? Subtract(decimal? left, decimal? right)
    {
        try
        {
            return left - right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary><c>left * right</c></summary>
    public static decimal? Multiply(decimal? left, decimal? right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary><c>left / right</c>; by zero gives null.</summary>
    public static decimal? Divide(decimal? left, decimal? right)
    {
        if (right is null or 0m)
        {
            return null;
        }

        try
        {
            return left / right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The day some months later: the same day of the month, or the month's last.</summary>
    public static DateOnly? AddMonths(DateOnly? day, long? months)
    {
        if (day is not { } start || months is not { } count)
        {
            return null;
        }

        var target = (start.Year * 12L) + start.Month - 1 + count;
        return target is >= 12 and < 120_000 ? start.AddMonths((int)count) : null;
    }

    /// <summary>The day some months earlier.</summary>
    public static DateOnly? SubtractMonths(DateOnly? day, long? months) => AddMonths(day, -months);

    /// <summary>The day in which the time from the day's midnight ends.</summary>
    public static DateOnly? AddSeconds(DateOnly? day, decimal? seconds)
    {
        if (day is not { } start || seconds is not { } count)
        {
            return null;
        }

        var target = start.DayNumber + decimal.Floor(count / SecondsPerDay);
        return target >= DateOnly.MinValue.DayNumber && target <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)target) : null;
    }

    /// <summary>The day in which the time back from the day's midnight ends.</summary>
    public static DateOnly? SubtractSeconds(DateOnly? day, decimal? seconds) => AddSeconds(day, -seconds);

    /// <summary>The seconds from one day's midnight to another's.</summary>
    public static decimal? SecondsBetween(DateOnly? later, DateOnly? earlier) => (later?.DayNumber - earlier?.DayNumber) * SecondsPerDay;

    /// <summary>The whole days of a duration, towards zero.</summary>
    public static decimal? Days(decimal? seconds) => seconds is { } known ? decimal.Truncate(known / SecondsPerDay) : null;

    /// <summary>The whole years of a duration of months, towards zero.</summary>
    public static decimal? Years(long? months) => months / 12;

    /// <summary>The months beyond the whole years.</summary>
    public static decimal? MonthsPart(long? months) => months % 12;

    /// <summary>The calendar year.</summary>
    public static decimal? Year(DateOnly? day) => day?.Year;

    /// <summary>The month of the year, from 1.</summary>
    public static decimal? Month(DateOnly? day) => day?.Month;

    /// <summary>The day of the month, from 1.</summary>
    public static decimal? Day(DateOnly? day) => day?.Day;

    /// <summary>One text behind the other; null beyond the length the language allows.</summary>
    public static string? Concatenate(string? left, string? right) =>
        left is null || right is null || left.Length + right.Length > EvaluationLimits.TextMax ? null : left + right;

    /// <summary>Order by code points; null when either side is null.</summary>
    public static int? Compare(string? left, string? right) => left is null || right is null ? null : Comparison.Order(FeelValue.Of(left), FeelValue.Of(right));

    /// <summary>A member read by position, or by name when the context was made in another order.</summary>
    public static FeelValue ReadMember(FeelContext? context, int index, string name)
    {
        if (context is null)
        {
            return FeelValue.Null;
        }

        var names = context.Shape.Names;
        if ((uint)index < (uint)names.Count && names[index] == name)
        {
            return context[index];
        }

        context.TryGet(name, out var value);
        return value;
    }

    /// <summary>Calls a built-in.</summary>
    public static FeelValue Call(BuiltinInvoke function, FeelValue[] arguments) => function(arguments);

    /// <summary>Whether the text starts so; null when either side is null.</summary>
    public static bool? StartsWith(string? text, string? prefix) => text is null || prefix is null ? null : text.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Down to a whole number.</summary>
    public static decimal? Floor(decimal? number) => number is { } known ? decimal.Floor(known) : null;

    /// <summary>Up to a whole number.</summary>
    public static decimal? Ceiling(decimal? number) => number is { } known ? decimal.Ceiling(known) : null;

    /// <summary>The distance from zero.</summary>
    public static decimal? Abs(decimal? number) => number is { } known ? Math.Abs(known) : null;

    /// <summary>The smaller number; null when one is null.</summary>
    public static decimal? Min(decimal? left, decimal? right) => left is { } first && right is { } second ? Math.Min(first, second) : null;

    /// <summary>The greater number; null when one is null.</summary>
    public static decimal? Max(decimal? left, decimal? right) => left is { } first && right is { } second ? Math.Max(first, second) : null;

    /// <summary>The earlier day; null when one is null.</summary>
    public static DateOnly? Earlier(DateOnly? left, DateOnly? right) => left > right ? right : left is null || right is null ? null : left;

    /// <summary>The later day; null when one is null.</summary>
    public static DateOnly? Later(DateOnly? left, DateOnly? right) => left < right ? right : left is null || right is null ? null : left;

    /// <summary>Rounded to decimal places, halves away from zero.</summary>
    public static decimal? RoundHalfUp(decimal? number, int digits) => number is { } known ? decimal.Round(known, digits, MidpointRounding.AwayFromZero) : null;

    /// <summary>The whole months from one day to another; negative backwards.</summary>
    public static long? MonthsBetween(DateOnly? from, DateOnly? to)
    {
        if (from is not { } start || to is not { } end)
        {
            return null;
        }

        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        return months > 0 && end.Day < start.Day ? months - 1
            : months < 0 && end.Day > start.Day ? months + 1
            : months;
    }

    /// <summary>Whether the list has the text.</summary>
    public static bool? Contains(FeelList? list, string? text)
    {
        if (list is null)
        {
            return null;
        }

        foreach (var item in list.Items)
        {
            if (item.IsNull ? text is null : item.AsString() is { } known && known == text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The list of the collected items.</summary>
    public static FeelList ToList(List<FeelValue> items) => new([.. items]);
}
