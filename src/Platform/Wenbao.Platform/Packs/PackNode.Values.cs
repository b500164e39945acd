using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <content>Single values.</content>
public sealed partial class PackNode
{
    /// <summary>The value as text, numbers and booleans included; a list or mapping is a problem and gives an empty text.</summary>
    public string Text() => Scalar("文本", "a text") ?? "";

    /// <summary>A whole number; anything else is a problem and gives 0.</summary>
    public int Int() => Parsed("整数", "a whole number", t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : (int?)null);

    /// <summary>A decimal number, digits kept as written; anything else is a problem and gives 0.</summary>
    public decimal Decimal() => Parsed("数值", "a number",
        t => decimal.TryParse(t, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v) ? v : (decimal?)null);

    /// <summary><c>true</c> or <c>false</c> (in CSV also <c>1</c> and <c>0</c>); anything else is a problem and gives false.</summary>
    public bool Bool() => Parsed("true 或 false", "true or false", t => t switch
    {
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        _ => (bool?)null,
    });

    /// <summary>A date as <c>2020-06-30</c>; anything else is a problem and gives <see cref="DateOnly.MinValue"/>.</summary>
    public DateOnly Date() => Parsed("日期（如 2020-06-30）", "a date such as 2020-06-30",
        t => DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : (DateOnly?)null);

    /// <summary>A month as <c>2020-06</c>, given as its first day; anything else is a problem and gives <see cref="DateOnly.MinValue"/>.</summary>
    public DateOnly Month() => Parsed("月份（如 2020-06）", "a month such as 2020-06",
        t => DateOnly.TryParseExact(t, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : (DateOnly?)null);

    /// <summary>One of the members of an enumeration, written in <c>snake_case</c> (<c>auto_grant</c> for <c>AutoGrant</c>); anything else is a problem and gives the default member.</summary>
    public TEnum Enum<TEnum>()
        where TEnum : struct, System.Enum
    {
        var choices = EnumNames<TEnum>.ByName;
        return Scalar("名称", "a name") is not { } value ? default
            : choices.TryGetValue(value, out var member) ? member
            : Refuse<TEnum>(value, choices.Keys);
    }

    /// <summary>One of the texts given; anything else is a problem and gives the first.</summary>
    public string OneOf(params IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (Scalar("名称", "a name") is { } value)
        {
            if (choices.Contains(value, StringComparer.Ordinal))
            {
                return value;
            }

            Report(PackProblems.NotAmongChoices, value, string.Join(", ", choices));
        }

        return choices[0];
    }

    /// <summary>A text in both languages, written <c>{zh: …, en: …}</c>; anything else is a problem, and gives what text there is for both.</summary>
    public LocalizedText LocalizedText() =>
        IsMap ? new LocalizedText(Required("zh").Text(), Required("en").Text()) : NotLocalized();

    /// <summary>The items of a list as texts.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(i => i.Text())];

    private LocalizedText NotLocalized()
    {
        if (!IsMissing)
        {
            ReportType("中英文本 {zh: …, en: …}", "a text in both languages {zh: …, en: …}");
        }

        return new LocalizedText(text ?? "", text ?? "");
    }

    private TEnum Refuse<TEnum>(string value, IEnumerable<string> choices)
        where TEnum : struct, System.Enum
    {
        Report(PackProblems.NotAmongChoices, value, string.Join(", ", choices));
        return default;
    }

    private T Parsed<T>(string zh, string en, Func<string, T?> parse)
        where T : struct
    {
        if (Scalar(zh, en) is not { } value)
        {
            return default;
        }

        if (parse(value) is { } parsed)
        {
            return parsed;
        }

        ReportType(zh, en);
        return default;
    }

    private string? Scalar(string zh, string en)
    {
        if (text is null && !IsMissing)
        {
            ReportType(zh, en);
        }

        return text;
    }

    private static class EnumNames<TEnum>
        where TEnum : struct, System.Enum
    {
        public static readonly Dictionary<string, TEnum> ByName =
            System.Enum.GetValues<TEnum>().ToDictionary(v => Data.SnakeCase.Of(v.ToString()), StringComparer.Ordinal);
    }
}
