namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>The policy register, policies finding firms, and the statistics of market entities.</summary>
public sealed class RegisterScenarioTests(MadeDistrict made)
{
    [Fact, Mechanism("S01")]
    public async Task PolicyRegister_IsCountableByLevelAndTraceableToClauses()
    {
        await using var district = await made.OpenAsync();
        var library = district.Engine.Library;
        Assert.Equal(60, library.Policies.GroupBy(p => p.Level).Sum(level => level.Count()));
        Assert.Subset(new HashSet<string> { "national", "province", "city", "district" }, library.Policies.Select(p => p.Level).ToHashSet());
        foreach (var policy in library.Policies)
        {
            var anchors = policy.Clauses.Select(c => c.Anchor).ToHashSet();
            Assert.Equal(policy.Clauses.Count, anchors.Count);
            Assert.All(policy.Clauses, c => Assert.NotEqual("", c.Text));
            Assert.NotEqual("", policy.ClausesEnglishSummary);
            Assert.All(policy.Conditions.Select(c => c.Clause).Concat(policy.Steps.Select(s => s.Clause)).Concat(policy.Parameters.Select(p => p.Clause)), clause => Assert.Contains(clause, anchors));
            Assert.All(policy.Parameters, p => Assert.Equal(p.Values.OrderBy(v => v.From), p.Values));
            Assert.True(policy.Validity.From <= policy.Validity.To);
            Assert.NotEqual("", policy.Department.En);
        }

        // Every article has an answer for its whole audience.
        var overview = await district.AskAsync(new GetPolicyOverview());
        Assert.True(overview.IsCurrent);
        Assert.Equal(library.Policies.Select(p => p.Id).Order(), overview.Summaries.Keys.Order());
    }

    [Fact, Mechanism("S04")]
    public async Task Firm_HasOneOfThreeAnswersForEveryPolicy_AndTheMissingDatumBringsTheNext()
    {
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(1, ("insured_months", "24"), ("insured_person_months", "600"), ("layoffs", ""), ("ui_paid", "12000.00"));
        await district.ShouldLackAsync("stable-employment-refund", firm, "layoffs", "区人力资源和社会保障局");

        var told = await district.ExplainAsync(firm);
        foreach (var policy in told.Policies.Where(p => p.Best.Outcome != Outcome.Eligible))
        {
            Assert.Contains(policy.Best.Conditions, c => c.Result != true);
            Assert.All(policy.Best.Conditions.Where(c => c.Result is null), c => Assert.Contains(c.Inputs, i => i.IsMissing && i.Source.Zh.Length > 0 && i.NullMeans is not null));
            Assert.Equal(policy.Best.Conditions.All(c => c.Result != false), policy.Best.Outcome == Outcome.Undetermined);
        }

        await district.CorrectAsync(firm, ("layoffs", "0"));
        var found = await district.ShouldBeFoundAsync("stable-employment-refund", firm, "6000.00");
        Assert.Equal(district.Today, found.Input("C2", "layoffs").AsOf);
        // The list of the article can be narrowed to the firm's town, industry and size.
        Assert.NotNull(await district.FindInListAsync("stable-employment-refund", firm, new SubjectFilter("370215001", "C", "small")));
        Assert.Null(await district.FindInListAsync("stable-employment-refund", firm, new SubjectFilter("370215002")));
    }

    [Fact, Mechanism("S04")]
    public async Task WholeDistrict_IsToldAsItIsStored_AndAfterImportsAsAFreshPassWouldDecide()
    {
        await using var district = await made.OpenAsync();
        await Matching.ExplainedAs.StoredAsync(district, subjectsPerType: 40);
        var firm = await district.RegisterFirmAsync(2, ("platform_filed", "true"), ("cbec_export_2019_usd", "100000.00"));
        await district.ImportRecordsAsync("enterprise", "trainees", $"credit_code,worker_no,category,hire_date,contract,months\n{firm},W1,hardship,2020-02-01,true,2\n");
        await district.ImportAsync("project", $"project_no,name,kind,owner,filed,start_date,finish_date,equipment\nXM20209001,试验技改项目,renovation,{firm},true,2019-06-01,2020-03-01,3000000.00\n");
        await district.CorrectAsync(firm, ("status", "revoked"));
        var incremental = await Matching.StoredPass.TextAsync(district);
        await district.DecideAsync();
        Assert.Equal(await Matching.StoredPass.TextAsync(district), incremental);
    }

    [Fact, Mechanism("S31")]
    public async Task MarketEntities_AreCountedAtTwoDays_ByTownAndIndustry_AndAddUp()
    {
        await using var district = await made.OpenAsync();
        var (start, end) = (new DateOnly(2019, 12, 31), district.Today);
        var before = await CountAsync(district, start);
        var after = await CountAsync(district, end);
        Assert.Equal(after.Values.Sum(), after.GroupBy(x => x.Key.Town).Sum(town => town.Sum(x => x.Value)));
        Assert.True(after.Keys.Select(k => k.Town).Distinct().Count() > 10);
        Assert.True(after.Keys.Select(k => k.Section).Distinct().Count() > 10);
        Assert.True(after.Values.Sum() > before.Values.Sum());

        // Registrations and an end arrive; a firm moves on 10 June and is still counted in its old town on 31 May.
        var (a, b, c) = (Code(11), Code(12), Code(13));
        await district.ImportAsync("enterprise", $"""
            credit_code,name,kind,entity_kind,industry,town,reg_district,reg_date,status,ended_on
            {a},甲公司,enterprise,company,2011,370215001,370215,2018-05-01,active,
            {b},乙公司,enterprise,company,2011,370215002,370215,2020-02-01,active,
            {c},丙商店,sole_proprietor,individual,6210,370215001,370215,2017-01-01,cancelled,2020-03-15
            """, new DateOnly(2020, 3, 31));
        await district.ImportAsync("enterprise", $"credit_code,town\n{a},370215002\n", new DateOnly(2020, 6, 10));
        Assert.Equal(2, (await CountAsync(district, start)).Values.Sum() - before.Values.Sum());
        Assert.Equal(2, (await CountAsync(district, end)).Values.Sum() - after.Values.Sum());
        Assert.Equal("370215001", await TownAsync(district, a, new DateOnly(2020, 5, 31)));
        Assert.Equal("370215002", await TownAsync(district, a, new DateOnly(2020, 6, 10)));
        var moved = await CountAsync(district, end);
        Assert.Equal(after.GetValueOrDefault(("370215002", "C")) + 2, moved[("370215002", "C")]);
    }

    private static string Code(int number) => ScenarioSteps.Code(number);

    private static async Task<Dictionary<(string? Town, string? Section), int>> CountAsync(District district, DateOnly day)
    {
        var counts = new Dictionary<(string?, string?), int>();
        var query = new SubjectQuery { Columns = ["town", "section", "reg_date", "ended_on"], AsOf = day };
        await foreach (var batch in district.Reader.StreamAsync(district.Registry.Find("enterprise")!, query))
        {
            foreach (var values in batch.Rows.Select(r => r.Values).Where(v => v[2].AsDate() <= day && (v[3].AsDate() ?? DateOnly.MaxValue) > day))
            {
                var key = (values[0].AsString(), values[1].AsString());
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    private static async Task<string?> TownAsync(District district, string code, DateOnly day) =>
        (await district.Reader.FindAsync(district.Registry.Find("enterprise")!, code, new SubjectQuery { Columns = ["town"], AsOf = day })).ShouldSucceed().Row.Values[0].AsString();
}
