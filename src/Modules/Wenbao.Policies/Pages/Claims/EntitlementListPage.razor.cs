using Microsoft.AspNetCore.Components;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>Entitlements, filtered and counted by state (权益清单).</summary>
public sealed partial class EntitlementListPage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private FundLines Lines { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "policy")]
    private string? PolicyId { get; set; }

    [SupplyParameterFromQuery(Name = "line")]
    private string? Line { get; set; }

    [SupplyParameterFromQuery(Name = "held")]
    private string? Held { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? BeforeText { get; set; }

    private EntitlementPage? Page { get; set; }

    private Problem? Problem { get; set; }

    private long? Before => ClaimAddresses.Number(BeforeText);

    // What cannot be read in an address filters nothing: people edit addresses.
    private EntitlementFilter Filter => new(
        Enum.TryParse<EntitlementState>(State, out var state) && Enum.IsDefined(state) ? state : null, Given(PolicyId), Line: Given(Line), OnlyHeld: Held == "1", Text: Given(Text));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new FindEntitlements(Filter, Before), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
