using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The entries of an account, a page at a time.</summary>
public sealed partial class AccountPage
{
    /// <summary>The account.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>The entry after which the page begins, written <c>VOUCHER-ORDINAL</c>; empty for the newest.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? BeforeText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private AccountEntries? Account { get; set; }

    private Problem? Problem { get; set; }

    private EntryPosition? Before =>
        BeforeText?.Split('-') is [var voucher, var ordinal]
        && long.TryParse(voucher, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new EntryPosition(number, place)
            : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var account = await Pipeline.AskAsync(new GetAccountEntries(Id, Before), User.Context);
        Problem = account.Problem;
        Account = account.IsSuccess ? account.Value : null;
    }
}
