using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

public sealed class FindAuditLinksTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [DatabaseTheory, DatabaseData]
    public async Task Pages_FollowEachOther_InBothDirections(TestDatabase test)
    {
        await using var process = await FilledAsync(test);
        var first = await FindAsync(process, new FindAuditLinks(Take: 4));
        var second = await FindAsync(process, new FindAuditLinks(Before: first.Links[^1].Sequence, Take: 4));
        var third = await FindAsync(process, new FindAuditLinks(Before: second.Links[^1].Sequence, Take: 4));
        Assert.Equal([10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L], first.Links.Concat(second.Links).Concat(third.Links).Select(l => l.Sequence));
        Assert.Equal((true, true, false), (first.HasMore, second.HasMore, third.HasMore));

        var onwards = await FindAsync(process, new FindAuditLinks(From: 9, Take: 4));
        Assert.Equal([9L, 10L], onwards.Links.Select(l => l.Sequence));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Filters_AreAllHeldAtOnce(TestDatabase test)
    {
        await using var process = await FilledAsync(test);
        Assert.Equal([9L, 6L, 3L], await NumbersAsync(process, new FindAuditLinks(Subject: "batch/0")));
        Assert.Equal([9L, 7L, 5L, 3L, 1L], await NumbersAsync(process, new FindAuditLinks(Actor: "auditor")));
        Assert.Equal([9L, 3L], await NumbersAsync(process, new FindAuditLinks(Subject: "batch/0", Actor: "auditor")));

        // Eight hours a link from 2020-06-29 16:00 UTC on, which is midnight of the 30th in the district.
        Assert.Equal([3L, 2L, 1L], await NumbersAsync(process, new FindAuditLinks(Day: new DateOnly(2020, 6, 30))));
        Assert.Equal([5L], await NumbersAsync(process, new FindAuditLinks(Day: new DateOnly(2020, 7, 1), Actor: "auditor")));
        Assert.Empty(await NumbersAsync(process, new FindAuditLinks(Day: new DateOnly(2020, 7, 30))));
        Assert.Empty(await NumbersAsync(process, new FindAuditLinks(Subject: "batch/0' OR 1=1 --")));
    }

    [DatabaseTheory, DatabaseData]
    public async Task OnlyAuditorsAndOperators_MayLook(TestDatabase test)
    {
        await using var process = await FilledAsync(test);
        foreach (var user in DemoUsers.All)
        {
            var mayLook = user.Duties.Contains(Duty.Auditor) || user.Duties.Contains(Duty.Operator);
            foreach (var found in (Problem?[])[
                (await process.Pipeline.AskAsync(new FindAuditLinks(), new OperationContext(user.Actor))).Problem,
                (await process.Pipeline.AskAsync(new VerifyAudit(), new OperationContext(user.Actor))).Problem,
                (await process.Pipeline.AskAsync(new GetAuditState(), new OperationContext(user.Actor))).Problem])
            {
                Assert.Equal(mayLook ? null : "OPS-0003", found?.Code);
            }
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task Verification_IsRecordedOnlyForALinkThatIs(TestDatabase test)
    {
        await using var process = await FilledAsync(test);
        var auditor = new OperationContext("auditor");
        var report = (await process.VerifyAsync()).ShouldSucceed();
        (await process.Pipeline.SendAsync(new RecordAuditVerification(report.Head), auditor)).ShouldSucceed();
        (await process.Pipeline.SendAsync(new RecordAuditVerification(report.Head with { Hash = new string('a', 64) }), auditor)).ShouldBeProblem(AuditProblems.Rewritten);
        (await process.Pipeline.SendAsync(new RecordAuditVerification(report.Head with { Sequence = 99 }), auditor)).ShouldBeProblem(AuditProblems.Rewritten);

        var state = (await process.Pipeline.AskAsync(new GetAuditState(), auditor)).ShouldSucceed();
        Assert.Equal((11L, report.Head.Hash, "auditor"), (state.Recorded!.Sequence, state.Recorded.Entry.Digest, state.LastHere!.Actor));
        Assert.Equal(state.Recorded, state.Head);
        Assert.Equal(report.Head, state.LastHere.Report!.Head);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ThoseWhoAskMeanwhile_ShareOneVerification(TestDatabase test)
    {
        var witness = new SlowWitness();
        await using var process = await FilledAsync(test, witness);
        var first = process.VerifyAsync();
        await witness.Started.Task;
        var others = Enumerable.Range(0, 5).Select(_ => process.VerifyAsync()).ToList();
        witness.GoOn.SetResult();
        (await first).ShouldSucceed();
        foreach (var other in others)
        {
            (await other).ShouldSucceed();
        }

        // The first had begun before the others asked, so it does not answer them; one more does.
        Assert.Equal(2, witness.Heard);
    }

    private async Task<AnchoredPlatform> FilledAsync(TestDatabase test, params IEnumerable<IAuditWitness> witnesses)
    {
        var start = new DateTimeOffset(2020, 6, 29, 16, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 10; i++)
        {
            await using var work = await test.Database.BeginAsync();
            await AuditLog.AppendAsync(work, new AuditEntry(start.AddHours(8 * i), i % 2 == 0 ? "auditor" : "operator", "Stamp", $"batch/{(i + 1) % 3}", "ab"));
            await work.CommitAsync();
        }

        return new AnchoredPlatform(test, Path.Combine(folder.Path, "audit.anchor"), witnesses: witnesses);
    }

    private static async Task<AuditPage> FindAsync(AnchoredPlatform process, FindAuditLinks query) =>
        (await process.Pipeline.AskAsync(query, new OperationContext("auditor"))).ShouldSucceed();

    private static async Task<IEnumerable<long>> NumbersAsync(AnchoredPlatform process, FindAuditLinks query) => (await FindAsync(process, query)).Links.Select(l => l.Sequence);

    private sealed class SlowWitness : IAuditWitness
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Heard { get; private set; }

        public string SubjectPrefix => "slow/";

        public LocalizedText Title => new("慢", "Slow");

        public async IAsyncEnumerable<SealedContent> ReadAsync(System.Data.Common.DbConnection connection, SqlDialect dialect, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            Heard++;
            Started.TrySetResult();
            await GoOn.Task;
            yield break;
        }
    }
}
