using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Development funds reviewed as they come in, and their payout.</summary>
public sealed class IncentiveMoneyTests
{
    private const string Renovation = "district-tech-renovation-award";
    private const string Scale = "small-to-scale-award";
    private const string Protective = "ppe-conversion-subsidy";

    [DatabaseTheory, DatabaseData]
    [Mechanism("S05")]
    public async Task Claim_IsReviewedAsItComesIn_SentBackOnce_DecidedWithReason_AndPaid(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(521);
        await RegisterProjectAsync(district, "XM90001", firm);
        await RegisterProjectAsync(district, "XM90002", firm);
        await RegisterProjectAsync(district, "XM90003", firm);

        // Attributable to an enterprise and a project: the clock starts with the receipt, and the same project is accepted once.
        var first = await district.ClaimForAsync(Renovation, "XM90001");
        var second = await district.ClaimForAsync(Renovation, "XM90002");
        Assert.Equal((EntitlementState.Claimed, "100000.00"), (first.State, first.Amount.ToString()));
        Assert.Equal(first.Entitlement, (await district.ClaimForAsync(Renovation, "XM90001")).Entitlement);
        (await district.TrySendAsync(new GrantClaims([first.Entitlement]))).ShouldBeProblem(EntitlementProblems.SamePerson);

        // Two working days later the queue says how long they wait, the oldest first.
        await district.MoveToAsync(new DateOnly(2020, 7, 2));
        var third = await district.ClaimForAsync(Renovation, "XM90003");
        var queue = await district.AskAsAsync(MoneySteps.Officer, new FindDecisionQueue(Renovation));
        Assert.Equal([(first.Entitlement, 2), (second.Entitlement, 2), (third.Entitlement, 0)], queue.Items.Select(i => (i.Item.Id, i.AgeWorkingDays!.Value)));
        Assert.All(queue.Items, i => Assert.Equal(Outcome.Eligible, i.Advice));

        // The second is sent back for a document and taken up again; nothing waits for a batch.
        await district.SendAsAsync(MoneySteps.Officer, new HoldEntitlement(second.Entitlement, "请补交竣工备案表"));
        await district.GrantAsync(first.Entitlement);
        (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([second.Entitlement]))).ShouldBeProblem(EntitlementProblems.EntitlementHeld);
        Assert.Equal((3L, 1L, 1L, 1L), Counted(await FiguresAsync(district)));
        await district.MoveToAsync(new DateOnly(2020, 7, 6));
        await district.SendAsAsync(MoneySteps.Officer, new UnholdEntitlement(second.Entitlement));
        await district.GrantAsync(second.Entitlement);
        await district.SendAsAsync(MoneySteps.Officer, new RefuseClaim(third.Entitlement, "设备不在现场"));
        var refused = await district.AskAsync(new GetEntitlement(third.Entitlement));
        Assert.Equal((EntitlementState.Refused, "设备不在现场"), (refused.Item.State, refused.Reason?.Zh));

        // Decided after 2, 6 and 4 days: the median is 4, the longest 6.
        var figures = await FiguresAsync(district);
        Assert.Equal((3L, 0L, 2L, 1L, 4m, 6, 200_000m), (figures.Submitted, figures.ToDecide, figures.Granted, figures.Refused, figures.MedianDays!.Value, figures.LongestDays!.Value, figures.Approved.Yuan));
        await district.PublishAsync(Renovation);
        await district.PayAsync();
        await district.ShouldBePaidAsync(first.Entitlement, "100000.00", "即墨试验制造有限公司");
        await district.ShouldBePaidAsync(second.Entitlement, "100000.00");
        Assert.Equal(EntitlementState.Settled, (await district.ClaimForAsync(Renovation, "XM90001")).State);
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S06")]
    public async Task Payout_CountsOnThePaymentDay_ComesBackAndIsRecovered_OneEntryAPayment(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        (string, string)[] onceIncluded = [("sector", "industry"), ("inclusion_date", "2020-02-01"), ("ever_included", "false"), ("still_included", "true"), ("scale_revenue_prev", "1.00"), ("scale_revenue_cur", "1.00")];
        var firm = await district.RegisterPayableFirmAsync(531, onceIncluded);
        var other = await district.RegisterPayableFirmAsync(532, onceIncluded);
        await RegisterProjectAsync(district, "XM90011", firm);
        var award = await district.ClaimAsOwnerAsync(Scale, firm, "0531");
        var second = await district.ClaimAsOwnerAsync(Scale, other, "0532");
        var renovation = await district.ClaimForAsync(Renovation, "XM90011");
        await district.GrantAsync(renovation.Entitlement);
        Assert.Equal(0m, await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation));
        Assert.Empty((await district.PayoutsAsync()).Groups);

        // Everybody reads who gets what; approval and publication are no payout.
        var lists = await district.PublishAsync(Scale, Renovation);
        var shown = await district.AskAsync(new GetPublicList(lists[0].List));
        Assert.Equal(["即墨试验制造有限公司", "即墨试验制造有限公司"], shown.Items.Select(i => i.Name));
        Assert.Equal(0m, await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation));

        // The bank rejects one: it counts when it is mended and paid, not before.
        await district.PayAsync(new BankBehaviour { Rejections = 1 });
        var returned = Assert.Single(await district.AskAsync(new FindPayments([award.Entitlement, second.Entitlement, renovation.Entitlement])), p => p.Stage == PaymentStage.Returned);
        var all = award.Amount.Yuan + second.Amount.Yuan + renovation.Amount.Yuan;
        Assert.Equal(all - returned.Amount.Yuan, await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation));
        var mended = await district.AskAsync(new GetEntitlement(returned.Entitlement));
        Assert.Equal(MoneyPlace.SentBack, mended.Place);
        Assert.Contains((await district.AskAsync(new FindNotices(Inbox.OfSubject(mended.Item.SubjectType, mended.Item.Subject)))).Items, n => n.Kind == NoticeKind.Returned);
        await district.SendAsAsync(MoneySteps.Finance, new MendPayment(returned.Entitlement, new Payee("enterprise", firm, "即墨试验制造有限公司", "6217999900001111", "合成农商银行", null), "电话核实"));
        await district.PayAsync();
        Assert.Equal((all, 2m), (await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation), await district.FigureAsync(FoundFigure.Subjects, false, Scale)));
        await district.ShouldBePaidAsync(returned.Entitlement, returned.Amount.ToString());

        // One total over all schemes, each payment once, with recipients and the days from application to payment; by level, because city and district report apart.
        var paid = await district.ShouldAgreeWithLedgerAsync();
        Assert.Equal((all, 0m, 3L, 3L), (paid.Paid.Yuan, paid.Booked.Yuan, paid.Entitlements, paid.Recipients));
        Assert.True(paid.MeanDays >= 8m, "five working days of publicity lie in between");
        Assert.Equal([Renovation, Scale], (await district.PayoutsAsync()).Groups.Select(g => g.Key!).Order(StringComparer.Ordinal));
        Assert.Equal(district.Today.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), Assert.Single((await district.PayoutsAsync(PayoutGrouping.Month, Scale)).Groups).Key);

        // One grant was wrong: claimed back by one, approved by another, and the total goes down when the money is in.
        var recovery = await district.SendAsAsync(MoneySteps.Finance, new ClaimRecovery(second.Entitlement, second.Amount, "入库数据虚报"));
        await district.SendAsAsync(MoneySteps.Approver, new ApproveRecovery(recovery.Recovery));
        Assert.Equal(all, await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation));
        await district.SendAsAsync(MoneySteps.Finance, new RecordRecovery(recovery.Recovery, second.Amount, "SK-1"));
        Assert.Equal((all - second.Amount.Yuan, EntitlementState.Recovered), (await district.FigureAsync(FoundFigure.Amount, false, Scale, Renovation), (await district.AskAsync(new GetEntitlement(second.Entitlement))).Item.State));

        // Recovered money stands in a column of its own; who gave it back is no recipient any more.
        var rest = await district.ShouldAgreeWithLedgerAsync();
        Assert.Equal((all, second.Amount.Yuan, all - second.Amount.Yuan, 2L, 2L), (rest.Paid.Yuan, rest.Recovered.Yuan, rest.Net.Yuan, rest.Entitlements, rest.Recipients));

        var figures = (await district.AskAsync(new GetClaimFigures(Policies: [Scale]))).Single();
        Assert.Equal((2L, 1L, 1L), (figures.Submitted, figures.Recipients, figures.Ended));
        Assert.True(figures.DaysToSettle >= 8m, "five working days of publicity lie in between");
        await district.ShouldVerifyAsync();
    }

    /// <summary>One invoice is helped once, whether the firm claims for it or its project.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task EquipmentInvoice_IsUsedByOneAward(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(541, ("ppe_licensed", "true"), ("export_whitelist", "false"), ("refused_dispatch", "false"));
        await RegisterProjectAsync(district, "XM90021", firm);
        await district.ImportRecordsAsync("project", "equipment_invoices", "project_no,invoice_no,date,amount\nXM90021,FP1,2020-03-01,1200000.00\nXM90021,FP2,2020-03-02,800000.00\n");
        await district.ImportRecordsAsync("enterprise", "ppe_invoices", $"credit_code,invoice_no,date,amount\n{firm},FP1,2020-03-01,1200000.00\n{firm},FP3,2020-03-03,300000.00\n");

        // The project's award uses both its invoices; what the firm claims leaves FP1 out.
        var award = await district.ClaimForAsync(Renovation, "XM90021");
        await district.GrantAsync(award.Entitlement);
        var rest = await district.ClaimForAsync(Protective, firm);
        Assert.Equal((EntitlementState.Claimed, "150000.00"), (rest.State, rest.Amount.ToString()));
        await district.GrantAsync(rest.Entitlement);

        // The award is taken back: its invoices are free, the other one's stay used.
        await district.SendAsAsync(MoneySteps.Officer, new RevokeGrant(award.Entitlement, "项目未竣工"));
        var again = await district.ClaimForAsync(Renovation, "XM90021");
        Assert.Equal(EntitlementState.Claimed, again.State);
        await district.SendAsAsync(MoneySteps.Officer, new RevokeGrant(rest.Entitlement, "撤回"));
        await district.SendAsAsync(MoneySteps.Officer, new RefuseClaim(again.Entitlement, "撤回"));
        var whole = await district.ClaimForAsync(Protective, firm);
        Assert.Equal("750000.00", whole.Amount.ToString());
        await district.GrantAsync(whole.Entitlement);

        // Now the firm has used FP1: the project that still lists it is told so.
        var refused = await district.ClaimForAsync(Renovation, "XM90021");
        Assert.Equal((EntitlementState.Refused, "同一业务记录已被另一笔权益占用"), (refused.State, refused.Reason?.Zh));
    }

    private static Task RegisterProjectAsync(District district, string number, string owner) => district.ImportAsync(
        "project", $"project_no,name,kind,owner,filed,start_date,finish_date,equipment\n{number},试验技改项目,renovation,{owner},true,2019-09-01,2020-05-20,2000000.00\n");

    private static async Task<ClaimFigures> FiguresAsync(District district) => Assert.Single(await district.AskAsAsync(MoneySteps.Officer, new GetClaimFigures(Policies: [Renovation])));

    private static (long, long, long, long) Counted(ClaimFigures figures) => (figures.Submitted, figures.ToDecide, figures.Returned, figures.Granted);
}
