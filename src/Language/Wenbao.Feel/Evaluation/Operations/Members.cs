namespace Wenbao.Feel.Evaluation;

/// <summary>What stands behind a dot: members of contexts, properties of temporal values, durations and ranges; on a list, of every item.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.8 and tables 65 and 66 (properties of special FEEL values).</remarks>
internal static class Members
{
    public static FeelValue Get(FeelValue target, string name)
    {
        if (target.AsContext() is { } context)
        {
            context.TryGet(name, out var value);
            return value;
        }

        if (target.AsList() is { } list)
        {
            var values = new FeelValue[list.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Get(list[i], name);
            }

            return FeelValue.Of(new FeelList(values));
        }

        return target.Kind switch
        {
            FeelKind.Date => OfDay(target.AsDate()!.Value, name),
            FeelKind.DateTime => OfMoment(target.AsDateTime()!, name),
            FeelKind.Time => OfTime(target.AsTime()!.Time, TemporalArithmetic.OffsetOf(target.AsTime()!), target.AsTime()!.Zone, name),
            FeelKind.DaysTimeDuration => OfSeconds(target.AsSeconds()!.Value, name),
            FeelKind.YearsMonthsDuration => OfMonths(target.AsMonths()!.Value, name),
            FeelKind.Range => OfRange(target.AsRange()!, name),
            _ => FeelValue.Null,
        };
    }

    /// <summary>The type of a property, or null when the type has no such property.</summary>
    public static FeelType? PropertyType(FeelType target, string name) => (target.Kind, name) switch
    {
        (FeelKind.Date or FeelKind.DateTime, "year" or "month" or "day" or "weekday") => FeelType.Number,
        (FeelKind.Date, "hour" or "minute" or "second" or "time offset" or "timezone") => null,
        (FeelKind.Time or FeelKind.DateTime, "hour" or "minute" or "second") => FeelType.Number,
        (FeelKind.Time or FeelKind.DateTime, "time offset") => FeelType.DaysTimeDuration,
        (FeelKind.Time or FeelKind.DateTime, "timezone") => FeelType.String,
        (FeelKind.DaysTimeDuration, "days" or "hours" or "minutes" or "seconds") => FeelType.Number,
        (FeelKind.YearsMonthsDuration, "years" or "months") => FeelType.Number,
        (FeelKind.Range, "start included" or "end included") => FeelType.Boolean,
        (FeelKind.Range, "start" or "end") => target is RangeFeelType range ? range.Element : FeelType.Any,
        _ => null,
    };

    private static FeelValue OfDay(DateOnly day, string name) => name switch
    {
        "year" => FeelValue.Of((decimal?)day.Year),
        "month" => FeelValue.Of((decimal?)day.Month),
        "day" => FeelValue.Of((decimal?)day.Day),
        "weekday" => FeelValue.Of((decimal?)(((int)day.DayOfWeek + 6) % 7 + 1)),
        _ => FeelValue.Null,
    };

    private static FeelValue OfMoment(FeelDateTime moment, string name)
    {
        var ofDay = OfDay(DateOnly.FromDateTime(moment.Local), name);
        return ofDay.IsNull ? OfTime(TimeOnly.FromDateTime(moment.Local), TemporalArithmetic.OffsetOf(moment), moment.Zone, name) : ofDay;
    }

    private static FeelValue OfTime(TimeOnly time, TimeSpan? offset, string? zone, string name) => name switch
    {
        "hour" => FeelValue.Of((decimal?)time.Hour),
        "minute" => FeelValue.Of((decimal?)time.Minute),
        "second" => FeelValue.Of((decimal?)time.Second),
        "time offset" when offset is { } known => FeelValue.OfSeconds((decimal)known.TotalSeconds),
        "timezone" => FeelValue.Of(zone),
        _ => FeelValue.Null,
    };

    private static FeelValue OfSeconds(decimal seconds, string name) => name switch
    {
        "days" => FeelValue.Of((decimal?)decimal.Truncate(seconds / 86400m)),
        "hours" => FeelValue.Of((decimal?)decimal.Truncate(seconds % 86400m / 3600m)),
        "minutes" => FeelValue.Of((decimal?)decimal.Truncate(seconds % 3600m / 60m)),
        "seconds" => FeelValue.Of((decimal?)(seconds % 60m)),
        _ => FeelValue.Null,
    };

    private static FeelValue OfMonths(long months, string name) => name switch
    {
        "years" => FeelValue.Of((decimal?)(months / 12)),
        "months" => FeelValue.Of((decimal?)(months % 12)),
        _ => FeelValue.Null,
    };

    private static FeelValue OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.Of((bool?)range.StartIncluded),
        "end included" => FeelValue.Of((bool?)range.EndIncluded),
        _ => FeelValue.Null,
    };
}
