using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Registry;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages;

/// <summary>A subject's page (企业页): what it is entitled to, what it just misses, what cannot be told, what it is not eligible for, with every reason.</summary>
public sealed partial class SubjectPage
{
    /// <summary>The public id.</summary>
    [Parameter]
    public string PublicId { get; set; } = "";

    /// <summary>The subject type; null in the short address of market entities.</summary>
    [Parameter]
    public string? Type { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private RegistryDeclaration Declaration { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private SubjectExplanation? Subject { get; set; }

    private Problem? Problem { get; set; }

    // Null for readers who may not claim, such as auditors.
    private ClaimOffers? Offers { get; set; }

    private IReadOnlyList<PolicyExplanation> Entitled { get; set; } = [];

    private IReadOnlyList<PolicyExplanation> Near { get; set; } = [];

    private IReadOnlyList<PolicyExplanation> Unknown { get; set; } = [];

    private IReadOnlyList<PolicyExplanation> Others { get; set; } = [];

    private string TypeTitle => Declaration.Find(Subject!.SubjectType)?.Title.For() ?? Subject.SubjectType;

    // Grants, reliefs, deferrals and things in kind are not the same money: one sum each, exclusive policies counted once.
    private string? EntitledAmounts
    {
        get
        {
            var recommended = Subject!.Recommended;
            var sums = PolicyWords.AmountKinds
                .Select(kind => (kind, Sum: new Money(Entitled.Where(e => e.Policy.AmountKind == kind && Counts(e, recommended)).Sum(e => e.Total.Fen))))
                .Where(x => x.Sum.Fen > 0)
                .Select(x => PolicyWords.AmountKind(x.kind) + " " + ReaderText.Exact(x.Sum)).ToList();
            return sums.Count == 0 ? null : string.Join(ReaderText.IsChinese ? "，" : ", ", sums);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var explained = await Pipeline.AskAsync(new ExplainSubject(PublicId, Clock.Today), User.Context);
        Problem = explained.Problem ?? (Type is not null && explained.Value.SubjectType != Type ? PolicyProblems.SubjectNotFound.With(PublicId) : null);
        if (Problem is not null)
        {
            return;
        }

        Subject = explained.Value;
        var offers = await Pipeline.AskAsync(new FindClaimOffers(Subject.SubjectType, Subject.PublicId), User.Context);
        Offers = offers.IsSuccess ? offers.Value : null;
        var all = Subject.Policies;
        Entitled = [.. all.Where(p => p.Best.Outcome == Outcome.Eligible).OrderByDescending(p => p.Total.Fen)];
        Near = [.. all.Where(p => p.Best.Outcome == Outcome.Ineligible && p.Best.IsNearMiss)];
        Unknown = [.. all.Where(p => p.Best.Outcome == Outcome.Undetermined)];
        Others = [.. all.Where(p => p.Best.Outcome == Outcome.Ineligible && !p.Best.IsNearMiss)];
    }

    private bool Counts(PolicyExplanation one, IReadOnlySet<string> recommended) =>
        recommended.Contains(one.Policy.Id) || Exclusion.RivalsOf(one, Subject!.Policies).Count == 0;
}
