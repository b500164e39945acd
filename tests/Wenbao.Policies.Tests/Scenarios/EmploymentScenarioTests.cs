namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Keeping and making jobs: refund, relief of contributions, subsidies for hiring and training.</summary>
public sealed class EmploymentScenarioTests(MadeDistrict made)
{
    [Fact, Mechanism("S108")]
    public async Task Refund_DependsOnTheLayoffRate_ByTheSizeOfTheFirm()
    {
        const string Policy = "stable-employment-refund";
        await using var district = await made.OpenAsync();
        // Thirty insured persons on average: twenty percent may leave, six of thirty.
        var firm = await district.RegisterFirmAsync(401, ("insured_months", "12"), ("insured_person_months", "360"), ("layoffs", "7"), ("ui_paid", "12345.67"));
        var tooMany = await district.ShouldFailAsync(Policy, firm, "C2");
        Assert.Equal(7m, tooMany.Input("C2", "layoffs").Value.AsNumber());
        await district.CorrectAsync(firm, ("layoffs", "6"));
        await district.ShouldBeFoundAsync(Policy, firm, "6172.84");
        // One person-month more and the rate is five and a half percent: one of thirty, not two.
        await district.CorrectAsync(firm, ("insured_person_months", "361"));
        await district.ShouldFailAsync(Policy, firm, "C2");
        await district.CorrectAsync(firm, ("layoffs", "1"));
        await district.ShouldBeFoundAsync(Policy, firm, "6172.84");
        // Contributions for eleven months are a near miss by one month.
        await district.CorrectAsync(firm, ("insured_months", "11"));
        Assert.Equal(1m, (await district.ShouldFailAsync(Policy, firm, "C1")).ShouldBeNearMiss().Gap?.Distance);
    }

    [Fact, Mechanism("S109")]
    public async Task ContributionRelief_IsFullForSmall_HalfForLarge_ByMonths()
    {
        const string Small = "social-insurance-relief-msme";
        const string Large = "social-insurance-relief-large";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(411);
        await district.ShouldFailAsync(Small, firm, "C3");
        await district.ImportRecordsAsync("enterprise", "si_months", $"""
            credit_code,month,pension,unemployment,injury
            {firm},2020-01,1000.00,100.00,10.00
            {firm},2020-02,1000.01,100.01,10.01
            {firm},2020-06,1000.00,100.00,10.00
            {firm},2020-07,1000.00,100.00,10.00
            """);
        await district.ShouldBeFoundAsync(Small, firm, "3330.03");
        await district.ShouldFailAsync(Large, firm, "C1");
        // The firm turns out to be large: half of February to June, each insurance rounded.
        await district.CorrectAsync(firm, ("staff", "1000"), ("revenue_2019", "400000000.00"));
        await district.ShouldBeFoundAsync(Large, firm, "1110.03");
        await district.ShouldFailAsync(Small, firm, "C1");
        await district.CorrectAsync(firm, ("staff", ""));
        await district.ShouldLackAsync(Small, firm, "size", "区");
    }

    [Fact, Mechanism("S110")]
    public async Task HiringSubsidy_CoversTheFirstMonthsOnly()
    {
        const string Policy = "hire-hardship-insurance-subsidy";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(421);
        await district.ImportRecordsAsync("enterprise", "hardship_workers", $"credit_code,worker_no,hardship,contract_months,near_retirement,used_months\n{firm},W1,true,11,false,34\n");
        await district.ImportRecordsAsync("enterprise", "hardship_payments", $"""
            credit_code,worker_no,month,pension,medical,unemployment
            {firm},W1,2020-03,500.00,300.00,30.00
            {firm},W1,2020-01,500.00,300.00,10.00
            {firm},W1,2020-02,500.00,300.00,20.00
            {firm},W1,2019-12,500.00,300.00,99.00
            """);
        await district.ShouldFailAsync(Policy, firm, "C1");
        // The contract runs a year: two months are left of thirty-six, the earliest of this year.
        await district.ImportRecordsAsync("enterprise", "hardship_workers", $"credit_code,worker_no,contract_months\n{firm},W1,12\n");
        await district.ShouldBeFoundAsync(Policy, firm, "1630.00");
        // Close to retirement there is no limit.
        await district.ImportRecordsAsync("enterprise", "hardship_workers", $"credit_code,worker_no,near_retirement\n{firm},W1,true\n");
        await district.ShouldBeFoundAsync(Policy, firm, "2460.00");
    }

    [Fact, Mechanism("S111")]
    public async Task TrainingSubsidies_AreTwo_EachByItsOwnRule()
    {
        const string AtWork = "training-in-work-subsidy";
        const string NewHires = "new-hire-training-subsidy";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(431);
        await district.ImportRecordsAsync("enterprise", "trainees", $"credit_code,worker_no,category,hire_date,contract,months\n{firm},W1,other,2020-01-01,true,3\n");
        await district.ShouldFailAsync(AtWork, firm, "C2");
        await district.ImportRecordsAsync("enterprise", "trainees", $"credit_code,worker_no,category,hire_date,contract,months\n{firm},W1,hardship,2020-01-01,true,8\n{firm},W2,registered_unemployed,2020-05-01,true,1\n");
        await district.ShouldBeFoundAsync(AtWork, firm, "3500.00");

        await district.ImportRecordsAsync("enterprise", "training_hires", $"""
            credit_code,worker_no,training_no,hire_date,contract_months,end_date,hours,passed,work_training
            {firm},W3,P1,2020-01-10,12,2020-02-28,39,true,false
            {firm},W1,P2,2020-01-10,12,2020-02-28,80,true,true
            """);
        // Too few hours; and who is trained at work is not paid for twice.
        await district.ShouldFailAsync(NewHires, firm, "C2");
        await district.ImportRecordsAsync("enterprise", "training_hires", $"credit_code,worker_no,training_no,hours\n{firm},W3,P1,80\n");
        await district.ShouldBeFoundAsync(NewHires, firm, "900.00");
    }
}
