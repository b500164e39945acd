namespace Wenbao.Platform.Audit;

/// <summary>Moments as SQLite keeps them, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>, read without a string.</summary>
internal static class InstantText
{
    private const int Length = 28;

    /// <summary>The UTC ticks of a moment; null for bytes that are not exactly what the product writes.</summary>
    public static long? Ticks(ReadOnlySpan<byte> text)
    {
        if (text.Length != Length || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[27] != 'Z')
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second, fraction) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]), Number(text[20..27]));
        return year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || fraction < 0
            ? null
            : new DateTime(year, month, day, hour, minute, second).Ticks + fraction;
    }

    /// <summary>A number of digits only; -1 for anything else.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
