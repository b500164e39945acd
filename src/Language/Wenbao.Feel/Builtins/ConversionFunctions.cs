using System.Globalization;
using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions that make values of one kind from another.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.1.</remarks>
internal static class ConversionFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("date(from: any): date", Date),
        Define("date(year: number, month: number, day: number): date", DateOfParts),
        Define("time(from: any): time", Time),
        Define("time(hour: number, minute: number, second: number, offset?: days): time", TimeOfParts),
        Define("date and time(from: any): moment", arguments => arguments[0].AsString() is { } text ? TemporalText.ParseDateTime(text) : Moment(arguments[0])),
        Define("date and time(date: any, time: time): moment", DateAndTime),
        Define("duration(from: any): any", Duration),
        Define("years and months duration(from: any, to: any): months", YearsAndMonths),
        Define("number(from: any): number", arguments => Number(arguments[0], null, null)),
        Define("number(from: string, grouping separator: string, decimal separator: string): number", NumberWithSeparators),
        Define("string(from: any): string", arguments => arguments[0].IsNull ? FeelValue.Null : FeelValue.Of(arguments[0].AsString() ?? FeelText.Plain(arguments[0]))),
    ];

    private static FeelValue Date(ReadOnlySpan<FeelValue> arguments) => arguments[0].Kind switch
    {
        FeelKind.String => TemporalText.ParseDate(arguments[0].AsString()!),
        FeelKind.Date => arguments[0],
        FeelKind.DateTime => FeelValue.Of((DateOnly?)DateOnly.FromDateTime(arguments[0].AsDateTime()!.Local)),
        _ => FeelValue.Null,
    };

    private static FeelValue DateOfParts(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.Whole(arguments[0], 1, 9999) is not { } year || Arguments.Whole(arguments[1], 1, 12) is not { } month || Arguments.Whole(arguments[2], 1, 31) is not { } day)
        {
            return FeelValue.Null;
        }

        return day <= DateTime.DaysInMonth(year, month) ? FeelValue.Of((DateOnly?)new DateOnly(year, month, day)) : FeelValue.Null;
    }

    private static FeelValue Time(ReadOnlySpan<FeelValue> arguments) => arguments[0].Kind switch
    {
        FeelKind.String => TemporalText.ParseTime(arguments[0].AsString()!),
        FeelKind.Time => arguments[0],
        FeelKind.Date => FeelValue.Of(new FeelTime(TimeOnly.MinValue, TimeSpan.Zero, null)),
        FeelKind.DateTime when arguments[0].AsDateTime() is { } moment => FeelValue.Of(new FeelTime(TimeOnly.FromDateTime(moment.Local), moment.Offset, moment.Zone)),
        _ => FeelValue.Null,
    };

    private static FeelValue TimeOfParts(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.Whole(arguments[0], 0, 23) is not { } hour || Arguments.Whole(arguments[1], 0, 59) is not { } minute || arguments[2].AsNumber() is not ({ } second and >= 0 and < 60))
        {
            return FeelValue.Null;
        }

        var offset = arguments[3].AsSeconds();
        if ((!arguments[3].IsNull && offset is null) || Math.Abs(offset ?? 0m) > 18 * 3600)
        {
            return FeelValue.Null;
        }

        var time = new TimeOnly(new TimeOnly(hour, minute).Ticks + (long)(second * TimeSpan.TicksPerSecond));
        return FeelValue.Of(new FeelTime(time, offset is { } known ? TimeSpan.FromTicks((long)(known * TimeSpan.TicksPerSecond)) : null, null));
    }

    private static FeelValue Moment(FeelValue value) => value.Kind switch
    {
        FeelKind.DateTime => value,
        FeelKind.Date => FeelValue.Of(new FeelDateTime(value.AsDate()!.Value.ToDateTime(TimeOnly.MinValue), null, null)),
        _ => FeelValue.Null,
    };

    private static FeelValue DateAndTime(ReadOnlySpan<FeelValue> arguments) =>
        Date(arguments[..1]).AsDate() is { } day && arguments[0].Kind != FeelKind.String && arguments[1].AsTime() is { } time
            ? FeelValue.Of(new FeelDateTime(day.ToDateTime(time.Time), time.Offset, time.Zone))
            : FeelValue.Null;

    private static FeelValue Duration(ReadOnlySpan<FeelValue> arguments) => arguments[0].Kind switch
    {
        FeelKind.String => TemporalText.ParseDuration(arguments[0].AsString()!),
        FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration => arguments[0],
        _ => FeelValue.Null,
    };

    /// <summary>Complete months between two days, times ignored; negative when the second is earlier.</summary>
    private static FeelValue YearsAndMonths(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].Kind == FeelKind.String || arguments[1].Kind == FeelKind.String
            || Date(arguments[..1]).AsDate() is not { } from || Date(arguments[1..2]).AsDate() is not { } to)
        {
            return FeelValue.Null;
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
        {
            months--;
        }
        else if (months < 0 && to.Day > from.Day)
        {
            months++;
        }

        return FeelValue.OfMonths(months);
    }

    private static FeelValue NumberWithSeparators(ReadOnlySpan<FeelValue> arguments)
    {
        var (grouping, point) = (arguments[1].AsString(), arguments[2].AsString());
        var legal = (arguments[1].IsNull || grouping is " " or "." or ",") && (arguments[2].IsNull || point is "." or ",") && (grouping is null || grouping != point);
        return legal && arguments[0].Kind == FeelKind.String ? Number(arguments[0], grouping, point) : FeelValue.Null;
    }

    private static FeelValue Number(FeelValue value, string? grouping, string? point)
    {
        if (value.Kind == FeelKind.Number)
        {
            return value;
        }

        if (value.AsString() is not { } text)
        {
            return FeelValue.Null;
        }

        text = grouping is null ? text : text.Replace(grouping, string.Empty, StringComparison.Ordinal);
        text = point is null ? text : text.Replace(point, ".", StringComparison.Ordinal);
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? Arguments.Number(number)
            : FeelValue.Null;
    }
}
