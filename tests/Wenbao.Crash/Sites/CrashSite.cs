using Microsoft.Extensions.DependencyInjection;
using Wenbao.Crash.Child;
using Wenbao.Funds;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Server;

namespace Wenbao.Crash.Sites;

/// <summary>A data folder and database in which children work, and the parent's own eye on both.</summary>
internal sealed class CrashSite : IAsyncDisposable
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<CrashSite>>> Prepared = Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<CrashSite>>(() => PrepareAsync(kind)));

    private readonly string folder = MakeFolder();
    private readonly string? connection;
    private readonly Dictionary<string, Outcome> answered = [];
    private ServiceProvider? services;

    private CrashSite(string? connection) => this.connection = connection;

    private string Data => Path.Combine(folder, "data");

    private ServiceProvider Services => services ??= CrashChild.Open(CrashChild.OptionsOf(Data, connection));

    /// <summary>A site with every table and no row.</summary>
    public static async Task<CrashSite> CreateAsync(DatabaseKind kind)
    {
        var prepared = await Prepared[kind].Value;
        var site = new CrashSite(kind == DatabaseKind.Sqlite ? null : await (await PostgresServer.GetAsync()).CreateDatabaseAsync(prepared.connection));
        Directory.CreateDirectory(site.Data);
        foreach (var file in Directory.EnumerateFiles(prepared.Data))
        {
            File.Copy(file, Path.Combine(site.Data, Path.GetFileName(file)));
        }

        return site;
    }

    /// <summary>Starts a child.</summary>
    public CrashRun Start(KillPoint? point = null) => CrashRun.Start(Data, connection, point);

    /// <summary>Starts a child none of whose files may grow beyond a size.</summary>
    public CrashRun StartCramped(int fileKibibytesMax) => CrashRun.Start(Data, connection, point: null, fileKibibytesMax);

    /// <summary>Whether children here came to a command already: they have been answered what comes before it.</summary>
    public bool IsPast(string command, Undisturbed undisturbed)
    {
        var before = undisturbed.Commits.Select(c => c.Command).TakeWhile(c => c != command).LastOrDefault(undisturbed.Outcomes.ContainsKey);
        return before is null || answered.ContainsKey(before);
    }

    /// <summary>Every command of a run was answered as in an undisturbed one; sent again, as it was answered here the first time.</summary>
    public void ShouldAnswer(CrashRun run, Undisturbed undisturbed)
    {
        foreach (var (key, outcome) in run.Outcomes)
        {
            Assert.True(undisturbed.Outcomes[key].Timeless == outcome.Timeless, $"{key} was answered otherwise than in an undisturbed run.");
            Assert.True(answered.TryAdd(key, outcome) || answered[key] == outcome, $"{key} was sent again and answered otherwise.");
        }
    }

    /// <summary>The books balance, the audit is whole, anchors hold, every voucher is sealed, and no entitlement is lost or paid twice.</summary>
    public async Task CheckAsync()
    {
        var pipeline = Services.GetRequiredService<IOperationPipeline>();
        (await pipeline.AskAsync(new VerifyAudit(), new OperationContext("auditor"))).ShouldSucceed();
        (await pipeline.AskAsync(new VerifyBooks(), new OperationContext("auditor"))).ShouldSucceed();
        Assert.Equal("", await MoneyLaws.BrokenAsync(Services.GetRequiredService<Database>()));
    }

    /// <summary>What came of everything.</summary>
    /// <param name="withDays">Whether the days on which things happened belong to it.</param>
    public Task<string> EndStateAsync(bool withDays = true) => EndState.ReadAsync(Services.GetRequiredService<Database>(), withDays);

    /// <summary>Lets a last process run to the end, and one more that finds everything done: both answer and end as an undisturbed run.</summary>
    /// <param name="undisturbed">The undisturbed run.</param>
    /// <param name="how">How it came here, for the report of a failure.</param>
    public async Task ShouldEndAsAsync(Undisturbed undisturbed, string how = "")
    {
        for (var again = 0; again < 2; again++)
        {
            await using var run = Start();
            Assert.False(await run.EndAsync());
            ShouldAnswer(run, undisturbed);
            Assert.Equal(undisturbed.Outcomes.Count, run.Outcomes.Count);
            await CheckAsync();
            var end = await EndStateAsync();
            Assert.True(undisturbed.EndState == end, $"{how}\n{end}\ninstead of\n{undisturbed.EndState}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (services is not null)
        {
            var database = services.GetRequiredService<Database>();
            await services.DisposeAsync();
            await database.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>In memory where the machine has such a place: what a process wrote outlives it there as on a disk, and nobody waits for one that is pressed after every commit.</summary>
    private static string MakeFolder()
    {
        const string InMemory = "/dev/shm";
        return Directory.Exists(InMemory) ? Directory.CreateDirectory(Path.Combine(InMemory, "wenbao-crash-" + Path.GetRandomFileName())).FullName : Directory.CreateTempSubdirectory("wenbao-crash-").FullName;
    }

    private static async Task<CrashSite> PrepareAsync(DatabaseKind kind)
    {
        var site = new CrashSite(kind == DatabaseKind.Sqlite ? null : await (await PostgresServer.GetAsync()).CreateDatabaseAsync());
        Assert.Null(await DistrictDatabase.PrepareAsync(site.Services, CancellationToken.None));
        var database = site.Services.GetRequiredService<Database>();
        await site.Services.DisposeAsync();
        await database.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Data, "district.json"), """{"pack": "pay-town", "seed": 1, "population": null, "isComplete": true}""");
        return site;
    }
}
