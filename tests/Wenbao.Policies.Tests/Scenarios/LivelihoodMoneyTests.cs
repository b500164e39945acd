using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Social assistance and aid to pupils, to the money.</summary>
public sealed class LivelihoodMoneyTests
{
    private const string Allowance = "minimum-living-allowance";
    private const string Support = "extreme-poverty-support";
    private const string Help = "temporary-assistance";
    private const string Grant = "student-aid-grant";
    private const string Waiver = "tuition-waiver";

    [DatabaseTheory, DatabaseData]
    [Mechanism("S140")]
    public async Task Assistance_IsCheckedByMeans_PaidMonthByMonth_ReopenedWhenReturned_AndEnded(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var head = await district.RegisterPersonAsync(701, new DateOnly(1980, 5, 5));
        var family = await district.RegisterHouseholdAsync(701, head);
        var elder = await district.RegisterPersonAsync(702, new DateOnly(1950, 5, 5), ("tekun_scope", "true"), ("tekun_income", "0.00"), ("no_supporter", "true"), ("self_care", "half"), ("orphan_allowance", "false"));

        // Six months: (700 × 3 − 900) + 140 for the minor; 1,050 and a quarter of the minimum wage for the elder.
        var allowance = (await district.SendAsync(new ClaimEntitlement(Allowance, family))).Cases;
        Assert.Equal(["2020-01", "2020-02", "2020-03", "2020-04", "2020-05", "2020-06"], allowance.Select(c => c.CaseKey));
        Assert.All(allowance, c => Assert.Equal((EntitlementState.Claimed, "1340.00"), (c.State, c.Amount.ToString())));
        await district.GrantAsync([.. allowance.Select(c => c.Entitlement)]);
        var support = (await district.SendAsync(new ClaimEntitlement(Support, elder, "2020-05"))).Cases.Single();
        Assert.Equal("1527.50", support.Amount.ToString());
        await district.GrantAsync(support.Entitlement);

        // The elder moves in with the family: the family's allowance rules the support out in the same month, and the other way round.
        await district.ImportAsync("person", $"person_no,household\n{elder},{family}\n", new DateOnly(2020, 6, 1));
        var june = (await district.SendAsync(new ClaimEntitlement(Support, elder, "2020-06"))).Cases.Single();
        var problem = (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([june.Entitlement]))).ShouldBeProblem(EntitlementProblems.NotEntitled);
        Assert.Contains("最低生活保障", problem.Details!.Single().What.Zh, StringComparison.Ordinal);

        // Paid without a list, on the monthly run; the bank sends one back, it is mended and paid again.
        await district.PayAsync(new BankBehaviour { Rejections = 1 });
        var states = await district.AskAsync(new FindPayments([.. allowance.Select(c => c.Entitlement), support.Entitlement]));
        var returned = Assert.Single(states, s => s.Stage == PaymentStage.Returned);
        Assert.Equal(6, states.Count(s => s.Stage == PaymentStage.Paid));
        await district.SendAsAsync(MoneySteps.Finance, new MendPayment(returned.Entitlement, new Payee("person", head, returned.PayeeName!, "6229000000000007777", "合成农商银行", null), "到户核实"));
        await district.PayAsync();
        await district.ShouldBePaidAsync(returned.Entitlement, returned.Amount.ToString());
        await district.ShouldBePaidAsync(support.Entitlement, "1527.50");

        // Help in an emergency, once for a cause in twelve months, at most 30,000.
        await district.ImportRecordsAsync("household", "assistance_cases", $"""
            household_no,case_no,cause,happened_on,applied_on,kind,income_12m,income_3m,burden
            {family},AN1,illness,2020-06-01,2020-06-02,expenditure,20000.00,6000.00,90000.00
            {family},AN2,illness,2020-06-20,2020-06-21,emergency,20000.00,6000.00,500.00
            {family},AN3,accident,2020-06-22,2020-06-23,emergency,20000.00,6000.00,500.00
            """);
        var cases = (await district.SendAsync(new ClaimEntitlement(Help, family))).Cases.ToDictionary(c => c.CaseKey);
        await district.GrantAsync(cases["illness|2020-06-01"].Entitlement);
        Assert.Equal("30000.00", (await district.AskAsync(new GetEntitlement(cases["illness|2020-06-01"].Entitlement))).Item.Amount.ToString());
        var again = (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([cases["illness|2020-06-20"].Entitlement]))).ShouldBeProblem(EntitlementProblems.NotEntitled);
        Assert.Contains("同一事由", again.Details!.Single().What.Zh, StringComparison.Ordinal);
        // Another cause is another matter, but the thirty thousand are used up.
        await district.GrantAsync(cases["accident|2020-06-22"].Entitlement);
        Assert.Equal((EntitlementState.Settled, "0.00"), ((await district.AskAsync(new GetEntitlement(cases["accident|2020-06-22"].Entitlement))).Item.State, (await district.AskAsync(new GetEntitlement(cases["accident|2020-06-22"].Entitlement))).Item.Amount.ToString()));
        await district.PayAsync();
        await district.ShouldBePaidAsync(cases["illness|2020-06-01"].Entitlement, "30000.00");

        // Means are checked again: the family earns enough from July on, what was paid stays, nothing new is granted.
        await district.ImportAsync("household", $"household_no,income\n{family},2100.00\n", new DateOnly(2020, 7, 1));
        await district.MoveToAsync(new DateOnly(2020, 7, 31));
        var july = (await district.SendAsync(new ClaimEntitlement(Allowance, family, "2020-07"))).Cases.Single();
        (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([july.Entitlement]))).ShouldBeProblem(EntitlementProblems.NotEntitled);
        Assert.Equal((6 * 1340m, 1m, 1527.50m, 30_000m), (
            await district.FigureAsync(FoundFigure.Amount, false, Allowance), await district.FigureAsync(FoundFigure.Subjects, false, Allowance),
            await district.FigureAsync(FoundFigure.Amount, false, Support), await district.FigureAsync(FoundFigure.Amount, false, Help)));
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S144")]
    public async Task PupilsAid_IsMatched_Confirmed_PaidOrWaived_ByTermAndKind(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var pupil = await district.RegisterPersonAsync(
            711, new DateOnly(2003, 5, 5), ("school_district", "370215"), ("school_stage", "senior"), ("aid_category", "dibao"), ("enrolled", "true"), ("boarding", "true"), ("school_grade", "1"),
            ("tuition_stage", "senior"), ("tuition_category", "dibao"), ("public_school", "true"), ("tuition_fee", "800.00"), ("public_fee", "800.00"));
        var young = await district.RegisterPersonAsync(712, new DateOnly(2010, 5, 5), ("school_district", "370215"), ("school_stage", "primary"), ("aid_category", "other"), ("enrolled", "true"), ("boarding", "false"));
        await district.RegisterPersonAsync(713, new DateOnly(2010, 5, 5), ("school_district", "370215"), ("school_stage", "primary"), ("enrolled", "true"), ("boarding", "false"));

        // Matched from the registers, nobody applies; the grant waits for confirmation, the waiver is booked at once.
        await district.DecideAsync();
        var claimed = (await district.SendAsync(new ClaimFound([Grant, Waiver]))).Policies.ToDictionary(p => p.Policy);
        Assert.Equal((2L, 2L, 1L, 1L), (claimed[Grant].Claimed, claimed[Grant].ToDecide, claimed[Waiver].Claimed, claimed[Waiver].Granted));
        var grants = (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Grant)))).Items.ToDictionary(i => i.Subject);
        Assert.Equal(("1500.00", "250.00"), (grants[pupil].Amount.ToString(), grants[young].Amount.ToString()));
        await district.GrantAsync(grants[pupil].Id, grants[young].Id);
        // No list shames a pupil: the money goes out without one.
        (await district.TrySendAsAsync(MoneySteps.Finance, new PublishList(Policy: Grant))).ShouldBeProblem(FundsProblems.NothingToPublish);
        await district.PayAsync();
        await district.ShouldBePaidAsync(grants[pupil].Id, "1500.00");
        await district.ShouldBePaidAsync(grants[young].Id, "250.00");

        // Two students, three person-times; by kind.
        Assert.Equal((3m, 2m), (await district.FigureAsync(FoundFigure.Cases, false, Grant, Waiver), await district.FigureAsync(FoundFigure.Subjects, false, Grant, Waiver)));
        Assert.Equal((1750m, 800m), (await district.FigureAsync(FoundFigure.Amount, false, Grant), await district.FigureAsync(FoundFigure.Amount, false, Waiver)));

        // Once a term: the same term brings nothing more, the autumn does.
        Assert.Equal(0L, (await district.SendAsync(new ClaimFound([Grant, Waiver]))).Policies.Sum(p => p.Claimed));
        await district.MoveToAsync(new DateOnly(2020, 9, 1));
        await district.DecideAsync();
        var autumn = (await district.SendAsync(new ClaimFound([Grant, Waiver]))).Policies.ToDictionary(p => p.Policy);
        Assert.Equal((2L, 1L), (autumn[Grant].Claimed, autumn[Waiver].Claimed));
        Assert.Equal(4m, await district.FigureAsync(FoundFigure.Cases, true, Grant, Waiver));
        await district.ShouldVerifyAsync();
    }
}
