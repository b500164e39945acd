using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The trial balance of all lines or one, now or at the end of a past day.</summary>
public sealed partial class BalancePage
{
    /// <summary>The line; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "line")]
    public string? LineText { get; set; }

    /// <summary>The day, written <c>YYYY-MM-DD</c>; empty for now.</summary>
    [SupplyParameterFromQuery(Name = "on")]
    public string? OnText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private TrialBalance? Balance { get; set; }

    private Problem? Problem { get; set; }

    private string? Line => string.IsNullOrEmpty(LineText) ? null : LineText;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        // A day that is none is no day: people edit addresses.
        var on = DateOnly.TryParseExact(OnText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var known = Line is null ? default : await Pipeline.AskAsync(new GetFundLines(Line), User.Context);
        var balance = await Pipeline.AskAsync(new GetTrialBalance(on, Line: Line), User.Context);
        Problem = known.Problem ?? balance.Problem;
        Balance = balance.IsSuccess ? balance.Value : null;
    }
}
