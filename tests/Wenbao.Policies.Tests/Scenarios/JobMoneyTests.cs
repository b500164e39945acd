using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Keeping and making jobs, to the money: refund, relief of contributions, subsidies for hiring and training.</summary>
public sealed class JobMoneyTests
{
    private const string Refund = "stable-employment-refund";
    private const string Relief = "social-insurance-relief-msme";
    private const string Hiring = "hire-hardship-insurance-subsidy";
    private const string AtWork = "training-in-work-subsidy";
    private const string NewHires = "new-hire-training-subsidy";

    [DatabaseTheory, DatabaseData]
    [Mechanism("S108")]
    public async Task Refund_IsScreenedWithoutPapers_Published_AndPaid_JobsCountedOnce(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        (string, string)[] kept = [("insured_months", "12"), ("insured_person_months", "360"), ("layoffs", "6"), ("ui_paid", "12345.67")];
        var firm = await district.RegisterPayableFirmAsync(601, kept);
        var second = await district.RegisterPayableFirmAsync(602, kept);
        var layingOff = await district.RegisterPayableFirmAsync(603, [.. kept[..2], ("layoffs", "7"), kept[3]]);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound([Refund]));
        Assert.Contains((await district.AskAsOwnerOfAsync(firm, new FindNotices(Inbox.OfSubject("enterprise", firm)))).ShouldSucceed().Items, n => n.Kind == NoticeKind.Found);

        // One click; who lays off too many is told why and gets nothing.
        var refused = await district.ClaimAsOwnerAsync(Refund, layingOff, "0603");
        Assert.Equal(EntitlementState.Refused, refused.State);
        Assert.Contains("裁员", refused.Reason!.Zh, StringComparison.Ordinal);
        var first = await district.ClaimAsOwnerAsync(Refund, firm, "0601");
        var other = await district.ClaimAsOwnerAsync(Refund, second, "0602");
        Assert.Equal((EntitlementState.Granted, "6172.84"), (first.State, first.Amount.ToString()));

        // Somebody objects to the second; only its money waits, and it is paid when the objection is dismissed.
        var list = await district.SendAsAsync(MoneySteps.Finance, new PublishList(Policy: Refund));
        var items = (await district.AskAsync(new GetPublicList(list.List))).Items;
        var objection = await district.SendAsAsync(MoneySteps.Finance, new RaiseObjection(list.List, items[^1].Item, "该企业上半年裁员"));
        Assert.Equal(MoneyPlace.Objected, (await district.AskAsync(new GetEntitlement(other.Entitlement))).Place);
        Assert.Contains((NoticeKind.Held, (long?)other.Entitlement), await district.NoticesAsync(second));
        await district.MoveToAsync(list.Until.AddDays(1));
        await district.PayAsync();
        await district.ShouldBePaidAsync(first.Entitlement, "6172.84", "即墨试验制造有限公司");
        await district.SendAsAsync(MoneySteps.Finance, new ResolveObjection(objection.Objection, false, "经核参保数据属实"));
        Assert.Contains((NoticeKind.Unheld, (long?)other.Entitlement), await district.NoticesAsync(second));
        await district.PayAsync();
        await district.ShouldBePaidAsync(other.Entitlement, "6172.84");

        Assert.Equal((2m, 12345.68m), (await district.FigureAsync(FoundFigure.Subjects, false, Refund), await district.FigureAsync(FoundFigure.Amount, false, Refund)));
        var jobs = new FoundMeasure(FoundFigure.AttributeSum, [Refund], new Dictionary<string, string>(), new Dictionary<string, string> { [Refund] = "staff" }, [], [], null);
        Assert.Equal(100m, (await district.AskAsync(new MeasureLedger([new EntitledMeasure(jobs, new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), false, [])])))[0]);
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S109")]
    public async Task Relief_IsBookedByMonthAndInsurance_GrowsAsOne_AndIsCorrected(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(611);
        await district.ImportRecordsAsync("enterprise", "si_months", $"credit_code,month,pension,unemployment,injury\n{firm},2020-02,1000.01,100.01,10.01\n{firm},2020-03,1000.00,100.00,10.00\n");
        await district.DecideAsync();
        var claimed = (await district.SendAsync(new ClaimFound([Relief]))).Policies.Single();
        Assert.Equal((1L, 1L, "2220.03"), (claimed.Claimed, claimed.Granted, claimed.Amount.ToString()));
        var relief = (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Relief)))).Items.Single();
        Assert.Equal((EntitlementState.Settled, MoneyPlace.Booked), (relief.State, (await district.AskAsync(new GetEntitlement(relief.Id))).Place));

        // Further months raise the same entitlement; nothing is ever published or paid.
        await district.ImportRecordsAsync("enterprise", "si_months", $"credit_code,month,pension,unemployment,injury\n{firm},2020-04,1000.00,100.00,10.00\n");
        var grown = await district.AskAsync(new GetEntitlement(relief.Id));
        Assert.Equal(("3330.03", EntitlementDeed.Raised), (grown.Item.Amount.ToString(), grown.History[^1].Deed));
        Assert.Equal(3330.03m, (await district.AskAsync(new GetFundLines("social_insurance_relief")))[0].Booked.Yuan);
        (await district.TrySendAsAsync(MoneySteps.Finance, new PublishList())).ShouldBeProblem(FundsProblems.NothingToPublish);

        // The size turns out wrong: an officer is told, takes it back, and the right relief is booked instead.
        await district.CorrectAsync(firm, ("staff", "1000"), ("revenue_2019", "400000000.00"));
        var told = (await district.AskAsync(new FindNotices(Inbox.OfOfficers(Platform.Operations.Duty.PolicyOfficer)))).Items;
        Assert.Contains(told, n => n.Kind == NoticeKind.DecisionDiffers && n.Entitlement == relief.Id);
        await district.SendAsAsync(MoneySteps.Officer, new RevokeGrant(relief.Id, "划型更正"));
        Assert.Equal(0m, (await district.AskAsync(new GetFundLines("social_insurance_relief")))[0].Booked.Yuan);
        var large = await district.ClaimForAsync("social-insurance-relief-large", firm);
        Assert.Equal((EntitlementState.Settled, "1665.03"), (large.State, large.Amount.ToString()));
        Assert.Equal((0m, 1665.03m), (await district.FigureAsync(FoundFigure.Amount, false, Relief), await district.FigureAsync(FoundFigure.Amount, false, "social-insurance-relief-large")));
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S110")]
    public async Task HiringSubsidy_IsVerified_Paid_AndRecoveredWhenItWasWrong_HeldWhileInDoubt(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(621);
        var other = await district.RegisterPayableFirmAsync(622);
        foreach (var (employer, worker) in new[] { (firm, "W1"), (other, "W2") })
        {
            await district.ImportRecordsAsync("enterprise", "hardship_workers", $"credit_code,worker_no,hardship,contract_months,near_retirement,used_months\n{employer},{worker},true,12,false,0\n");
            await district.ImportRecordsAsync("enterprise", "hardship_payments", $"credit_code,worker_no,month,pension,medical,unemployment\n{employer},{worker},2020-01,500.00,300.00,10.00\n{employer},{worker},2020-02,500.00,300.00,10.00\n");
        }

        var first = await district.ClaimForAsync(Hiring, firm);
        var second = await district.ClaimForAsync(Hiring, other);
        await district.GrantAsync(first.Entitlement, second.Entitlement);

        // Granted, then in doubt: the payment under way is stopped, though its batch is made.
        await district.PublishAsync(Hiring);
        var made = await district.SendAsAsync(MoneySteps.Finance, new MakeBatch());
        Assert.Equal(2, made.Items);
        await district.SendAsAsync(MoneySteps.Officer, new HoldEntitlement(second.Entitlement, "劳动合同待核实"));
        var held = await district.AskAsync(new GetEntitlement(second.Entitlement));
        Assert.Equal((true, MoneyPlace.Held), (held.Item.IsHeld, held.Place));
        Assert.Equal(0, (await district.AskAsync(new FindLatePayments())).Count);
        (await district.TrySendAsAsync(MoneySteps.Officer, new HoldEntitlement(second.Entitlement, "再次"))).ShouldBeProblem(EntitlementProblems.WrongState);
        await district.SendAsAsync(MoneySteps.Approver, new ReleaseBatch(made.Batch));
        var late = (await district.TrySendAsAsync(MoneySteps.Officer, new HoldEntitlement(first.Entitlement, "太迟"))).ShouldBeProblem(FundsProblems.HoldTooLate);
        Assert.Contains("已放行", late.What.Zh, StringComparison.Ordinal);
        await district.SendAsAsync(MoneySteps.Finance, new ExportBatch(made.Batch));
        foreach (var message in BankSimulator.Answer((await district.AskAsAsync(MoneySteps.Finance, new GetBatchFile(made.Batch))).Content, new BankBehaviour()).ShouldSucceed())
        {
            await district.ReadBankAsync(message);
        }

        await district.ShouldBePaidAsync(first.Entitlement, "1620.00", "即墨试验制造有限公司");
        Assert.Contains("已付出", (await district.TrySendAsAsync(MoneySteps.Officer, new HoldEntitlement(first.Entitlement, "太迟"))).ShouldBeProblem(FundsProblems.HoldTooLate).What.Zh, StringComparison.Ordinal);

        // Timely and accurate: what is still held when the promised days are over is listed with where it is and why, until it is paid.
        var granted = (await district.AskAsync(new GetEntitlement(second.Entitlement))).History.Single(h => h.Deed == EntitlementDeed.Granted).On;
        await district.JumpToAsync(granted.AddDays(28));
        var listed = Assert.Single((await district.AskAsync(new FindLatePayments())).Items);
        Assert.Equal((second.Entitlement, granted, PaymentStage.Held, "劳动合同待核实"), (listed.Item.Id, listed.GrantedOn, listed.Stage!.Value, listed.Reason?.Zh));
        Assert.True(listed.WorkingDaysLate is > 0);
        await district.SendAsAsync(MoneySteps.Officer, new UnholdEntitlement(second.Entitlement));
        await district.PayAsync();
        await district.ShouldBePaidAsync(second.Entitlement, "1620.00");
        Assert.Empty((await district.AskAsync(new FindLatePayments())).Items);

        // Totals by kind: enterprises and amount; persons stand in the decisions.
        var paid = Assert.Single((await district.PayoutsAsync(PayoutGrouping.Policy, Hiring)).Groups);
        Assert.Equal((Hiring, 3240m, 2L, 2L), (paid.Key, paid.Sum.Net.Yuan, paid.Sum.Recipients, paid.Sum.Entitlements));
        Assert.Equal(paid.Sum, await district.ShouldAgreeWithLedgerAsync());

        // The second was wrong after all: recovered in full, and the months may be claimed again.
        var recovery = await district.SendAsAsync(MoneySteps.Finance, new ClaimRecovery(second.Entitlement, second.Amount, "合同虚假"));
        await district.SendAsAsync(MoneySteps.Approver, new ApproveRecovery(recovery.Recovery));
        await district.SendAsAsync(MoneySteps.Finance, new RecordRecovery(recovery.Recovery, second.Amount, "SK-9"));
        Assert.Equal(MoneyPlace.Recovered, (await district.AskAsync(new GetEntitlement(second.Entitlement))).Place);
        Assert.Equal((1m, 1620.00m), (await district.FigureAsync(FoundFigure.Subjects, false, Hiring), await district.FigureAsync(FoundFigure.Amount, false, Hiring)));

        // Traceable to person and month: the decision keeps the records it was made of.
        var decided = (await district.AskAsync(new GetEntitlement(first.Entitlement))).Decision!;
        Assert.Equal("1620.00", decided.Amount.ToString());
        Assert.Equal(first.Amount, (await district.AskAsync(new ReplayDecision(first.Entitlement))).Amount);
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S111")]
    public async Task TrainingSubsidies_ArePaidApart_AndOneTrainingOnce(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(631);
        await district.ImportRecordsAsync("enterprise", "trainees", $"credit_code,worker_no,category,hire_date,contract,months\n{firm},W1,hardship,2020-01-01,true,3\n");
        await district.ImportRecordsAsync("enterprise", "training_hires", $"""
            credit_code,worker_no,training_no,hire_date,contract_months,end_date,hours,passed,work_training
            {firm},W3,P1,2020-01-10,12,2020-02-28,80,true,false
            {firm},W1,P2,2020-01-10,12,2020-02-28,80,true,true
            """);
        var atWork = await district.ClaimForAsync(AtWork, firm);
        var course = await district.ClaimForAsync(NewHires, firm);
        await district.GrantAsync(atWork.Entitlement, course.Entitlement);
        // Who is trained at work is not paid for twice: W3's course alone.
        Assert.Equal(("1500.00", "900.00"), (atWork.Amount.ToString(), course.Amount.ToString()));
        await district.PublishAsync(AtWork, NewHires);
        await district.PayAsync();
        await district.ShouldBePaidAsync(atWork.Entitlement, "1500.00", "即墨试验制造有限公司");
        await district.ShouldBePaidAsync(course.Entitlement, "900.00");

        // The same course again brings nothing: its record is used.
        Assert.NotEqual(EntitlementState.Granted, (await ClaimAgainAsync(district, firm)).State);
        Assert.Equal((1500m, 900m, 1m), (
            await district.FigureAsync(FoundFigure.Amount, false, AtWork), await district.FigureAsync(FoundFigure.Amount, false, NewHires), await district.FigureAsync(FoundFigure.Subjects, false, AtWork, NewHires)));
        await district.ShouldVerifyAsync();
    }

    private static async Task<ClaimedCase> ClaimAgainAsync(District district, string firm) => (await district.SendAsync(new ClaimEntitlement(NewHires, firm))).Cases[0];
}
