using Wenbao.Funds;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class ClaimFoundTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Bulk_ClaimsForAllFound_EachDecidedAfresh_AndOnlyOnce(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var claimed = await district.SendAsync(new ClaimFound([Rebate, Keep, Deferral]));
        // F06 is found but has no account; F05 has an amount of nought.
        var rebate = claimed.Policies[0];
        Assert.Equal((4, 4, 0, 0, 1, "181.01"), (rebate.Claimed, rebate.Granted, rebate.Waiting, rebate.NotEntitled, rebate.AccountMissing, rebate.Amount.ToString()));
        Assert.Equal((2L + 1, "12000.00"), (claimed.Policies[2].Claimed, claimed.Policies[2].Amount.ToString()));
        Assert.Null(claimed.Next);
        var keep = await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Keep, Subject: "F01")));
        Assert.Equal(["2020-02", "2020-03", "2020-04"], keep.Items.Select(k => k.CaseKey).Order());
        var again = await district.SendAsync(new ClaimFound([Rebate, Keep, Deferral]));
        Assert.All(again.Policies, p => Assert.Equal(0, p.Claimed));
        Assert.Contains(NoticeKind.AccountMissing, (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F06")))).Items.Select(n => n.Kind));
    }

    [DatabaseTheory, DatabaseData]
    public async Task EvaluationDates_AreLimited(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var march = await district.SendAsync(new ClaimFound([Keep], new DateOnly(2020, 3, 1), new DateOnly(2020, 3, 31)));
        Assert.Equal(march.Policies[0].Claimed, march.Policies[0].Granted);
        var all = await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Keep)));
        Assert.All(all.Items, k => Assert.Equal("2020-03", k.CaseKey));
        Assert.Equal(march.Policies[0].Claimed, all.Items.Count);
    }

    [DatabaseTheory, DatabaseData]
    public async Task PoliciesOfOneCall_SeeEachOthersGrants_InCatalogueOrder(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var claimed = await district.SendAsync(new ClaimFound([Rival, Staff]));
        // Both found all of them; the staff bonus stands first in the catalogue.
        Assert.Equal((0, 4), (claimed.Policies[0].Claimed, claimed.Policies[1].Claimed));
        Assert.Equal(4, claimed.Policies[0].NotEntitled);
    }

    [DatabaseTheory, DatabaseData]
    public async Task InPortions_GoesOnWhereItStopped(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var (calls, claimed) = (0, 0L);
        for (FoundPosition? after = null; calls == 0 || after is not null; calls++)
        {
            var portion = await district.SendAsync(new ClaimFound([Rebate], After: after, SubjectsMax: 2));
            Assert.InRange(portion.Policies[0].Claimed, 0, 2);
            claimed += portion.Policies[0].Claimed;
            after = portion.Next;
        }

        Assert.Equal((3, 4L), (calls, claimed));
    }

    [DatabaseTheory, DatabaseData]
    public async Task BudgetThatRunsOut_LeavesTheRestInLine(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var claimed = (await district.SendAsync(new ClaimFound([Small]))).Policies[0];
        // 120 + 40 + 200 + 300 + 250 = 910 of 1,000; F06 has no account, F08 wants 50.
        Assert.Equal((6, 6, 0, 1), (claimed.Claimed, claimed.Granted, claimed.Waiting, claimed.AccountMissing));
        Assert.Equal("40.00", (await district.FreeAsync("pot")).ToString());
        await district.ImportAsync("firm", "code,name,state,staff,card,card_bank\nG01,子行,open,9,6200000000000011,合成银行\nG02,丑行,open,3,6200000000000012,合成银行\n");
        var late = (await district.SendAsync(new ClaimFound([Small]))).Policies[0];
        Assert.Equal((2, 0, 2), (late.Claimed, late.Granted, late.Waiting));
        Assert.Equal(["G01", "G02"], (await district.AskAsync(new FindClaimQueue("pot"))).Items.Select(c => c.Item.Subject));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Told_ThenClaimed_IsOneEntitlement(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var told = await district.SendAsync(new NotifyFound([Rebate, Hire]));
        Assert.Equal((6, 1), (told.Told, told.MissingTold));
        Assert.Equal((0, "0.00"), ((await district.SendAsync(new NotifyFound([Rebate, Hire]))).Told, (await district.SendAsync(new NotifyFound([Rebate]))).Amount.ToString()));
        var claimed = (await district.ClaimAsync(Rebate, "F01")).Cases[0];
        var detail = await district.ShowAsync(claimed.Entitlement);
        Assert.Equal([EntitlementDeed.Notified, EntitlementDeed.Claimed, EntitlementDeed.Granted], detail.History.Select(h => h.Deed));
        Assert.Equal(2, (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Subject: "F01")))).Items.Count);
        var notices = (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F01")))).Items;
        Assert.Equal([NoticeKind.Found, NoticeKind.Found, NoticeKind.Granted], notices.Select(n => n.Kind).Order());
        Assert.Equal([NoticeKind.DatumMissing], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F07")))).Items.Select(n => n.Kind));
    }
}
