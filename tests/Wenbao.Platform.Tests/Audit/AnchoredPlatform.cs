using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

[AllowedTo(Duty.Operator)]
public sealed record Stamp(string Text, bool Fail = false) : IOperation<Unit>;

/// <summary>A process of its own on a database, keeping anchors in a file: it differs from another one in everything but these two.</summary>
internal sealed class AnchoredPlatform : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Database database;
    private readonly TestFolder folder = new();

    public AnchoredPlatform(TestDatabase test, string file, SqliteSynchronous synchronous = SqliteSynchronous.Full, params IEnumerable<IAuditWitness> witnesses)
    {
        database = new Database(test.Kind, test.Database.ConnectionString, synchronous);
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(new TestClock());
        collection.AddPlatform(folder.WithPack("p").Load("p"), database).AddAuditAnchors(file);
        collection.AddOperation<Stamp, Unit, StampHandler>();
        foreach (var witness in witnesses)
        {
            collection.AddSingleton(witness);
        }

        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Pipeline = services.GetRequiredService<IOperationPipeline>();
    }

    public IOperationPipeline Pipeline { get; }

    public Database Database => database;

    public AuditAnchorKeeper Keeper => services.GetRequiredService<AuditAnchorKeeper>();

    public async Task StampAsync(string text) => (await Pipeline.SendAsync(new Stamp(text), new OperationContext("operator"))).ShouldSucceed();

    public Task<Result<AuditReport>> VerifyAsync(string? copy = null) => Pipeline.AskAsync(new VerifyAudit(copy), new OperationContext("auditor"));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }

    private sealed class StampHandler : IOperationHandler<Stamp, Unit>
    {
        public Task<Result<Unit>> HandleAsync(Stamp operation, OperationSession session, CancellationToken cancel)
        {
            session.Describe("stamp/" + operation.Text);
            return Task.FromResult<Result<Unit>>(operation.Fail ? OperationProblems.Invalid.With(1) : default(Unit));
        }
    }
}
