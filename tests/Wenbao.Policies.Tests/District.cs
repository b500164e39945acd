using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Policies.Life;
using Wenbao.Policies.Matching;
using Wenbao.Server;

namespace Wenbao.Policies.Tests;

/// <summary>A district opened on a database: files come in, everything is decided, lists and explanations are asked for, as the hosts do it.</summary>
internal sealed class District : IAsyncDisposable
{
    public const string OneOwner = "one-owner";
    public const string OneDepartment = "one-department";

    private readonly ServiceProvider services;
    private readonly TestFolder files = new();
    private readonly OwnerOfOne owner;
    private readonly bool ownsDatabase;
    private int written;

    private District(ServiceProvider services, OwnerOfOne owner, bool ownsDatabase)
    {
        this.services = services;
        this.owner = owner;
        this.ownsDatabase = ownsDatabase;
    }

    public DateOnly Today => services.GetRequiredService<BusinessClock>().Today;

    public Database Database => services.GetRequiredService<Database>();

    /// <summary>What is in force now; scopes take it as they begin.</summary>
    public EngineInForce InForce => services.GetRequiredService<PolicyEngines>().Current();

    public PolicyEngines Engines => services.GetRequiredService<PolicyEngines>();

    public MatchEngine Engine => InForce.Engine;

    public SubjectReader Reader => services.GetRequiredService<SubjectReader>();

    public CaseRunner Runner => new(InForce.Library);

    public RegistryDeclaration Registry => services.GetRequiredService<RegistryDeclaration>();

    public static async Task<District> OpenAsync(Pack pack, RegistryCatalogue registry, PolicyLibrary library, Database database, bool ownsDatabase = false, TimeProvider? time = null, Platform.Jobs.JobProgress? progress = null)
    {
        var owner = new OwnerOfOne();
        var collection = new ServiceCollection();
        if (time is not null)
        {
            collection.AddSingleton(time);
        }

        if (progress is not null)
        {
            collection.AddSingleton(progress);
        }

        collection.AddSingleton<IScopeProvider>(owner);
        collection.AddPlatform(pack, database).AddRegistry(registry)
            .AddFunds(FundLines.Read(pack).ShouldSucceed(), PaymentRules.Read(pack).ShouldSucceed(), Parties.Read(pack).ShouldSucceed())
            .AddPolicies(library, registry.Declaration).ShouldSucceed();
        collection.AddOperation<Raised<PaymentsMade>, bool, RaisedHandler<PaymentsMade>>();
        collection.AddOperation<Raised<PaymentsReturned>, bool, RaisedHandler<PaymentsReturned>>();
        collection.AddOperation<Raised<CommitmentsReleased>, bool, RaisedHandler<CommitmentsReleased>>();
        collection.AddOperation<Raised<PaymentHeldChanged>, bool, RaisedHandler<PaymentHeldChanged>>();
        collection.AddOperation<Raised<GrantRecovered>, bool, RaisedHandler<GrantRecovered>>();
        var district = new District(collection.BuildServiceProvider(), owner, ownsDatabase);
        Assert.Null(await DistrictDatabase.PrepareAsync(district.services, CancellationToken.None));
        return district;
    }

    public static async Task<District> OpenAsync(Pack pack, Database database, TimeProvider? time = null, Platform.Jobs.JobProgress? progress = null) =>
        await OpenAsync(pack, RegistryCatalogue.Read(pack).ShouldSucceed(), PolicyLibrary.Load(pack).ShouldSucceed(), database, time: time, progress: progress);

    /// <summary>Moves the business day on, beginning each day on the way.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        var clock = services.GetRequiredService<BusinessClock>();
        while (clock.Today < day)
        {
            clock.MoveTo(clock.Today.AddDays(1));
            await SendAsync(new BeginBusinessDay(clock.Today));
        }
    }

    /// <summary>Begins a later business day, those between left out.</summary>
    public async Task JumpToAsync(DateOnly day)
    {
        services.GetRequiredService<BusinessClock>().MoveTo(day);
        await SendAsync(new BeginBusinessDay(day));
    }

    /// <summary>Makes the pack's synthetic district and decides it, as <c>wenbao demo</c> does.</summary>
    public async Task<DecidedRegistry> MakeDemoAsync(string folder, ulong seed, int? population) => (await DemoDistrict.MakeAsync(
        services, new WenbaoOptions("", folder), seed, population, Platform.Jobs.JobProgress.None, CancellationToken.None)).ShouldSucceed();

    /// <summary>Sends as one of the demo users.</summary>
    public Task<Result<T>> TrySendAsAsync<T>(string actor, IOperation<T> operation, long? version = null, string? key = null) =>
        Pipeline.SendAsync(operation, new OperationContext(actor, key, version is { } seen ? new ExpectedVersion(seen) : null));

    /// <summary>Sends as one of the demo users; a refusal fails the test.</summary>
    public async Task<T> SendAsAsync<T>(string actor, IOperation<T> operation, long? version = null) => (await TrySendAsAsync(actor, operation, version)).ShouldSucceed();

    /// <summary>Asks, and may be refused.</summary>
    public Task<Result<T>> TryAskAsync<T>(IQuery<T> query) => Pipeline.AskAsync(query, new OperationContext(DemoUsers.Operator));

    public Task<Result<T>> TrySendAsync<T>(IOperation<T> operation) => Pipeline.SendAsync(operation, new OperationContext(DemoUsers.Operator));

    /// <summary>Sends as the owner of one subject.</summary>
    public Task<Result<T>> TrySendAsOwnerOfAsync<T>(string subject, IOperation<T> operation, string? key = null)
    {
        owner.Subject = subject;
        return Pipeline.SendAsync(operation, new OperationContext(OneOwner, key));
    }

    public async Task<T> SendAsync<T>(IOperation<T> operation) => (await TrySendAsync(operation)).ShouldSucceed();

    public async Task<T> AskAsync<T>(IQuery<T> query) => (await Pipeline.AskAsync(query, new OperationContext(DemoUsers.Operator))).ShouldSucceed();

    /// <summary>Asks as one of the demo users; a refusal fails the test.</summary>
    public async Task<T> AskAsAsync<T>(string actor, IQuery<T> query) => (await Pipeline.AskAsync(query, new OperationContext(actor))).ShouldSucceed();

    /// <summary>A message of the bank arrives.</summary>
    public async Task<ImportedBankMessage> ReadBankAsync(SimulatedFile message)
    {
        var path = Path.Combine(files.Path, $"bank-{++written}.xml");
        await File.WriteAllBytesAsync(path, message.Content);
        return await SendAsAsync("finance-officer", new ImportBankMessage(path, message.Name));
    }

    /// <summary>Asks as somebody who may only see one subject.</summary>
    public Task<Result<T>> AskAsOwnerOfAsync<T>(string subject, IQuery<T> query)
    {
        owner.Subject = subject;
        return Pipeline.AskAsync(query, new OperationContext(OneOwner));
    }

    /// <summary>Asks as an officer who may only see the matters of one department.</summary>
    public async Task<T> AskAsDepartmentAsync<T>(string department, IQuery<T> query)
    {
        owner.Department = department;
        return (await Pipeline.AskAsync(query, new OperationContext(OneDepartment))).ShouldSucceed();
    }

    public Task<DecidedRegistry> DecideAsync() => SendAsync(new DecideRegistry(Today));

    /// <summary>A department's file of subjects arrives; bad rows fail the test.</summary>
    public async Task<ImportResult> ImportAsync(string type, string csv, DateOnly? asOf = null) =>
        Clean(await SendAsync(new ImportSubjects(type, Write(csv), asOf)));

    /// <summary>A department's file of records arrives; bad rows fail the test.</summary>
    public async Task<ImportResult> ImportRecordsAsync(string type, string list, string csv, bool isComplete = false) =>
        Clean(await SendAsync(new ImportRecords(type, list, Write(csv), isComplete)));

    public async Task<SubjectExplanation> ExplainAsync(string subject) => await AskAsync(new ExplainSubject(subject, Today));

    /// <summary>The explanation of one policy, as the owner of the subject reads it; the last case of several that are alike.</summary>
    public async Task<Explanation> ExplainAsync(string subject, string policy) =>
        (await AskAsOwnerOfAsync(subject, new ExplainSubject(subject, Today, policy))).ShouldSucceed().Policies.Single().Best;

    /// <summary>The subject's line of the found list; null when it is not on it.</summary>
    public async Task<FoundItem?> FindInListAsync(string policy, string subject, SubjectFilter? filter = null)
    {
        for (var page = 1; ; page++)
        {
            var found = await AskAsync(new FindFoundSubjects(policy, filter ?? new SubjectFilter(), page));
            if (found.Items.FirstOrDefault(i => i.PublicId == subject) is { } item)
            {
                return item;
            }

            if (found.Items.Count < FindFoundSubjects.PageSize)
            {
                return null;
            }
        }
    }

    public async Task<MatchSummary> SummaryAsync(string policy) => (await AskAsync(new GetPolicyOverview())).Summaries[policy];

    /// <summary>Raises an event, as another module's operation would; it is handled before this returns.</summary>
    public Task RaiseAsync<TEvent>(TEvent happened)
        where TEvent : IDomainEvent => SendAsync(new Raised<TEvent>(happened));

    /// <summary>From which day a notice is shown, whether that day has come or not.</summary>
    public async Task<DateOnly?> ShownFromAsync(string recipient, NoticeKind kind)
    {
        await using var db = await Database.ReadAsync<Persistence.EntitlementsDb>();
        return db.Notices.Where(n => n.Recipient == recipient && n.Kind == kind).Select(n => (DateOnly?)n.ShownFrom).FirstOrDefault();
    }

    public async ValueTask DisposeAsync()
    {
        var database = Database;
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await database.DisposeAsync();
        }

        files.Dispose();
    }

    private IOperationPipeline Pipeline => services.GetRequiredService<IOperationPipeline>();

    private string Write(string csv)
    {
        var name = $"file-{++written}.csv";
        files.With(name, csv);
        return Path.Combine(files.Path, name);
    }

    private static ImportResult Clean(ImportResult result)
    {
        Assert.True(result.Quarantined == 0, result.QuarantineFile is { } file ? File.ReadAllText(file) : "");
        return result;
    }

    /// <summary>Raises an event of another module.</summary>
    [AllowedTo(Duty.Operator)]
    private sealed record Raised<TEvent>(TEvent Happened) : IOperation<bool>
        where TEvent : IDomainEvent;

    private sealed class RaisedHandler<TEvent> : IOperationHandler<Raised<TEvent>, bool>
        where TEvent : IDomainEvent
    {
        public Task<Result<bool>> HandleAsync(Raised<TEvent> operation, OperationSession session, CancellationToken cancel)
        {
            session.Raise(operation.Happened);
            return Task.FromResult(Result<bool>.Of(true));
        }
    }

    /// <summary>The demo users, one who acts for a single subject, and one of a single department.</summary>
    private sealed class OwnerOfOne : IScopeProvider
    {
        private readonly DemoUsers others = new();

        public string Subject { get; set; } = "";

        public string Department { get; set; } = "";

        public ValueTask<ScopeGrant?> FindAsync(string? actor, CancellationToken cancel) => actor switch
        {
            OneOwner => new(new ScopeGrant(OneOwner, new LocalizedText("企业经办人", "Firm owner"), [Duty.Owner], [Subject])),
            OneDepartment => new(new ScopeGrant(OneDepartment, new LocalizedText("部门经办", "Department officer"), [Duty.DepartmentOfficer], null, [Department])),
            _ => others.FindAsync(actor, cancel),
        };
    }
}
