using System.Globalization;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>The addresses of the pages of publicity, payment and recovery.</summary>
internal static class PaymentAddresses
{
    public const string Desk = "/payments";
    public const string Lists = "/publicity";
    public const string Objections = "/publicity/objections";
    public const string Batches = "/payments/batches";
    public const string Bank = "/payments/bank";
    public const string Exceptions = "/payments/exceptions";
    public const string Returned = "/payments/returned";
    public const string Recoveries = "/payments/recoveries";
    public const string Reconciliation = "/payments/reconciliation";

    // Two pages that another module shows.
    public const string Totals = "/payments/totals";
    public const string Late = "/payments/late";

    /// <summary>A published list, at a page.</summary>
    public static string List(long list, long page = 1) =>
        string.Create(CultureInfo.InvariantCulture, $"{Lists}/{list}") + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "");

    /// <summary>One item of a list, where anybody may object to it.</summary>
    public static string Item(long list, long item) => string.Create(CultureInfo.InvariantCulture, $"{Lists}/{list}/items/{item}");

    /// <summary>The page of a list on which an item stands.</summary>
    public static string PageOf(long list, long item) => List(list, ((item - 1) / GetPublicList.PageSize) + 1);

    /// <summary>Batches of one stage; null for all.</summary>
    public static string BatchesIn(BatchStage? stage) => stage is { } one ? Batches + "?stage=" + one : Batches;

    /// <summary>A batch: its payments of one state, from a place on.</summary>
    public static string Batch(long batch, BatchItemState? state = null, long? after = null) =>
        With(string.Create(CultureInfo.InvariantCulture, $"{Batches}/{batch}"), ("state", state?.ToString()), ("after", after?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Recoveries of one state; null for all.</summary>
    public static string RecoveriesIn(RecoveryState? state) => state is { } one ? Recoveries + "?state=" + one : Recoveries;

    /// <summary>The file of an entitlement, which another module shows.</summary>
    public static string Entitlement(long entitlement) => string.Create(CultureInfo.InvariantCulture, $"/entitlements/{entitlement}");

    /// <summary>A clause on the page of the version that decided.</summary>
    public static string Clause(string policy, string version, string clause) =>
        "/policies/" + Uri.EscapeDataString(policy) + "/versions/" + Uri.EscapeDataString(version) + "#clause-" + Uri.EscapeDataString(clause);

    /// <summary>A page of a list, with what was chosen.</summary>
    public static string Paged(string address, int page, params (string Name, string? Value)[] chosen) =>
        With(address, [.. chosen, ("page", page.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>An address with what was chosen; what was not is left out.</summary>
    public static string With(string address, params (string Name, string? Value)[] chosen)
    {
        var parts = chosen.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => c.Name + "=" + Uri.EscapeDataString(c.Value!)).ToList();
        return parts.Count == 0 ? address : address + "?" + string.Join('&', parts);
    }
}
