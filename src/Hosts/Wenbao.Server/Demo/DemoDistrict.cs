using System.Text.Json;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Registry;
using Wenbao.Synthesis;

namespace Wenbao.Server;

/// <summary>The synthetic district in a data folder (演示区域): made once, used again; a making that was broken off is made anew.</summary>
public static class DemoDistrict
{
    private const string StateFile = "district.json";
    private static readonly JsonSerializerOptions StateJson = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What is known of the district in a data folder.</summary>
    /// <param name="Pack">The pack's id.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Population">Subjects of the leading type.</param>
    /// <param name="IsComplete">Whether the making came to its end.</param>
    /// <param name="Today">The business day it has been moved to; null for the pack's.</param>
    /// <param name="PlayedThrough">The last day of the past months that were played in it; null when none were.</param>
    /// <param name="Database">The PostgreSQL database it lies in, as host, port and name; null for the embedded one.</param>
    public sealed record DemoState(string Pack, ulong Seed, int? Population, bool IsComplete, DateOnly? Today = null, DateOnly? PlayedThrough = null, string? Database = null);

    /// <summary>What the data folder holds; null when the demo made nothing there.</summary>
    public static DemoState? Find(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, StateFile);
        return File.Exists(file) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllText(file), StateJson) : null;
    }

    /// <summary>Moves the business day of the district on, beginning each day on the way; made-up data only.</summary>
    /// <param name="services">Services on the district's database.</param>
    /// <param name="options">The data folder.</param>
    /// <param name="day">The day to move to, later than the present one.</param>
    /// <param name="cancel">Stops between two days.</param>
    /// <returns>The problem that a day met; null when all went well. What was moved before it stays moved.</returns>
    public static async Task<Problem?> MoveToAsync(IServiceProvider services, WenbaoOptions options, DateOnly day, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        var clock = services.GetRequiredService<BusinessClock>();
        if (Find(options.DataDirectory) is not { } state || services.GetRequiredService<Pack>().Manifest.SyntheticLabel is null || !clock.IsFixed)
        {
            return ServerProblems.ClockNotMovable.With();
        }

        while (clock.Today < day)
        {
            clock.MoveTo(clock.Today.AddDays(1));
            var begin = new BeginBusinessDay(clock.Today);
            var begun = await services.GetRequiredService<IOperationPipeline>().SendAsync(begin, new OperationContext(DemoUsers.Operator, begin.Key), cancel).ConfigureAwait(false);
            if (!begun.IsSuccess)
            {
                return begun.Problem;
            }

            Write(options, state with { Today = clock.Today });
        }

        return null;
    }

    /// <summary>Plays the past months of a district that was made and decided, and in which nobody has done anything yet: claims, decisions, payments, the books (演示前几个月的办理).</summary>
    /// <param name="services">Services on the district's database.</param>
    /// <param name="options">The data folder.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops the playing; the district is then made anew by the next start.</param>
    /// <returns>What was played; or the problem that the pack has no plan, or that the district has been worked in, or that an operation met.</returns>
    public static async Task<Result<PlayedHistory>> PlayAsync(IServiceProvider services, WenbaoOptions options, JobProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var plan = HistoryPlan.Read(services.GetRequiredService<Pack>(), services.GetRequiredService<PolicyLibrary>());
        if (!plan.IsSuccess)
        {
            return plan.Problem!;
        }

        if (Find(options.DataDirectory) is not { Today: null, PlayedThrough: null } state || await HistoryPlayer.IsWorkedInAsync(services, cancel).ConfigureAwait(false))
        {
            return ServerProblems.AlreadyWorkedIn.At(options.DataDirectory);
        }

        Write(options, state with { IsComplete = false });
        var played = await new HistoryPlayer(services, plan.Value, options.DataDirectory, progress).PlayAsync(cancel).ConfigureAwait(false);
        if (played.IsSuccess)
        {
            Write(options, state with { IsComplete = true, Today = plan.Value.Days.To, PlayedThrough = plan.Value.Days.To });
        }

        return played;
    }

    /// <summary>Removes what a making or playing left that was broken off, so that it can be made anew.</summary>
    /// <param name="options">The data folder and the database.</param>
    /// <param name="cancel">Stops the removing.</param>
    /// <returns>The problem that the database holds data of departments, which are never removed; null when it is empty now, or is another than the one of the broken-off making.</returns>
    public static async Task<Problem?> RemoveUnfinishedAsync(WenbaoOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ConnectionString is { Length: > 0 } connection)
        {
            if (Find(options.DataDirectory) is not { IsComplete: false } state || state.Database != DistrictDatabase.PlaceOf(options))
            {
                return null;
            }

            var database = new Database(DatabaseKind.PostgreSql, connection);
            await using (database.ConfigureAwait(false))
            {
                if (await DistrictDatabase.CountBatchesAsync(database, fromFiles: true, cancel).ConfigureAwait(false) > 0)
                {
                    return ServerProblems.DatabaseInUse.At(state.Database);
                }

                await DistrictDatabase.EraseAsync(database, cancel).ConfigureAwait(false);
            }
        }
        else
        {
            foreach (var suffix in (string[])["", "-wal", "-shm", "-journal"])
            {
                File.Delete(options.DatabaseFile + suffix);
            }
        }

        // The anchors of a chain that is gone.
        File.Delete(options.AnchorFile);
        return null;
    }

    /// <summary>Makes the district in an empty database: generates, writes, decides everything.</summary>
    /// <param name="services">Services on the empty, prepared database.</param>
    /// <param name="options">The data folder.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="population">Subjects of the leading type; null for the pack's full size.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops the making.</param>
    public static async Task<Result<DecidedRegistry>> MakeAsync(
        IServiceProvider services, WenbaoOptions options, ulong seed, int? population, JobProgress progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var pack = services.GetRequiredService<Pack>();
        if (await DistrictDatabase.CountBatchesAsync(services.GetRequiredService<Database>(), fromFiles: false, cancel).ConfigureAwait(false) > 0)
        {
            return ServerProblems.DatabaseInUse.At(DistrictDatabase.PlaceOf(options) ?? options.DatabaseFile);
        }

        var state = new DemoState(pack.Id, seed, population, IsComplete: false, Database: DistrictDatabase.PlaceOf(options));
        Write(options, state);
        var filled = await FillAsync(services, pack, seed, population, progress, cancel).ConfigureAwait(false);
        if (filled is { } problem)
        {
            return problem;
        }

        var decided = await DecideAsync(services, cancel).ConfigureAwait(false);
        if (decided.IsSuccess)
        {
            Write(options, state with { IsComplete = true });
        }

        return decided;
    }

    /// <summary>Decides every policy for everyone as of the business date and keeps the results.</summary>
    public static Task<Result<DecidedRegistry>> DecideAsync(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<IOperationPipeline>().SendAsync(
            new DecideRegistry(services.GetRequiredService<BusinessClock>().Today), new OperationContext(DemoUsers.Operator), cancel);

    private static async Task<Problem?> FillAsync(IServiceProvider services, Pack pack, ulong seed, int? population, JobProgress progress, CancellationToken cancel)
    {
        var registry = services.GetRequiredService<RegistryCatalogue>();
        var clock = services.GetRequiredService<BusinessClock>();
        progress.Begin(new LocalizedText("生成合成区域", "Making the synthetic district"));
        var making = new Progress(progress);
        var made = PopulationGenerator.Make(pack, registry.Declaration, seed, population, making, cancel);
        if (!made.IsSuccess)
        {
            return made.Problem;
        }

        var work = await services.GetRequiredService<Database>().BeginAsync(cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            var sink = new RegistrySink(registry, work, new BatchOrigin(clock.Today, clock.Now, pack.Manifest.SyntheticLabel?.Zh), progress);
            foreach (var table in made.Value.Tables.Values)
            {
                await sink.WriteAsync(table, cancel).ConfigureAwait(false);
            }

            await work.CommitAsync(cancel).ConfigureAwait(false);
        }

        return null;
    }

    private static void Write(WenbaoOptions options, DemoState state)
    {
        // Written beside and moved into place, so that a power cut leaves either the old or the new state.
        Directory.CreateDirectory(options.DataDirectory);
        var file = Path.Combine(options.DataDirectory, StateFile);
        File.WriteAllText(file + ".part", JsonSerializer.Serialize(state, StateJson));
        File.Move(file + ".part", file, overwrite: true);
    }

    private sealed class Progress(JobProgress progress) : IProgress<PopulationProgress>
    {
        private int done;

        public void Report(PopulationProgress value)
        {
            if (done == 0)
            {
                progress.Begin(new LocalizedText("生成合成区域", "Making the synthetic district"), value.Total);
            }

            progress.Advance(value.Done - done);
            done = value.Done;
        }
    }
}
