using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Scenarios;

/// <summary>The subsidy for buyers of locally made cars.</summary>
public sealed class CarPurchaseScenarioTests(MadeDistrict made)
{
    private const string Policy = "car-purchase-subsidy-passenger";
    private const string Buyer = "RY90000001";
    private const string Header = "person_no,vin,applied_on,qualified_model,invoice_date,seller_district,plate_date,plate_in_qingdao,price\n";

    [Fact, Mechanism("S62")]
    public async Task Buyer_GetsTheTierOfThePrice_ALatePlateGetsAReason_AndTheThirdCarNothing()
    {
        await using var district = await made.OpenAsync();
        const string Body = "37028219850612901";
        await district.ImportAsync("person", $"person_no,identity_number,name\n{Buyer},{Body}{IdentityNumber.CheckCharacter(Body)},张试验\n");
        await district.ImportRecordsAsync("person", "car_purchases", Header + $"{Buyer},LFV0001,2020-06-20,true,2020-04-01,370215,2020-06-01,true,100000.00\n");
        var late = await district.ShouldFailAsync(Policy, Buyer, "C3");
        Assert.Equal(("LFV0001", new DateOnly(2020, 6, 20)), (late.Record, late.EvaluationDate));
        Assert.Equal(new DateOnly(2020, 6, 1), late.Input("C3", "plate_date").Value.AsDate());

        // The plate was in time after all, on the sixtieth day.
        await district.ImportRecordsAsync("person", "car_purchases", $"person_no,vin,plate_date\n{Buyer},LFV0001,2020-05-31\n");
        await district.ShouldBeFoundAsync(Policy, Buyer, "4000.00");

        await district.ImportRecordsAsync("person", "car_purchases", Header + $"{Buyer},LFV0002,2020-06-25,true,2020-05-01,370202,2020-05-20,true,200000.00\n{Buyer},LFV0003,2020-06-28,true,2020-05-01,370202,2020-05-20,true,200000.00\n{Buyer},LFV0004,2020-03-28,true,2020-05-01,370202,2020-05-20,true,200000.00\n");
        var cases = (await district.ExplainAsync(Buyer)).Policies.Single(p => p.Policy.Id == Policy);
        Assert.Equal([("LFV0001", "4000.00"), ("LFV0002", "6000.00"), ("LFV0003", "0.00")], cases.Cases.Select(c => (c.Record, c.Amount.ToString())));
        Assert.Equal(["C5"], cases.Cases[^1].Conditions.Where(c => c.Result == false).Select(c => c.Id));
        Assert.Equal("10000.00", (await district.FindInListAsync(Policy, Buyer))?.Amount.ToString());
    }
}
