using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Tests.Books;

/// <summary>The ledger alone on a fresh database, with a line of each kind.</summary>
internal sealed class LedgerScenario
{
    public const string Award = "award";
    public const string Insurance = "insurance";
    public const string TaxRelief = "tax_relief";
    public const string Bridge = "bridge";

    public static readonly DateOnly Today = new(2020, 3, 16);
    public static readonly DateTimeOffset Now = new(2020, 3, 16, 1, 0, 0, TimeSpan.Zero);

    private LedgerScenario(TestDatabase test) => Database = test.Database;

    public static FundLines Lines { get; } = new(
        [
            Line(Award, FundLineKind.Budget), Line("reserve", FundLineKind.Budget), Line(Insurance, FundLineKind.OpenEnded),
            Line(TaxRelief, FundLineKind.Relief), Line(Bridge, FundLineKind.Revolving),
        ],
        "reserve");

    public Database Database { get; }

    public Ledger Ledger { get; } = new(Lines);

    public static async Task<LedgerScenario> StartAsync(TestDatabase test)
    {
        await test.MigrateAsync<FundsDb>();
        return new LedgerScenario(test);
    }

    public static AccountKey Account(FundStage stage, string line = Award, FundLevel level = FundLevel.District) => new(line, level, stage);

    public static EntryDraft Entry(FundStage debit, FundStage credit, long fen, string line = Award, FundLevel level = FundLevel.District, long? entitlement = null) =>
        new(Account(debit, line, level), Account(credit, line, level), new Money(fen), entitlement);

    public Task<Result<PostedVoucher>> PostAsync(VoucherKind kind, params EntryDraft[] entries) => PostAsync(kind, Today, entries);

    public async Task<Result<PostedVoucher>> PostAsync(VoucherKind kind, DateOnly on, params EntryDraft[] entries)
    {
        await using var work = await Database.BeginAsync();
        var posted = await Ledger.PostAsync(work, "finance-officer", Now, new VoucherDraft(kind, on, "test/1", entries), CancellationToken.None);
        if (posted.IsSuccess)
        {
            await work.CommitAsync();
        }

        return posted;
    }

    /// <summary>Debits less credits of an account over all levels, in fen.</summary>
    public async Task<long> BalanceAsync(FundStage stage, string line = Award)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(SUM(b.debit_fen - b.credit_fen), 0) FROM fnd_balance b JOIN fnd_account a ON a.id = b.account_id WHERE a.line = @line AND a.stage = @stage";
        command.With(Database.Dialect, "line", ColumnType.Text, line).With(Database.Dialect, "stage", ColumnType.Text, stage.ToString());
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static FundLine Line(string id, FundLineKind kind) => new()
    {
        Id = id,
        Name = new(id, id),
        Account = new(id, id),
        Kind = kind,
        Class = FundLineClass.SpecialFund,
        OpensOn = new(2020, 1, 1),
    };
}
