using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>One item of a published list, where anybody may object to it (提出异议).</summary>
public sealed partial class PublishedItemPage
{
    /// <summary>The list.</summary>
    [Parameter]
    public long List { get; set; }

    /// <summary>The item's number on it.</summary>
    [Parameter]
    public long Item { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private PublicListPage? Page { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new GetPublicList(List, Item: Item), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
    }
}
