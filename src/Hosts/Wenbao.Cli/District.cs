using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Registry;
using Wenbao.Server;

namespace Wenbao.Cli;

/// <summary>A district opened for one command: its services, its database brought up to date.</summary>
internal sealed class District : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private District(ServiceProvider services, RegistryCatalogue registry)
    {
        this.services = services;
        Registry = registry;
    }

    /// <summary>The pack's registry.</summary>
    public RegistryCatalogue Registry { get; }

    /// <summary>The services.</summary>
    public IServiceProvider Services => services;

    /// <summary>The business date.</summary>
    public DateOnly Today => services.GetRequiredService<BusinessClock>().Today;

    /// <summary>The notice that its data are made up; null for real data.</summary>
    public LocalizedText? SyntheticLabel => services.GetRequiredService<Pack>().Manifest.SyntheticLabel;

    /// <summary>What the global options say.</summary>
    public static WenbaoOptions OptionsOf(ParseResult parsed, GlobalOptions options) => new(
        PackFolder.Find(parsed.GetValue(options.Pack)),
        parsed.GetValue(options.Data) ?? "data",
        parsed.GetValue(options.AsOf),
        Environment.GetEnvironmentVariable(WenbaoOptions.ConnectionVariable));

    /// <summary>Opens the district that the global options name.</summary>
    /// <param name="wanted">What to work on.</param>
    /// <param name="progress">Told how far long work is.</param>
    /// <param name="mayBeEmpty">Whether a data folder without a district is accepted.</param>
    /// <param name="cancel">Stops the opening.</param>
    /// <param name="bulk">Whether data are made that can be made again.</param>
    public static async Task<Result<District>> OpenAsync(WenbaoOptions wanted, JobProgress progress, bool mayBeEmpty, CancellationToken cancel, bool bulk = false)
    {
        if (!mayBeEmpty && DataFolder.Check(wanted) is { } unfit)
        {
            return unfit;
        }

        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        var registry = collection.AddWenbao(wanted, progress, bulk);
        if (!registry.IsSuccess)
        {
            return registry.Problem!;
        }

        var district = new District(collection.BuildServiceProvider(), registry.Value);
        var ready = await DistrictDatabase.PrepareAsync(district.services, cancel).ConfigureAwait(false);
        if (ready is { } problem)
        {
            await district.DisposeAsync().ConfigureAwait(false);
            return problem;
        }

        return district;
    }

    /// <summary>Who acts, and under which key: <c>--as</c> and <c>--key</c>; the operator when the command did not say.</summary>
    public OperationContext Context { get; set; } = new(DemoUsers.Operator);

    /// <summary>Sends an operation as whoever the command acts as.</summary>
    public Task<Result<TResult>> SendAsync<TResult>(IOperation<TResult> operation, CancellationToken cancel) =>
        services.GetRequiredService<IOperationPipeline>().SendAsync(operation, Context, cancel);

    /// <summary>Asks a query as whoever the command acts as.</summary>
    public Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, CancellationToken cancel) =>
        services.GetRequiredService<IOperationPipeline>().AskAsync(query, Context with { IdempotencyKey = null }, cancel);

    /// <summary>Writes the anchor that is due.</summary>
    /// <returns>Why it could not be written; null when it was, or none was due.</returns>
    public async Task<Problem?> KeepAnchorAsync()
    {
        var keeper = services.GetRequiredService<AuditAnchorKeeper>();
        await keeper.FlushAsync().ConfigureAwait(false);
        return keeper.Health.Problem;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var database = services.GetRequiredService<Database>();
        await services.DisposeAsync().ConfigureAwait(false);
        await database.DisposeAsync().ConfigureAwait(false);
    }
}

/// <summary>Runs a command on an opened district, with a progress bar.</summary>
internal static class DistrictCommand
{
    /// <summary>Opens the district, runs the work, answers problems.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, Func<District, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var progress = new JobProgress(TimeProvider.System, cancel: cancel);
        var opened = await District.OpenAsync(District.OptionsOf(parsed, options), progress, mayBeEmpty: false, cancel).ConfigureAwait(false);
        if (!opened.IsSuccess)
        {
            return terminal.Refuse(opened.Problem!);
        }

        await using var district = opened.Value;
        district.Context = new OperationContext(parsed.GetValue(options.As), parsed.GetValue(options.Key));
        int code;
        using (terminal.Show(progress))
        {
            code = await work(district, cancel).ConfigureAwait(false);
        }

        // What the command did stands; that no anchor of it could be kept is still worth knowing.
        if (await district.KeepAnchorAsync().ConfigureAwait(false) is { } unkept)
        {
            terminal.Refuse(unkept);
        }

        return code;
    }
}
