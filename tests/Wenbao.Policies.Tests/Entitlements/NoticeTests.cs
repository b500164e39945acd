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

    [DatabaseTheory, DatabaseData]
    public async Task InboxOfADuty_HasNoSettings(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var officers = Inbox.OfOfficers(Duty.PolicyOfficer);
        (await district.TrySendAsAsync(Officer, new SetNoticePreferences(officers, [NoticeKind.ToDecide], NoticeDigest.Daily))).ShouldBeProblem(EntitlementProblems.NoSettings);
        Assert.Null((await district.AskAsAsync(Officer, new FindNotices(officers))).Wishes);
        Assert.NotNull((await district.AskAsOwnerOfAsync("F01", new FindNotices(Own))).ShouldSucceed().Wishes);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Digest_PutsWhatCouldWait_UnderItsDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.TrySendAsOwnerOfAsync("F01", new SetNoticePreferences(Own, [], NoticeDigest.Daily));
        await district.SendAsync(new NotifyFound());
        await district.ClaimAsync(Staff, "F01");
        Assert.Equal([NoticeKind.Granted], (await district.AskAsync(new FindNotices(Own))).Items.Select(n => n.Kind));

        // The next day brings what waited, together, with counts over the whole inbox; the law's own stands by itself.
        var tomorrow = district.Today.AddDays(1);
        await district.MoveToAsync(tomorrow);
        var page = await district.AskAsync(new FindNotices(Own));
        var digest = page.Groups.Single(g => g.Day is not null);
        Assert.Equal(tomorrow, digest.Day);
        Assert.All(digest.Items, n => Assert.Equal((NoticeKind.Found, tomorrow), (n.Kind, n.On)));
        Assert.Equal([(NoticeKind.Found, (long)digest.Items.Count)], digest.Counts.Select(c => (c.Kind, c.Count)));
        Assert.True(digest.Items.Count > 1);
        Assert.Equal([NoticeKind.Granted], page.Groups.Where(g => g.Day is null).Select(g => g.Items.Single().Kind));
        Assert.Equal(page.Items.Count, page.Groups.Sum(g => g.Items.Count));

        // What is read stands apart from what is not; at once means each by itself.
        await district.TrySendAsOwnerOfAsync("F01", new MarkNoticesRead(Own, page.Newest, digest.Items[0].Id));
        Assert.Equal(digest.Items.Count - 1, (await district.AskAsync(new FindNotices(Own))).Groups.Single(g => g.Day is not null).Counts.Single().Count);
        await district.TrySendAsOwnerOfAsync("F01", new SetNoticePreferences(Own, [], NoticeDigest.None));
        Assert.All((await district.AskAsync(new FindNotices(Own))).Groups, g => Assert.Null(g.Day));
    }

    [DatabaseTheory, DatabaseData]
    public async Task PackThatWantsIt_TellsThoseFound_EachDay_AndNobodyTwice(TestDatabase database)
    {
        using var folder = new TestFolder();
        folder.With("claims/notices.yaml", "tell_found: daily\n");
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        Assert.Empty(await KindsAsync(district, "F03"));
        await district.MoveToAsync(district.Today.AddDays(1));
        var told = await KindsAsync(district, "F03");
        Assert.Contains(NoticeKind.Found, told);
        Assert.Single(await KindsAsync(district, "F07"), k => k == NoticeKind.DatumMissing);

        // What was read is not told again; what an import brings about is told the day after.
        var inbox = Inbox.OfSubject("firm", "F07");
        await district.SendAsync(new MarkNoticesRead(inbox, (await district.AskAsync(new FindNotices(inbox))).Newest));
        await district.ImportAsync("firm", "code,name,state,staff,tax,card,card_bank\nF09,壬行,open,9,90.00,6200000000000009,合成银行\n");
        await district.MoveToAsync(district.Today.AddDays(1));
        Assert.Equal(told, await KindsAsync(district, "F03"));
        Assert.Single(await KindsAsync(district, "F07"), k => k == NoticeKind.DatumMissing);
        Assert.Contains(NoticeKind.Found, await KindsAsync(district, "F09"));
    }
}
