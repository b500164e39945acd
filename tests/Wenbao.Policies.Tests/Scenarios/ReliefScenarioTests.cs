namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>Relief of taxes, rent and line tariffs.</summary>
public sealed class ReliefScenarioTests(MadeDistrict made)
{
    [Fact, Mechanism("S07")]
    public async Task VatRelief_IsTheOrdinaryTaxLessTheRelieved_AndDeferralIsKeptApart()
    {
        const string Policy = "vat-small-scale-relief";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(101, ("small_scale", "true"));
        await district.ImportRecordsAsync("enterprise", "vat_filings", $"credit_code,filing_no,filing,period_start,period_end\n{firm},S1,quarter,2020-04-01,2020-06-30\n");
        await district.ImportRecordsAsync("enterprise", "vat_filing_months", $"credit_code,filing_no,month,ordinary,special\n{firm},S1,2020-04,300000.01,0.00\n");
        var taxed = await district.ShouldBeFoundAsync(Policy, firm, "6000.00");
        Assert.Equal((9000.00m, 3000.00m), (taxed.Step("baseline"), taxed.Step("payable")));

        // The filing is corrected by a fen: the quarter is exempt.
        await district.ImportRecordsAsync("enterprise", "vat_filing_months", $"credit_code,filing_no,month,ordinary,special\n{firm},S1,2020-04,300000.00,0.00\n");
        Assert.Equal(0m, (await district.ShouldBeFoundAsync(Policy, firm, "9000.00")).Step("payable"));
        await district.CorrectAsync(firm, ("small_scale", "false"));
        await district.ShouldFailAsync(Policy, firm, "C1");

        Assert.Equal("relief", JimoPack.Library.Find(Policy).ShouldSucceed().AmountKind);
        Assert.Equal("deferral", JimoPack.Library.Find("loan-extension-renewal").ShouldSucceed().AmountKind);
    }

    [Fact, Mechanism("S08")]
    public async Task RentRelief_IsForTenantsOfStateProperty_ByMonthAndSize()
    {
        const string Policy = "rent-relief-state-property";
        await using var district = await made.OpenAsync();
        var tenant = await district.RegisterFirmAsync(111,
            ("lease_owner", "private"), ("lease_actual_operator", "true"), ("monthly_rent", "10000.00"), ("lease_start", "2019-01-01"), ("lease_end", "2021-12-31"));
        await district.ShouldFailAsync(Policy, tenant, "C1");
        await district.CorrectAsync(tenant, ("lease_owner", "state"));
        await district.ShouldBeFoundAsync(Policy, tenant, "30000.00");
        // A medium tenant has February in full and the two other months by half.
        await district.CorrectAsync(tenant, ("staff", "300"), ("revenue_2019", "20000000.00"));
        await district.ShouldBeFoundAsync(Policy, tenant, "20000.00");
        await district.CorrectAsync(tenant, ("lease_start", "2020-05-01"));
        await district.ShouldFailAsync(Policy, tenant, "C3");
    }

    [Fact, Mechanism("S13")]
    public async Task LineDiscount_IsAFifthOfEachBill_AndBroadbandIsANearMiss()
    {
        const string Policy = "telecom-line-discount";
        await using var district = await made.OpenAsync();
        var firm = await district.RegisterFirmAsync(121, ("line_kind", "broadband"));
        await district.ImportRecordsAsync("enterprise", "line_bills", $"credit_code,month,standard_fee,arrears\n{firm},2020-02,800.00,false\n{firm},2020-03,999.99,false\n{firm},2020-04,800.00,true\n");
        Assert.Equal("C1", (await district.ShouldFailAsync(Policy, firm, "C1")).ShouldBeNearMiss().Id);
        await district.CorrectAsync(firm, ("line_kind", "internet_dedicated"));
        await district.ShouldBeFoundAsync(Policy, firm, "200.00");
        // The arrears of April are paid.
        await district.ImportRecordsAsync("enterprise", "line_bills", $"credit_code,month,arrears\n{firm},2020-04,false\n");
        await district.ShouldBeFoundAsync(Policy, firm, "360.00");
    }
}
