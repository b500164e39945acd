using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Policies.Pages.PaidOut;

/// <summary>What somebody chose to see of payouts, as it stands in addresses. What cannot be read is as if it were not there: people edit addresses.</summary>
/// <param name="Within">The days; by default from the first of the year to today.</param>
/// <param name="By">The grouping; by default the policy.</param>
/// <param name="Policy">One policy only; null for all.</param>
internal sealed record PayoutChoice(Period Within, PayoutGrouping By, string? Policy)
{
    public const string Totals = "/payments/totals";
    public const string File = "/payments/totals.csv";
    public const string Late = "/payments/late";

    /// <summary>Reads an address.</summary>
    public static PayoutChoice Read(string? from, string? to, string? by, string? policy, DateOnly today)
    {
        var last = Day(to) ?? today;
        return new PayoutChoice(
            new Period(Day(from) ?? new DateOnly(last.Year, 1, 1), last),
            Enum.TryParse<PayoutGrouping>(by, ignoreCase: true, out var grouping) && Enum.IsDefined(grouping) ? grouping : PayoutGrouping.Policy,
            string.IsNullOrWhiteSpace(policy) ? null : policy.Trim());
    }

    /// <summary>The question.</summary>
    public GetPayouts Query => new(Within, By, Policy is null ? null : [Policy]);

    /// <summary>The address of the page.</summary>
    public string Address => At(Totals);

    /// <summary>The address of the file.</summary>
    public string FileAddress => At(File);

    /// <summary>The page of late payments behind a place.</summary>
    public static string LateAfter(LatePlace after) => Late + "?after=" + after;

    /// <summary>A day as fields and addresses have it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string At(string path) => $"{path}?from={Written(Within.From)}&to={Written(Within.To)}&by={By}" + (Policy is null ? "" : "&policy=" + Uri.EscapeDataString(Policy));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
