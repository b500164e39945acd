using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Operations;

/// <summary>Operations that run into each other: the one that was taken back is carried out again, so that its sender gets an answer and not a fault.</summary>
public sealed class CollisionTests
{
    [DatabaseTheory, DatabaseData]
    public async Task TwoThatWaitForEachOther_AreBothDone(TestDatabase test)
    {
        await using var fixture = await OperationFixture.CreateAsync(test);
        var first = (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator"))).ShouldSucceed().Id;
        var second = (await fixture.Pipeline.SendAsync(new AddNote("b"), OperationFixture.As("operator"))).ShouldSucceed().Id;
        var answers = await Task.WhenAll(
            Task.Run(() => fixture.Pipeline.SendAsync(new ChangeTwoNotes(first, second), OperationFixture.As("operator", "one"))),
            Task.Run(() => fixture.Pipeline.SendAsync(new ChangeTwoNotes(second, first), OperationFixture.As("operator", "other"))));

        Assert.All(answers, a => a.ShouldSucceed());
        Assert.Equal(test.Kind == DatabaseKind.PostgreSql ? 3 : 2, fixture.Attempts);
        Assert.Equal(2, await fixture.CountAsync("note WHERE length(text) = 3"));
        Assert.Equal(4, (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed().Head.Sequence);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RowChangedMeanwhile_IsLookedAtAgain_AndDoneOnce(TestDatabase test)
    {
        await using var fixture = await OperationFixture.CreateAsync(test);
        fixture.Collisions = 2;
        (await fixture.Pipeline.SendAsync(new AddContestedNote("a"), OperationFixture.As("operator", "k"))).ShouldSucceed();
        Assert.Equal((3, 1, 2, 1), (fixture.Attempts, await fixture.CountAsync("note"), await fixture.CountAsync("plt_audit"), await fixture.CountAsync("plt_outbox")));
        Assert.Equal(["a"], fixture.Heard);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RowThatIsAlwaysChanged_IsAnsweredByNumber_AndNothingIsDone(TestDatabase test)
    {
        await using var fixture = await OperationFixture.CreateAsync(test);
        fixture.Collisions = 100;
        (await fixture.Pipeline.SendAsync(new AddContestedNote("a"), OperationFixture.As("operator", "k"))).ShouldBeProblem(OperationProblems.ChangedMeanwhile);
        Assert.Equal((3, 0, 0), (fixture.Attempts, await fixture.CountAsync("note"), await fixture.CountAsync("plt_idempotency")));
        fixture.Collisions = 0;
        (await fixture.Pipeline.SendAsync(new AddContestedNote("a"), OperationFixture.As("operator", "k"))).ShouldSucceed();
    }
}
