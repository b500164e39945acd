using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Tests.Payments;

/// <content>Steps that many tests take.</content>
internal sealed partial class PaymentsScenario
{
    private int files;

    /// <summary>Commits, publishes and waits until publicity is over.</summary>
    public async Task PublishAsync(params FundsClaim[] claims)
    {
        await CommitAsync(claims);
        var list = await DoneAsync(new PublishList());
        MoveTo(list.Until.AddDays(1));
    }

    /// <summary>Makes a batch of what is cleared, lets another person release it, and hands it over.</summary>
    /// <returns>The batch and its file.</returns>
    public async Task<(long Batch, byte[] File)> HandOverAsync()
    {
        var made = await DoneAsync(new MakeBatch());
        await DoneAsync(new ReleaseBatch(made.Batch), Checker);
        await DoneAsync(new ExportBatch(made.Batch));
        return (made.Batch, (await GetAsync(new GetBatchFile(made.Batch))).Content);
    }

    /// <summary>What a simulated bank answers.</summary>
    public static IReadOnlyList<SimulatedFile> Answers(byte[] file, BankBehaviour? behaviour = null) => BankSimulator.Answer(file, behaviour ?? new BankBehaviour()).ShouldSucceed();

    /// <summary>Reads a message of the bank.</summary>
    public Task<Result<ImportedBankMessage>> TryReadAsync(byte[] content, string name = "message.xml")
    {
        var path = Path.Combine(Folder, $"bank-{++files}.xml");
        File.WriteAllBytes(path, content);
        return SendAsync(new ImportBankMessage(path, name));
    }

    /// <summary>Reads a message of the bank that is sound.</summary>
    public async Task<ImportedBankMessage> ReadAsync(SimulatedFile message) => (await TryReadAsync(message.Content, message.Name)).ShouldSucceed();

    /// <summary>Reads messages in order.</summary>
    public async Task ReadAllAsync(IEnumerable<SimulatedFile> messages)
    {
        foreach (var message in messages)
        {
            await ReadAsync(message);
        }
    }

    /// <summary>Everything that the bank's messages can change, as one text: stages, states, net entries by entitlement, level and stage, open exceptions, movements.</summary>
    public async Task<string> PictureAsync()
    {
        var lines = new List<string>();
        foreach (var sql in new[]
        {
            "SELECT entitlement, stage, paid_on, reason, batch FROM fnd_commitment ORDER BY entitlement",
            "SELECT id, state, reason FROM fnd_attempt ORDER BY id",
            """
            SELECT x.entitlement, a.line, a.level, a.stage, SUM(x.fen) FROM (
              SELECT entitlement, debit_account AS account, amount_fen AS fen FROM fnd_entry UNION ALL SELECT entitlement, credit_account, -amount_fen FROM fnd_entry) x
            JOIN fnd_account a ON a.id = x.account WHERE x.entitlement IS NOT NULL
            GROUP BY x.entitlement, a.line, a.level, a.stage HAVING SUM(x.fen) <> 0 ORDER BY x.entitlement, a.line, a.level, a.stage
            """,
            "SELECT kind, key, entitlement, amount_fen FROM fnd_exception WHERE closed_by IS NULL ORDER BY kind, key",
            "SELECT s.statement_id, e.ordinal, e.is_credit, e.amount_fen, e.booked_on, e.attempt FROM fnd_statement_entry e JOIN fnd_statement s ON s.id = e.statement ORDER BY s.account_number, s.statement_id, e.ordinal",
        })
        {
            lines.Add(sql.Split('\n')[0]);
            lines.AddRange(await RowsAsync(sql));
        }

        return string.Join('\n', lines);
    }

    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    /// <summary>The law of every line: what was given is where it can be.</summary>
    public async Task ShouldAddUpAsync()
    {
        foreach (var line in new[] { Award, Pension, Reserve })
        {
            var all = new Dictionary<FundStage, decimal>();
            foreach (var stage in Enum.GetValues<FundStage>())
            {
                all[stage] = await BalanceAsync(stage, line);
            }

            Assert.Equal(
                -all[FundStage.Appropriated],
                all[FundStage.Free] + all[FundStage.Committed] + all[FundStage.Payable] + all[FundStage.InTransit] + all[FundStage.Lent] + all[FundStage.Paid] + all[FundStage.Returned] + all[FundStage.Recovered]);
            Assert.Equal(0m, all[FundStage.Receivable] + all[FundStage.RecoveryClaimed]);
        }
    }
}
