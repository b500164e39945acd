using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

public sealed class PaymentQueryTests
{
    [DatabaseTheory, DatabaseData]
    public async Task PublicList_IsForEverybody_WithPersonsMasked(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var person = PaymentsScenario.Claim(2, 20m);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m), person with
        {
            Decision = person.Decision with { SubjectType = "person", SubjectName = "欧阳小明", SubjectIsPerson = true, Period = "370215199001011234|2020" },
        });
        var list = await town.DoneAsync(new PublishList(Line: PaymentsScenario.Award));
        var page = await town.GetAsync(new GetPublicList(list.List), null);
        Assert.Equal(["试验1号有限公司", "欧***"], page.Items.Select(i => i.Name));
        Assert.Equal(["2020", null], page.Items.Select(i => i.Period));
        Assert.Equal("奖补资金", page.Summary.Scope!.Zh);
        await town.DoneAsync(new RaiseObjection(list.List, 2, "不符合"), null);
        Assert.Equal([PublicItemState.Open, PublicItemState.Held], (await town.GetAsync(new GetPublicList(list.List), null)).Items.Select(i => i.State));
        Assert.Equal(1, Assert.Single((await town.GetAsync(new FindPublicLists(), null)).Lists).Objections);
        Assert.Equal("欧***", Assert.Single((await town.GetAsync(new GetPublicList(list.List, Item: 2), null)).Items).Name);
        (await town.AskAsync(new GetPublicList(99), null)).ShouldBeProblem(FundsProblems.PublicListNotFound);
        (await town.AskAsync(new GetPublicList(list.List, Item: 3), null)).ShouldBeProblem(FundsProblems.PublicItemNotFound);
        (await town.AskAsync(new FindObjections(), null)).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal("不符合", Assert.Single((await town.GetAsync(new FindObjections())).Items).Text);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Payments_AreToldToOfficers_AndToTheOwnerOfTheSubjectAlone(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(2, 20m));
        foreach (var officer in new[] { "policy-officer", "department-officer", "finance-officer", "auditor", DemoUsers.Operator })
        {
            Assert.Equal([1, 2], (await town.GetAsync(new FindPayments([1, 2]), officer)).Select(p => p.Entitlement));
        }

        Assert.Equal([1], (await town.GetAsync(new FindPayments([1, 2]), PaymentsScenario.OwnerOfFirst)).Select(p => p.Entitlement));
        Assert.Empty(await town.GetAsync(new FindPayments([2]), PaymentsScenario.OwnerOfFirst));
        (await town.AskAsync(new FindPayments([1]), null)).ShouldBeProblem(OperationProblems.NotAllowed);
        (await town.AskAsync(new FindPayments([1]), "bank-officer")).ShouldBeProblem(OperationProblems.NotAllowed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Unpublished_IsWhatAListWouldTake_ByLineAndPolicy(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(
            PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(2, 20m), PaymentsScenario.Claim(3, 5m, policy: "other-award"), PaymentsScenario.Claim(4, 7m, policy: "monthly-benefit"),
            PaymentsScenario.Claim(5, 9m, settlement: SettlementKind.Supplier));
        var waiting = await town.GetAsync(new FindUnpublished());
        Assert.Equal([("other-award", 1L, 5m), ("scale-award", 2L, 30m)], waiting.Select(w => (w.Policy, w.Items, w.Amount.Yuan)));
        Assert.Equal(("升规奖励", town.Today), (waiting[1].PolicyTitle.Zh, waiting[1].Oldest));

        var list = await town.DoneAsync(new PublishList(Policy: "scale-award"));
        Assert.Equal((waiting[1].Items, waiting[1].Amount), (list.Items, list.Amount));
        Assert.Equal("other-award", Assert.Single(await town.GetAsync(new FindUnpublished())).Policy);
        (await town.AskAsync(new FindUnpublished(), "owner")).ShouldBeProblem(OperationProblems.NotAllowed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Batch_IsReadByPlace_PageAfterPage(TestDatabase test)
    {
        const int Payments = (2 * GetBatch.PageSize) + 1;
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, Payments).Select(i => PaymentsScenario.Claim(i, 10m, settlement: SettlementKind.Supplier))]);
        var made = await town.DoneAsync(new MakeBatch());
        var (read, after) = (new List<long>(), (long?)0);
        while (after is not null)
        {
            var page = await town.GetAsync(new GetBatch(made.Batch, After: after));
            Assert.InRange(page.Items.Count, 1, GetBatch.PageSize);
            Assert.Equal(Payments, page.Total);
            read.AddRange(page.Items.Select(i => i.Entitlement));
            after = page.Next;
        }

        Assert.Equal(Enumerable.Range(1, Payments).Select(i => (long)i), read.Order());
        Assert.Empty((await town.GetAsync(new GetBatch(made.Batch, After: 999_999))).Items);
        Assert.Empty((await town.GetAsync(new GetBatch(made.Batch, BatchItemState.Paid, After: 0))).Items);
        Assert.Equal((1L, 0L), ((await town.GetAsync(new FindBatches(Stage: BatchStage.Made))).Total, (await town.GetAsync(new FindBatches(Stage: BatchStage.HandedOver))).Total));
    }

    [DatabaseTheory, DatabaseData]
    public async Task File_IsTakenOnRecord_AndOnlyOnceItWentOut(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var made = await town.DoneAsync(new MakeBatch());
        (await town.SendAsync(new RecordBatchDownload(made.Batch))).ShouldBeProblem(FundsProblems.BatchNotHandedOver);
        (await town.SendAsync(new RecordBatchDownload(99))).ShouldBeProblem(FundsProblems.BatchNotFound);
        await town.DoneAsync(new ReleaseBatch(made.Batch), PaymentsScenario.Checker);
        var handedOver = await town.DoneAsync(new ExportBatch(made.Batch));
        Assert.Equal(handedOver.Digest, (await town.DoneAsync(new RecordBatchDownload(made.Batch), "auditor")).Digest);
        Assert.Equal(1, await town.CountAsync($"plt_audit WHERE operation = '{nameof(RecordBatchDownload)}' AND subject = 'batch/{made.Batch}' AND digest = '{handedOver.Digest}'"));
        (await town.SendAsync(new RecordBatchDownload(made.Batch), "bank-officer")).ShouldBeProblem(OperationProblems.NotAllowed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Overview_CountsWhatWaits_AsPeopleAreTold(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(2, 20m), PaymentsScenario.Claim(3, 30m, settlement: SettlementKind.Supplier));
        var list = await town.DoneAsync(new PublishList());
        await town.DoneAsync(new RaiseObjection(list.List, 1, "不符合"), null);
        Assert.Equal([(PaymentStage.Published, 20m), (PaymentStage.Held, 10m), (PaymentStage.Payable, 30m)], Sums(await town.GetAsync(new GetPaymentOverview())));
        town.MoveTo(list.Until.AddDays(1));
        await town.CommitAsync(PaymentsScenario.Claim(4, 5m));
        Assert.Equal([(PaymentStage.Committed, 5m), (PaymentStage.Held, 10m), (PaymentStage.Payable, 50m)], Sums(await town.GetAsync(new GetPaymentOverview())));
        static IEnumerable<(PaymentStage, decimal)> Sums(IReadOnlyList<WaitingSum> sums) => sums.Select(s => (s.Stage, s.Amount.Yuan));
    }

    [DatabaseTheory, DatabaseData]
    public async Task BooksAndBank_AgreeByDay_AndWhatIsUnexplainedStandsApart(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, 8).Select(i => PaymentsScenario.Claim(
            i, 10m * i, i < 4 ? PaymentsScenario.Pension : PaymentsScenario.Award, SettlementKind.Supplier, new FundShares(0, 30, 30, 40)))]);
        var (batch, file) = await town.HandOverAsync();
        var handedOver = town.Today;
        town.MoveTo(handedOver.AddDays(2));
        await town.ReadAllAsync(PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 2, Returns = 1, AnswersPartly = true, NamesUnknown = true, DaysLate = 1 }));
        town.MoveTo(town.Today.AddDays(5));
        var paid = (await town.GetAsync(new FindPayments([1, 2, 3, 4, 5, 6, 7, 8]))).First(s => s.Stage == PaymentStage.Paid);
        var claim = await town.DoneAsync(new ClaimRecovery(paid.Entitlement, new Money(500), "多付"));
        await town.DoneAsync(new ApproveRecovery(claim.Recovery), PaymentsScenario.Checker);
        (await town.TryReadAsync(Statements.Credit(new Money(300), town.Today, claim.Reference))).ShouldSucceed();
        await town.DoneAsync(new RecordRecovery(claim.Recovery, new Money(200), "R1"));
        (await town.TryReadAsync(Statements.Credit(new Money(777), town.Today, "不明", "C2"))).ShouldSucceed();
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(paid.Entitlement));

        var reconciled = await town.GetAsync(new GetReconciliation(handedOver, town.Today));
        Assert.True(reconciled.IsBalanced);
        Assert.Equal(await town.BalanceAsync(FundStage.Paid) + await town.BalanceAsync(FundStage.Paid, PaymentsScenario.Pension), reconciled.Days.Sum(d => d.Paid.Yuan));
        Assert.Equal((2 * 12.34m, 7.77m), (reconciled.Days.Sum(d => d.UnexplainedDebits.Yuan), reconciled.Days.Sum(d => d.UnexplainedCredits.Yuan)));
        Assert.Equal(3m, reconciled.Days.Sum(d => d.Recovered.Yuan));
        var states = Assert.Single(reconciled.Batches).States;
        Assert.Equal([(BatchItemState.Rejected, 2L), (BatchItemState.Paid, 5L), (BatchItemState.Returned, 1L)], states.Select(s => (s.State, s.Items)));
        Assert.Equal(360m, states.Sum(s => s.Amount.Yuan));
        (await town.AskAsync(new GetReconciliation(town.Today, handedOver))).ShouldBeProblem(OperationProblems.Invalid);

        var page = await town.GetAsync(new GetBatch(batch, BatchItemState.Rejected));
        Assert.Equal((2, 2), (page.Total, page.Items.Count));
        Assert.All(page.Items, i => Assert.Equal((4, true), (i.AccountTail.Length, i.Reason is not null)));
        Assert.Equal(batch, Assert.Single((await town.GetAsync(new FindBatches())).Items).Batch);
        Assert.Equal(3, (await town.GetAsync(new FindReturnedPayments())).Total);
        Assert.Equal((1L, RecoveryState.Received), ((await town.GetAsync(new FindRecoveries())).Total, (await town.GetAsync(new FindRecoveries())).Items[0].State));
        Assert.Equal(0, (await town.GetAsync(new FindRecoveries(RecoveryState.Claimed))).Total);
        Assert.NotEmpty((await town.GetAsync(new FindBankExceptions())).Items);
        Assert.Equal(8, (await town.GetAsync(new FindBankMessages())).Total);
    }

    [DatabaseTheory, DatabaseData]
    public async Task BriefAnswers_ProveWholePartsByNumberAndSum(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, 20).Select(i => PaymentsScenario.Claim(i, 10m + i, i % 2 == 0 ? PaymentsScenario.Pension : PaymentsScenario.Award, SettlementKind.Supplier))]);
        var (_, file) = await town.HandOverAsync();
        var answers = PaymentsScenario.Answers(file, new BankBehaviour { IsBrief = true, Rejections = 3 });
        Assert.DoesNotContain("TxDtls", System.Text.Encoding.UTF8.GetString(answers[1].Content), StringComparison.Ordinal);

        // The statement first: by number and sum alone nobody can tell which three are missing.
        Assert.Equal((0, 2), ((await town.ReadAsync(answers[1])).Paid, (await town.GetAsync(new FindBankExceptions())).Items.Count));
        var report = await town.ReadAsync(answers[0]);
        Assert.Equal((3, 17), (report.Rejected, report.Paid));
        Assert.Empty((await town.GetAsync(new FindBankExceptions())).Items);
        Assert.True((await town.GetAsync(new GetReconciliation(town.Today, town.Today))).IsBalanced);
    }
}
