using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Money claimed back: entered by one person, approved by another, received by statement or receipt (追回).</summary>
public sealed partial class RecoveriesPage
{
    /// <summary>Recoveries of one state, by the name of <see cref="RecoveryState"/>; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? StateText { get; set; }

    /// <summary>The entitlement that the form to claim is filled with; empty for none.</summary>
    [SupplyParameterFromQuery(Name = "entitlement")]
    public string? EntitlementText { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private FoundRecoveries? Found { get; set; }

    private bool IsOfficer { get; set; }

    private bool MayClaim { get; set; }

    private Problem? Problem { get; set; }

    private RecoveryState? State => PageNumbers.Member<RecoveryState>(StateText);

    private long? Entitlement => PageNumbers.Number(EntitlementText);

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindRecoveries(State, PageNumber), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
        MayClaim = await User.HasAsync(Duty.FinanceOfficer, Duty.DepartmentOfficer);
    }

    /// <summary>An amount as a field has it.</summary>
    private static string Plain(Money amount) => amount.Yuan.ToString("0.00", CultureInfo.InvariantCulture);
}
