using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>One of a draft's five files as text, with what is wrong in it.</summary>
public sealed partial class FilePage
{
    /// <summary>The draft.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The file.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private DraftDetail? Detail { get; set; }

    private Problem? Problem { get; set; }

    private bool IsOpen => DraftDesk.Open.Contains(Detail!.Item.State) && DemoUsers.All.Any(u => u.Actor == User.Actor && u.Duties.Contains(Duty.PolicyOfficer));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (!PolicyFolder.FileNames.Contains(Name))
        {
            Problem = PolicyLifeProblems.FileNotOfPolicy.At("file", Name.Length > 80 ? Name[..80] : Name, string.Join(", ", PolicyFolder.FileNames));
            return;
        }

        var detail = await Pipeline.AskAsync(new GetDraft(Id), User.Context);
        Problem = detail.Problem;
        Detail = detail.IsSuccess ? detail.Value : null;
    }
}
