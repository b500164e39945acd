namespace Wenbao.Kernel;

/// <summary>Unified social credit codes of organisations (统一社会信用代码).</summary>
/// <remarks>Source: GB 32100-2015 (18 characters, check character last); GB 11714 (organisation code, position 17).</remarks>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(Alphabet);
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Whether the text is a valid code as it stands: upper case, 18 characters, both check characters right.</summary>
    public static bool IsValid(ReadOnlySpan<char> code) =>
        code.Length == 18
        && code[..2].IndexOfAnyExcept(Letters) < 0
        && code[2..8].IndexOfAnyExceptInRange('0', '9') < 0
        && OrganisationCode.CheckCharacter(code.Slice(8, 8)) == code[16]
        && CheckCharacter(code[..17]) == code[17];

    /// <summary>The check character of the first 17 characters, or null when one of them is not in the alphabet.</summary>
    /// <param name="body">Exactly 17 characters.</param>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 17)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(body[i], StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            sum += value * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <summary>What typed input becomes before it is checked: trimmed and in upper case.</summary>
    public static string Normalize(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().ToUpperInvariant();
    }
}

/// <summary>Organisation codes (组织机构代码), positions 9 to 17 of a credit code.</summary>
/// <remarks>Source: GB 11714.</remarks>
public static class OrganisationCode
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the nine characters (no hyphen) are a valid code.</summary>
    public static bool IsValid(ReadOnlySpan<char> code) => code.Length == 9 && CheckCharacter(code[..8]) == code[8];

    /// <summary>The check character of an eight-character body, <c>X</c> for ten; null when the body holds another character than 0–9 and A–Z.</summary>
    public static char? CheckCharacter(ReadOnlySpan<char> body)
    {
        if (body.Length != 8)
        {
            return null;
        }

        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var c = body[i];
            var value = c is >= '0' and <= '9' ? c - '0' : c is >= 'A' and <= 'Z' ? c - 'A' + 10 : -1;
            if (value < 0)
            {
                return null;
            }

            sum += value * Weights[i];
        }

        var check = 11 - (sum % 11);
        return check switch { 10 => 'X', 11 => '0', _ => (char)('0' + check) };
    }
}
