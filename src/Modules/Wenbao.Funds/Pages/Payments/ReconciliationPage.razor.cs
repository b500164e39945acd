using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Books and bank side by side, day by day and batch by batch (对账).</summary>
public sealed partial class ReconciliationPage
{
    /// <summary>The first day, written <c>YYYY-MM-DD</c>; empty for the first of the month.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? FromText { get; set; }

    /// <summary>The last day; empty for today.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? ToText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    private Reconciliation? Compared { get; set; }

    private Problem? Problem { get; set; }

    private DateOnly To => PageNumbers.Day(ToText) ?? Clock.Today;

    private DateOnly From => PageNumbers.Day(FromText) ?? new DateOnly(To.Year, To.Month, 1);

    private Money Unexplained => new(Compared!.Days.Sum(d => (d.UnexplainedDebits + d.UnexplainedCredits).Fen));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var compared = await Pipeline.AskAsync(new GetReconciliation(From, To), User.Context);
        Problem = compared.Problem;
        Compared = compared.IsSuccess ? compared.Value : null;
    }

    private string Sum(Func<ReconciledDay, Money> of) => Shown(new Money(Compared!.Days.Sum(d => of(d).Fen)));

    private static string Shown(Money amount) => amount == Money.Zero ? "—" : ReaderText.Exact(amount);
}
