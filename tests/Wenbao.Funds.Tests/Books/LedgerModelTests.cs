using System.Diagnostics;
using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Books;

/// <summary>The ledger against a plain one in memory: every wish is granted or refused alike, and the balances are the same to the fen.</summary>
public sealed class LedgerModelTests
{
    private const int WishesAtOnce = 1_000;

    /// <summary>After so many wishes the balances are also added up again from all entries; oftener would read the same entries again and again.</summary>
    private const int WishesBetweenSums = 10_000;

    private static readonly string[] Lines = [LedgerScenario.Award, LedgerScenario.Bridge, LedgerScenario.Insurance, LedgerScenario.TaxRelief, "reserve"];

    private static readonly (FundStage Debit, FundStage Credit)[] Steps =
    [
        (FundStage.Free, FundStage.Appropriated), (FundStage.Appropriated, FundStage.Free), (FundStage.Committed, FundStage.Free), (FundStage.Committed, FundStage.Appropriated),
        (FundStage.Payable, FundStage.Committed), (FundStage.InTransit, FundStage.Payable), (FundStage.Paid, FundStage.InTransit), (FundStage.Payable, FundStage.InTransit),
        (FundStage.Payable, FundStage.Returned), (FundStage.Free, FundStage.Payable), (FundStage.Free, FundStage.Committed), (FundStage.Appropriated, FundStage.Committed),
        (FundStage.Receivable, FundStage.RecoveryClaimed), (FundStage.RecoveryClaimed, FundStage.Receivable), (FundStage.Free, FundStage.Recovered), (FundStage.Booked, FundStage.Forgone),
        (FundStage.Forgone, FundStage.Booked), (FundStage.Lent, FundStage.Free), (FundStage.Free, FundStage.Lent),
    ];

    [Fact]
    public async Task HundredThousandWishes_EndAsOnPaper()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await CompareAsync(test, wishes: 100_000, seed: 1);
    }

    [DatabaseTheory, DatabaseData(2)]
    public async Task Wishes_EndAsOnPaper(TestDatabase test, int seed) => await CompareAsync(test, wishes: 1_000, seed);

    private static async Task CompareAsync(TestDatabase test, int wishes, int seed)
    {
        var books = await LedgerScenario.StartAsync(test);
        var paper = new PlainLedger(Lines.ToHashSet());
        var draws = new Random(seed);
        var refused = new Dictionary<string, int>();
        var watch = Stopwatch.StartNew();
        for (var done = 0; done < wishes; done += WishesAtOnce)
        {
            await using (var work = await books.Database.BeginAsync())
            {
                for (var i = 0; i < WishesAtOnce; i++)
                {
                    var entries = Wish(draws);
                    var posted = await books.Ledger.PostAsync(work, "model", LedgerScenario.Now, new VoucherDraft(VoucherKind.Commitment, LedgerScenario.Today, "wish", entries), CancellationToken.None);
                    var expected = paper.Post(entries);
                    Assert.Equal(expected, posted.Problem?.Code);
                    refused[expected ?? ""] = refused.GetValueOrDefault(expected ?? "") + 1;
                }

                await work.CommitAsync();
            }

            await EqualAsync(books.Database, paper, withSums: (done + WishesAtOnce) % WishesBetweenSums == 0 || done + WishesAtOnce >= wishes);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{wishes} in {watch.ElapsedMilliseconds} ms: {string.Join(", ", refused)}");
        Assert.All((string[])["", "FND-0001", "FND-0002", "FND-0004", "FND-0005"], code => Assert.True(refused.GetValueOrDefault(code) > wishes / 1_000, $"{code} hardly happened."));
    }

    /// <summary>One to four entries, mostly steps as the product makes them, with amounts that often do not fit; now and then nonsense.</summary>
    private static List<EntryDraft> Wish(Random draws)
    {
        var entries = new List<EntryDraft>();
        for (var count = draws.Next(20) == 0 ? 0 : draws.Next(1, 5); count > 0; count--)
        {
            var line = draws.Next(50) == 0 ? "nowhere" : Lines[draws.Next(Lines.Length)];
            var level = (FundLevel)draws.Next(5);
            var (debit, credit) = draws.Next(50) == 0 ? ((FundStage)draws.Next(13), (FundStage)draws.Next(13)) : Steps[draws.Next(Steps.Length)];
            if (debit == FundStage.Free && credit is FundStage.Appropriated or FundStage.Recovered or FundStage.Lent && draws.Next(8) != 0)
            {
                (debit, credit) = (FundStage.Committed, FundStage.Free); // money is scarce, so that ceilings are met
            }

            var fen = draws.Next(50) == 0 ? draws.Next(-5, 1) : draws.Next(1, 1_000);
            entries.Add(new EntryDraft(new(line, level, debit), new(draws.Next(100) == 0 ? Lines[0] : line, draws.Next(10) == 0 ? (FundLevel)draws.Next(5) : level, credit), new Money(fen), draws.Next(1_000)));
        }

        return entries;
    }

    private static async Task EqualAsync(Database database, PlainLedger paper, bool withSums)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, CancellationToken.None);
        await using (snapshot)
        {
            var accounts = new BookAccounts(snapshot);
            var keys = await accounts.KeysAsync(CancellationToken.None);
            var running = await accounts.RunningAsync(CancellationToken.None);
            Assert.Equal(paper.Accounts.Count, running.Count);
            Assert.All(running, r => Assert.Equal(paper.Accounts[keys[r.Key]], (r.Value.Debit, r.Value.Credit)));
            Assert.All(Lines, line => Assert.Equal(0, paper.Missing(line)));
            if (withSums)
            {
                Assert.Equal(running, (await accounts.SumsAsync(LedgerScenario.Today, null, CancellationToken.None)).Sums);
            }
        }
    }
}
