namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Stabilising foreign trade: the district's fund and the three subsidies.</summary>
public sealed class TradeScenarioTests(MadeDistrict made)
{
    private const string Insurance = "export-credit-insurance-subsidy";
    private const string Exhibition = "overseas-exhibition-subsidy";
    private const string Online = "cross-border-ecommerce-subsidy";

    [Fact, Mechanism("S94")]
    public async Task Fund_RewardsKeptAndGrownExports_AndSchemesAreSummedOverDistinctFirms()
    {
        const string Policy = "foreign-trade-stabilisation";
        await using var district = await made.OpenAsync();
        var schemes = new FoundMeasure(FoundFigure.Subjects, [Insurance, Exhibition, Online], new Dictionary<string, string>(), new Dictionary<string, string>(), [], [], null);
        var sum = schemes with { Figure = FoundFigure.Amount };
        var before = await district.AskAsync(new MeasureFound(district.Today, [schemes, sum]));

        var firm = await district.RegisterFirmAsync(301, ("export_2019h1_usd", "1000000.00"), ("export_2020h1_usd", "899999.99"), ("trade_key_list", "base84"));
        Assert.Equal(Outcome.Ineligible, (await district.ShouldFailAsync(Policy, firm, "C2")).Outcome);
        await district.CorrectAsync(firm, ("export_2020h1_usd", "1100000.00"));
        var told = await district.ShouldBeFoundAsync(Policy, firm, "15400.00");
        Assert.Equal((11000m, 3000m, 1400m), (told.Step("keep"), told.Step("grow"), told.Step("bonus")));
        await district.CorrectAsync(firm, ("trade_key_list", "none"));
        await district.ShouldBeFoundAsync(Policy, firm, "14000.00");

        // One firm with two of the three schemes counts once; its amounts are added.
        await district.CorrectAsync(firm, ("cbec_export_2019_usd", "100000.00"), ("platform_filed", "true"), ("trade_2019_usd", "500000.00"));
        await district.ImportRecordsAsync("enterprise", "exhibitions", $"credit_code,name,end_date,key_market,booths,booth_fee\n{firm},汉诺威展,2019-04-05,false,1,40000.00\n");
        var after = await district.AskAsync(new MeasureFound(district.Today, [schemes, sum]));
        Assert.Equal([1m, 3000m + 20000m], after.Zip(before, (a, b) => a - b));
    }

    [Fact, Mechanism("S95")]
    public async Task InsuranceSubsidy_IsAShareOfThePremiumPaid()
    {
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(311, ("export_2019_usd", "3000000.00"), ("credit_check_fee", "1000.01"), ("customs_discredit", "false"));
        await district.ImportRecordsAsync("enterprise", "insurance_premiums", $"credit_code,policy_no,date,amount,other_subsidy\n{firm},BD1,2019-06-30,10000.01,0.00\n");
        await district.ShouldFailAsync(Insurance, firm, "C2");
        await district.ImportRecordsAsync("enterprise", "insurance_premiums", $"credit_code,policy_no,date,amount,other_subsidy\n{firm},BD1,2019-07-01,10000.01,0.00\n", isComplete: true);
        var told = await district.ShouldBeFoundAsync(Insurance, firm, "8500.02");
        Assert.Equal((10000.01m, 80m), (told.Step("net"), told.Step("ratio")));
        await district.CorrectAsync(firm, ("export_2019_usd", "3000000.01"));
        await district.ShouldBeFoundAsync(Insurance, firm, "5500.02");
    }

    [Fact, Mechanism("S96")]
    public async Task ExhibitionSubsidy_IsForBoothsOf2019()
    {
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(321, ("trade_2019_usd", "65000000.01"));
        await district.ImportRecordsAsync("enterprise", "exhibitions", $"credit_code,name,end_date,key_market,booths,booth_fee\n{firm},拉斯维加斯展,2020-01-10,false,1,40000.00\n");
        await district.ShouldFailAsync(Exhibition, firm, "C1", "C2");
        await district.CorrectAsync(firm, ("trade_2019_usd", "65000000.00"));
        await district.ShouldFailAsync(Exhibition, firm, "C2");
        await district.ImportRecordsAsync("enterprise", "exhibitions", $"""
            credit_code,name,end_date,key_market,booths,booth_fee
            {firm},汉诺威展,2019-04-05,false,1,40000.01
            {firm},圣保罗展,2019-12-31,true,3,100000.00
            """);
        // 20,000.01 for the first; for the second 70 percent, held at 30,000 a booth for two booths.
        await district.ShouldBeFoundAsync(Exhibition, firm, "80000.01");
    }

    [Fact, Mechanism("S97")]
    public async Task OnlineExportSubsidy_NeedsFilingOnThePlatform_AndPaysMoreForGrowth()
    {
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(331, ("cbec_export_2019_usd", "150000.00"), ("platform_filed", "false"));
        Assert.Equal("C2", (await district.ShouldFailAsync(Online, firm, "C2")).ShouldBeNearMiss().Id);
        await district.CorrectAsync(firm, ("platform_filed", "true"));
        await district.ShouldBeFoundAsync(Online, firm, "4500.00");
        await district.CorrectAsync(firm, ("cbec_export_2018_usd", "100000.00"));
        await district.ShouldBeFoundAsync(Online, firm, "6000.00");
        await district.CorrectAsync(firm, ("cbec_export_2019_usd", "99999.99"));
        await district.ShouldFailAsync(Online, firm, "C1");
    }
}
