using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Funds.Tests.Books;

/// <summary>A small town's books in a fresh database, with everything that operations need and a movable business day.</summary>
internal sealed class BooksScenario : IAsyncDisposable
{
    public const string Maker = "finance-officer";
    public const string Checker = "finance-approver";
    public const string Auditor = "auditor";

    public const string LinesFile = """
        lines:
          - {id: award, name: {zh: 奖补资金, en: Awards}, department: 工信局, kind: budget, class: special_fund, capital_yuan: '1000.00', opens_on: 2020-01-01}
          - {id: shared_award, name: {zh: 市区共担奖补, en: Shared awards}, kind: budget, class: special_fund, capital_yuan: '1000.00', capital_shares: {city: 40, district: 60}, opens_on: 2020-01-01}
          - {id: insurance, name: {zh: 保险基金, en: Insurance}, kind: open_ended, class: off_budget, opens_on: 2020-01-01}
          - {id: tax_relief, name: {zh: 减税, en: Tax relief}, kind: relief, class: off_budget, opens_on: 2020-01-01}
          - {id: bridge, name: {zh: 应急资金, en: Bridging fund}, kind: revolving, class: off_budget, capital_yuan: '100000.00', opens_on: 2020-02-01, limit_per_use_yuan: '60000.00', use_days_max: 10}
          - {id: loss_reserve, name: {zh: 风险补偿, en: Loss reserve}, kind: compensation, class: off_budget, capital_yuan: '10000.00', opens_on: 2020-03-01, recovery_percent: 30}
        """;

    public const string BudgetFile = """
        reserve: reserve
        lines:
          - {id: office, name: {zh: 办公经费, en: Office costs}, kind: budget, class: general, capital_yuan: '500.00', opens_on: 2020-01-01}
          - {id: hearings, name: {zh: 业务费, en: Business fee}, kind: budget, class: business_fee, capital_yuan: '300.05', opens_on: 2020-01-01}
          - {id: schools, name: {zh: 教育, en: Schools}, kind: budget, class: special_fund, capital_yuan: '900.00', opens_on: 2020-01-01, basic_livelihood: {zh: 义务教育法, en: compulsory education}}
          - {id: park, name: {zh: 园区协议, en: Park agreement}, kind: budget, class: special_fund, capital_yuan: '700.00', opens_on: 2020-01-01, bound_by_agreement: {zh: 协议第 8 号, en: agreement no. 8}}
          - {id: reserve, name: {zh: 压减归集, en: Reserve}, kind: budget, class: special_fund, capital_yuan: '0.00', opens_on: 2020-01-01}
          - {id: aid, name: {zh: 救助, en: Aid}, kind: budget, class: special_fund, capital_yuan: '100.00', opens_on: 2020-01-01}
        """;

    private readonly TestFolder folder;
    private readonly ServiceProvider services;

    private BooksScenario(TestDatabase test, TestFolder folder, ServiceProvider services)
    {
        Database = test.Database;
        this.folder = folder;
        this.services = services;
    }

    public Database Database { get; }

    public Ledger Ledger => services.GetRequiredService<Ledger>();

    public string Folder => folder.Path;

    public DateOnly Today => services.GetRequiredService<BusinessClock>().Today;

    public TestClock Clock => (TestClock)services.GetRequiredService<TimeProvider>();

    /// <summary>The books on 16 March 2020, lines opened.</summary>
    public static async Task<BooksScenario> StartAsync(TestDatabase test, bool isOpen = true, DateOnly? day = null, IDecisionReferences? grounds = null)
    {
        var folder = new TestFolder().WithPack("town").With("town/funds/lines.yaml", LinesFile).With("town/funds/budget.yaml", BudgetFile);
        var pack = folder.Load("town");
        await test.MigrateAsync<FundsDb>();
        await test.MigrateAsync<PaymentsDb>();
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock(new DateTimeOffset(2020, 3, 16, 9, 0, 0, TimeSpan.FromHours(8))));
        collection.AddPlatform(pack, test.Database, day ?? new DateOnly(2020, 3, 16)).AddFunds(FundLines.Read(pack).ShouldSucceed());
        if (grounds is not null)
        {
            collection.AddSingleton(grounds);
        }

        collection.AddOperation<PostForTest, PostedForTest, PostForTestHandler>();
        var books = new BooksScenario(test, folder, collection.BuildServiceProvider());
        if (isOpen)
        {
            await books.DoneAsync(new OpenFundLines());
        }

        return books;
    }

    public void MoveTo(DateOnly day) => services.GetRequiredService<BusinessClock>().MoveTo(day);

    public Task<Result<T>> SendAsync<T>(IOperation<T> operation, string? actor = Maker, string? key = null, long? version = null) =>
        services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(actor, key, version is { } seen ? new ExpectedVersion(seen) : null));

    public async Task<T> DoneAsync<T>(IOperation<T> operation, string? actor = Maker) => (await SendAsync(operation, actor)).ShouldSucceed();

    public Task<Result<T>> AskAsync<T>(IQuery<T> query, string? actor = Maker) => services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(actor));

    public async Task<T> GetAsync<T>(IQuery<T> query, string? actor = Maker) => (await AskAsync(query, actor)).ShouldSucceed();

    /// <summary>Posts through the pipeline, so that the audit seals the voucher as it does those of the product's own operations.</summary>
    public Task<Result<PostedForTest>> PostAsync(VoucherKind kind, string line, FundStage debit, FundStage credit, decimal yuan, FundLevel level = FundLevel.District, long? entitlement = null, DateOnly? on = null) =>
        SendAsync(new PostForTest(kind, on ?? Today, [new EntryDraft(new(line, level, debit), new(line, level, credit), Money.FromYuan(yuan), entitlement)]));

    /// <summary>Pays an amount out of a line, from free money to the proof of the statement.</summary>
    public async Task PayAsync(string line, decimal yuan, long entitlement)
    {
        (await PostAsync(VoucherKind.Commitment, line, FundStage.Committed, FundStage.Free, yuan, entitlement: entitlement)).ShouldSucceed();
        (await PostAsync(VoucherKind.Clearing, line, FundStage.Payable, FundStage.Committed, yuan, entitlement: entitlement)).ShouldSucceed();
        (await PostAsync(VoucherKind.HandOver, line, FundStage.InTransit, FundStage.Payable, yuan, entitlement: entitlement)).ShouldSucceed();
        (await PostAsync(VoucherKind.Payment, line, FundStage.Paid, FundStage.InTransit, yuan, entitlement: entitlement)).ShouldSucceed();
    }

    public async Task<FundLineState> LineAsync(string line) => Assert.Single(await GetAsync(new GetFundLines(line)));

    /// <summary>Runs statements past everything that guards the books, as somebody with the database's password would.</summary>
    public async Task TamperAsync(params string[] statements)
    {
        await using var work = await Database.BeginAsync();
        foreach (var table in (string[])["fnd_account", "fnd_voucher", "fnd_entry", "fnd_month", "fnd_month_balance", "plt_audit"])
        {
            if (Database.Kind == DatabaseKind.Sqlite)
            {
                await work.ExecuteAsync($"DROP TRIGGER IF EXISTS {table}_no_update; DROP TRIGGER IF EXISTS {table}_no_delete;");
            }
            else
            {
                await work.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER ALL");
            }
        }

        foreach (var statement in statements)
        {
            await work.ExecuteAsync(statement);
        }

        await work.CommitAsync();
    }

    public async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await Database.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Writes a voucher as the product's operations do.</summary>
[AllowedTo(Duty.FinanceOfficer)]
internal sealed record PostForTest(VoucherKind Kind, DateOnly On, IReadOnlyList<EntryDraft> Entries) : IOperation<PostedForTest>;

internal sealed record PostedForTest(long Voucher);

internal sealed class PostForTestHandler(Ledger ledger) : IOperationHandler<PostForTest, PostedForTest>
{
    public async Task<Result<PostedForTest>> HandleAsync(PostForTest operation, OperationSession session, CancellationToken cancel)
    {
        var posted = await ledger.PostAsync(session.UnitOfWork, session.Scope.Actor, session.Scope.Now, new VoucherDraft(operation.Kind, operation.On, "test/1", operation.Entries), cancel);
        if (posted.Problem is { } problem)
        {
            return problem;
        }

        session.Describe("test/1");
        return new PostedForTest(posted.Value.Id);
    }
}
