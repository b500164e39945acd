using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The claims that wait for the money of a line, in order (资金排队).</summary>
public sealed partial class ClaimQueuePage
{
    /// <summary>The fund line.</summary>
    [Parameter]
    public string Line { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private IScopeProvider Scopes { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private ClaimQueue? Queue { get; set; }

    private Problem? Problem { get; set; }

    private bool MayServe { get; set; }

    private QueuePlace? Place => ClaimAddresses.ReadQueuePlace(After);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var queue = await Pipeline.AskAsync(new FindClaimQueue(Line, Place), User.Context);
        Problem = queue.Problem;
        Queue = queue.IsSuccess ? queue.Value : null;
        var reader = await Scopes.FindAsync(User.Actor, CancellationToken.None);
        MayServe = reader?.Duties.Any(d => d is Duty.PolicyOfficer or Duty.DepartmentOfficer or Duty.FinanceOfficer or Duty.Operator) == true;
    }
}
