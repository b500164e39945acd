using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>Budget changes and cuts: proposed here, approved here by another person.</summary>
public sealed partial class BudgetPage
{
    private static readonly FundLineClass[] Classes = [FundLineClass.General, FundLineClass.BusinessFee, FundLineClass.SpecialFund];

    /// <summary>The page of changes, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private BudgetChangePage? Changes { get; set; }

    private IReadOnlyList<CutStatement> Cuts { get; set; } = [];

    private bool IsOfficer { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => int.TryParse(PageText, out var page) && page > 0 ? page : 1;

    private IReadOnlyList<FundLine> Ceilings => [.. Names.All.Where(l => l.Capital is not null)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var changes = await Pipeline.AskAsync(new GetBudgetChanges(Page: PageNumber), User.Context);
        var cuts = await Pipeline.AskAsync(new GetCuts(), User.Context);
        Problem = changes.Problem ?? cuts.Problem;
        Changes = changes.IsSuccess ? changes.Value : null;
        Cuts = cuts.IsSuccess ? cuts.Value : [];
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
    }
}
