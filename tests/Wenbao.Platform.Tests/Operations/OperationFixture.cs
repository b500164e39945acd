using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Operations;

[AllowedTo(Duty.Operator)]
public sealed record AddNote(string Text, bool Fail = false) : IOperation<NoteAdded>, IValidated
{
    public IEnumerable<Problem> Validate() => Text.Length == 0 ? [OperationFixture.TextMissing.At("text")] : [];
}

[AllowedTo(Duty.Operator)]
public sealed record AddTwoNotes(string First, string Second, bool FailSecond) : IOperation<NoteAdded>;

/// <summary>Changes two notes, one after the other, and waits in between for another that does the same.</summary>
[AllowedTo(Duty.Operator)]
public sealed record ChangeTwoNotes(long First, long Second) : IOperation<bool>;

/// <summary>Adds a note and runs into others as often as the fixture says.</summary>
[AllowedTo(Duty.Operator)]
public sealed record AddContestedNote(string Text) : IOperation<NoteAdded>;

/// <summary>Counts what others write while it prepares, and adds a note of it.</summary>
[AllowedTo(Duty.Operator)]
public sealed record AddCount(bool Refuse = false) : IOperation<NoteAdded>;

[AllowedTo(Duty.Operator)]
public sealed record AddCountInside : IOperation<NoteAdded>;

public sealed record NoteAdded(long Id, DateOnly On);

[AllowedTo(Duty.Operator, Duty.Owner)]
public sealed record CountNotes : IQuery<long>;

public sealed record NoteWasAdded(string Text) : IDomainEvent;

/// <summary>A small module with one table, put together as a host does.</summary>
public sealed class OperationFixture : IAsyncDisposable
{
    public static readonly ProblemKind TextMissing = new ProblemCatalogue("TEST").Define(1, 422, "没有文字。", "There is no text.", "写点什么。", "Write something.");

    private readonly TestFolder folder = new();
    private readonly ServiceProvider services;

    private OperationFixture(TestDatabase test, Database? database)
    {
        Test = test;
        var collection = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton(this);
        collection.AddPlatform(folder.WithPack("p").Load("p"), database ?? test.Database);
        collection.AddOperation<AddNote, NoteAdded, AddNoteHandler>();
        collection.AddOperation<AddTwoNotes, NoteAdded, AddTwoNotesHandler>();
        collection.AddOperation<ChangeTwoNotes, bool, ChangeTwoNotesHandler>();
        collection.AddOperation<AddContestedNote, NoteAdded, AddContestedNoteHandler>();
        collection.AddOperation<AddCount, NoteAdded, AddCountHandler>();
        collection.AddOperation<AddCountInside, NoteAdded, AddCountInsideHandler>();
        collection.AddQuery<CountNotes, long, CountNotesHandler>();
        collection.AddEventHandler<NoteWasAdded, Listener>();
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Pipeline = services.GetRequiredService<IOperationPipeline>();
        Outbox = services.GetRequiredService<OutboxDispatcher>();
    }

    public TestDatabase Test { get; }

    public TestClock Clock { get; } = new();

    public IOperationPipeline Pipeline { get; }

    public OutboxDispatcher Outbox { get; }

    /// <summary>What the listener heard; it fails as often as <see cref="ListenerFailures"/> says.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>How often something was prepared, and what happens meanwhile.</summary>
    public int Prepared { get; private set; }

    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public int ListenerFailures { get; set; }

    /// <summary>How often a contested note finds that somebody else changed its row.</summary>
    public int Collisions { get; set; }

    /// <summary>How often an operation that may run into another was carried out.</summary>
    public int Attempts;

    private Barrier Meeting { get; } = new(2);

    public static OperationContext As(string user, string? key = null) => new(user, key);

    /// <summary>Makes the module's table and puts the module together.</summary>
    /// <param name="test">The database.</param>
    /// <param name="database">The same database in other settings; null for the test's own. Disposed by the caller.</param>
    public static async Task<OperationFixture> CreateAsync(TestDatabase test, Database? database = null)
    {
        await using (var work = await test.Database.BeginAsync())
        {
            await work.ExecuteAsync($"CREATE TABLE note (id {test.Database.Dialect.SelfNumberingKey}, text text NOT NULL)");
            await work.CommitAsync();
        }

        return new OperationFixture(test, database);
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await Test.Database.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // table names of the tests
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Meeting.Dispose();
        folder.Dispose();
    }

    private sealed class AddNoteHandler : IOperationHandler<AddNote, NoteAdded>
    {
        public async Task<Result<NoteAdded>> HandleAsync(AddNote operation, OperationSession session, CancellationToken cancel)
        {
            await using var command = session.UnitOfWork.Command("INSERT INTO note (text) VALUES (@text)" + session.UnitOfWork.Dialect.Returning("id"))
                .With(session.UnitOfWork.Dialect, "text", ColumnType.Text, operation.Text);
            var id = (long)(await command.ExecuteScalarAsync(cancel))!;
            session.Describe($"note/{id}");
            session.Raise(new NoteWasAdded(operation.Text));
            return operation.Fail ? TextMissing.With() : new NoteAdded(id, session.Scope.Today);
        }
    }

    private sealed class AddTwoNotesHandler : IOperationHandler<AddTwoNotes, NoteAdded>
    {
        public async Task<Result<NoteAdded>> HandleAsync(AddTwoNotes operation, OperationSession session, CancellationToken cancel)
        {
            var first = await session.SendAsync(new AddNote(operation.First), cancel);
            return first.Problem is { } problem ? problem : await session.SendAsync(new AddNote(operation.Second, operation.FailSecond), cancel);
        }
    }

    private sealed class ChangeTwoNotesHandler(OperationFixture fixture) : IOperationHandler<ChangeTwoNotes, bool>
    {
        public async Task<Result<bool>> HandleAsync(ChangeTwoNotes operation, OperationSession session, CancellationToken cancel)
        {
            var attempt = Interlocked.Increment(ref fixture.Attempts);
            await session.UnitOfWork.ExecuteAsync($"UPDATE note SET text = text || '1' WHERE id = {operation.First}", cancel);
            if (attempt <= 2)
            {
                // On SQLite the other cannot come, since one is inside at a time.
                await Task.Run(() => fixture.Meeting.SignalAndWait(TimeSpan.FromSeconds(1), cancel), cancel);
            }

            await session.UnitOfWork.ExecuteAsync($"UPDATE note SET text = text || '2' WHERE id = {operation.Second}", cancel);
            return true;
        }
    }

    private sealed class AddContestedNoteHandler(OperationFixture fixture) : IOperationHandler<AddContestedNote, NoteAdded>
    {
        public async Task<Result<NoteAdded>> HandleAsync(AddContestedNote operation, OperationSession session, CancellationToken cancel)
        {
            fixture.Attempts++;
            var added = await session.SendAsync(new AddNote(operation.Text), cancel);
            return fixture.Collisions-- > 0 ? throw new DbUpdateConcurrencyException() : added;
        }
    }

    private sealed class AddCountHandler(OperationFixture fixture) : IPreparedOperationHandler<AddCount, NoteAdded>
    {
        private long counted = -1;

        public async Task<Problem?> PrepareAsync(AddCount operation, OperationPreparation preparation, CancellationToken cancel)
        {
            fixture.Prepared++;
            await fixture.Meanwhile();
            counted = await fixture.CountAsync("note");
            return operation.Refuse ? TextMissing.With() : null;
        }

        public async Task<Result<NoteAdded>> HandleAsync(AddCount operation, OperationSession session, CancellationToken cancel)
        {
            var added = await session.SendAsync(new AddNote($"{counted}"), cancel);
            return added;
        }
    }

    private sealed class AddCountInsideHandler : IOperationHandler<AddCountInside, NoteAdded>
    {
        public Task<Result<NoteAdded>> HandleAsync(AddCountInside operation, OperationSession session, CancellationToken cancel) => session.SendAsync(new AddCount(), cancel);
    }

    private sealed class CountNotesHandler(OperationFixture fixture) : IQueryHandler<CountNotes, long>
    {
        public async Task<Result<long>> HandleAsync(CountNotes query, OperationScope scope, CancellationToken cancel) => await fixture.CountAsync("note");
    }

    private sealed class Listener(OperationFixture fixture) : IDomainEventHandler<NoteWasAdded>
    {
        public Task HandleAsync(NoteWasAdded happened, OperationSession session, CancellationToken cancel)
        {
            fixture.Heard.Add(happened.Text);
            return fixture.ListenerFailures-- > 0 ? throw new InvalidOperationException("busy") : Task.CompletedTask;
        }
    }
}
