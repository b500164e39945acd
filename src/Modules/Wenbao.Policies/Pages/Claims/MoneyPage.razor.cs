using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>Where a subject's money is (我的资金): totals, and each entitlement with its way so far.</summary>
public sealed partial class MoneyPage
{
    /// <summary>The subject type.</summary>
    [Parameter]
    public string Type { get; set; } = "";

    /// <summary>The public id.</summary>
    [Parameter]
    public string PublicId { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private SubjectMoney? Money { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var money = await Pipeline.AskAsync(new GetSubjectMoney(Type, PublicId), User.Context);
        Problem = money.Problem;
        Money = money.IsSuccess ? money.Value : null;
    }

    /// <summary>One sentence about where the money is and when it goes on.</summary>
    private static string? Telling(SubjectMoneyLine line) => line switch
    {
        { Place: MoneyPlace.WaitsForMoney, Position: { } position } => ClaimTexts.Fill(ClaimTexts.NextQueue, ReaderText.Count(position)),
        { Place: MoneyPlace.Published, Payment.PublicUntil: { } until } => ClaimTexts.Fill(ClaimTexts.NextPublished, ReaderText.Day(until)),
        { Place: MoneyPlace.WithBank, Payment.AccountTail: { } tail } => ClaimTexts.Fill(ClaimTexts.WithBankSince, ReaderText.Day(line.Payment.Since), tail),
        { Place: MoneyPlace.Paid, Payment: { PaidOn: { } paid, AccountTail: { } tail } } => ClaimTexts.Fill(ClaimTexts.ArrivedOnAccount, ReaderText.Day(paid), tail),
        { Place: MoneyPlace.SentBack, Payment.Reason: { } reason } => ClaimTexts.Fill(ClaimTexts.SentBackWhy, reason),
        { Place: MoneyPlace.BeingDecided } => ClaimTexts.NextReview,
        _ => null,
    };
}
