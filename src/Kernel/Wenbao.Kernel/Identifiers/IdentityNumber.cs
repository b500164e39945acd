using System.Globalization;

namespace Wenbao.Kernel;

/// <summary>Citizen identity numbers (公民身份号码).</summary>
/// <remarks>Source: GB 11643-1999; check digit ISO 7064 MOD 11-2.</remarks>
public static class IdentityNumber
{
    private const string Checks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the text is a valid number as it stands: 18 characters, a real birth date not after <paramref name="today"/>, sequence not 000, check right.</summary>
    public static bool IsValid(ReadOnlySpan<char> number, DateOnly today) =>
        number.Length == 18
        && CheckCharacter(number[..17]) == number[17]
        && BirthDate(number) is { } born && born <= today
        && !number.Slice(14, 3).SequenceEqual("000");

    /// <summary>The check character of the first 17 digits; null when one is not a digit.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 17 || body.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (body[i] - '0') * Weights[i];
        }

        return Checks[sum % 11];
    }

    /// <summary>The birth date in the number, or null when it is not a date.</summary>
    public static DateOnly? BirthDate(ReadOnlySpan<char> number) =>
        number.Length >= 14 && DateOnly.TryParseExact(number.Slice(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The number as it is shown: first six and last four characters, the birth date hidden.</summary>
    public static string Mask(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length == 18 ? string.Concat(number.AsSpan(0, 6), "********", number.AsSpan(14)) : new string('*', number.Length);
    }
}
