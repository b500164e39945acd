using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Stabilising foreign trade, to the money: the fund with its ceiling and the three schemes, apart and together.</summary>
public sealed class TradeMoneyTests
{
    private const string Insurance = "export-credit-insurance-subsidy";
    private const string Exhibition = "overseas-exhibition-subsidy";
    private const string Online = "cross-border-ecommerce-subsidy";
    private const string Fund = "foreign-trade-stabilisation";
    private const string FundLine = "foreign_trade_2020";
    private const string SchemeLine = "trade_development";

    [DatabaseTheory, DatabaseData]
    [Mechanism("S94"), Mechanism("S95"), Mechanism("S96"), Mechanism("S97")]
    public async Task ThreeSchemes_AreApplied_Granted_AndPaid_EachEntryNamingItsClauseAndLevel(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var first = await district.RegisterPayableFirmAsync(
            501, ("export_2019_usd", "3000000.00"), ("credit_check_fee", "1000.01"), ("customs_discredit", "false"), ("trade_2019_usd", "500000.00"),
            ("cbec_export_2019_usd", "150000.00"), ("platform_filed", "true"));
        var second = await district.RegisterPayableFirmAsync(502, ("trade_2019_usd", "500000.00"));
        await district.ImportRecordsAsync("enterprise", "insurance_premiums", $"credit_code,policy_no,date,amount,other_subsidy\n{first},BD1,2019-07-01,10000.01,0.00\n");
        await district.ImportRecordsAsync("enterprise", "exhibitions", $"credit_code,name,end_date,key_market,booths,booth_fee\n{first},汉诺威展,2019-04-05,false,1,40000.01\n{second},汉诺威展,2019-04-05,false,1,30000.00\n");

        // Applied: nothing is granted or paid yet; the same booth is not applied for twice.
        var insurance = await district.ClaimAsOwnerAsync(Insurance, first, "0501");
        var booth = await district.ClaimAsOwnerAsync(Exhibition, first, "0501");
        var other = await district.ClaimAsOwnerAsync(Exhibition, second, "0502");
        var online = await district.ClaimAsOwnerAsync(Online, first, "0501");
        Assert.Equal(booth.Entitlement, (await district.ClaimAsOwnerAsync(Exhibition, first, "0501")).Entitlement);
        Assert.Equal([("8500.02", EntitlementState.Claimed), ("20000.01", EntitlementState.Claimed), ("15000.00", EntitlementState.Claimed), ("4500.00", EntitlementState.Claimed)],
            new[] { insurance, booth, other, online }.Select(c => (c.Amount.ToString(), c.State)));
        Assert.Equal((2L, 0L, 0m), (await AppliedAsync(district, Exhibition), (long)await district.FigureAsync(FoundFigure.Cases, true, Exhibition), await district.FigureAsync(FoundFigure.Amount, false, Exhibition)));

        // Granted; one is refused. Granted is not paid.
        await district.GrantAsync(insurance.Entitlement, booth.Entitlement, online.Entitlement);
        await district.SendAsAsync(MoneySteps.Officer, new RefuseClaim(other.Entitlement, "参展照片不符"));
        Assert.Equal((33000.03m, 1m, 0m), (
            await district.FigureAsync(FoundFigure.Amount, true, Insurance, Exhibition, Online), await district.FigureAsync(FoundFigure.Subjects, true, Insurance, Exhibition, Online),
            await district.FigureAsync(FoundFigure.Amount, false, Insurance, Exhibition, Online)));
        await district.PublishAsync(Insurance, Exhibition, Online);
        await district.PayAsync();

        // Paid: the sum of the schemes is computed, the firm counted once; the city pays seventy percent, to the fen, of each.
        await district.ShouldBePaidAsync(insurance.Entitlement, "8500.02", "即墨试验制造有限公司");
        await district.ShouldBePaidAsync(booth.Entitlement, "20000.01");
        await district.ShouldBePaidAsync(online.Entitlement, "4500.00");
        Assert.Equal((33000.03m, 1m), (await district.FigureAsync(FoundFigure.Amount, false, Insurance, Exhibition, Online), await district.FigureAsync(FoundFigure.Subjects, false, Insurance, Exhibition, Online)));
        Assert.Equal((5950.01m + 14000.01m + 3150.00m, 2550.01m + 6000.00m + 1350.00m), (
            await district.BalanceAsync(SchemeLine, FundLevel.City, FundStage.Paid), await district.BalanceAsync(SchemeLine, FundLevel.District, FundStage.Paid)));
        var account = (await district.AskAsAsync(MoneySteps.Finance, new GetTrialBalance(Line: SchemeLine))).Rows.Single(r => r.Account is { Level: FundLevel.City, Stage: FundStage.Paid });
        foreach (var entry in (await district.AskAsAsync("auditor", new GetAccountEntries(account.Id))).Entries)
        {
            var voucher = await district.AskAsAsync("auditor", new GetVoucher(entry.Position.Voucher));
            var ground = voucher.Entries.First(e => e.Entitlement == entry.Entitlement).Ground!;
            var policy = JimoPack.Library.Find(ground.Decision.Policy).ShouldSucceed();
            Assert.Contains(policy.Clauses, c => c.Anchor == ground.Decision.Clause);
            Assert.Equal(policy.Version, ground.Decision.Version);
            Assert.NotNull(ground.BankReference);
        }

        var figures = (await district.AskAsync(new GetClaimFigures())).ToDictionary(f => f.Policy);
        Assert.Equal((2L, 1L, 1L, 1L), (figures[Exhibition].Submitted, figures[Exhibition].Granted, figures[Exhibition].Refused, figures[Exhibition].Recipients));
        Assert.Equal((20000.01m, 20000.01m, 0m), (figures[Exhibition].Approved.Yuan, figures[Exhibition].Settled.Yuan, figures[Exhibition].MedianDays));
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    [Mechanism("S94")]
    public async Task Fund_IsNeverOverspent_AndTheQueueIsServedWhenMoneyComes(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        Assert.Equal(20_000_000m, (await district.AskAsync(new GetFundLines(FundLine)))[0].Free.Yuan);
        await MoveMoneyAsync(district, FundLine, "ecommerce_development", 19_980_000m);
        var firms = new List<string>();
        foreach (var number in new[] { 511, 512, 513 })
        {
            firms.Add(await district.RegisterPayableFirmAsync(number, ("export_2019h1_usd", "1000000.00"), ("export_2020h1_usd", "1100000.00")));
        }

        // Twenty thousand are left: the first fits with 14,000; the second waits, and the third behind it though 6,000 are free.
        var claims = new List<ClaimedCase>();
        for (var i = 0; i < firms.Count; i++)
        {
            claims.Add(await district.ClaimAsOwnerAsync(Fund, firms[i], $"051{i + 1}"));
        }

        Assert.Equal([(EntitlementState.Granted, (long?)null), (EntitlementState.Waiting, 1L), (EntitlementState.Waiting, 2L)], claims.Select(c => (c.State, c.Position)));
        Assert.Equal((6_000m, 14_000m), await CommittedAsync(district));
        await MoveMoneyAsync(district, "ecommerce_development", FundLine, 8_000m);
        Assert.Equal((0m, 28_000m), await CommittedAsync(district));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Waiting], new[] { await StateAsync(district, claims[1]), await StateAsync(district, claims[2]) });

        // Who has his turn and is found wrong gives the money to the next.
        await district.SendAsAsync(MoneySteps.Officer, new RevokeGrant(claims[1].Entitlement, "出口数据更正"));
        Assert.Equal(EntitlementState.Granted, await StateAsync(district, claims[2]));
        await district.PublishAsync(Fund);
        await district.PayAsync();
        await district.ShouldBePaidAsync(claims[0].Entitlement, "14000.00");
        await district.ShouldBePaidAsync(claims[2].Entitlement, "14000.00");
        Assert.Equal((0m, 28_000m), ((await district.AskAsync(new GetFundLines(FundLine)))[0].Free.Yuan, (await district.AskAsync(new GetFundLines(FundLine)))[0].Paid.Yuan));
        await district.ShouldVerifyAsync();
    }

    private static async Task<long> AppliedAsync(District district, string policy) =>
        (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: policy)))).Counts.Single(c => c.State == EntitlementState.Claimed).Count;

    private static async Task<EntitlementState> StateAsync(District district, ClaimedCase claim) => (await district.AskAsync(new GetEntitlement(claim.Entitlement))).Item.State;

    private static async Task<(decimal Free, decimal Committed)> CommittedAsync(District district)
    {
        var line = (await district.AskAsync(new GetFundLines(FundLine)))[0];
        return (line.Free.Yuan, line.Committed.Yuan);
    }

    private static async Task MoveMoneyAsync(District district, string from, string to, decimal yuan)
    {
        var change = await district.SendAsAsync(MoneySteps.Finance, new ProposeBudgetChange(BudgetChangeKind.Transfer, from, Money.FromYuan(yuan), "调剂", to));
        (await district.TrySendAsAsync(MoneySteps.Finance, new ApproveBudgetChange(change.Id))).ShouldBeProblem(FundsProblems.SamePerson);
        await district.SendAsAsync(MoneySteps.Approver, new ApproveBudgetChange(change.Id));
    }
}
