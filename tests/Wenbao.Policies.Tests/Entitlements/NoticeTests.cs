using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class NoticeTests
{
    private static readonly Inbox Own = Inbox.OfSubject("firm", "F01");

    [DatabaseTheory, DatabaseData]
    public async Task Notices_ComeUnreadFirst_AndAreMarkedRead(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Rebate, "F01");
        await district.ClaimAsync(Staff, "F01");

        var page = (await district.AskAsOwnerOfAsync("F01", new FindNotices(Own))).ShouldSucceed();
        Assert.Equal(("甲行", 2L), (page.Name, page.Unread));
        Assert.Equal([Staff, Rebate], page.Items.Select(n => n.Policies.Single().Id));
        Assert.All(page.Items, n => Assert.Equal((NoticeKind.Granted, false), (n.Kind, n.IsRead)));
        Assert.Equal("100.01", page.Items[1].Amount?.ToString());

        var newest = page.Items[0].Id;
        Assert.Equal(1, (await district.TrySendAsOwnerOfAsync("F01", new MarkNoticesRead(Own, page.Newest, newest))).ShouldSucceed().Count);
        page = (await district.AskAsOwnerOfAsync("F01", new FindNotices(Own))).ShouldSucceed();
        Assert.Equal([Rebate, Staff], page.Items.Select(n => n.Policies.Single().Id));
        Assert.Equal([false, true], page.Items.Select(n => n.IsRead));
        var after = (await district.AskAsOwnerOfAsync("F01", new FindNotices(Own, new NoticePlace(false, page.Items[0].Id)))).ShouldSucceed();
        Assert.Equal([newest], after.Items.Select(n => n.Id));

        // What came in after the reader looked stays unread.
        await district.ClaimAsync(Goods, "F01");
        Assert.Equal(1, (await district.TrySendAsOwnerOfAsync("F01", new MarkNoticesRead(Own, page.Newest))).ShouldSucceed().Count);
        Assert.Equal(1, (await district.AskAsOwnerOfAsync("F01", new FindNotices(Own))).ShouldSucceed().Unread);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Inboxes_AreOnlyForThoseTheyAreFor(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Award, "F01");
        (await district.AskAsOwnerOfAsync("F02", new FindNotices(Own))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.TrySendAsOwnerOfAsync("F02", new MarkNoticesRead(Own, 100))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.AskAsOwnerOfAsync("F01", new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).ShouldBeProblem(OperationProblems.NotAllowed);
        (await district.TryAskAsync(new FindNotices(Inbox.OfOfficers(Duty.FinanceOfficer)))).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal(0, (await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.Operator)))).Unread);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Wishes_StopWhatMayBeStopped_AndNothingElse(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var refused = (await district.TrySendAsOwnerOfAsync("F01", new SetNoticePreferences(Own, [NoticeKind.Granted], NoticeDigest.None))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Equal([EntitlementProblems.NoticeNeeded], refused.Details!.Select(d => d.Kind));

        var wishes = (await district.TrySendAsOwnerOfAsync("F01", new SetNoticePreferences(Own, [NoticeKind.Waiting, NoticeKind.Waiting], NoticeDigest.Weekly))).ShouldSucceed();
        Assert.Equal((NoticeDigest.Weekly, 1L), (wishes.Digest, wishes.Version));
        Assert.Equal([NoticeKind.Waiting], wishes.Stopped);
        Assert.True(wishes.Tells(NoticeKind.Granted) && !wishes.Tells(NoticeKind.Waiting));
        // Somebody who saw no wishes yet is told that there are some now.
        (await district.TrySendAsAsync(Officer, new SetNoticePreferences(Own, [], NoticeDigest.None), version: 0)).ShouldBeProblem(OperationProblems.ChangedMeanwhile);

        // 2,000 and 1,500 are more than the line has: both wait, and only who wants to be told is.
        await district.ImportAsync("firm", "code,staff\nF01,200\nF03,150\n");
        Assert.Equal(EntitlementState.Waiting, (await district.ClaimAsync(Small, "F01")).Cases[0].State);
        Assert.Equal(EntitlementState.Waiting, (await district.ClaimAsync(Small, "F03")).Cases[0].State);
        Assert.Empty((await district.AskAsync(new FindNotices(Own))).Items);
        Assert.Equal([NoticeKind.Waiting], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F03")))).Items.Select(n => n.Kind));
    }
}
