using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Where the money of one line stands now, debits less credits by stage over all levels.</summary>
internal sealed class LineMoney
{
    private readonly Dictionary<FundStage, long> balances = [];

    private LineMoney()
    {
    }

    /// <summary>What stands at a stage; stages that say where money came from have it negative.</summary>
    public Money Of(FundStage stage) => new(balances.GetValueOrDefault(stage));

    /// <summary>Reads it.</summary>
    public static async Task<LineMoney> ReadAsync(Database database, string line, CancellationToken cancel)
    {
        var money = new LineMoney();
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var select = snapshot.Command("SELECT a.stage, b.debit_fen, b.credit_fen FROM fnd_account a JOIN fnd_balance b ON b.account_id = a.id WHERE a.line = @line")
                .With(snapshot.Dialect, "line", ColumnType.Text, line);
            await BookAccounts.ReadAsync(
                select,
                row =>
                {
                    var stage = Enum.Parse<FundStage>(row.GetString(0));
                    money.balances[stage] = money.balances.GetValueOrDefault(stage) + row.GetInt64(1) - row.GetInt64(2);
                },
                cancel).ConfigureAwait(false);
        }

        return money;
    }
}
