using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>A fund that is used and comes back, or shares losses.</summary>
public sealed partial class FundPage
{
    /// <summary>The line.</summary>
    [Parameter]
    public string Line { get; set; } = "";

    /// <summary>Which uses, by the name of <see cref="LoanFilter"/>; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "only")]
    public string? Only { get; set; }

    /// <summary>The page of uses, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private LoanPage? Loans { get; set; }

    private CompensationFund? Fund { get; set; }

    private bool MayTakeBack { get; set; }

    private bool MayRecord { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => int.TryParse(PageText, out var page) && page > 0 ? page : 1;

    private LoanFilter Filter => Enum.TryParse<LoanFilter>(Only, out var filter) && Enum.IsDefined(filter) ? filter : LoanFilter.All;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        MayTakeBack = await User.HasAsync(Duty.FinanceOfficer, Duty.BankOfficer);
        MayRecord = await User.HasAsync(Duty.FinanceOfficer);
        if (Names.Find(Line)?.Kind == FundLineKind.Compensation)
        {
            var fund = await Pipeline.AskAsync(new GetCompensationFund(Line), User.Context);
            Problem = fund.Problem;
            Fund = fund.IsSuccess ? fund.Value : null;
            return;
        }

        var loans = await Pipeline.AskAsync(new FindLoans(Line, Filter, PageNumber), User.Context);
        Problem = loans.Problem;
        Loans = loans.IsSuccess ? loans.Value : null;
    }
}
