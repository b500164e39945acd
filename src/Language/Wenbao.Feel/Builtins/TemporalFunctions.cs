using System.Globalization;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over days of the calendar. Names of days and months are English whatever the culture.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.8.</remarks>
internal static class TemporalFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("day of year(date: any): number", arguments => OfDay(arguments[0], day => Arguments.Number(day.DayOfYear))),
        Define("day of week(date: any): string", arguments => OfDay(arguments[0], day => FeelValue.Of(day.DayOfWeek.ToString()))),
        Define("month of year(date: any): string", arguments => OfDay(arguments[0], day => FeelValue.Of(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month)))),
        Define("week of year(date: any): number", arguments => OfDay(arguments[0], day => Arguments.Number(ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue))))),
        Define("last day of month(date: any): number", arguments => OfDay(arguments[0], day => Arguments.Number(DateTime.DaysInMonth(day.Year, day.Month)))),
    ];

    private static FeelValue OfDay(FeelValue value, Func<DateOnly, FeelValue> property) => value.Kind switch
    {
        FeelKind.Date => property(value.AsDate()!.Value),
        FeelKind.DateTime => property(DateOnly.FromDateTime(value.AsDateTime()!.Local)),
        _ => FeelValue.Null,
    };
}
