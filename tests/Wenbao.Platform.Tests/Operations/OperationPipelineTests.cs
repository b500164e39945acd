using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;
using static Wenbao.Platform.Tests.Operations.OperationFixture;

namespace Wenbao.Platform.Tests.Operations;

public sealed class OperationPipelineTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Success_IsCommittedWithAuditAndEvent(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        var added = (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator"))).ShouldSucceed();

        Assert.Equal(new DateOnly(2020, 6, 30), added.On);
        Assert.Equal((1L, 1L, 1L), (await notes.CountAsync("note"), await notes.CountAsync("plt_audit"), await notes.CountAsync("plt_outbox")));
        Assert.Equal(["甲"], notes.Heard);
        var link = await AuditLog.ReadAsync(test.Database).SingleAsync();
        Assert.Equal(("operator", "AddNote", $"note/{added.Id}"), (link.Entry.Actor, link.Entry.Operation, link.Entry.Subject));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Problem_LeavesNothingBehind(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        (await notes.Pipeline.SendAsync(new AddNote("甲", Fail: true), As("operator", "k1"))).ShouldBeProblem(TextMissing);

        Assert.Equal(0, await notes.CountAsync("note") + await notes.CountAsync("plt_audit") + await notes.CountAsync("plt_outbox") + await notes.CountAsync("plt_idempotency"));
        Assert.Empty(notes.Heard);
    }

    [DatabaseTheory, DatabaseData]
    public async Task InvalidOrNotAllowed_IsRefusedBeforeAnythingIsOpened(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        var invalid = (await notes.Pipeline.SendAsync(new AddNote(""), As("operator"))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Single(invalid.Details!).ShouldBe(TextMissing);
        (await notes.Pipeline.SendAsync(new AddNote("甲"), As("owner"))).ShouldBeProblem(OperationProblems.NotAllowed);
        (await notes.Pipeline.SendAsync(new AddNote("甲"), new OperationContext(null))).ShouldBeProblem(OperationProblems.NotAllowed);
        (await notes.Pipeline.SendAsync(new AddNote("甲"), As("nobody"))).ShouldBeProblem(OperationProblems.ActorUnknown);
        (await notes.Pipeline.AskAsync(new CountNotes(), As("policy-officer"))).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal(0, (await notes.Pipeline.AskAsync(new CountNotes(), As("owner"))).ShouldSucceed());
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameKeyAgain_IsAnsweredFromStore(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        var first = (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator", "k1"))).ShouldSucceed();
        var second = (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator", "k1"))).ShouldSucceed();

        Assert.Equal(first, second);
        Assert.Equal((1L, 1L), (await notes.CountAsync("note"), await notes.CountAsync("plt_audit")));
        (await notes.Pipeline.SendAsync(new AddNote("乙"), As("operator", "k1"))).ShouldBeProblem(OperationProblems.KeyUsedOtherwise);
        (await notes.Pipeline.SendAsync(new AddNote("乙"), As("operator", new string('k', 101)))).ShouldBeProblem(OperationProblems.KeyMalformed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameKeyManyTimesAtOnce_HappensOnce(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => notes.Pipeline.SendAsync(new AddNote("甲"), As("operator", "k1")))));
        Assert.Single(results.Select(r => r.ShouldSucceed().Id).Distinct());
        Assert.Equal(1, await notes.CountAsync("note"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Prepared_WhileOthersWrite_AndOnceAKey(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        // On SQLite one unit of work is open at a time: this would wait for ever inside one.
        notes.Meanwhile = async () => (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator")).WaitAsync(TimeSpan.FromSeconds(20))).ShouldSucceed();
        var first = (await notes.Pipeline.SendAsync(new AddCount(), As("operator", "k1"))).ShouldSucceed();
        Assert.Equal(first, (await notes.Pipeline.SendAsync(new AddCount(), As("operator", "k1"))).ShouldSucceed());
        Assert.Equal((1, 2L), (notes.Prepared, await notes.CountAsync("note")));
        Assert.Equal(["甲", "1"], notes.Heard);
        (await notes.Pipeline.SendAsync(new AddCount(Refuse: true), As("operator", "k1"))).ShouldBeProblem(OperationProblems.KeyUsedOtherwise);

        (await notes.Pipeline.SendAsync(new AddCount(Refuse: true), As("operator", "k2"))).ShouldBeProblem(TextMissing);
        notes.Meanwhile = () => Task.CompletedTask;
        (await notes.Pipeline.SendAsync(new AddCountInside(), As("operator"))).ShouldSucceed();
        (await notes.Pipeline.SendAsync(new AddCount(), As("owner"))).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal((3, 4L), (notes.Prepared, await notes.CountAsync("note")));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ReadingUnitOfWork_SeesOneState_AndCannotCommit(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        await using var reading = await test.Database.BeginReadingAsync();
        Assert.Equal(0L, await CountAsync(reading));
        (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator"))).ShouldSucceed();
        Assert.Equal((0L, 1L), (await CountAsync(reading), await notes.CountAsync("note")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => reading.CommitAsync());

        static async Task<long> CountAsync(Wenbao.Platform.Data.IUnitOfWork work)
        {
            await using var command = work.Command("SELECT count(*) FROM note");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task OperationInsideAnother_HoldsWithIt_OrNeither(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        (await notes.Pipeline.SendAsync(new AddTwoNotes("甲", "乙", FailSecond: true), As("operator"))).ShouldBeProblem(TextMissing);
        Assert.Equal((0L, 0L), (await notes.CountAsync("note"), await notes.CountAsync("plt_audit")));

        (await notes.Pipeline.SendAsync(new AddTwoNotes("甲", "乙", FailSecond: false), As("operator"))).ShouldSucceed();
        Assert.Equal((2L, 3L), (await notes.CountAsync("note"), await notes.CountAsync("plt_audit")));
        Assert.Equal(["甲", "乙"], notes.Heard);
        (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed();
    }

    [DatabaseTheory, DatabaseData]
    public async Task ListenerThatFails_IsTriedAgainLater_AndHandlesOnce(TestDatabase test)
    {
        await using var notes = await CreateAsync(test);
        notes.ListenerFailures = 1;
        (await notes.Pipeline.SendAsync(new AddNote("甲"), As("operator"))).ShouldSucceed();
        Assert.Equal(["甲"], notes.Heard);
        Assert.Equal(0, await notes.CountAsync("plt_processed"));

        Assert.Equal(0, await notes.Outbox.DispatchPendingAsync());
        notes.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await notes.Outbox.DispatchPendingAsync());
        Assert.Equal(0, await notes.Outbox.DispatchPendingAsync());
        Assert.Equal(["甲", "甲"], notes.Heard);
        Assert.Equal(1, await notes.CountAsync("plt_processed"));
    }

    [Fact]
    public void VersionThatMovedOn_IsAProblem()
    {
        Assert.Null(new ExpectedVersion(3).Check(3, "note/1"));
        Assert.Equal("note/1", new ExpectedVersion(3).Check(4, "note/1").ShouldBe(OperationProblems.ChangedMeanwhile).Where);
    }
}
