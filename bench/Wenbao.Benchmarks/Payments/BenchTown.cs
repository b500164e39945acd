using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Benchmarks.Runner;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Server;
using Wenbao.TestKit;

namespace Wenbao.Benchmarks.Payments;

/// <summary>A small town opened on a benchmark's database with everything the product has, as the hosts open it.</summary>
internal sealed class BenchTown : IAsyncDisposable
{
    /// <summary>Who decides claims.</summary>
    public const string Reviewer = "department-officer";

    /// <summary>Who makes batches.</summary>
    public const string Maker = "finance-officer";

    /// <summary>Who releases them.</summary>
    public const string Checker = "finance-approver";

    private readonly ServiceProvider services;
    private readonly WenbaoOptions options;

    private BenchTown(ServiceProvider services, WenbaoOptions options)
    {
        this.services = services;
        this.options = options;
    }

    /// <summary>Opens the town, with its lines of money and nobody in it.</summary>
    /// <param name="space">The benchmark's folder and database.</param>
    /// <param name="bulk">Whether SQLite need not wait for the disk, because only reading is timed.</param>
    public static async Task<BenchTown> OpenAsync(BenchSpace space, bool bulk = false)
    {
        var options = new WenbaoOptions(
            Repository.PathOf("tests/packs/weir-town"), space.Folder, ConnectionString: space.Database.Kind == DatabaseKind.PostgreSql ? space.Database.ConnectionString : null);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddWenbao(options, bulk: bulk).ShouldSucceed();
        var town = new BenchTown(collection.BuildServiceProvider(), options);
        WrongAnswerException.Unless(await DistrictDatabase.PrepareAsync(town.services, CancellationToken.None) is null, "The database could not be prepared.");
        return town;
    }

    /// <summary>The business day.</summary>
    public DateOnly Today => services.GetRequiredService<BusinessClock>().Today;

    /// <summary>Fills it with firms and decides them.</summary>
    public async Task PopulateAsync(int firms) =>
        (await DemoDistrict.MakeAsync(services, options, seed: 1, firms, JobProgress.None, CancellationToken.None)).ShouldSucceed();

    /// <summary>Moves the business day.</summary>
    public void MoveTo(DateOnly day) => services.GetRequiredService<BusinessClock>().MoveTo(day);

    /// <summary>Sends an operation; a refusal fails the benchmark.</summary>
    public async Task<T> SendAsync<T>(string actor, IOperation<T> operation) =>
        (await services.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(actor))).ShouldSucceed();

    /// <summary>Asks a query; a refusal fails the benchmark.</summary>
    public async Task<T> AskAsync<T>(string actor, IQuery<T> query) =>
        (await services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(actor))).ShouldSucceed();

    /// <summary>A claim for money, as the policies module sends it.</summary>
    /// <param name="entitlement">Its number.</param>
    /// <param name="kind">How it is settled.</param>
    /// <param name="shares">Who bears it.</param>
    public FundsClaim Claim(long entitlement, SettlementKind kind, FundShares shares)
    {
        var number = entitlement.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);
        var payee = kind == SettlementKind.Book ? null : new Payee("enterprise", number, "堰头第" + number + "号工坊", "8800" + number, "合成农商银行", null);
        var decision = new DecisionReference(
            "monthly-stipend", new LocalizedText("学徒月津贴", "Monthly stipend"), "1-bench", "s2", "enterprise", number, "堰头第" + number + "号工坊", SubjectIsPerson: false, "2020-03", Today, "model");
        return new FundsClaim(entitlement, kind == SettlementKind.Book ? "fee_relief" : "stipends", new Money(10_000 + (entitlement % 997)), shares, kind, payee, decision);
    }

    public async ValueTask DisposeAsync()
    {
        var database = services.GetRequiredService<Database>();
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
