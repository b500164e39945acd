using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>A small town that pays: a line of each kind, rules, parties, a movable business day; every event it raises is kept.</summary>
internal sealed partial class PaymentsScenario : IAsyncDisposable
{
    public const string Award = "award";
    public const string Pension = "pension";
    public const string TaxRelief = "tax_relief";
    public const string Reserve = "loss_reserve";
    public const string Maker = "finance-officer";
    public const string Checker = "finance-approver";

    /// <summary>A third finance officer, whom the demonstration does not have.</summary>
    public const string Deputy = "finance-deputy";

    /// <summary>Who acts for the firm F1 and for nobody else.</summary>
    public const string OwnerOfFirst = "owner-of-F1";

    private const string Lines = """
        lines:
          - {id: award, name: {zh: 奖补资金, en: Awards}, kind: budget, class: special_fund, capital_yuan: '1000.00', opens_on: 2020-01-01}
          - {id: pension, name: {zh: 养老金, en: Pensions}, kind: open_ended, class: off_budget, opens_on: 2020-01-01}
          - {id: tax_relief, name: {zh: 减税, en: Tax relief}, kind: relief, class: off_budget, opens_on: 2020-01-01}
          - {id: loss_reserve, name: {zh: 风险补偿, en: Loss reserve}, kind: compensation, class: special_fund, capital_yuan: '500.00', opens_on: 2020-01-01, recovery_percent: 30}
        """;

    private const string Rules = """
        publicity: {working_days: 5}
        publicity_exempt_policies: [monthly-benefit]
        debtor: {name: 试验区财政局, account: '370100200300', bank: 试验银行营业部, bank_code: '313452000010'}
        debtors:
          - {lines: [pension], name: 试验区社保中心, account: '370100200999', bank: 试验银行营业部, bank_code: '313452000010'}
        batch: {items_max: 20000}
        """;

    private const string PartyFile = """
        parties:
          - {id: bank_1, name: 试验银行, role: bank, account: '9001', bank: 试验银行营业部, bank_code: '313452000010'}
          - {id: supplier_1, name: 印章厂, role: supplier, account: '9002', bank: 试验银行支行}
        """;

    private const string Holidays = """
        date,year,kind
        2020-04-04,2020,day_off
        2020-04-05,2020,day_off
        2020-04-06,2020,day_off
        2021-01-01,2021,day_off
        """;

    private readonly TestFolder folder;
    private readonly ServiceProvider services;

    private PaymentsScenario(TestDatabase test, TestFolder folder, ServiceProvider services)
    {
        Database = test.Database;
        this.folder = folder;
        this.services = services;
    }

    public Database Database { get; }

    public EventLog Events => services.GetRequiredService<EventLog>();

    public DateOnly Today => services.GetRequiredService<BusinessClock>().Today;

    public Ledger Ledger => services.GetRequiredService<Ledger>();

    public string Folder => folder.Path;

    /// <param name="test">The database.</param>
    /// <param name="capital">What the budget line and the reserve are given, in yuan.</param>
    /// <param name="itemsMax">The most payments of a batch.</param>
    public static async Task<PaymentsScenario> StartAsync(TestDatabase test, decimal capital = 1_000m, int itemsMax = 20_000)
    {
        var folder = new TestFolder().WithPack("town")
            .With("town/funds/lines.yaml", Lines)
            .With("town/funds/payments.yaml", Rules.Replace("items_max: 20000", string.Create(CultureInfo.InvariantCulture, $"items_max: {itemsMax}"), StringComparison.Ordinal))
            .With("town/funds/parties.yaml", PartyFile)
            .With("town/reference/holidays.csv", Holidays);
        var pack = folder.Load("town");
        await test.MigrateAsync<FundsDb>();
        await test.MigrateAsync<PaymentsDb>();
        var collection = new ServiceCollection()
            .AddPlatform(pack, test.Database, new DateOnly(2020, 3, 16))
            .AddFunds(FundLines.Read(pack).ShouldSucceed(), PaymentRules.Read(pack).ShouldSucceed(), Parties.Read(pack).ShouldSucceed())
            .AddSingleton(PackReference.Holidays(pack, new PackReader()))
            .AddSingleton<IScopeProvider>(new DemoUsersAndAnOwner());
        var scenario = new PaymentsScenario(test, folder, EventLog.ListenIn(collection).BuildServiceProvider());
        await scenario.AppropriateAsync(Award, capital);
        await scenario.AppropriateAsync(Reserve, capital / 2);
        return scenario;
    }

    public static FundsClaim Claim(long entitlement, decimal yuan, string line = Award, SettlementKind settlement = SettlementKind.Pay, FundShares? shares = null, string policy = "scale-award") => new(
        entitlement,
        line,
        Money.FromYuan(yuan),
        shares ?? FundShares.AllDistrict,
        settlement,
        settlement is SettlementKind.Pay or SettlementKind.Supplier ? PayeeOf(entitlement) : null,
        new DecisionReference(policy, new LocalizedText("升规奖励", "Scale-up award"), "v1", "c3", "enterprise", $"F{entitlement}", $"试验{entitlement}号有限公司", false, "2020", new DateOnly(2020, 3, 16), "model"));

    public static Payee PayeeOf(long entitlement) =>
        new("enterprise", $"F{entitlement}", $"试验{entitlement}号有限公司", string.Create(CultureInfo.InvariantCulture, $"6222{entitlement:00000000}"), "试验银行支行", "313452000028");

    public void MoveTo(DateOnly day) => services.GetRequiredService<BusinessClock>().MoveTo(day);

    public Task<Result<T>> SendAsync<T>(IOperation<T> operation, string? actor = Maker, string? key = null) =>
        services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(actor, key));

    public async Task<T> DoneAsync<T>(IOperation<T> operation, string? actor = Maker) => (await SendAsync(operation, actor)).ShouldSucceed();

    public Task<Result<T>> AskAsync<T>(IQuery<T> query, string? actor = Maker) =>
        services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(actor));

    public async Task<T> GetAsync<T>(IQuery<T> query, string? actor = Maker) => (await AskAsync(query, actor)).ShouldSucceed();

    public Task<CommittedFunds> CommitAsync(params FundsClaim[] claims) => DoneAsync(new CommitFunds(claims), DemoUsers.Operator);

    public async Task<PaymentState> StateAsync(long entitlement) => Assert.Single(await GetAsync(new FindPayments([entitlement])));

    public async Task<PaymentStage> StageAsync(long entitlement) => (await StateAsync(entitlement)).Stage;

    /// <summary>Debits less credits of a stage over all levels, in yuan.</summary>
    public async Task<decimal> BalanceAsync(FundStage stage, string line = Award)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COALESCE(SUM(b.debit_fen - b.credit_fen), 0) FROM fnd_balance b JOIN fnd_account a ON a.id = b.account_id WHERE a.line = @line AND a.stage = @stage";
        command.With(Database.Dialect, "line", ColumnType.Text, line).With(Database.Dialect, "stage", ColumnType.Text, stage.ToString());
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) / 100m;
    }

    public async Task<long> CountAsync(string from)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM " + from;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The demonstration's people, the owner of one firm, and a third finance officer.</summary>
    private sealed class DemoUsersAndAnOwner : IScopeProvider
    {
        private readonly DemoUsers others = new();

        public ValueTask<ScopeGrant?> FindAsync(string? actor, CancellationToken cancel) => actor switch
        {
            OwnerOfFirst => new(new ScopeGrant(actor, new LocalizedText("企业经办人", "Firm owner"), [Duty.Owner], ["F1"])),
            Deputy => new(new ScopeGrant(actor, new LocalizedText("财政副职", "Finance deputy"), [Duty.FinanceOfficer])),
            _ => others.FindAsync(actor, cancel),
        };
    }

    private async Task AppropriateAsync(string line, decimal yuan)
    {
        await using var work = await Database.BeginAsync();
        var entry = new EntryDraft(new AccountKey(line, FundLevel.District, FundStage.Free), new AccountKey(line, FundLevel.District, FundStage.Appropriated), Money.FromYuan(yuan));
        (await Ledger.PostAsync(work, Maker, DateTimeOffset.UnixEpoch, new VoucherDraft(VoucherKind.Appropriation, new DateOnly(2020, 1, 2), "test", [entry]), CancellationToken.None)).ShouldSucceed();
        await work.CommitAsync();
    }
}
