using System.Globalization;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The addresses of the pages of books, budget and funds.</summary>
internal static class BookAddresses
{
    public const string Lines = "/books";
    public const string Balance = "/books/balance";
    public const string Verify = "/books/verify";
    public const string Budget = "/books/budget";
    public const string Export = "/books/export";

    /// <summary>The trial balance of a line.</summary>
    public static string BalanceOf(string line) => Balance + "?line=" + Uri.EscapeDataString(line);

    /// <summary>An account's entries, from an entry on.</summary>
    public static string Account(long account, EntryPosition? before = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/books/accounts/{account}") + (before is { } at ? string.Create(CultureInfo.InvariantCulture, $"?before={at.Voucher}-{at.Ordinal}") : "");

    /// <summary>A voucher, from an entry on.</summary>
    public static string Voucher(long voucher, long? after = null) =>
        string.Create(CultureInfo.InvariantCulture, $"/books/vouchers/{voucher}") + (after is { } ordinal ? string.Create(CultureInfo.InvariantCulture, $"?after={ordinal}") : "");

    /// <summary>A cut's list.</summary>
    public static string Cut(long cut) => string.Create(CultureInfo.InvariantCulture, $"/books/cuts/{cut}");

    /// <summary>A revolving or compensation fund.</summary>
    public static string Fund(string line) => "/books/funds/" + Uri.EscapeDataString(line);

    /// <summary>A clause on the page of the version that decided.</summary>
    public static string Clause(DecisionReference decision) => Payments.PaymentAddresses.Clause(decision.Policy, decision.Version, decision.Clause);
}
