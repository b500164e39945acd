using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Pages.Texts;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Books;

/// <summary>A cut: what every line gives, what is exempt and by which evidence, what could not be cut, and what the money is used for.</summary>
public sealed partial class CutPage
{
    /// <summary>The cut.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private CutStatement? Cut { get; set; }

    private bool IsOfficer { get; set; }

    private Problem? Problem { get; set; }

    private string Title => BookTexts.Fill(BookTexts.CutNumber, Id, ReaderText.Number(Cut!.Percent));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var cuts = await Pipeline.AskAsync(new GetCuts(Id), User.Context);
        Problem = cuts.Problem;
        Cut = cuts.IsSuccess ? cuts.Value[0] : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
    }

    private string DepartmentOf(string line) => Names.Find(line)?.Department?.For() ?? "";

    private static string Why(CutItem item) => item.Exemption != CutExemption.None
        ? BookTexts.Fill(BookTexts.ExemptBecause, BudgetWords.Of(item.Exemption).For(), item.Evidence?.For() ?? "")
        : item.NotCut > Money.Zero ? BookTexts.Fill(BookTexts.SpentAlready, ReaderText.Exact(item.NotCut)) : "—";
}
