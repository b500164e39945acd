using Wenbao.Funds;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class FollowFactsTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Told_GetsTheNewAmount_OrLapsesWithTheReason(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound([Rebate]));
        await district.ImportAsync("firm", "code,staff,tax\nF01,12,2000.00\nF03,2,800.00\n");
        var told = (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Rebate)))).Items.ToDictionary(e => e.Subject);
        Assert.Equal((EntitlementState.Notified, "200.00"), (told["F01"].State, told["F01"].Amount.ToString()));
        Assert.Equal(EntitlementState.Lapsed, told["F03"].State);
        Assert.Equal("不满足C1", (await district.ShowAsync(told["F03"].Id)).Reason?.Zh);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ReviewedClaim_FollowsWithItsAmount_AndLapses(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        var second = (await district.ClaimAsync(Award, "F03")).Cases[0].Entitlement;
        await district.ImportAsync("firm", "code,staff,tax\nF01,12,77.00\nF03,2,800.00\n");
        Assert.Equal((EntitlementState.Claimed, "77.00"), ((await district.ShowAsync(first)).Item.State, (await district.ShowAsync(first)).Decision!.Amount.ToString()));
        Assert.Equal((EntitlementState.Lapsed, "不满足C1"), ((await district.ShowAsync(second)).Item.State, (await district.ShowAsync(second)).Reason?.Zh));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Advice_IsRenewed_WhateverItBecomes(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (known, unknown) = ((await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement, (await district.ClaimAsync(Award, "F07")).Cases[0].Entitlement);
        await district.ImportAsync("firm", "code,staff\nF01,\nF07,2\n");
        var advice = (await district.AskAsync(new FindDecisionQueue())).Items.ToDictionary(i => i.Item.Id);
        Assert.Equal((Outcome.Undetermined, "0.00"), (advice[known].Advice!.Value, advice[known].Item.Amount.ToString()));
        Assert.Equal((Outcome.Ineligible, "0.00"), (advice[unknown].Advice!.Value, advice[unknown].Item.Amount.ToString()));
        Assert.Contains((await district.AskAsOwnerOfAsync("F01", new FindNotices(Inbox.OfSubject("firm", "F01")))).ShouldSucceed().Items, n => n.Kind == NoticeKind.DatumMissing);

        // What does not change it leaves no trace.
        var version = (await district.ShowAsync(unknown)).Item.Version;
        await district.ImportAsync("firm", "code,name\nF07,改名行\n");
        Assert.Equal(version, (await district.ShowAsync(unknown)).Item.Version);
        await district.ImportAsync("firm", "code,staff\nF01,6\nF07,7\n");
        advice = (await district.AskAsync(new FindDecisionQueue())).Items.ToDictionary(i => i.Item.Id);
        Assert.Equal([(Outcome.Eligible, "1000.05"), (Outcome.Eligible, "700.00")], new[] { known, unknown }.Select(id => (advice[id].Advice!.Value, advice[id].Item.Amount.ToString())));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WaitingClaim_WantsLess_OrLeaves_AndThoseBehindHaveTheirTurn(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,200\nF03,80\nF05,30\n");
        var claims = new List<long>();
        foreach (var firm in new[] { "F01", "F03", "F05" })
        {
            var claimed = (await district.ClaimAsync(Small, firm)).Cases[0];
            Assert.Equal(EntitlementState.Waiting, claimed.State);
            claims.Add(claimed.Entitlement);
        }

        // 2,000 do not fit into 1,000; 900 do, and leave 100: the second waits on.
        await district.ImportAsync("firm", "code,staff\nF01,90\n");
        Assert.Equal([(EntitlementState.Granted, "900.00"), (EntitlementState.Waiting, "800.00"), (EntitlementState.Waiting, "300.00")], await StatesAsync(district, claims));
        // The second is not entitled any more, and the third wants no more than there is.
        await district.ImportAsync("firm", "code,staff\nF03,0\nF05,10\n");
        Assert.Equal([(EntitlementState.Granted, "900.00"), (EntitlementState.Lapsed, "800.00"), (EntitlementState.Granted, "100.00")], await StatesAsync(district, claims));
        Assert.Equal("0.00", (await district.FreeAsync("pot")).ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task WaitingClaim_IsRefused_AndTheNextHasItsTurn(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,200\nF03,80\n");
        var first = (await district.ClaimAsync(Small, "F01")).Cases[0].Entitlement;
        var second = (await district.ClaimAsync(Small, "F03")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new RefuseClaim(first, "已停业"));
        Assert.Equal([EntitlementState.Refused, EntitlementState.Granted], (await StatesAsync(district, [first, second])).Select(s => s.Item1));
    }

    private static async Task<List<(EntitlementState, string)>> StatesAsync(District district, IEnumerable<long> claims)
    {
        var states = new List<(EntitlementState, string)>();
        foreach (var claim in claims)
        {
            var item = (await district.ShowAsync(claim)).Item;
            states.Add((item.State, item.Amount.ToString()));
        }

        return states;
    }

    [DatabaseTheory, DatabaseData]
    public async Task Granted_KeepsItsFrozenInputs_AndShowsAnOfficerTheDifference(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var granted = (await district.ClaimAsync(Rebate, "F01")).Cases[0].Entitlement;
        var other = (await district.ClaimAsync(Staff, "F03")).Cases[0].Entitlement;
        await district.ImportAsync("firm", "code,tax\nF01,1.00\nF03,5.00\n", new DateOnly(2020, 6, 1));
        Assert.Equal((EntitlementState.Granted, "100.01"), ((await district.ShowAsync(granted)).Item.State, (await district.ShowAsync(granted)).Item.Amount.ToString()));
        var notices = (await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).Items;
        Assert.Equal([(NoticeKind.DecisionDiffers, (long?)granted)], notices.Select(n => (n.Kind, n.Entitlement)));
        Assert.Equal("100.01", (await district.AskAsync(new ReplayDecision(granted))).Amount.ToString());
        await district.ImportAsync("firm", "code,tax\nF01,2.00\n", new DateOnly(2020, 6, 2));
        Assert.Single((await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).Items);
        Assert.Equal(EntitlementState.Granted, (await district.ShowAsync(other)).Item.State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task LaterGrantsOfOthers_AreNoDifference(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Loan, "F01", "L2");
        await district.ClaimAsync(Loan, "F01", "L1");
        await district.ClaimAsync(Keep, "F01");
        await district.ImportAsync("firm", "code,state\nF01,closed\n");
        Assert.Empty((await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).Items);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Relief_GrowsWithTheMonths_AsTheSameEntitlement(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var relief = (await district.ClaimAsync(Relief, "F01")).Cases[0].Entitlement;
        await district.ImportRecordsAsync("firm", "months", "code,month,due\nF01,2020-04,100.50\nF03,2020-04,9.00\n");
        var detail = await district.ShowAsync(relief);
        Assert.Equal((EntitlementState.Settled, "300.50"), (detail.Item.State, detail.Item.Amount.ToString()));
        Assert.Equal([EntitlementDeed.Claimed, EntitlementDeed.Granted, EntitlementDeed.Settled, EntitlementDeed.Raised], detail.History.Select(h => h.Deed));
        Assert.Equal("300.50", (await district.AskAsync(new GetFundLines("relief_line")))[0].Booked.ToString());
        Assert.Equal((1, 0, 0), await RevisedAsync(district));
        await district.ImportRecordsAsync("firm", "months", "code,month,due\nF01,2020-02,10.00\n");
        Assert.Equal("300.50", (await district.ShowAsync(relief)).Item.Amount.ToString());
        Assert.Equal((1, 0, 1), await RevisedAsync(district));
        Assert.Single((await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).Items);
        Assert.Equal("300.50", (await district.AskAsync(new ReplayDecision(relief))).Amount.ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task ProjectsClaim_FollowsItsOwner(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = (await district.SendAsync(new ClaimEntitlement(Plan, "P1"))).Cases[0].Entitlement;
        await district.ImportAsync("firm", "code,state\nF01,closed\n");
        Assert.Equal((EntitlementState.Lapsed, "不满足K1"), ((await district.ShowAsync(claimed)).Item.State, (await district.ShowAsync(claimed)).Reason?.Zh));
    }

    private static async Task<(long, long, long)> RevisedAsync(District district)
    {
        var revised = await district.SendAsync(new ReviseAccruals());
        return (revised.Looked, revised.Raised, revised.Differing);
    }
}
