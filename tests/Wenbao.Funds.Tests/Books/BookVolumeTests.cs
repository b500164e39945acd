using System.Diagnostics;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Books;

/// <summary>How long the books of a whole district take, in milliseconds; run by hand, because a busy machine would make them fail: <c>-explicit only</c>.</summary>
public sealed class BookVolumeTests
{
    [Fact(Explicit = true)]
    public async Task AMillionEntries_AreProved()
    {
        await using var test = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var books = await BooksScenario.StartAsync(test);
        var watch = Stopwatch.StartNew();
        var entitlement = 0;
        // A few great vouchers as accruals write them, and many small ones as single decisions do.
        for (var i = 0; i < 20; i++)
        {
            await PostAsync(books, Enumerable.Range(0, 45_000).Select(_ => Entry(++entitlement)));
        }

        for (var i = 0; i < 10_000; i++)
        {
            await PostAsync(books, Enumerable.Range(0, 10).Select(_ => Entry(++entitlement)));
        }

        Tell(watch, "written");
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 1, 1)));
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 2, 1)));
        Tell(watch, "two months closed");
        var proved = await books.GetAsync(new VerifyBooks());
        Tell(watch, $"{proved.Entries} entries of {proved.Vouchers} vouchers proved");
        await books.GetAsync(new GetTrialBalance(new DateOnly(2020, 3, 16)));
        Tell(watch, "trial balance of a past day");
        var account = (await books.GetAsync(new GetTrialBalance(Line: "insurance"))).Rows[0].Id;
        var page = await books.GetAsync(new GetAccountEntries(account));
        await books.GetAsync(new GetAccountEntries(account, page.Next));
        Tell(watch, "two pages of an account");
        await books.GetAsync(new ExportBooks("insurance", books.Today, Path.Combine(books.Folder, "b.csv")));
        Tell(watch, "exported");
        Assert.True(proved.Entries > 1_000_000);
    }

    private static EntryDraft Entry(long entitlement)
    {
        var level = (FundLevel)(entitlement % 4);
        return new(new("insurance", level, FundStage.Committed), new("insurance", level, FundStage.Appropriated), new Money(1 + (entitlement % 997)), entitlement);
    }

    private static async Task PostAsync(BooksScenario books, IEnumerable<EntryDraft> entries) => await books.DoneAsync(new PostForTest(VoucherKind.Commitment, books.Today, [.. entries]));

    private static void Tell(Stopwatch watch, string what)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds,8} ms  {what}");
        watch.Restart();
    }
}
