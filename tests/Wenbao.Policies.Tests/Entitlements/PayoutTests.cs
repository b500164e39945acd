using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies.Tests.Scenarios;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class PayoutTests
{
    private const string Refund = "stable-employment-refund";
    private const string Relief = "social-insurance-relief-msme";

    private static readonly (string, string)[] Kept = [("insured_months", "12"), ("insured_person_months", "360"), ("layoffs", "6"), ("ui_paid", "12345.67")];

    [DatabaseTheory, DatabaseData]
    public async Task Groupings_AgreeWithTheLedgerToTheFen(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var first = await district.RegisterPayableFirmAsync(801, [.. Kept, ("town", "370215001"), ("industry", "1361")]);
        var second = await district.RegisterPayableFirmAsync(802, [.. Kept, ("town", "370215002"), ("industry", "1361")]);
        await district.ImportRecordsAsync("enterprise", "si_months", $"credit_code,month,pension,unemployment,injury\n{first},2020-02,1000.01,100.01,10.01\n");
        await district.DecideAsync();
        await district.SendAsync(new ClaimFound([Relief]));
        var refunds = new[] { await district.ClaimAsOwnerAsync(Refund, first, "0801"), await district.ClaimAsOwnerAsync(Refund, second, "0802") };

        // Relief counts when it is booked; granted money counts nowhere yet.
        var booked = await district.ShouldAgreeWithLedgerAsync();
        Assert.Equal((0m, 1110.03m, 1L, 1L, null), (booked.Paid.Yuan, booked.Booked.Yuan, booked.Entitlements, booked.Recipients, booked.MeanDays));

        // Both are paid, and one comes back: it stays in the column of what was paid, and its firm has got nothing of it.
        await district.PublishAsync(Refund);
        var paidOn = district.Today;
        await district.PayAsync(new BankBehaviour { Returns = 1 });
        var total = await district.ShouldAgreeWithLedgerAsync();
        Assert.Equal((12345.68m, 6172.84m, 6172.84m, 1110.03m), (total.Paid.Yuan, total.Returned.Yuan, total.Net.Yuan, total.Booked.Yuan));
        Assert.Equal(2L, total.Entitlements);
        Assert.Equal((decimal)(paidOn.DayNumber - new DateOnly(2020, 6, 30).DayNumber), total.MeanDays);

        // A firm with a refund and a relief is one recipient, though it stands in both groups.
        var back = Assert.Single(await district.AskAsync(new FindPayments([.. refunds.Select(r => r.Entitlement)])), p => p.Stage == PaymentStage.Returned).Entitlement;
        Assert.Equal(back == refunds[0].Entitlement ? 2L : 1L, total.Recipients);
        var firm = back == refunds[0].Entitlement ? first : second;
        await district.SendAsAsync(MoneySteps.Finance, new MendPayment(back, new Payee("enterprise", firm, "即墨试验制造有限公司", "6217999900001111", "合成农商银行", null), "电话核实"));
        await district.PayAsync();
        var again = await district.ShouldAgreeWithLedgerAsync();
        Assert.Equal((18518.52m, 12345.68m, 3L, 2L), (again.Paid.Yuan, again.Net.Yuan, again.Entitlements, again.Recipients));
        Assert.Equal([(Refund, 2L), (Relief, 1L)], (await district.PayoutsAsync()).Groups.OrderBy(g => g.Key).Reverse().Select(g => (g.Key!, g.Sum.Recipients)));
        Assert.Equal(["370215001", "370215002"], (await district.PayoutsAsync(PayoutGrouping.Town)).Groups.Select(g => g.Key!));
        Assert.Equal(2L, Assert.Single((await district.PayoutsAsync(PayoutGrouping.Industry)).Groups).Sum.Recipients);

        // Only the days asked for count, and only policies asked for or in one's charge.
        Assert.Equal(PayoutSum.None, (await district.AskAsync(new GetPayouts(new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 6, 29))))).Total);
        var wrong = (await district.TryAskAsync(new GetPayouts(new Period(new DateOnly(2020, 2, 1), new DateOnly(2020, 1, 1))))).ShouldBeProblem(Platform.Operations.OperationProblems.Invalid);
        Assert.Equal("FND-0101", Assert.Single(wrong.Details!).Code);
        var year = new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31));
        var department = district.InForce.Library.Find(Refund).ShouldSucceed().Department.Zh;
        Assert.Equal(again, (await district.AskAsDepartmentAsync(department, new GetPayouts(year))).Total);
        Assert.Equal(PayoutSum.None, (await district.AskAsDepartmentAsync("区教育和体育局", new GetPayouts(year, PayoutGrouping.Level, [Refund]))).Total);
        (await district.AskAsOwnerOfAsync(first, new GetPayouts(year))).ShouldBeProblem(Platform.Operations.OperationProblems.NotAllowed);
        Assert.Contains("total,合计,Total,18518.52,6172.84,0.00,12345.68,1110.03,3,2,", PayoutTexts.Csv(await district.PayoutsAsync(PayoutGrouping.Level)), StringComparison.Ordinal);
        await district.ShouldVerifyAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task LatePayments_AreListedFromTheDayAfterThePromise_TheOldestFirst_UntilTheyArePaid(TestDatabase database)
    {
        await using var district = await MoneySteps.OpenJimoAsync(database);
        var first = await district.ClaimAsOwnerAsync(Refund, await district.RegisterPayableFirmAsync(811, Kept), "0811");
        await district.JumpToAsync(new DateOnly(2020, 7, 1));
        var second = await district.ClaimAsOwnerAsync(Refund, await district.RegisterPayableFirmAsync(812, Kept), "0812");

        // Fifteen working days after 30 June end on 21 July.
        await district.JumpToAsync(new DateOnly(2020, 7, 21));
        Assert.Equal((15, 0L), await CountAsync());
        await district.JumpToAsync(new DateOnly(2020, 7, 22));
        Assert.Equal((15, 1L), await CountAsync());
        await district.JumpToAsync(new DateOnly(2020, 7, 23));
        var late = await district.AskAsync(new FindLatePayments());
        Assert.Equal((2L, first.Amount + second.Amount), (late.Count, late.Amount));
        Assert.Equal(
            [(first.Entitlement, new DateOnly(2020, 7, 21), 2), (second.Entitlement, new DateOnly(2020, 7, 22), 1)], late.Items.Select(i => (i.Item.Id, i.DueOn!.Value, i.WorkingDaysLate!.Value)));
        Assert.All(late.Items, i => Assert.Equal(PaymentStage.Committed, i.Stage));
        Assert.Equal(second.Entitlement, Assert.Single((await district.AskAsync(new FindLatePayments(new LatePlace(new DateOnly(2020, 6, 30), first.Entitlement)))).Items).Item.Id);
        Assert.Equal(0, (await district.AskAsDepartmentAsync("区教育和体育局", new FindLatePayments())).Count);

        await district.PublishAsync(Refund);
        await district.PayAsync(new BankBehaviour { Rejections = 1 });
        var returned = Assert.Single((await district.AskAsync(new FindLatePayments())).Items);
        Assert.Equal(PaymentStage.Returned, returned.Stage);
        Assert.NotNull(returned.Reason);

        async Task<(int, long)> CountAsync()
        {
            var found = await district.AskAsync(new FindLatePayments());
            return (found.PaidWithin!.Value.Count, found.Count);
        }
    }

    [Fact]
    public async Task WithoutAPromise_NothingIsLate()
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await ClaimTown.OpenAsync(folder, database.Database);
        await district.ClaimAsync(ClaimTown.Rebate, "F01");
        await district.JumpToAsync(new DateOnly(2020, 12, 1));
        Assert.Equal((null, 0L), ((await district.AskAsync(new FindLatePayments())).PaidWithin, (await district.AskAsync(new FindLatePayments())).Count));
    }

    [Theory]
    [InlineData("2020-05-01-123", true)]
    [InlineData("2020-05-01-", false)]
    [InlineData("2020-13-01-5", false)]
    [InlineData("", false)]
    public void Place_ReadsWhatItWrites(string text, bool isPlace) => Assert.Equal(isPlace ? text : null, LatePlace.Read(text)?.ToString());
}
