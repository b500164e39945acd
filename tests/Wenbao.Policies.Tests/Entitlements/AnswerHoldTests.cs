using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>What is sent back reaches the subject, and its answer the officer.</summary>
public sealed class AnswerHoldTests
{
    private const string Why = "请补交纳税证明";
    private const string Answer = "已于今日补交";

    [DatabaseTheory, DatabaseData]
    public async Task Held_IsTold_Answered_AndGoesOn(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var award = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, Answer))).ShouldBeProblem(EntitlementProblems.NothingToAnswer);

        // What the law wants to be told comes although everything that may be stopped is.
        var stopped = Enum.GetValues<NoticeKind>().Where(k => NoticeTexts.IsForSubjects(k) && !k.IsLegallyNeeded()).ToList();
        await district.TrySendAsOwnerOfAsync("F01", new SetNoticePreferences(Inbox.OfSubject("firm", "F01"), stopped, NoticeDigest.Weekly));
        await district.SendAsAsync(Officer, new HoldEntitlement(award, Why));
        Assert.Equal((NoticeKind.Held, Why), await NewestAsync(district, "F01"));
        var seen = (await district.AskAsOwnerOfAsync("F01", new GetEntitlement(award))).ShouldSucceed();
        Assert.Equal([EntitlementAction.Answer], seen.Actions);
        Assert.Equal((Why, null), (seen.Reason?.Zh, seen.Answer));

        var answered = (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, " " + Answer))).ShouldSucceed();
        Assert.Equal(answered.Version, (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, Answer))).ShouldSucceed().Version);
        (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, "另外"))).ShouldBeProblem(EntitlementProblems.AlreadyAnswered);
        Assert.Empty((await district.AskAsOwnerOfAsync("F01", new GetEntitlement(award))).ShouldSucceed().Actions);

        // It is held still, for its reason; the officer has the answer in his inbox, his queue and the history.
        Assert.Equal([(NoticeKind.Answered, (long?)award), (NoticeKind.ToDecide, award)], (await district.AskAsAsync(Department, new FindNotices(Inbox.OfOfficers(Duty.DepartmentOfficer)))).Items.Select(n => (n.Kind, n.Entitlement)));
        var waiting = (await district.AskAsync(new FindDecisionQueue())).Items.Single();
        Assert.Equal((true, Answer, Why), (waiting.Item.IsHeld, waiting.Answer, waiting.Reason?.Zh));
        var file = await district.ShowAsync(award);
        Assert.Equal((EntitlementDeed.Answered, Answer), (file.History[^1].Deed, file.History[^1].Reason?.Zh));
        Assert.Equal([EntitlementAction.Refuse, EntitlementAction.Hold, EntitlementAction.Unhold, EntitlementAction.Replay], file.Actions);

        // Not enough: asked once more, answered once more, let go on.
        await district.SendAsAsync(Officer, new HoldEntitlement(award, "证明缺页"));
        Assert.Null((await district.AskAsync(new FindDecisionQueue())).Items.Single().Answer);
        (await district.TrySendAsAsync(Officer, new HoldEntitlement(award, "再次"))).ShouldBeProblem(EntitlementProblems.WrongState);
        (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, "补齐"))).ShouldSucceed();
        await district.SendAsAsync(Officer, new UnholdEntitlement(award));
        Assert.Equal(NoticeKind.Unheld, (await NewestAsync(district, "F01")).Kind);
        Assert.Null((await district.ShowAsync(award)).Answer);
        Assert.Equal(1, (await district.SendAsAsync(Officer, new GrantClaims([award]))).Granted);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Answer_IsTheOwnersAlone_AndBounded(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var award = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new HoldEntitlement(award, Why));
        (await district.TrySendAsOwnerOfAsync("F02", new AnswerHold(award, Answer))).ShouldBeProblem(EntitlementProblems.EntitlementNotFound);
        (await district.TrySendAsAsync(Officer, new AnswerHold(award, Answer))).ShouldBeProblem(OperationProblems.NotAllowed);
        (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, "  "))).ShouldBeProblem(OperationProblems.Invalid);
        (await district.TrySendAsOwnerOfAsync("F01", new AnswerHold(award, new string('长', 501)))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Null((await district.ShowAsync(award)).Answer);
    }

    private static async Task<(NoticeKind Kind, string? Reason)> NewestAsync(District district, string firm)
    {
        var newest = (await district.AskAsOwnerOfAsync(firm, new FindNotices(Inbox.OfSubject("firm", firm)))).ShouldSucceed().Items[0];
        return (newest.Kind, newest.Reason?.Zh);
    }
}
