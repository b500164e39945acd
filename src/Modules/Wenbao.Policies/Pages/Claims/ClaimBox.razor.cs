using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Policies.Pages.Texts;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>On a policy's card of a subject: what was claimed already, and the form that claims the rest with one click (一键领取).</summary>
public sealed partial class ClaimBox
{
    private const int ShownMax = 3;

    /// <summary>The subject.</summary>
    [Parameter, EditorRequired]
    public SubjectExplanation Subject { get; set; } = null!;

    /// <summary>The policy explained.</summary>
    [Parameter, EditorRequired]
    public PolicyExplanation Policy { get; set; } = null!;

    /// <summary>What can be claimed.</summary>
    [Parameter, EditorRequired]
    public ClaimOffer Offer { get; set; } = null!;

    /// <summary>Who keeps the account; null when the pack does not say.</summary>
    [Parameter]
    public LocalizedText? AccountSource { get; set; }

    private IReadOnlyList<EntitlementItem> Claimed { get; set; } = [];

    private bool IsOffered => Offer.BringsMore(Policy);

    private string Button => Offer.Account is not null ? ClaimTexts.ConfirmAndClaim : Policy.Policy.Mode == "review" ? ClaimTexts.Submit : ClaimTexts.Claim;

    private string Promise => Policy.Policy.Mode switch
    {
        "review" => ClaimTexts.PromiseReview,
        "auto_grant" => ClaimTexts.PromiseAuto,
        _ => ClaimTexts.PromiseInstant,
    };

    /// <inheritdoc/>
    protected override void OnParametersSet() => Claimed = [.. Offer.Live.Where(e => e.State != EntitlementState.Notified)];
}
