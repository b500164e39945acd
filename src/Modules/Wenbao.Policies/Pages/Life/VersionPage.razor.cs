using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>A version of a policy as it was (历史版本), in force or not any more.</summary>
public sealed partial class VersionPage
{
    /// <summary>The policy.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The version's name, as decisions name it.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private PolicyVersionDetail? Detail { get; set; }

    private PolicyVersionItem? Item { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetPolicyVersion(Id, Name), User.Context);
        Problem = detail.Problem;
        if (Problem is not null)
        {
            return;
        }

        Detail = detail.Value;
        var all = await Pipeline.AskAsync(new FindPolicyVersions(Id), User.Context);
        Item = all.IsSuccess ? all.Value.Versions.FirstOrDefault(v => v.Version == Name) : null;
    }
}
