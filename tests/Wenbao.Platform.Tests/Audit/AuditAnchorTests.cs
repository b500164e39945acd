using System.Globalization;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

public sealed class AuditAnchorTests : IDisposable
{
    private readonly TestFolder folder = new();

    private string Anchors => Path.Combine(folder.Path, "data", "audit.anchor");

    public void Dispose() => folder.Dispose();

    [DatabaseTheory, DatabaseData]
    public async Task ProcessThatEnds_LeavesAnAnchorOfTheEnd(TestDatabase test)
    {
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("a");
            await process.StampAsync("b");
        }

        var kept = Assert.Single(Read()!);
        Assert.Equal((await AuditLog.AnchorAsync(test.Database), new DateTimeOffset(2020, 6, 30, 1, 0, 0, TimeSpan.Zero)), (kept.Anchor, kept.At));
        Assert.Equal(2, kept.Anchor.Sequence);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RunningProcess_WritesBehindCommits_AndTheEndsFollowEachOther(TestDatabase test)
    {
        await using var process = new AnchoredPlatform(test, Anchors);
        for (var i = 0; i < 400 && (Read()?.Count ?? 0) < 2; i++)
        {
            await process.StampAsync("s");
            await Task.Delay(25);
        }

        // Two anchors in some two seconds, however many commits there were.
        var kept = Read()!;
        Assert.Equal(2, kept.Count);
        Assert.True(kept[0].Anchor.Sequence < kept[1].Anchor.Sequence);
        Assert.True((await process.VerifyAsync()).ShouldSucceed().Head.Sequence > 10);
    }

    [DatabaseTheory, DatabaseData]
    public async Task SeveralProcesses_TakeTurns(TestDatabase test)
    {
        for (var round = 0; round < 3; round++)
        {
            var processes = Enumerable.Range(0, 3).Select(_ => new AnchoredPlatform(test, Anchors)).ToList();
            await Task.WhenAll(processes.Select(async process =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await process.StampAsync("s");
                    await process.Keeper.FlushAsync();
                }
            }));
            foreach (var process in processes)
            {
                Assert.Null(process.Keeper.Health.Problem);
                await process.DisposeAsync();
            }
        }

        var kept = Read()!;
        Assert.Equal(kept.OrderBy(k => k.Anchor.Sequence), kept);
        Assert.Equal(45, kept[^1].Anchor.Sequence);
        await using var last = new AnchoredPlatform(test, Anchors);
        var report = (await last.VerifyAsync()).ShouldSucceed();
        Assert.Equal((45, kept.Count, kept[^1]), (report.Head.Sequence, report.Anchors, report.LastAnchor));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ProcessKilledBeforeItsAnchor_LeavesALag_ThatTheNextMakesUp(TestDatabase test)
    {
        await using (var first = new AnchoredPlatform(test, Anchors))
        {
            await first.StampAsync("a");
        }

        // A commit whose process is gone before it could write: nothing of the keeper runs.
        await using (var work = await test.Database.BeginAsync())
        {
            await AuditLog.AppendAsync(work, new AuditEntry(DateTimeOffset.UnixEpoch, "operator", "Stamp", "", ""));
            await work.CommitAsync();
        }

        await using var next = new AnchoredPlatform(test, Anchors);
        Assert.Equal((2, 1), ((await next.VerifyAsync()).ShouldSucceed() is var lagging ? lagging.Head.Sequence : 0, lagging.LastAnchor!.Anchor.Sequence));
        await next.StampAsync("c");
        await next.Keeper.FlushAsync();
        Assert.Equal([1L, 3L], Read()!.Select(k => k.Anchor.Sequence));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatIsNotCommitted_IsNotAnchored(TestDatabase test)
    {
        await using var process = new AnchoredPlatform(test, Anchors);
        Assert.False((await process.Pipeline.SendAsync(new Stamp("a", Fail: true), new OperationContext("operator"))).IsSuccess);
        using (process.Database.Observe(new Breaker()))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => process.Pipeline.SendAsync(new Stamp("b"), new OperationContext("operator")));
        }

        await process.Keeper.FlushAsync();
        Assert.Null(Read());
        Assert.Equal(0, (await process.VerifyAsync()).ShouldSucceed().Head.Sequence);
    }

    [DatabaseTheory, DatabaseData]
    public async Task CutTail_IsFound_AndNoAnchorIsAddedToTheEvidence(TestDatabase test)
    {
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("a");
            await process.StampAsync("b");
        }

        await TamperAsync(test, "DELETE FROM plt_audit WHERE sequence = 2");
        var evidence = File.ReadAllText(Anchors);
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            var cut = (await process.VerifyAsync()).ShouldBeProblem(AuditProblems.TailCut);
            Assert.Equal("plt_audit:2", cut.Where);

            await process.StampAsync("c");
            await process.StampAsync("d");
            await process.Keeper.FlushAsync();
            Assert.Equal("AUD-0012", process.Keeper.Health.Problem?.Code);
            (await process.VerifyAsync()).ShouldBeProblem(AuditProblems.Rewritten);
        }

        Assert.Equal(evidence, File.ReadAllText(Anchors));
    }

    [DatabaseTheory, DatabaseData]
    public async Task CopyKeptElsewhere_ProvesWhatTheOwnFileNoLongerCan(TestDatabase test)
    {
        var copy = Path.Combine(folder.Path, "copy.anchor");
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("a");
            await process.StampAsync("b");
        }

        File.Copy(Anchors, copy);
        File.Delete(Anchors);
        await TamperAsync(test, "DELETE FROM plt_audit WHERE sequence = 2");

        await using var next = new AnchoredPlatform(test, Anchors);
        Assert.Equal(0, (await next.VerifyAsync()).ShouldSucceed().Anchors);
        (await next.VerifyAsync(copy)).ShouldBeProblem(AuditProblems.TailCut);
    }

    [DatabaseTheory, DatabaseData]
    public async Task FolderThatCannotBeWritten_StopsNoOperation(TestDatabase test)
    {
        // A file where the folder should be: fails for every user, even one who may write anywhere.
        folder.With("data", "in the way");
        await using var process = new AnchoredPlatform(test, Anchors);
        await process.StampAsync("a");
        await process.Keeper.FlushAsync();

        Assert.Equal("AUD-0011", process.Keeper.Health.Problem?.Code);
        var state = (await process.Pipeline.AskAsync(new GetAuditState(), new OperationContext("auditor"))).ShouldSucceed();
        Assert.Equal(("AUD-0011", 1L), (state.Anchors!.Problem?.Code, state.Head!.Sequence));

        File.Delete(Path.Combine(folder.Path, "data"));
        await process.StampAsync("b");
        await process.Keeper.FlushAsync();
        Assert.Null(process.Keeper.Health.Problem);
        Assert.Equal(2, Assert.Single(Read()!).Anchor.Sequence);
    }

    [DatabaseTheory, DatabaseData]
    public async Task LineBrokenOffByAPowerCut_IsNoAnchor_AndIsTakenAwayByTheNext(TestDatabase test)
    {
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("a");
        }

        File.AppendAllText(Anchors, "2 8f3c");
        await using var next = new AnchoredPlatform(test, Anchors);
        Assert.Equal(1, (await next.VerifyAsync()).ShouldSucceed().Anchors);
        await next.StampAsync("b");
        await next.Keeper.FlushAsync();
        Assert.Equal([1L, 2L], Read()!.Select(k => k.Anchor.Sequence));
    }

    [DatabaseTheory, DatabaseData]
    public async Task LineThatSomebodyChanged_IsNamed_AndNothingIsAddedBehindIt(TestDatabase test)
    {
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("a");
        }

        File.AppendAllText(Anchors, "no anchor\n");
        await using var next = new AnchoredPlatform(test, Anchors);
        var problem = (await next.VerifyAsync()).ShouldBeProblem(AuditProblems.AnchorUnreadable);
        Assert.Contains("Line 2", problem.What.En, StringComparison.Ordinal);
        await next.StampAsync("b");
        await next.Keeper.FlushAsync();
        Assert.Equal("AUD-0006", next.Keeper.Health.Problem?.Code);
        Assert.EndsWith("no anchor\n", File.ReadAllText(Anchors), StringComparison.Ordinal);
    }

    [DatabaseTheory, DatabaseData]
    public async Task AnchorsOfAnotherDatabase_AreNotMixedWithItsOwn(TestDatabase test)
    {
        folder.With("data/audit.anchor", $"1 {new string('a', 64)} 2020-06-30T01:00:00.000000Z\n");
        await using var process = new AnchoredPlatform(test, Anchors);
        await process.StampAsync("a");
        await process.Keeper.FlushAsync();
        Assert.Equal("AUD-0012", process.Keeper.Health.Problem?.Code);
        (await process.VerifyAsync()).ShouldBeProblem(AuditProblems.Rewritten);
    }

    [DatabaseTheory, DatabaseData]
    public async Task LongFile_IsThinned_ToAnAnchorADayAndTheYoungest(TestDatabase test)
    {
        await using (var process = new AnchoredPlatform(test, Path.Combine(folder.Path, "other.anchor")))
        {
            for (var i = 0; i < 3; i++)
            {
                await process.StampAsync("s");
            }
        }

        var links = await AuditLog.ReadAsync(test.Database).ToListAsync();
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        folder.With("data/audit.anchor", string.Concat(Enumerable.Range(0, 12_000).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"1 {links[0].Hash} {start.AddMinutes(20 * i):yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}\n"))));
        await using (var process = new AnchoredPlatform(test, Anchors))
        {
            await process.StampAsync("s");
        }

        var kept = Read()!;

        // 12,000 anchors of 20 minutes are 167 days, the last of them among the youngest thousand.
        Assert.InRange(kept.Count, 1000 + 150, 1000 + 167);
        Assert.Equal(kept.Take(150).Select((_, day) => start.AddDays(day)), kept.Take(150).Select(k => k.At));
        Assert.Equal(4, kept[^1].Anchor.Sequence);
        Assert.True(new FileInfo(Anchors).Length < AuditAnchorFile.BytesMax / 4);
    }

    [Theory, InlineData(SqliteSynchronous.Off), InlineData(SqliteSynchronous.Normal)]
    public async Task DatabaseThatDoesNotPressCommits_IsPressedBeforeItsAnchor(SqliteSynchronous synchronous)
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var process = new AnchoredPlatform(test, Anchors, synchronous))
        {
            await process.StampAsync("a");
        }

        Assert.Equal(1, Assert.Single(Read()!).Anchor.Sequence);
    }

    private IReadOnlyList<KeptAnchor>? Read() => new AuditAnchorFile(Anchors).Read().ShouldSucceed();

    private static async Task TamperAsync(TestDatabase test, string sql)
    {
        await using var work = await test.Database.BeginAsync();
        await work.ExecuteAsync(test.WithoutAuditTriggers(sql));
        await work.CommitAsync();
    }

    private sealed class Breaker : ICommitObserver
    {
        public void BeforeCommit(string work) => throw new TimeoutException(work);

        public void AfterCommit(string work)
        {
        }
    }
}
