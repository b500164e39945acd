using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Benchmarks.Runner;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies;
using Wenbao.Server;
using Wenbao.TestKit;

namespace Wenbao.Benchmarks.Policies;

/// <summary>How long does an officer wait for the effect of a changed threshold on everybody?</summary>
internal sealed class SimulateBenchmark : Benchmark
{
    private const string Policy = "stable-employment-refund";
    private const string Officer = "policy-officer";
    private ServiceProvider? services;
    private long draft;

    public override string Name => "simulate";

    public override string Question => "how long does it take to simulate a policy with another threshold on the full registry of the shipped district, lists and effect on open entitlements included?";

    public override string Unit => "entities";

    public override TimeSpan? Limit => TimeSpan.FromSeconds(5);

    public override async Task PrepareAsync(BenchSpace space)
    {
        var options = new WenbaoOptions(
            Repository.PathOf("packs/jimo-2020"), space.Folder, ConnectionString: space.Database.Kind == DatabaseKind.PostgreSql ? space.Database.ConnectionString : null);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        WrongAnswerException.Unless(collection.AddWenbao(options).IsSuccess, "The pack is defective.");
        services = collection.BuildServiceProvider();
        Fail(await DistrictDatabase.PrepareAsync(services, CancellationToken.None));
        Fail((await DemoDistrict.MakeAsync(services, options, seed: 1, population: null, JobProgress.None, CancellationToken.None)).Problem);
        await SendAsync(new NotifyFound([Policy]));
        draft = (await SendAsync(new CreateDraft(Policy))).Draft;
        await SendAsync(new SetDraftParameter(draft, "min_insured_months", new DateOnly(2020, 7, 1), "18"));
    }

    public override async Task<long> RunAsync(BenchSpace space, int round)
    {
        var result = (await SendAsync(new SimulateDraft(draft))).Result;
        WrongAnswerException.Unless(
            result.After.Judged > 200_000 && result.Before.Found - result.After.Found == result.NoLongerFound && result.NoLongerFound > 0 && result.Open!.Changed > 0,
            "The simulation is not that of the full registry.");
        return result.After.Judged;
    }

    private async Task<TResult> SendAsync<TResult>(IOperation<TResult> operation)
    {
        var sent = await services!.GetRequiredService<IOperationPipeline>().SendAsync(operation, new OperationContext(Officer));
        Fail(sent.Problem);
        return sent.Value;
    }

    private static void Fail(Kernel.Problem? problem) => WrongAnswerException.Unless(problem is null, problem?.ToString() ?? "");
}
