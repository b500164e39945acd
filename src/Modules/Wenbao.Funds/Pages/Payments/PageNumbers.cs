using System.Globalization;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Numbers that stand in addresses. What cannot be read is as if it were not there: people edit addresses.</summary>
internal static class PageNumbers
{
    private const int Max = 10_000_000;

    /// <summary>A page, from 1.</summary>
    public static int Read(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= Max ? page : 1;

    /// <summary>A number; null when there is none.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A member of an enumeration by its name; null when it has none of that name.</summary>
    public static T? Member<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var member) && Enum.IsDefined(member) ? member : null;

    /// <summary>A day; null when it is none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as fields and addresses have it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
