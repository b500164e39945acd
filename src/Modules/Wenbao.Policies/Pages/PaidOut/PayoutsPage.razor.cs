using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.PaidOut;

/// <summary>What was paid out and booked within some days, by one of several groupings (奖补资金兑现情况).</summary>
public sealed partial class PayoutsPage
{
    /// <summary>The first day, written <c>YYYY-MM-DD</c>; empty for the first of the year.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? FromText { get; set; }

    /// <summary>The last day; empty for today.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? ToText { get; set; }

    /// <summary>The grouping; empty for the policy.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    public string? ByText { get; set; }

    /// <summary>One policy; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "policy")]
    public string? PolicyText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    private PayoutChoice Choice { get; set; } = null!;

    private Payouts? Payouts { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Choice = PayoutChoice.Read(FromText, ToText, ByText, PolicyText, Clock.Today);
        var asked = await Pipeline.AskAsync(Choice.Query, User.Context);
        Problem = asked.Problem;
        Payouts = asked.IsSuccess ? asked.Value : null;
    }

    /// <summary>The months of a policy; null for other groups.</summary>
    private string? Closer(PayoutGroup group) => Choice.By == PayoutGrouping.Policy ? (Choice with { By = PayoutGrouping.Month, Policy = group.Key }).Address : null;

    private string NameOf(PayoutGroup group) => Choice.By == PayoutGrouping.Month
        ? ReaderText.Month(DateOnly.ParseExact(group.Key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : group.Name.For();

    private static IEnumerable<(string Heading, string Cell)> Cells(PayoutSum sum) =>
    [
        (PayoutTexts.Paid.For(), sum.Paid.Grouped()),
        (PayoutTexts.Returned.For(), sum.Returned.Grouped()),
        (PayoutTexts.Recovered.For(), sum.Recovered.Grouped()),
        (PayoutTexts.Net.For(), sum.Net.Grouped()),
        (PayoutTexts.Booked.For(), sum.Booked.Grouped()),
        (PayoutTexts.Entitlements.For(), ReaderText.Count(sum.Entitlements)),
        (PayoutTexts.Recipients.For(), ReaderText.Count(sum.Recipients)),
        (PayoutTexts.MeanDays.For(), sum.MeanDays is { } days ? PayoutTexts.Shown(days) : "—"),
    ];
}
