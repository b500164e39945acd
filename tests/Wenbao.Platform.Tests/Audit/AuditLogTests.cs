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
        var anchor = (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed();
        Assert.Equal(12, anchor.Sequence);
        Assert.Equal(anchor, await AuditLog.AnchorAsync(test.Database));
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
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 2", "AUD-0002", 2)]
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 1", "AUD-0002", 1)]
    [DatabaseData("DELETE FROM plt_audit WHERE sequence = 4", "AUD-0003", 4)]
    public async Task Tampering_IsFoundAtTheFirstBadLink(TestDatabase test, string tampering, string code, int link)
    {
        foreach (var operation in (string[])["a", "b", "c", "d"])
        {
            await AppendAsync(test, operation);
        }

        var anchor = await AuditLog.AnchorAsync(test.Database);
        await TamperAsync(test, test.Kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER plt_audit_no_update; DROP TRIGGER plt_audit_no_delete; " + tampering
            : "DROP TRIGGER plt_audit_append_only ON plt_audit; " + tampering);

        var problem = (await AuditLog.VerifyAsync(test.Database, anchor)).Problem!;
        Assert.Equal((code, $"plt_audit:{link}"), (problem.Code, problem.Where));
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
