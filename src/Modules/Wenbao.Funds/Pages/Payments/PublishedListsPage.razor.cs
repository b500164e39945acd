using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>The published lists, for everybody; finance officers also see what waits to be published (公示).</summary>
public sealed partial class PublishedListsPage
{
    /// <summary>The page of lists, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private PublicLists? Lists { get; set; }

    private IReadOnlyList<UnpublishedSum>? Unpublished { get; set; }

    private bool IsOfficer { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var lists = await Pipeline.AskAsync(new FindPublicLists(PageNumber), User.Context);
        Problem = lists.Problem;
        Lists = lists.IsSuccess ? lists.Value : null;
        var waiting = await Pipeline.AskAsync(new FindUnpublished(), User.Context);
        Unpublished = waiting.IsSuccess ? waiting.Value : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
    }
}
