using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Pages.Texts;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Where the money waits on its way to the payee, and what somebody has to do about it (拨付工作台).</summary>
public sealed partial class DeskPage
{
    private static readonly PaymentStage[] Stages = [PaymentStage.Committed, PaymentStage.Published, PaymentStage.Held, PaymentStage.Payable, PaymentStage.Returned];

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private IReadOnlyList<WaitingSum>? Sums { get; set; }

    private List<Waiting> Work { get; } = [];

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Work.Clear();
        var overview = await Pipeline.AskAsync(new GetPaymentOverview(), User.Context);
        Sums = overview.IsSuccess ? overview.Value : null;
        if (Sums is not null)
        {
            AddStage(PaymentStage.Committed, PayTexts.ToPublish, PaymentAddresses.Lists + "#publish");
        }

        await AddAsync(new FindObjections(), f => f.Total, PayTexts.ObjectionsToDecide, PaymentAddresses.Objections);
        if (Sums is not null)
        {
            AddStage(PaymentStage.Payable, PayTexts.ToBatch, PaymentAddresses.Batches + "#make");
        }

        await AddAsync(new FindBatches(Stage: BatchStage.Made), f => f.Total, PayTexts.BatchesToRelease, PaymentAddresses.BatchesIn(BatchStage.Made));
        await AddAsync(new FindBatches(Stage: BatchStage.Released), f => f.Total, PayTexts.BatchesToHandOver, PaymentAddresses.BatchesIn(BatchStage.Released));
        await AddAsync(new FindBankExceptions(), f => f.Total, PayTexts.ExceptionsToClose, PaymentAddresses.Exceptions);
        await AddAsync(new FindReturnedPayments(), f => f.Total, PayTexts.ReturnedToMend, PaymentAddresses.Returned, f => f.Amount);
        await AddAsync(new FindRecoveries(RecoveryState.Claimed), f => f.Total, PayTexts.RecoveriesToApprove, PaymentAddresses.RecoveriesIn(RecoveryState.Claimed));
        // Who may see part of it sees that part.
        Problem = Sums is null && Work.Count == 0 ? overview.Problem : null;
    }

    private void AddStage(PaymentStage stage, string title, string address)
    {
        var of = Sums!.Where(s => s.Stage == stage).ToList();
        Work.Add(new Waiting(title, address, Note(of.Sum(s => s.Items), new Money(of.Sum(s => s.Amount.Fen)))));
    }

    private async Task AddAsync<T>(IQuery<T> query, Func<T, long> count, string title, string address, Func<T, Money>? amount = null)
    {
        var found = await Pipeline.AskAsync(query, User.Context);
        if (found.IsSuccess)
        {
            Work.Add(new Waiting(title, address, Note(count(found.Value), amount?.Invoke(found.Value))));
        }
    }

    /// <summary>What waits; null when nothing does.</summary>
    private static string? Note(long items, Money? amount) => items == 0
        ? null
        : PayTexts.Fill(PayTexts.ItemsCount, ReaderText.Count(items)) + (amount is { } sum ? " · " + ReaderText.Exact(sum) : "");

    private sealed record Waiting(string Title, string Address, string? Note);
}
