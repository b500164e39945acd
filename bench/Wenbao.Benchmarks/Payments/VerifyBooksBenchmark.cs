using Wenbao.Benchmarks.Runner;
using Wenbao.Funds;
using Wenbao.Platform.Operations;

namespace Wenbao.Benchmarks.Payments;

/// <summary>How long is an auditor kept waiting for the proof of a year's books?</summary>
internal sealed class VerifyBooksBenchmark : Benchmark
{
    private const long Entries = 1_000_000;
    private const int GreatVouchers = 18;
    private const int ClaimsOfGreat = 12_500;
    private const int SmallVouchers = 10_000;
    private const int EntriesOfClaim = 4;
    private BenchTown? town;

    public override string Name => "books-verify";

    public override string Question => "how long does it take to prove a million entries: digests, seals, balances, conservation, two closed months?";

    public override string Unit => "entries";

    public override TimeSpan? Limit => TimeSpan.FromSeconds(10);

    /// <summary>A few great vouchers, as bulk claims write them, and many small ones, as single decisions do.</summary>
    public override async Task PrepareAsync(BenchSpace space)
    {
        town = await BenchTown.OpenAsync(space, bulk: true);
        var entitlement = 0L;
        foreach (var (month, claims) in Vouchers())
        {
            town.MoveTo(new DateOnly(2020, month, 10));
            var shares = new FundShares(25, 25, 25, 25);
            await town.SendAsync(DemoUsers.Operator, new CommitFunds([.. Enumerable.Range(0, claims).Select(_ => town.Claim(++entitlement, SettlementKind.Book, shares))]));
        }

        await town.SendAsync(BenchTown.Maker, new CloseMonth(new DateOnly(2020, 3, 1)));
        await town.SendAsync(BenchTown.Maker, new CloseMonth(new DateOnly(2020, 4, 1)));
    }

    public override async Task<long> RunAsync(BenchSpace space, int round)
    {
        var proved = await town!.AskAsync(BenchTown.Maker, new VerifyBooks());
        WrongAnswerException.Unless(proved.Entries >= Entries && proved.ClosedMonths == 2, $"{proved.Entries} entries were proved.");
        return proved.Entries;
    }

    public override ValueTask EndAsync() => town?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static IEnumerable<(int Month, int Claims)> Vouchers()
    {
        for (var i = 0; i < GreatVouchers; i++)
        {
            yield return (3 + (i * 3 / GreatVouchers), ClaimsOfGreat);
        }

        var left = (int)(Entries / EntriesOfClaim) - (GreatVouchers * ClaimsOfGreat);
        for (var i = 0; i < SmallVouchers; i++)
        {
            yield return (5, ((i + 1) * left / SmallVouchers) - (i * left / SmallVouchers));
        }
    }
}
