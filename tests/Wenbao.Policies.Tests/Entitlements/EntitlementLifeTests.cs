using Wenbao.Funds;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>What days and funds do to entitlements, and what is written down for ever.</summary>
public sealed class EntitlementLifeTests
{
    [DatabaseTheory, DatabaseData]
    public async Task NotClaimedInTime_IsWarnedOf_AndLapses(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound([Rebate]));
        await district.ClaimAsync(Rebate, "F01");
        Assert.Equal(new LapsedEntitlements(0, 0), await district.SendAsync(new LapseEntitlements()));
        Assert.Equal(new LapsedEntitlements(0, 4), await district.SendAsync(new LapseEntitlements(WarnDays: 200)));
        Assert.Equal(new LapsedEntitlements(0, 0), await district.SendAsync(new LapseEntitlements(WarnDays: 200)));
        await district.JumpToAsync(new DateOnly(2020, 12, 31));
        Assert.Empty((await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Rebate, State: EntitlementState.Lapsed)))).Items);
        await district.JumpToAsync(new DateOnly(2021, 1, 1));
        var told = await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Rebate, State: EntitlementState.Lapsed)));
        Assert.Equal((4, EntitlementState.Lapsed), (told.Items.Count, told.Items[0].State));
        Assert.Equal(EntitlementState.Granted, (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Subject: "F01")))).Items[0].State);
        Assert.Equal([NoticeKind.Found, NoticeKind.DueToLapse, NoticeKind.Lapsed], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F03")))).Items.Select(n => n.Kind).Order());
    }

    [DatabaseTheory, DatabaseData]
    public async Task LineThatThePackGotLater_IsOpenedWhenAHostStarts_OnceOnly(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using (var before = await OpenAsync(folder, database.Database))
        {
            Assert.Equal("1000.00", (await before.FreeAsync("pot")).ToString());
        }

        folder.With("claims/funds/lines.yaml", await File.ReadAllTextAsync(Path.Combine(folder.Path, "claims/funds/lines.yaml")) + "\n  - {id: later, name: {zh: 新增资金, en: Later}, kind: budget, class: special_fund, capital_yuan: \"70.00\", opens_on: 2020-05-01}\n");
        for (var start = 0; start < 2; start++)
        {
            await using var after = await District.OpenAsync(folder.Load("claims"), database.Database);
            Assert.Equal(("70.00", "1000.00"), ((await after.FreeAsync("later")).ToString(), (await after.FreeAsync("pot")).ToString()));
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task PaymentMade_Settles_ReturnedReopens_RecoveredEnds(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var paid = (await district.ClaimAsync(Loan, "F01", "L1")).Cases[0].Entitlement;
        await district.RaiseAsync(new PaymentsMade([paid, 999], new DateOnly(2020, 7, 8)));
        var detail = await district.ShowAsync(paid);
        Assert.Equal((EntitlementState.Settled, new DateOnly(2020, 7, 8)), (detail.Item.State, detail.History[^1].On));
        await district.RaiseAsync(new PaymentsReturned([paid], "AC04"));
        var back = await district.ShowAsync(paid);
        Assert.Equal((EntitlementState.Granted, "银行退回（AC04 账户已销户），等待更正账户"), (back.Item.State, back.Reason?.Zh));
        Assert.Contains("AC04 the account is closed", back.Reason!.En, StringComparison.Ordinal);

        // Rejected, it was never settled: the reason is the bank's new one all the same.
        await district.RaiseAsync(new PaymentsReturned([paid], null));
        Assert.Contains("银行未说明原因", (await district.ShowAsync(paid)).Reason!.Zh, StringComparison.Ordinal);
        await district.RaiseAsync(new PaymentsMade([paid], new DateOnly(2020, 7, 9)));
        await district.RaiseAsync(new PaymentHeldChanged(paid, true));
        Assert.True((await district.ShowAsync(paid)).Item.IsHeld);
        await district.RaiseAsync(new GrantRecovered(paid));
        Assert.Equal((EntitlementState.Recovered, false), ((await district.ShowAsync(paid)).Item.State, (await district.ShowAsync(paid)).Item.IsHeld));
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsync(Loan, "F01", "L1")).Cases[0].State);
        Assert.Contains(NoticeKind.Returned, (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F01")))).Items.Select(n => n.Kind));
    }

    [DatabaseTheory, DatabaseData]
    public async Task CommitmentReleasedForGood_Revokes_AndFreesTheEvent(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var granted = (await district.ClaimAsync(Loan, "F01", "L1")).Cases[0].Entitlement;
        await district.RaiseAsync(new CommitmentsReleased([granted], "账户无法核实"));
        var detail = await district.ShowAsync(granted);
        Assert.Equal((EntitlementState.Revoked, "款项退回预算，经办人说明：账户无法核实"), (detail.Item.State, detail.Reason?.Zh));
        Assert.StartsWith("The money went back to the budget", detail.Reason?.En, StringComparison.Ordinal);
        await district.RaiseAsync(new CommitmentsReleased([granted], "账户无法核实"));
        Assert.Equal(detail.Item.Version, (await district.ShowAsync(granted)).Item.Version);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Decision_ComesOutAgain(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        foreach (var (policy, firm) in ((string, string)[])[(Rebate, "F01"), (Rebate, "F02"), (Hire, "F01"), (Loan, "F01"), (Relief, "F01"), (Bridge, "F03"), (Keep, "F03"), (Rebate, "F07")])
        {
            foreach (var claimed in (await district.ClaimAsync(policy, firm)).Cases)
            {
                var replayed = await district.AskAsync(new ReplayDecision(claimed.Entitlement));
                Assert.Equal((policy, claimed.Amount), (replayed.Policy, replayed.Amount));
            }
        }

        (await district.AskAsOwnerOfAsync("F01", new ReplayDecision(1))).ShouldBeProblem(OperationProblems.NotAllowed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Preferences_StopAndDelay_ButNotWhatTheLawWants(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new SetNoticePreferences(Inbox.OfSubject("firm", "F01"), [NoticeKind.Found], NoticeDigest.None));
        await district.SendAsync(new SetNoticePreferences(Inbox.OfSubject("firm", "F03"), [], NoticeDigest.Weekly));
        (await district.TrySendAsync(new SetNoticePreferences(Inbox.OfSubject("firm", "F01"), [NoticeKind.Refused], NoticeDigest.None))).ShouldBeProblem(OperationProblems.Invalid);
        await district.SendAsync(new NotifyFound([Rebate]));
        await district.ClaimAsync(Rebate, "F01");
        await district.ClaimAsync(Rebate, "F03");
        Assert.Equal([NoticeKind.Granted], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F01")))).Items.Select(n => n.Kind));
        Assert.Equal([NoticeKind.Granted], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F03")))).Items.Select(n => n.Kind));
        // 30 June 2020 was a Tuesday: the digest comes on Monday.
        Assert.Equal(new DateOnly(2020, 7, 6), await district.ShownFromAsync("F03", NoticeKind.Found));
    }

    [DatabaseTheory, DatabaseData]
    public async Task HistoryAndDecisions_CannotBeAltered(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Rebate, "F01");
        foreach (var sql in (string[])
        [
            "UPDATE pol_entitlement_event SET amount_fen = 1", "DELETE FROM pol_entitlement_event", "UPDATE pol_decision SET amount_fen = 1", "DELETE FROM pol_decision",
        ])
        {
            await using var work = await database.Database.BeginAsync(TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => work.ExecuteAsync(sql));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }
}
