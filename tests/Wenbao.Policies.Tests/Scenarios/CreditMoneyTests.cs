using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Credit: the compensation fund, guarantee insurance, and the revolving fund, to the money.</summary>
public sealed class CreditMoneyTests
{
    private const string Compensation = "risk-compensation-fund";
    private const string Premium = "zhengyinbao-premium-subsidy";
    private const string Interest = "startup-loan-interest-person";
    private const string Bridge = "emergency-bridge-fund";

    [DatabaseTheory, DatabaseData]
    [Mechanism("S17")]
    public async Task Loss_IsCompensatedUpToTheBalance_PaidToTheBank_AndRecoverySharedBack(TestDatabase database)
    {
        const string Fund = "risk_compensation_fund";
        await using var district = await MoneySteps.OpenJimoAsync(database);
        // Of a loan of 20,000,000 the fund bears 6,000,000; of the second 4,500,000, and has only 4,000,000 left.
        await RegisterLoanAsync(district, "XM80001", "20000000.00", "false");
        await RegisterLoanAsync(district, "XM80002", "15000000.00", "true");
        await RegisterLoanAsync(district, "XM80003", "100.00", "true");
        var refused = await district.ClaimForAsync(Compensation, "XM80001");
        Assert.Equal(EntitlementState.Claimed, refused.State);
        (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([refused.Entitlement]))).ShouldBeProblem(EntitlementProblems.NotEntitled);
        await district.ImportAsync("project", "project_no,insurer_paid\nXM80001,true\n");
        var first = await district.ClaimForAsync(Compensation, "XM80001");
        await district.GrantAsync(first.Entitlement);
        var second = await district.ClaimForAsync(Compensation, "XM80002");
        await district.GrantAsync(second.Entitlement);
        Assert.Equal(("6000000.00", "4000000.00"), ((await ShownAsync(district, first)).Amount.ToString(), (await ShownAsync(district, second)).Amount.ToString()));
        var exhausted = await district.AskAsAsync(MoneySteps.Finance, new GetCompensationFund(Fund, Money.FromYuan(65_000_000)));
        Assert.Equal((0m, true, 6.5m), (exhausted.Free.Yuan, exhausted.IsExhausted, exhausted.Leverage!.Value));

        await district.PublishAsync(Compensation);
        await district.PayAsync();
        await district.ShouldBePaidAsync(first.Entitlement, "6000000.00", "合成农商银行");

        // The borrower pays 1,000,000 later: thirty percent come back to the fund, and the next loss can be borne. Once for a loan.
        var recovered = await district.SendAsAsync(MoneySteps.Finance, new ProposeCompensationRecovery(Fund, first.Entitlement, Money.FromYuan(1_000_000), 50, 20, "HK-1"));
        await district.SendAsAsync(MoneySteps.Approver, new ApproveBudgetChange(recovered.Id));
        var fund = await district.AskAsAsync(MoneySteps.Finance, new GetCompensationFund(Fund));
        Assert.Equal((10_000_000m, 10_000_000m, 300_000m, 300_000m, 2L), (fund.Capital.Yuan, fund.Paid.Yuan, fund.Recovered.Yuan, fund.Free.Yuan, fund.Claims));
        var third = await district.ClaimForAsync(Compensation, "XM80003");
        await district.GrantAsync(third.Entitlement);
        Assert.Equal("30.00", (await ShownAsync(district, third)).Amount.ToString());
        Assert.Equal(first.Entitlement, (await district.ClaimForAsync(Compensation, "XM80001")).Entitlement);
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S18")]
    public async Task GuaranteeInsurance_IsForUnsecuredLoans_OncePerLoan_AndNotBesideItsInterest(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firm = await district.RegisterPayableFirmAsync(551, ("staff", "8"));
        await district.ImportRecordsAsync("enterprise", "zyb_loans", $"""
            credit_code,contract_no,signed_on,principal,term_months,collateral,premium,insured_days
            {firm},HT1,2020-04-01,1000000.00,12,true,10000.00,365
            {firm},HT2,2020-05-01,3000000.00,12,false,40000.01,365
            {firm},HT3,2020-06-01,3000000.01,12,false,40000.00,365
            {firm},HT4,2020-06-02,500000.00,12,false,5000.00,365
            """);
        // Secured, and too large: refused at once with the reason. Decided at submission otherwise.
        Assert.Contains("抵押", (await district.ClaimForAsync(Premium, firm, "HT1")).Reason!.Zh, StringComparison.Ordinal);
        Assert.Equal(EntitlementState.Refused, (await district.ClaimForAsync(Premium, firm, "HT3")).State);
        var granted = await district.ClaimForAsync(Premium, firm, "HT2");
        Assert.Equal((EntitlementState.Granted, "20000.01"), (granted.State, granted.Amount.ToString()));
        Assert.Equal(granted.Entitlement, (await district.ClaimForAsync(Premium, firm, "HT2")).Entitlement);

        // The founder has interest subsidised for one of the loans: first granted wins, whichever subject it is.
        var founder = await district.RegisterPersonAsync(551, new DateOnly(1985, 3, 3));
        await district.ImportRecordsAsync("person", "startup_loan_quarters", Quarters(founder));
        Assert.Contains("互斥", await RefusedAsync(district, Interest, founder, "HT2|2020Q2"), StringComparison.Ordinal);
        var interest = await district.ClaimForAsync(Interest, founder, "HT4|2020Q2");
        await district.GrantAsync(interest.Entitlement);
        Assert.Contains("互斥", (await district.ClaimForAsync(Premium, firm, "HT4")).Reason!.Zh, StringComparison.Ordinal);

        await district.PublishAsync(Premium, Interest);
        await district.PayAsync();
        await district.ShouldBePaidAsync(granted.Entitlement, "20000.01", "即墨试验制造有限公司");
        await district.ShouldBePaidAsync(interest.Entitlement, interest.Amount.ToString());
        Assert.Equal((1m, 20000.01m), (await district.FigureAsync(FoundFigure.Cases, false, Premium), await district.FigureAsync(FoundFigure.Amount, false, Premium)));
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S22")]
    public async Task BridgingFund_LendsAtOnce_TurnsOver_AndSaysWhatIsOverdue(TestDatabase database)
    {
        const string Fund = "bridge_fund";
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var firms = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            firms.Add(await district.RegisterPayableFirmAsync(561 + i));
        }

        await district.ImportRecordsAsync("enterprise", "bridge_uses", "credit_code,contract_no,used_on,renewal_commitment,use_amount,due_principal,days_used\n"
            + string.Concat(firms.Select((f, i) => $"{f},DQ{i},2020-06-30,{(i == 5 ? "" : "true")},20000000.00,20000000.00,{(i == 0 ? 5 : 10)}\n")));

        // Applied, decided with the bank's commitment, lent: five uses take the whole fund; the sixth has no commitment on record.
        for (var i = 0; i < 5; i++)
        {
            var used = await district.ClaimAsOwnerAsync(Bridge, firms[i], $"056{1 + i}");
            // Twenty million over ten days at 0.10 instead of 0.02 percent a day.
            Assert.Equal((EntitlementState.Granted, i == 0 ? "80000.00" : "160000.00"), (used.State, used.Amount.ToString()));
        }

        Assert.Equal((0m, 100_000_000m), ((await district.AskAsync(new GetFundLines(Fund)))[0].Free.Yuan, (await district.AskAsync(new GetFundLines(Fund)))[0].Lent.Yuan));
        await district.CorrectUseAsync(firms[5], "DQ5");
        Assert.Contains("余额", await RefusedAsync(district, Bridge, firms[5], null), StringComparison.Ordinal);

        // The first comes back on its day and the sixth has its turn; another is late by two days.
        await district.MoveToAsync(new DateOnly(2020, 7, 5));
        var loans = (await district.AskAsAsync(MoneySteps.Finance, new FindLoans(Fund, LoanFilter.Outstanding))).Loans;
        var first = loans.Single(l => l.Borrower == firms[0]);
        Assert.Equal((new DateOnly(2020, 7, 5), "DQ0"), (first.DueOn, first.Contract));
        await district.SendAsAsync("bank-officer", new ReturnToFund(first.Id, first.Outstanding, "HK-1"));
        Assert.Equal(EntitlementState.Settled, (await district.AskAsync(new GetEntitlement(first.Entitlement))).Item.State);
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsOwnerAsync(Bridge, firms[5], "0566")).State);
        await district.MoveToAsync(new DateOnly(2020, 7, 12));
        var page = await district.AskAsAsync(MoneySteps.Finance, new FindLoans(Fund));
        Assert.Equal((120_000_000m, 1.2m, 6L, 4L, 80_000_000m, 5m), (page.Figures.Turnover.Yuan, page.Figures.Turns!.Value, page.Figures.Uses, page.Figures.OverdueUses, page.Figures.Overdue.Yuan, page.Figures.AverageDays!.Value));

        // What was saved is booked, firm by firm, and never paid.
        Assert.Equal((880_000m, 6m), (await district.FigureAsync(FoundFigure.Amount, true, Bridge), await district.FigureAsync(FoundFigure.Subjects, true, Bridge)));
        Assert.Equal(0m, (await district.AskAsync(new GetFundLines(Fund)))[0].Paid.Yuan);
        await district.ShouldVerifyAsync();
    }

    private static Task RegisterLoanAsync(District district, string number, string unpaid, string insurerPaid) => district.ImportAsync(
        "project",
        $"project_no,name,kind,loan_due_date,unpaid_principal,collection_started,insurer_paid,bank_overdue,bank_balance,bank\n{number},试验贷款,guaranteed_loan,2020-04-01,{unpaid},true,{insurerPaid},1000000.00,20000000.00,bank_rural\n");

    private static string Quarters(string person) =>
        $"person_no,contract_no,quarter,signed_on,settled_on,business_district,principal,term_months,rate,days,overdue\n{person},HT2,2020Q2,2020-05-01,2020-06-20,370215,100000.00,12,5.00,50,false\n{person},HT4,2020Q2,2020-06-02,2020-06-20,370215,100000.00,12,5.00,18,false\n";

    private static async Task<string> RefusedAsync(District district, string policy, string subject, string? key)
    {
        var claimed = await district.ClaimForAsync(policy, subject, key);
        if (claimed.State == EntitlementState.Refused)
        {
            return claimed.Reason!.Zh;
        }

        // A review policy leaves the refusal to an officer, with every condition that fails.
        var problem = (await district.TrySendAsAsync(MoneySteps.Officer, new GrantClaims([claimed.Entitlement]))).ShouldBeProblem(EntitlementProblems.NotEntitled);
        await district.SendAsAsync(MoneySteps.Officer, new RefuseClaim(claimed.Entitlement, "不符合条件"));
        return string.Join('；', problem.Details!.Select(d => d.What.Zh));
    }

    private static async Task<EntitlementItem> ShownAsync(District district, ClaimedCase claimed) => (await district.AskAsync(new GetEntitlement(claimed.Entitlement))).Item;
}

file static class BridgeSteps
{
    public static Task<ImportResult> CorrectUseAsync(this District district, string firm, string contract) =>
        district.ImportRecordsAsync("enterprise", "bridge_uses", $"credit_code,contract_no,used_on,renewal_commitment\n{firm},{contract},2020-06-30,true\n");
}
