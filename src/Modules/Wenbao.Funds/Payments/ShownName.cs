namespace Wenbao.Funds.Payments;

/// <summary>Names as anybody may see them (公示名称): a firm's whole, of a person's the first character.</summary>
internal static class ShownName
{
    /// <summary>A name of up to this many characters that no party and no firm has is taken for a person's.</summary>
    private const int PersonCharactersMax = 4;

    /// <summary>The name to be shown.</summary>
    public static string Of(string name, bool isPerson)
    {
        if (!isPerson || name.Length == 0)
        {
            return name;
        }

        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? 2 : 1;
        return name[..first] + new string('*', Math.Max(1, name.Length - first));
    }

    /// <summary>A payee's name: of the subject itself as the subject's; of a party whole; of any other subject masked when it is as short as a person's.</summary>
    /// <param name="name">The payee's name.</param>
    /// <param name="partyType">The payee's type.</param>
    /// <param name="subjectType">The subject's type.</param>
    /// <param name="subjectIsPerson">Whether the subject is a person.</param>
    public static string OfPayee(string name, string partyType, string subjectType, bool subjectIsPerson) =>
        Of(name, partyType != Payee.Party && (partyType == subjectType ? subjectIsPerson : name.Length <= PersonCharactersMax));
}
