namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Awards for upgrading, innovation, the industrial internet and growth.</summary>
public sealed class IndustryScenarioTests(MadeDistrict made)
{
    private const string City = "city-tech-renovation-award";
    private const string Own = "district-tech-renovation-award";
    private const string Internet = "industrial-internet-award";
    private const string Project = "XM20209101";

    [Fact, Mechanism("S74"), Mechanism("S76"), Mechanism("S83")]
    public async Task Renovation_IsJudgedForAllThreeAwards_AndTheBestIsRecommended()
    {
        await using var district = await made.OpenAsync();
        var owner = await district.RegisterFirmAsync(201, ("above_scale", "true"));
        await district.ImportAsync("project", $"""
            project_no,name,kind,owner,filed,start_date,finish_date,equipment,software,hardware,cloud,in_pool,iiot_accepted
            {Project},智能产线改造,renovation,{owner},false,2019-01-10,2020-03-01,5000000.00,200000.00,350000.00,50000.00,true,true
            """);
        // Not filed: the two renovation awards are near misses, the third is found.
        Assert.Equal("C1", (await district.ShouldFailAsync(City, Project, "C1")).ShouldBeNearMiss().Id);
        Assert.Equal("C1", (await district.ShouldFailAsync(Own, Project, "C1")).ShouldBeNearMiss().Id);
        await district.ShouldBeFoundAsync(Internet, Project, "120000.00");
        Assert.Empty((await district.ExplainAsync(Project)).Recommended);

        await district.CorrectAsync(Project, ("filed", "true"));
        await district.ShouldBeFoundAsync(City, Project, "600000.00");
        await district.ShouldBeFoundAsync(Own, Project, "250000.00");
        Assert.Equal([City], (await district.ExplainAsync(Project)).Recommended);

        // A cheaper list of equipment: below five million the city pays eight percent, below two nothing.
        await district.CorrectAsync(Project, ("equipment", "4999999.99"));
        await district.ShouldBeFoundAsync(City, Project, "400000.00");
        await district.CorrectAsync(Project, ("equipment", "1999999.99"));
        var tooSmall = await district.ShouldFailAsync(City, Project, "C4");
        Assert.Equal(0.01m, tooSmall.Conditions.Single(c => c.Id == "C4").Gap?.Distance);
        await district.ShouldBeFoundAsync(Own, Project, "100000.00");
        Assert.Equal([Internet], (await district.ExplainAsync(Project)).Recommended);
    }

    [Fact, Mechanism("S74")]
    public async Task Renovation_FollowsItsOwner()
    {
        await using var district = await made.OpenAsync();
        var owner = await district.RegisterFirmAsync(202, ("above_scale", "false"));
        await district.ImportAsync("project", $"project_no,name,kind,owner,filed,start_date,finish_date,equipment\n{Project},产线改造,renovation,{owner},true,2018-06-30,2020-06-30,2000000.00\n");
        await district.ShouldFailAsync(City, Project, "C0");
        await district.CorrectAsync(owner, ("above_scale", "true"));
        await district.ShouldBeFoundAsync(City, Project, "160000.00");
        await district.CorrectAsync(owner, ("dishonest", "true"));
        Assert.Equal("K3", (await district.ShouldFailAsync(City, Project, "K3")).ShouldBeNearMiss().Id);
        await district.CorrectAsync(owner, ("dishonest", "false"));
        // Twenty-four months are allowed, one day more is not.
        await district.CorrectAsync(Project, ("start_date", "2018-06-29"));
        await district.ShouldFailAsync(City, Project, "C3");
    }

    [Fact, Mechanism("S75")]
    public async Task Innovation_IsForSmallAndMicroFirms_FromFiftyThousandYuan()
    {
        const string Policy = "small-innovation-award";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(211, ("paid_service", "49999.99"), ("rd_expense", "240000.00"), ("service_related_party", "false"));
        Assert.Equal(0.01m, (await district.ShouldFailAsync(Policy, firm, "C1")).Conditions.Single(c => c.Id == "C1").Gap?.Distance);
        await district.CorrectAsync(firm, ("paid_service", "50000.00"));
        await district.ShouldBeFoundAsync(Policy, firm, "15000.00");
        // Three percent of revenue, to the fen; then the firm grows out of its size class.
        await district.CorrectAsync(firm, ("rd_expense", "239999.99"));
        await district.ShouldFailAsync(Policy, firm, "C2");
        await district.CorrectAsync(firm, ("rd_expense", ""));
        await district.ShouldLackAsync(Policy, firm, "rd_expense", "区");
        await district.CorrectAsync(firm, ("rd_expense", "9000000.00"), ("staff", "400"), ("revenue_2019", "90000000.00"));
        await district.ShouldFailAsync(Policy, firm, "C0");
    }

    [Fact, Mechanism("S80"), Mechanism("S83")]
    public async Task InternetRetrofit_CountsOnlyAfterAcceptance_AndByProject()
    {
        await using var district = await made.OpenAsync();
        var owner = await district.RegisterFirmAsync(221);
        var before = await district.SummaryAsync(Internet);
        await district.ImportAsync("project", $"""
            project_no,name,kind,owner,in_pool,iiot_accepted,software,hardware,cloud,maturity
            XM20209201,一期,iiot,{owner},true,false,200000.00,250000.00,50000.00,2
            XM20209202,二期,iiot,{owner},true,true,200000.00,250000.00,50000.00,3
            XM20209203,三期,iiot,{owner},true,true,200000.00,249999.99,50000.00,
            """);
        Assert.Equal("C2", (await district.ShouldFailAsync(Internet, "XM20209201", "C2")).ShouldBeNearMiss().Id);
        await district.ShouldBeFoundAsync(Internet, "XM20209202", "125000.00");
        Assert.Equal("C3", (await district.ShouldFailAsync(Internet, "XM20209203", "C3")).ShouldBeNearMiss().Id);
        await district.CorrectAsync("XM20209201", ("iiot_accepted", "true"));
        await district.ShouldBeFoundAsync(Internet, "XM20209201", "100000.00");
        var after = await district.SummaryAsync(Internet);
        Assert.Equal((2, 22500000), (after.Found - before.Found, after.AmountFen - before.AmountFen));
        var owners = new FoundMeasure(FoundFigure.Distinct, [Internet], new Dictionary<string, string>(), new Dictionary<string, string> { [Internet] = "owner" }, [], [], null);
        Assert.Equal([before.Found + 1], await district.AskAsync(new MeasureFound(district.Today, [owners])));
    }

    [Fact, Mechanism("S86")]
    public async Task HighGrowth_AsksForGrowthAndAPromise_AndExcludesTheLeadersPlan()
    {
        const string Policy = "high-growth-award";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(231,
            ("revenue_2019", "26000000.00"), ("revenue_2018", "20000000.00"), ("local_tax_2019", "900000.00"), ("local_tax_2018", "400000.00"), ("commit_ratio", "49.99"));
        var promise = (await district.ShouldFailAsync(Policy, firm, "C4")).ShouldBeNearMiss();
        Assert.Equal(0.01m, promise.Gap?.Distance);
        await district.CorrectAsync(firm, ("commit_ratio", "50"));
        await district.ShouldBeFoundAsync(Policy, firm, "200000.00");
        await district.CorrectAsync(firm, ("revenue_2019", "30000000.00"));
        await district.ShouldBeFoundAsync(Policy, firm, "250000.00");

        await district.CorrectAsync(firm, ("leading_list", "true"), ("output_2019", "500000000.00"), ("output_2019h1", "200000000.00"), ("output_2020h1", "210000000.00"));
        await district.ShouldBeFoundAsync("leading-enterprise-plan", firm, "20000.00");
        Assert.Equal([Policy], (await district.ExplainAsync(firm)).Recommended);
        await district.CorrectAsync(firm, ("revenue_2019", "25999999.99"));
        await district.ShouldFailAsync(Policy, firm, "C2");
        Assert.Empty((await district.ExplainAsync(firm)).Recommended);
    }
}
