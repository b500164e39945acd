using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Pages.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The books at a glance: every line and where its money stands, month close, export.</summary>
public sealed partial class LinesPage
{
    /// <summary>Whether lines that nothing was used of are shown too: <c>1</c> or nothing.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public string? AllText { get; set; }

    /// <summary>Lines of one class, by the name of <see cref="FundLineClass"/>; empty for those in use.</summary>
    [SupplyParameterFromQuery(Name = "class")]
    public string? ClassText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private IScopeProvider Scopes { get; set; } = null!;

    private IReadOnlyList<FundLineState> Lines { get; set; } = [];

    /// <summary>A district has hundreds of lines; most readers want those that something happens on.</summary>
    private IEnumerable<FundLineState> Shown => Lines.Where(s => IsAll || (Class is { } one ? s.Line.Class == one : IsUsed(s)));

    private bool IsAll => AllText == "1";

    private FundLineClass? Class => PageNumbers.Member<FundLineClass>(ClassText);

    private bool IsOfficer { get; set; }

    /// <summary>Who closed the latest month.</summary>
    private string Closer { get; set; } = "";

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
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
        if (Months is { Months: [var latest, ..] })
        {
            Closer = (await Scopes.FindAsync(latest.ClosedBy, CancellationToken.None))?.Name.For() ?? latest.ClosedBy;
        }
    }

    private Money Sum(Func<FundLineState, Money> of) => new(Lines.Sum(l => of(l).Fen));

    private static bool IsUsed(FundLineState state) =>
        state.Appropriated != state.Free || state.Booked > Money.Zero || state.Line.Kind is FundLineKind.Revolving or FundLineKind.Compensation;

    private static string Stage(FundStage stage) => FundStages.Name(stage).For();

    private static string Amount(Money amount) => amount == Money.Zero ? "—" : amount.Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
