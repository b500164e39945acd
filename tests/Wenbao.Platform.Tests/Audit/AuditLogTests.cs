using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

public sealed class AuditLogTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Chain_IsWhole_AlsoWhenManyAppendAtOnce(TestDatabase test)
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => AppendAsync(test, "op" + i))));
        var report = (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed();
        Assert.Equal((12, 0), (report.Head.Sequence, report.Anchors));
        Assert.Equal(report.Head, await AuditLog.AnchorAsync(test.Database));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Database_RefusesToAlterOrDelete(TestDatabase test)
    {
        await AppendAsync(test, "a");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => TamperAsync(test, "UPDATE plt_audit SET actor = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => TamperAsync(test, "DELETE FROM plt_audit"));
    }

    [DatabaseTheory]
    [DatabaseData("UPDATE plt_audit SET actor = 'somebody' WHERE sequence = 2", "AUD-0001", 2)]
    [DatabaseData("UPDATE plt_audit SET digest = '00' WHERE sequence = 3", "AUD-0001", 3)]
    [DatabaseData("UPDATE plt_audit SET sequence = 12 WHERE sequence = 2", "AUD-0002", 2)]
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 2", "AUD-0002", 2)]
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 1", "AUD-0002", 1)]
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 4", "AUD-0003", 4)]
    [DatabaseData("DELETE FROM plt_audit", "AUD-0003", 1)]
    public async Task Tampering_IsFoundAtTheFirstBadLink(TestDatabase test, string tampering, string code, int link)
    {
        foreach (var operation in (string[])["a", "b", "c", "d"])
        {
            await AppendAsync(test, operation);
        }

        var anchor = await AuditLog.AnchorAsync(test.Database);
        await TamperAsync(test, test.WithoutAuditTriggers(tampering));

        var problem = (await AuditLog.VerifyAsync(test.Database, [Kept(anchor)])).Problem!;
        Assert.Equal((code, $"plt_audit:{link}"), (problem.Code, problem.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MomentInOtherSpelling_IsAnAlteration(TestDatabase test)
    {
        await AppendAsync(test, "a");
        await TamperAsync(test, test.WithoutAuditTriggers(test.Kind == DatabaseKind.Sqlite
            ? "UPDATE plt_audit SET at = replace(at, 'Z', '+00:00')"
            : "UPDATE plt_audit SET at = at + interval '1 microsecond'"));
        (await AuditLog.VerifyAsync(test.Database)).ShouldBeProblem(AuditProblems.LinkAltered);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ChainMadeAnew_IsFoundByTheFirstAnchorThatContradicts(TestDatabase test)
    {
        var anchors = new List<KeptAnchor>();
        foreach (var operation in (string[])["a", "b", "c", "d", "e"])
        {
            await AppendAsync(test, operation);
            anchors.Add(Kept(await AuditLog.AnchorAsync(test.Database)));
        }

        // Whoever owns the database can write a whole chain that is sound in itself.
        await TamperAsync(test, test.WithoutAuditTriggers("DELETE FROM plt_audit WHERE sequence > 2"));
        foreach (var operation in (string[])["x", "d", "e"])
        {
            await AppendAsync(test, operation);
        }

        Assert.True((await AuditLog.VerifyAsync(test.Database)).IsSuccess);
        var problem = (await AuditLog.VerifyAsync(test.Database, anchors)).Problem!;
        Assert.Equal(("AUD-0005", "plt_audit:3"), (problem.Code, problem.Where));
        Assert.Contains("behind link 2", problem.What.En, StringComparison.Ordinal);
    }

    [DatabaseTheory, DatabaseData]
    public async Task LinkReplacedAsAWhole_IsFoundAtTheNext(TestDatabase test)
    {
        foreach (var operation in (string[])["a", "b", "c"])
        {
            await AppendAsync(test, operation);
        }

        var links = await AuditLog.ReadAsync(test.Database).ToListAsync();
        var forged = LinkHash.Of(2, links[1].Entry with { Actor = "somebody" }, links[0].Hash);
        await TamperAsync(test, test.WithoutAuditTriggers($"UPDATE plt_audit SET actor = 'somebody', hash = '{forged}' WHERE sequence = 2"));

        var problem = (await AuditLog.VerifyAsync(test.Database)).Problem!;
        Assert.Equal(("AUD-0004", "plt_audit:3"), (problem.Code, problem.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task LongTexts_AreHashedLikeShortOnes(TestDatabase test)
    {
        await AppendAsync(test, new string('长', 50_000));
        await AppendAsync(test, "");
        Assert.Equal(2, (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed().Head.Sequence);
    }

    [Fact]
    public void Digest_DependsOnContentAndItsParts()
    {
        static string Of(params string?[] parts)
        {
            using var digest = new ContentDigest();
            foreach (var part in parts)
            {
                digest.Add(part);
            }

            return digest.ToString();
        }

        Assert.Equal(Of("ab", "c"), Of("ab", "c"));
        Assert.Equal(5, new[] { Of("ab", "c"), Of("a", "bc"), Of("abc"), Of("ab", "c", null), Of("ab", "c", "") }.Distinct().Count());
    }

    private static KeptAnchor Kept(AuditAnchor anchor) => new(anchor, default);

    private static async Task AppendAsync(TestDatabase test, string operation)
    {
        await using var work = await test.Database.BeginAsync();
        await AuditLog.AppendAsync(work, new AuditEntry(new DateTimeOffset(2020, 6, 30, 9, 0, 0, TimeSpan.FromHours(8)).AddTicks(7), "operator", operation, "batch/1", "ab"));
        await work.CommitAsync();
    }

    private static async Task TamperAsync(TestDatabase test, string sql)
    {
        await using var work = await test.Database.BeginAsync();
        await work.ExecuteAsync(sql);
        await work.CommitAsync();
    }
}
