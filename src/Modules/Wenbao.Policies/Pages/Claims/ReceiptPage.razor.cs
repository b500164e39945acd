using Microsoft.AspNetCore.Components;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The receipt of a claim (受理回执): its number, how it stands, what happens next and when.</summary>
public sealed partial class ReceiptPage
{
    /// <summary>The entitlement.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private PaymentRules Rules { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    private EntitlementDetail? Detail { get; set; }

    private IReadOnlyList<EntitlementItem> Cases { get; set; } = [];

    private IReadOnlyList<string> Steps { get; set; } = [];

    private Problem? Problem { get; set; }

    private string Department => Library.Find(Detail!.Item.Policy) is { IsSuccess: true, Value: { } policy } ? policy.Department.For() : Detail.Department;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetEntitlement(Id), User.Context);
        Problem = detail.Problem;
        if (Problem is not null)
        {
            return;
        }

        Detail = detail.Value;
        Cases = [Detail.Item];
        if (Detail.Item.Receipt is { } receipt)
        {
            var together = await Pipeline.AskAsync(new FindEntitlements(new EntitlementFilter(Text: receipt)), User.Context);
            Cases = together is { IsSuccess: true, Value.Items: { Count: > 0 } items } ? [.. items.OrderBy(i => i.Id)] : Cases;
        }

        var days = Rules.SkipsPublicity(Detail.Item.Policy, Detail.Item.Line ?? "") ? null : Rules.PublicityDays?.Count;
        Steps = [.. ClaimWords.NextSteps(Detail, days)];
    }
}
