using CsCheck;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>What holds after any sequence of operations, whatever they were answered.</summary>
public sealed class PaymentLawTests
{
    private const int StepsOfASequence = 80;

    /// <summary>What of every entitlement has left for good, less what came back, from the entries alone, where it is neither nothing nor its whole amount.</summary>
    private const string PaidInPartOrTwice =
        """
        SELECT x.entitlement, x.fen, c.amount_fen FROM (
          SELECT e.entitlement, SUM(CASE WHEN d.stage IN ('Paid', 'Returned') THEN e.amount_fen ELSE 0 END) - SUM(CASE WHEN k.stage IN ('Paid', 'Returned') THEN e.amount_fen ELSE 0 END) AS fen
          FROM fnd_entry e JOIN fnd_account d ON d.id = e.debit_account JOIN fnd_account k ON k.id = e.credit_account WHERE e.entitlement IS NOT NULL GROUP BY e.entitlement) x
        JOIN fnd_commitment c ON c.entitlement = x.entitlement AND c.stage <> 'Released' WHERE x.fen NOT IN (0, c.amount_fen)
        """;

    /// <summary>Appropriated = free + committed + payable + in transit + paid, per line and to the fen, after every step; nothing is paid twice or in part; the parts of every payment are its whole.</summary>
    [Fact]
    public async Task AnySequenceOfOperations_KeepsTheMoneyTogether()
    {
        var codes = new Dictionary<string, int>();
        await Gen.Int[0, int.MaxValue].SampleAsync(
            async seed =>
            {
                await using var test = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
                await using var town = await PaymentsScenario.StartAsync(test, capital: 400m);
                var draws = new Random(seed);
                for (var step = 0; step < StepsOfASequence; step++)
                {
                    if (draws.Next(10) == 0)
                    {
                        town.MoveTo(town.Today.AddDays(draws.Next(1, 8)));
                    }

                    // Steps are numbered as those of eight workers, whose payments the later steps name.
                    var code = await PaymentSteps.TakeAsync(town, draws, (1_000 * ((step % 8) + 1)) + (step / 8));
                    Assert.DoesNotContain("OPS-", code, StringComparison.Ordinal);
                    codes[code] = codes.GetValueOrDefault(code) + 1;
                    await town.ShouldAddUpAsync();
                }

                Assert.Empty(await town.RowsAsync(PaidInPartOrTwice));
                Assert.Empty(await town.RowsAsync("SELECT id FROM fnd_commitment WHERE national_fen + province_fen + city_fen + district_fen + unshared_fen <> amount_fen"));
                await town.GetAsync(new VerifyBooks());
            },
            iter: 12,
            threads: 1);
        Assert.True(codes.GetValueOrDefault("") > 200, string.Join(", ", codes));
    }
}
