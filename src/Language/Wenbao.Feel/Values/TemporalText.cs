using System.Globalization;
using System.Text.RegularExpressions;

namespace Wenbao.Feel;

/// <summary>Dates, times and durations as text in both directions, in the forms of XML Schema.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.3.4 to 10.3.2.3.8. Years run from 1 to 9999, fractions to 100 nanoseconds.</remarks>
internal static partial class TemporalText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Any of the forms an <c>@</c> literal takes; null for other text.</summary>
    public static FeelValue Parse(string text)
    {
        var date = ParseDate(text);
        if (!date.IsNull)
        {
            return date;
        }

        var duration = ParseDuration(text);
        if (!duration.IsNull)
        {
            return duration;
        }

        var moment = ParseDateTime(text);
        return moment.IsNull ? ParseTime(text) : moment;
    }

    public static FeelValue ParseDate(string text) =>
        DatePattern().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var day) ? FeelValue.Of((DateOnly?)day) : FeelValue.Null;

    public static FeelValue ParseTime(string text)
    {
        var match = TimePattern().Match(text);
        return match.Success && Clock(match, out var time, out var next) && !next && Zone(match, out var offset, out var zone)
            ? FeelValue.Of(new FeelTime(time, offset, zone))
            : FeelValue.Null;
    }

    /// <summary>A day with a time; a day alone means its midnight.</summary>
    public static FeelValue ParseDateTime(string text)
    {
        if (ParseDate(text).AsDate() is { } alone)
        {
            return FeelValue.Of(new FeelDateTime(alone.ToDateTime(TimeOnly.MinValue), null, null));
        }

        var parts = text.Split('T', 2);
        if (parts.Length != 2 || ParseDate(parts[0]).AsDate() is not { } day)
        {
            return FeelValue.Null;
        }

        var match = TimePattern().Match(parts[1]);
        if (!match.Success || !Clock(match, out var time, out var next) || !Zone(match, out var offset, out var zone) || (next && day == DateOnly.MaxValue))
        {
            return FeelValue.Null;
        }

        return FeelValue.Of(new FeelDateTime((next ? day.AddDays(1) : day).ToDateTime(time), offset, zone));
    }

    public static FeelValue ParseDuration(string text)
    {
        var months = MonthsPattern().Match(text);
        try
        {
            if (months.Success && (months.Groups["y"].Success || months.Groups["m"].Success))
            {
                var count = checked((Whole(months, "y") * 12) + Whole(months, "m"));
                return Math.Abs(count) > 12_000_000_000m ? FeelValue.Null : FeelValue.OfMonths((long)(months.Groups["sign"].Success ? -count : count));
            }

            var days = DaysPattern().Match(text);
            if (!days.Success || !(days.Groups["d"].Success || days.Groups["h"].Success || days.Groups["n"].Success || days.Groups["s"].Success))
            {
                return FeelValue.Null;
            }

            var seconds = (Whole(days, "d") * 86400m) + (Whole(days, "h") * 3600m) + (Whole(days, "n") * 60m) + Whole(days, "s");
            return FeelValue.OfSeconds(days.Groups["sign"].Success ? -seconds : seconds);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", Invariant);

    public static string Write(FeelTime time) => Write(time.Time) + Write(time.Offset, time.Zone);

    public static string Write(FeelDateTime moment) =>
        Write(DateOnly.FromDateTime(moment.Local)) + "T" + Write(TimeOnly.FromDateTime(moment.Local)) + Write(moment.Offset, moment.Zone);

    public static string WriteMonths(long months)
    {
        var size = Math.Abs(months);
        var text = (size / 12 > 0 ? $"{size / 12}Y" : string.Empty) + (size % 12 > 0 ? $"{size % 12}M" : string.Empty);
        return (months < 0 ? "-P" : "P") + (text.Length == 0 ? "0M" : text);
    }

    public static string WriteSeconds(decimal seconds)
    {
        var size = Math.Abs(seconds);
        var days = decimal.Truncate(size / 86400m);
        var hours = decimal.Truncate(size % 86400m / 3600m);
        var minutes = decimal.Truncate(size % 3600m / 60m);
        var rest = size % 60m;
        var time = Part(hours, "H") + Part(minutes, "M") + Part(rest, "S");
        var text = Part(days, "D") + (time.Length > 0 ? "T" + time : string.Empty);
        return (seconds < 0 ? "-P" : "P") + (text.Length == 0 ? "T0S" : text);

        static string Part(decimal count, string unit) => count == 0m ? string.Empty : count.ToString("0.#########", Invariant) + unit;
    }

    private static string Write(TimeOnly time) => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", Invariant);

    private static string Write(TimeSpan? offset, string? zone)
    {
        if (zone is not null)
        {
            return "@" + zone;
        }

        return offset switch
        {
            null => string.Empty,
            { Ticks: 0 } => "Z",
            { } known => (known < TimeSpan.Zero ? "-" : "+") + known.ToString(known.Seconds == 0 ? "hh\\:mm" : "hh\\:mm\\:ss", Invariant),
        };
    }

    private static decimal Whole(Match match, string group) => match.Groups[group].Success ? decimal.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, Invariant) : 0m;

    private static bool Clock(Match match, out TimeOnly time, out bool nextDay)
    {
        var (hour, minute, second) = ((int)Whole(match, "h"), (int)Whole(match, "n"), (int)Whole(match, "s"));
        nextDay = hour == 24 && minute == 0 && second == 0;
        time = default;
        if (nextDay)
        {
            return true;
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var fraction = match.Groups["f"].Success ? (long)(decimal.Parse("0" + match.Groups["f"].Value, Invariant) * TimeSpan.TicksPerSecond) : 0L;
        time = new TimeOnly(new TimeOnly(hour, minute, second).Ticks + fraction);
        return true;
    }

    private static bool Zone(Match match, out TimeSpan? offset, out string? zone)
    {
        (offset, zone) = (null, null);
        if (match.Groups["z"].Success)
        {
            offset = TimeSpan.Zero;
        }
        else if (match.Groups["oh"].Success)
        {
            var size = new TimeSpan((int)Whole(match, "oh"), (int)Whole(match, "om"), (int)Whole(match, "os"));
            if (Whole(match, "oh") > 18 || Whole(match, "om") > 59 || size > TimeSpan.FromHours(18))
            {
                return false;
            }

            offset = match.Groups["os1"].Value == "-" ? -size : size;
        }
        else if (match.Groups["zone"].Success)
        {
            zone = match.Groups["zone"].Value;
            return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
        }

        return true;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?<h>[0-9]{2}):(?<n>[0-9]{2}):(?<s>[0-9]{2})(?<f>\.[0-9]{1,9})?((?<z>[Zz])|(?<os1>[+-])(?<oh>[0-9]{2}):(?<om>[0-9]{2})(:(?<os>[0-9]{2}))?|@(?<zone>[A-Za-z_/+\-0-9]+))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<sign>-)?P((?<y>[0-9]+)Y)?((?<m>[0-9]+)M)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex(@"^(?<sign>-)?P((?<d>[0-9]+)D)?(T(?=[0-9])((?<h>[0-9]+)H)?((?<n>[0-9]+)M)?((?<s>[0-9]+(\.[0-9]*)?)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DaysPattern();
}
