using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.PaidOut;

/// <summary>Granted entitlements whose money is late, the oldest grants first (逾期未兑付).</summary>
public sealed partial class LatePaymentsPage
{
    /// <summary>The place behind which the page begins; empty for the first page.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? AfterText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private LatePayments? Page { get; set; }

    private Problem? Problem { get; set; }

    private LatePlace? After => LatePlace.Read(AfterText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var asked = await Pipeline.AskAsync(new FindLatePayments(After), User.Context);
        Problem = asked.Problem;
        Page = asked.IsSuccess ? asked.Value : null;
    }
}
