using System.Data.Common;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

public sealed class AuditWitnessTests
{
    [DatabaseTheory, DatabaseData]
    public async Task EveryContentAsSealed_IsProved(TestDatabase test)
    {
        await SealAsync(test, 1, 2, 3);
        await AppendAsync(test, "leaf/x", "ab");
        await AppendAsync(test, "leafs/1", "ab");
        var report = (await VerifyAsync(test)).ShouldSucceed();
        Assert.Equal((5, new AuditWitnessReport("leaf/", LeafWitness.Name, 3)), (report.Head.Sequence, Assert.Single(report.Witnesses)));
    }

    [DatabaseTheory, DatabaseData]
    public async Task LinksThatOvertookEachOther_AndNumbersLeftOut_AreNoFault(TestDatabase test)
    {
        await SealAsync(test, 4, 1, 9, 2, 30, 12);
        Assert.Equal(6, Assert.Single((await VerifyAsync(test)).ShouldSucceed().Witnesses).Proved);
    }

    [DatabaseTheory]
    [DatabaseData("UPDATE leaf SET text = 'other' WHERE id = 2", "AUD-0007", "leaf/2")]
    [DatabaseData("DELETE FROM leaf WHERE id = 1", "AUD-0008", "leaf/1")]
    [DatabaseData("DELETE FROM leaf WHERE id = 3", "AUD-0008", "leaf/3")]
    [DatabaseData("DELETE FROM leaf WHERE id = 5", "AUD-0008", "leaf/5")]
    [DatabaseData("DELETE FROM leaf", "AUD-0008", "leaf/2")]
    [DatabaseData("INSERT INTO leaf (id, text) VALUES (4, 'smuggled')", "AUD-0009", "leaf/4")]
    [DatabaseData("INSERT INTO leaf (id, text) VALUES (7, 'smuggled')", "AUD-0009", "leaf/7")]
    [DatabaseData("UPDATE leaf SET id = 4 WHERE id = 3", "AUD-0008", "leaf/3")]
    public async Task ContentTamperedWith_IsNamed(TestDatabase test, string tampering, string code, string subject)
    {
        await SealAsync(test, 2, 1, 3, 5);
        await RunAsync(test, tampering);
        var problem = (await VerifyAsync(test)).Problem!;
        Assert.Equal((code, subject), (problem.Code, problem.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ContentSealedTwice_IsNamed(TestDatabase test)
    {
        await SealAsync(test, 1, 2);
        await AppendAsync(test, "leaf/1", DigestOf("leaf 1"));
        Assert.Equal(("AUD-0010", "leaf/1"), ((await VerifyAsync(test)).Problem is var twice ? twice!.Code : "", twice!.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatIsWrittenMeanwhile_BelongsToNeitherSide(TestDatabase test)
    {
        await SealAsync(test, 1, 2);

        // The witness comes to its first content after another process has sealed a third.
        var report = (await AuditLog.VerifyAsync(test.Database, witnesses: [new LeafWitness(() => SealAsync(test, 3))])).ShouldSucceed();
        Assert.Equal((2, 2), (report.Head.Sequence, Assert.Single(report.Witnesses).Proved));
    }

    private static Task<Result<AuditReport>> VerifyAsync(TestDatabase test) => AuditLog.VerifyAsync(test.Database, witnesses: [new LeafWitness(null)]);

    private static string DigestOf(string text)
    {
        using var digest = new ContentDigest();
        digest.Add(text);
        return digest.ToString();
    }

    private static async Task SealAsync(TestDatabase test, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            await using var work = await test.Database.BeginAsync();
            await work.ExecuteAsync("CREATE TABLE IF NOT EXISTS leaf (id bigint PRIMARY KEY, text text NOT NULL)");
            await work.ExecuteAsync($"INSERT INTO leaf (id, text) VALUES ({number}, 'leaf {number}')");
            await AuditLog.AppendAsync(work, new AuditEntry(DateTimeOffset.UnixEpoch, "operator", "Grow", $"leaf/{number}", DigestOf($"leaf {number}")));
            await work.CommitAsync();
        }
    }

    private static async Task AppendAsync(TestDatabase test, string subject, string digest)
    {
        await using var work = await test.Database.BeginAsync();
        await AuditLog.AppendAsync(work, new AuditEntry(DateTimeOffset.UnixEpoch, "operator", "Grow", subject, digest));
        await work.CommitAsync();
    }

    private static async Task RunAsync(TestDatabase test, string sql)
    {
        await using var work = await test.Database.BeginAsync();
        await work.ExecuteAsync(sql);
        await work.CommitAsync();
    }

    private sealed class LeafWitness(Func<Task>? meanwhile) : IAuditWitness
    {
        public static readonly LocalizedText Name = new("叶子", "Leaves");

        public string SubjectPrefix => "leaf/";

        public LocalizedText Title => Name;

        public async IAsyncEnumerable<SealedContent> ReadAsync(DbConnection connection, SqlDialect dialect, [EnumeratorCancellation] CancellationToken cancel)
        {
            if (meanwhile is not null)
            {
                await meanwhile();
            }

            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT id, text FROM leaf ORDER BY id";
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                yield return new SealedContent(row.GetInt64(0), DigestOf(row.GetString(1)));
            }
        }
    }
}
