using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>A published list, for everybody: who gets what by which clause, and how to object (公示名单).</summary>
public sealed partial class PublishedListPage
{
    /// <summary>The list.</summary>
    [Parameter]
    public long List { get; set; }

    /// <summary>The page of items, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private PublicListPage? Page { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new GetPublicList(List, PageNumber), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
    }
}
