using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The books at a glance: every line and where its money stands, month close, export.</summary>
public sealed partial class LinesPage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    private IReadOnlyList<FundLineState> Lines { get; set; } = [];

    private ClosedMonths? Months { get; set; }

    private Problem? Problem { get; set; }

    private DateOnly Today => Clock.Today;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var lines = await Pipeline.AskAsync(new GetFundLines(), User.Context);
        Problem = lines.Problem;
        Lines = lines.IsSuccess ? lines.Value : [];
        // Who sees the lines may be another than who closes months.
        var months = await Pipeline.AskAsync(new GetClosedMonths(), User.Context);
        Months = months.IsSuccess ? months.Value : null;
    }

    private Money Sum(Func<FundLineState, Money> of) => new(Lines.Sum(l => of(l).Fen));

    private static string Stage(FundStage stage) => FundStages.Name(stage).For();

    private static string Shown(Money amount) => amount == Money.Zero ? "—" : ReaderText.Exact(amount);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
