namespace Wenbao.Feel.Syntax;

/// <summary>Names the language itself brings, for reading names with spaces.</summary>
internal static class BuiltinNames
{
    /// <summary>Built-in functions.</summary>
    public static IEnumerable<string> Functions => Builtins.BuiltinFunctions.Names;

    /// <summary>Properties of dates, times, durations and ranges.</summary>
    public static IReadOnlyList<string> Properties { get; } =
        ["year", "month", "day", "weekday", "hour", "minute", "second", "time offset", "timezone", "days", "hours", "minutes", "seconds", "years", "months",
            "start", "end", "start included", "end included"];
}
