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
    public async Task EveryKind_ArisesFromWhatHappens_AndIsToldInBothLanguages(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound());
        Assert.Contains(NoticeKind.Found, await KindsAsync(district, "F03"));
        Assert.Contains(NoticeKind.DatumMissing, await KindsAsync(district, "F07"));
        await district.SendAsync(new ClaimFound([Award]));
        Assert.Contains(NoticeKind.AccountMissing, await KindsAsync(district, "F06"));
        await district.ClaimAsync(Staff, "F01");
        Assert.Contains(NoticeKind.Granted, await KindsAsync(district, "F01"));
        await district.ClaimAsync(Rival, "F01");
        Assert.Contains(NoticeKind.Refused, await KindsAsync(district, "F01"));

        // One claim that wants a person is told to the department; a thousand at once are found in the queue.
        var toDecide = Inbox.OfOfficers(Duty.DepartmentOfficer);
        Assert.Empty((await district.AskAsAsync(Department, new FindNotices(toDecide))).Items);
        var plan = (await district.SendAsync(new ClaimEntitlement(Plan, "P1"))).Cases[0].Entitlement;
        Assert.Equal([(NoticeKind.ToDecide, (long?)plan)], (await district.AskAsAsync(Department, new FindNotices(toDecide))).Items.Select(n => (n.Kind, n.Entitlement)));

        // Days bring the rest: warned of once, then lapsed. Paid, returned and taken back come from funds.
        await district.JumpToAsync(new DateOnly(2020, 12, 20));
        await district.JumpToAsync(new DateOnly(2020, 12, 21));
        Assert.Single(await KindsOfAsync(district, "F03", Rebate), k => k == NoticeKind.DueToLapse);
        await district.JumpToAsync(new DateOnly(2021, 1, 1));
        Assert.Single(await KindsOfAsync(district, "F03", Rebate), k => k == NoticeKind.Lapsed);
        foreach (var kind in Enum.GetValues<NoticeKind>())
        {
            var word = NoticeTexts.Word(kind);
            Assert.True(word.Zh.Length > 0 && word.En.Length > 0 && word.Zh != word.En);
        }
    }

    private static async Task<IReadOnlyList<NoticeKind>> KindsAsync(District district, string firm) =>
        [.. (await district.AskAsOwnerOfAsync(firm, new FindNotices(Inbox.OfSubject("firm", firm)))).ShouldSucceed().Items.Select(n => n.Kind)];

    private static async Task<IReadOnlyList<NoticeKind>> KindsOfAsync(District district, string firm, string policy) =>
        [.. (await district.AskAsOwnerOfAsync(firm, new FindNotices(Inbox.OfSubject("firm", firm)))).ShouldSucceed().Items.Where(n => n.Policies.Any(p => p.Id == policy)).Select(n => n.Kind)];

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
