using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>Two versions of a policy side by side (版本比较): clause by clause, condition by condition, parameter by parameter.</summary>
public sealed partial class ComparePage
{
    /// <summary>The policy.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    private PolicyDiff? Diff { get; set; }

    private Problem? Problem { get; set; }

    private string Title => Library.Find(Id) is { IsSuccess: true } found ? found.Value.Title.For() : Id;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var diff = await Pipeline.AskAsync(new DiffVersions(Id, From ?? "", To ?? ""), User.Context);
        Problem = diff.Problem;
        Diff = diff.IsSuccess ? diff.Value : null;
    }
}
