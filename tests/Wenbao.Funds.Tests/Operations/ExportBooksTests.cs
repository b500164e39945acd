using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Operations;

public sealed class ExportBooksTests
{
    [DatabaseTheory, DatabaseData]
    public async Task MonthOfALine_IsWrittenWithEveryDecision(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, grounds: new KnownDecisions());
        await books.PayAsync("award", 12.34m, 1);
        await books.PayAsync("award", 100m, 2);
        (await books.PostAsync(VoucherKind.Return, "award", FundStage.Payable, FundStage.Returned, 100m, entitlement: 2)).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Commitment, "aid", FundStage.Committed, FundStage.Free, 1m, entitlement: 3)).ShouldSucceed();
        var file = Path.Combine(books.Folder, "books.csv");

        var exported = await books.GetAsync(new ExportBooks("award", new DateOnly(2020, 3, 31), file), BooksScenario.Auditor);

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((9L, 112.34m, 100m, 10), (exported.Entries, exported.Paid.Yuan, exported.CameBack.Yuan, lines.Length));
        Assert.Matches("^[0-9]+,1,2020-03-16,commitment,test/1,district,committed,district,free,12.34,1,scale-award,(升规奖励|Scale-up award),v1,c3,person,P1,王\\*\\*,2020,2020-03-16,model,E2E1,[0-9a-f]{64}$", lines[1]);
        Assert.Contains(",\"'=试验,“甲”\"\"有限公司\",", lines[5], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("小明", StringComparison.Ordinal));
        Assert.False(File.Exists(file + ".part"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task OtherMonthsAndLines_AreLeftOut(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var file = Path.Combine(books.Folder, "books.csv");
        Assert.Equal(1, (await books.GetAsync(new ExportBooks("award", new DateOnly(2020, 1, 1), file))).Entries);
        Assert.Equal(0, (await books.GetAsync(new ExportBooks("award", new DateOnly(2020, 2, 1), file))).Entries);
        (await books.AskAsync(new ExportBooks("nowhere", new DateOnly(2020, 2, 1), file))).ShouldBeProblem(FundsProblems.LineNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ManyEntries_AreWrittenPageByPage(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        for (var i = 0; i < 3; i++)
        {
            await books.DoneAsync(new PostForTest(VoucherKind.Commitment, books.Today,
                [.. Enumerable.Range(1, 900).Select(n => new EntryDraft(new("insurance", FundLevel.District, FundStage.Committed), new("insurance", FundLevel.District, FundStage.Appropriated), new Money(n)))]));
        }

        var file = Path.Combine(books.Folder, "books.csv");
        Assert.Equal(2_700, (await books.GetAsync(new ExportBooks("insurance", books.Today, file))).Entries);
        var rows = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Skip(1).Select(l => string.Join(',', l.Split(',')[..2])).ToList();
        Assert.Equal(2_700, rows.Distinct().Count());
    }
}
