using System.Globalization;
using System.Text;

namespace Wenbao.Feel;

/// <summary>Writes values as FEEL text with the invariant culture.</summary>
public static class FeelText
{
    /// <summary>The value as an expression that gives it again, such as <c>1.5</c>, <c>"a"</c>, <c>date("2020-06-30")</c>, <c>[1, 2]</c>; a function as <c>function(a, b)</c>.</summary>
    public static string Write(FeelValue value) => value.Kind switch
    {
        FeelKind.String => Quoted(value.AsString()!),
        FeelKind.Date => "date(\"" + Plain(value) + "\")",
        FeelKind.Time => "time(\"" + Plain(value) + "\")",
        FeelKind.DateTime => "date and time(\"" + Plain(value) + "\")",
        FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration => "duration(\"" + Plain(value) + "\")",
        _ => Plain(value),
    };

    /// <summary>The value as the function <c>string</c> writes it: temporal values bare, texts inside lists and contexts quoted.</summary>
    public static string Plain(FeelValue value) => value.Kind switch
    {
        FeelKind.Null or FeelKind.Any => "null",
        FeelKind.Boolean => value.IsTrue ? "true" : "false",
        FeelKind.Number => value.AsNumber()!.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        FeelKind.String => value.AsString()!,
        FeelKind.Date => TemporalText.Write(value.AsDate()!.Value),
        FeelKind.Time => TemporalText.Write(value.AsTime()!),
        FeelKind.DateTime => TemporalText.Write(value.AsDateTime()!),
        FeelKind.DaysTimeDuration => TemporalText.WriteSeconds(value.AsSeconds()!.Value),
        FeelKind.YearsMonthsDuration => TemporalText.WriteMonths(value.AsMonths()!.Value),
        FeelKind.List => "[" + string.Join(", ", value.AsList()!.Items.ToArray().Select(Inside)) + "]",
        FeelKind.Context => "{" + string.Join(", ", value.AsContext()!.Shape.Names.Zip(value.AsContext()!.Values.ToArray(), (name, item) => name + ": " + Inside(item))) + "}",
        FeelKind.Range => Range(value.AsRange()!),
        FeelKind.Function => "function(" + string.Join(", ", value.AsFunction()!.Parameters) + ")",
        _ => "null",
    };

    private static string Inside(FeelValue value) => value.Kind is FeelKind.List or FeelKind.Context ? Plain(value) : Write(value);

    private static string Range(FeelRange range) =>
        (range.StartIncluded ? "[" : "(") + Inside(range.Start) + ".." + Inside(range.End) + (range.EndIncluded ? "]" : ")");

    private static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                _ => result.Append(character),
            };
        }

        return result.Append('"').ToString();
    }
}
