using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
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
        var killer = new Killer(args.Length > 1 ? KillPoint.Parse(args[1]) : null, Console.Out);
        using var observation = database.Observe(killer);
        await Console.Out.WriteLineAsync(ChildLines.Ready);
        try
        {
            // As a server does when it starts again: what was to be handed out and was not.
            await services.GetRequiredService<OutboxDispatcher>().DispatchPendingAsync();
            await new Script(services, options, killer, Console.Out).RunAsync();
        }
        catch (Exception fault) when ((fault is CommandRefusedException refused ? refused.Problem : DatabaseFault.ProblemOf(fault)) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Shown());
            await Console.Out.WriteLineAsync(ChildLines.Refused + problem.Code);
            return 1;
        }

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

/// <summary>A command was refused that should not be.</summary>
internal sealed class CommandRefusedException(Problem problem) : Exception
{
    /// <summary>Why.</summary>
    public Problem Problem => problem;
}
