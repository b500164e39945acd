using Wenbao.Funds;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class GrantClaimsTests
{
    [DatabaseTheory, DatabaseData]
    public async Task ReviewedClaim_WaitsForAnOfficer_WhoGrantsIt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.ClaimAsync(Award, "F01")).Cases[0];
        Assert.Equal((EntitlementState.Claimed, "1000.05"), (claimed.State, claimed.Amount.ToString()));
        Assert.Equal(Outcome.Eligible, (await district.AskAsync(new FindDecisionQueue())).Items.Single().Advice);
        var granted = await district.SendAsAsync(Officer, new GrantClaims([claimed.Entitlement]));
        Assert.Equal((1, "1000.05", 0, 0), (granted.Granted, granted.Amount.ToString(), granted.Waiting, granted.LeftCount));
        var detail = await district.ShowAsync(claimed.Entitlement);
        Assert.Equal((EntitlementState.Granted, Officer), (detail.Item.State, detail.Decision!.DecidedBy));
        Assert.Empty((await district.AskAsync(new FindDecisionQueue())).Items);
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoOfficersOnOneClaim_OneWins(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.ClaimAsync(Award, "F01")).Cases[0];
        var version = (await district.ShowAsync(claimed.Entitlement)).Item.Version;
        var grant = district.TrySendAsAsync(Officer, new GrantClaims([claimed.Entitlement]), version);
        var refuse = district.TrySendAsAsync(Department, new RefuseClaim(claimed.Entitlement, "材料不齐"), version);
        await Task.WhenAll(grant, refuse);
        Assert.NotEqual((await grant).IsSuccess, (await refuse).IsSuccess);
        ((await grant).Problem ?? (await refuse).Problem).ShouldBe(OperationProblems.ChangedMeanwhile);
        Assert.Equal((await grant).IsSuccess ? EntitlementState.Granted : EntitlementState.Refused, (await district.ShowAsync(claimed.Entitlement)).Item.State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhoClaimedOnBehalf_MayNotGrant(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.SendAsAsync(Officer, new ClaimEntitlement(Award, "F01"))).Cases[0];
        (await district.TrySendAsAsync(Officer, new GrantClaims([claimed.Entitlement]))).ShouldBeProblem(EntitlementProblems.SamePerson);
        (await district.TrySendAsAsync("owner", new GrantClaims([claimed.Entitlement]))).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal(1, (await district.SendAsAsync(Department, new GrantClaims([claimed.Entitlement]))).Granted);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WrongState_Held_OrNotThere_IsAnswered(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new HoldEntitlement(claimed, "核实中"));
        (await district.TrySendAsAsync(Officer, new GrantClaims([claimed]))).ShouldBeProblem(EntitlementProblems.EntitlementHeld);
        await district.SendAsAsync(Officer, new UnholdEntitlement(claimed));
        await district.SendAsAsync(Officer, new GrantClaims([claimed]));
        (await district.TrySendAsAsync(Officer, new GrantClaims([claimed]))).ShouldBeProblem(EntitlementProblems.WrongState);
        (await district.TrySendAsAsync(Officer, new GrantClaims([999]))).ShouldBeProblem(EntitlementProblems.EntitlementNotFound);
        (await district.TrySendAsAsync(Officer, new GrantClaims(null))).ShouldBeProblem(OperationProblems.Invalid);
        (await district.TrySendAsAsync(Officer, new RefuseClaim(claimed, " "))).ShouldBeProblem(OperationProblems.Invalid);
        (await district.TrySendAsAsync(Officer, new RefuseClaim(claimed, "不符"))).ShouldBeProblem(EntitlementProblems.WrongState);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Bulk_GrantsWhatIsEligible_AndNamesWhatIsLeft(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var ids = new List<long>();
        foreach (var firm in (string[])["F01", "F03", "F08", "F02", "F07"])
        {
            ids.Add((await district.TryClaimAsync(Award, firm)).ShouldSucceed().Cases[0].Entitlement);
        }

        // F02 has too few staff and F07 none on record: both wait for a person, and neither can be granted.
        var result = await district.SendAsAsync(Officer, new GrantClaims([.. ids, 777]));
        Assert.Equal((3, "1810.05", 3), (result.Granted, result.Amount.ToString(), result.LeftCount));
        Assert.Equal([EntitlementProblems.EntitlementNotFound.Code, EntitlementProblems.NotEntitled.Code, EntitlementProblems.DataMissing.Code], result.Left.Select(l => l.Code));
        var rest = await district.SendAsAsync(Officer, new GrantClaims(null, [Award]));
        Assert.Equal((0, 2), (rest.Granted, rest.LeftCount));
        Assert.Equal(0, (await district.SendAsAsync(Officer, new GrantClaims(null, [Award], new DateOnly(2020, 6, 29)))).LeftCount);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Compensation_PaysWhatTheFundHas_AndNoMore(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = (await district.SendAsync(new ClaimEntitlement(Compensation, "P3"))).Cases[0];
        var second = (await district.SendAsync(new ClaimEntitlement(Compensation, "P1"))).Cases[0];
        // 30% of 200 and of 1,000, out of a fund of 100: sixty, then the forty that are left.
        var granted = await district.SendAsAsync(Officer, new GrantClaims([first.Entitlement, second.Entitlement]));
        Assert.Equal((2, "100.00"), (granted.Granted, granted.Amount.ToString()));
        Assert.Equal(["60.00", "40.00"], [(await district.ShowAsync(first.Entitlement)).Item.Amount.ToString(), (await district.ShowAsync(second.Entitlement)).Item.Amount.ToString()]);
        Assert.Equal("0.00", (await district.FreeAsync("loss_line")).ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task RefusedClaim_KeepsTheModelsAdvice_AndTellsTheReason(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new RefuseClaim(claimed, "提供的材料与登记不符"));
        var detail = await district.ShowAsync(claimed);
        Assert.Equal((EntitlementState.Refused, "提供的材料与登记不符", Outcome.Eligible), (detail.Item.State, detail.Reason?.Zh, detail.Decision!.Outcome));
        Assert.Contains(NoticeKind.Refused, (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F01")))).Items.Select(n => n.Kind));
        Assert.Equal(EntitlementState.Claimed, (await district.ClaimAsync(Award, "F01")).Cases[0].State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RevokedGrant_GivesTheMoneyBack_AndMayBeClaimedAgain(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.ClaimAsync(Small, "F01")).Cases[0].Entitlement;
        Assert.Equal("880.00", (await district.FreeAsync("pot")).ToString());
        await district.SendAsAsync(Officer, new RevokeGrant(claimed, "重复申报"));
        Assert.Equal("1000.00", (await district.FreeAsync("pot")).ToString());
        var detail = await district.ShowAsync(claimed);
        Assert.Equal((EntitlementState.Revoked, PaymentStage.Released), (detail.Item.State, detail.Payment?.Stage));
        (await district.TrySendAsAsync(Officer, new RevokeGrant(claimed, "重复申报"))).ShouldBeProblem(EntitlementProblems.WrongState);
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsync(Small, "F01")).Cases[0].State);
        var relief = (await district.ClaimAsync(Relief, "F01")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new RevokeGrant(relief, "申报有误"));
        Assert.Equal("0.00", (await district.AskAsync(new GetFundLines("relief_line")))[0].Booked.ToString());
    }
}
