using System.Text.RegularExpressions;
using System.Xml;
using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>Who is paid, and onto which account (收款方). The account is personal data: shown with its last four digits only, never in problems, events or the audit.</summary>
/// <param name="PartyType">A subject type of the registry, or <c>party</c> for one of the pack's parties (banks, hospitals, suppliers, trainers, institutions).</param>
/// <param name="PartyId">The public id there.</param>
/// <param name="Name">The name, as the bank must know it.</param>
/// <param name="AccountNumber">The account.</param>
/// <param name="BankName">The bank, in words.</param>
/// <param name="BankCode">The bank's clearing code of 12 digits (联行号); null when only its name is known.</param>
public sealed partial record Payee(string PartyType, string PartyId, string Name, string AccountNumber, string BankName, string? BankCode)
{
    /// <summary>The most characters of a name that a payment file can carry.</summary>
    /// <remarks>Source: ISO 20022 pain.001.001.10, Max140Text.</remarks>
    public const int NameCharactersMax = 140;

    /// <summary>The party type of the pack's parties.</summary>
    public const string Party = "party";

    /// <summary>The last four characters of the account.</summary>
    public string AccountTail => Tail(AccountNumber);

    /// <summary>Why no bank could take a payment to it; null when nothing is wrong. The account itself is not told.</summary>
    /// <param name="where">The place that the problem names.</param>
    public Problem? Fault(string? where) =>
        !IsName(Name) ? FundsProblems.PayeeMalformed.At(where, "户名", "the name")
        : !AccountPattern().IsMatch(AccountNumber) ? FundsProblems.PayeeMalformed.At(where, "账号", "the account")
        : !IsName(BankName) ? FundsProblems.PayeeMalformed.At(where, "开户行", "the bank")
        : BankCode is not null && !BankCodePattern().IsMatch(BankCode) ? FundsProblems.PayeeMalformed.At(where, "联行号", "the bank's code")
        : null;

    internal static string Tail(string account) => account.Length <= 4 ? account : account[^4..];

    private static bool IsName(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > NameCharactersMax || text.Any(char.IsControl))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            // Rare characters of names lie beyond the first plane: a pair is one character.
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex("^[0-9A-Za-z-]{1,34}$", RegexOptions.CultureInvariant)]
    private static partial Regex AccountPattern();

    [GeneratedRegex("^[0-9]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex BankCodePattern();
}
