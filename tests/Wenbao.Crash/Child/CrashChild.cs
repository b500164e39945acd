using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Server;

namespace Wenbao.Crash.Child;

/// <summary>A process that works through the script on a data folder, until it is killed or through: <c>child DATA [KILL-POINT]</c>; the PostgreSQL database, if any, by the product's own variable.</summary>
internal static class CrashChild
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = OptionsOf(args[0], Environment.GetEnvironmentVariable(WenbaoOptions.ConnectionVariable));
        await using var services = Open(options);
        var database = services.GetRequiredService<Database>();
        using var observation = database.Observe(new Killer(args.Length > 1 ? KillPoint.Parse(args[1]) : null, Console.Out));
        await Console.Out.WriteLineAsync(ChildLines.Ready);

        // As a server does when it starts again: what was to be handed out and was not.
        await services.GetRequiredService<OutboxDispatcher>().DispatchPendingAsync();
        await new Script(services, options, Console.Out).RunAsync();
        await services.GetRequiredService<AuditAnchorKeeper>().FlushAsync();
        await Console.Out.WriteLineAsync(ChildLines.Done);
        return 0;
    }

    /// <summary>What to work on.</summary>
    public static WenbaoOptions OptionsOf(string folder, string? connection) => new(Repository.PathOf("tests/packs/pay-town"), folder, null, connection);

    /// <summary>The services of the product, as its hosts put them together.</summary>
    public static ServiceProvider Open(WenbaoOptions options)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddWenbao(options).ShouldSucceed();
        return collection.BuildServiceProvider();
    }
}
