using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The whole file of a claim on one page (审核), and the two buttons that decide it.</summary>
public sealed partial class DecisionPage
{
    private const int OthersMax = 8;

    /// <summary>The entitlement.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private EntitlementDetail? Detail { get; set; }

    private IReadOnlyList<EntitlementItem> Others { get; set; } = [];

    private long OthersCount { get; set; }

    private Problem? Problem { get; set; }

    private IReadOnlyList<PolicyMaterial> Materials => Library.Find(Detail!.Item.Policy) is { IsSuccess: true, Value: { } policy } ? policy.Materials : [];

    private IReadOnlyList<ExplainedCondition> Failing => Detail?.Decision?.Explanation is { } explanation ? [.. explanation.Conditions.Where(c => c.Result != true)] : [];

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
        var others = await Pipeline.AskAsync(new FindEntitlements(new EntitlementFilter(Subject: Detail.Item.Subject)), User.Context);
        if (others.IsSuccess)
        {
            Others = [.. others.Value.Items.Where(i => i.Id != Id).Take(OthersMax)];
            OthersCount = others.Value.Counts.Sum(c => c.Count) - 1;
        }
    }

    private static string AdviceOf(EntitlementDecision decision) => decision.Outcome switch
    {
        Outcome.Eligible => ClaimTexts.Fill(ClaimTexts.AdviceGrant, ReaderText.Exact(decision.Amount)),
        Outcome.Undetermined => ClaimTexts.AdviceWait,
        _ => ClaimTexts.AdviceRefuse,
    };
}
