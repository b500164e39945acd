using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>A voucher: every entry, the decision it rests on, and the clause behind that.</summary>
public sealed partial class VoucherPage
{
    /// <summary>The voucher.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The place of the entry after which the page begins; empty for the first.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? AfterText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private VoucherDetail? Voucher { get; set; }

    private Problem? Problem { get; set; }

    private long After => long.TryParse(AfterText, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var voucher = await Pipeline.AskAsync(new GetVoucher(Id, After), User.Context);
        Problem = voucher.Problem;
        Voucher = voucher.IsSuccess ? voucher.Value : null;
    }

    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Shown(DecisionReference decision) => ShownName.Of(decision.SubjectName, decision.SubjectIsPerson);
}
