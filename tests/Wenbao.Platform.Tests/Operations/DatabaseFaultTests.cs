using Npgsql;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Operations;

/// <summary>When the machine fails, an operation is refused with a number, nothing of it is done, and it can be sent again.</summary>
public sealed class DatabaseFaultTests
{
    [Fact]
    public async Task FullDisk_IsAnswered_NothingIsDone_AndTheSameKeyWorksLater()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var fixture = await OperationFixture.CreateAsync(test);
        (await fixture.Pipeline.SendAsync(new AddNote("before"), OperationFixture.As("operator"))).ShouldSucceed();

        // The pool hands out its one connection again and again, with the limit on it.
        await SetPagesMaxAsync(test.Database, "1");
        var large = new AddNote(new string('x', 500_000));
        (await fixture.Pipeline.SendAsync(large, OperationFixture.As("operator", "k"))).ShouldBeProblem(OperationProblems.DiskFull);
        Assert.Equal((1, 1, 1, 0), (await fixture.CountAsync("note"), await fixture.CountAsync("plt_audit"), await fixture.CountAsync("plt_outbox"), await fixture.CountAsync("plt_idempotency")));
        Assert.Equal(1, (await fixture.Pipeline.AskAsync(new CountNotes(), OperationFixture.As("operator"))).ShouldSucceed());

        await SetPagesMaxAsync(test.Database, "1000000");
        (await fixture.Pipeline.SendAsync(large, OperationFixture.As("operator", "k"))).ShouldSucceed();
        Assert.Equal((2, 2), (await fixture.CountAsync("note"), (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed().Head.Sequence));
    }

    [DatabaseTheory, DatabaseData]
    public async Task LockHeldByAnother_IsAnsweredAsBusy(TestDatabase test)
    {
        await using var impatient = Impatient(test);
        await using var fixture = await OperationFixture.CreateAsync(test, impatient);
        await using (var other = await test.Database.BeginAsync())
        {
            if (test.Kind == DatabaseKind.PostgreSql)
            {
                await other.ExecuteAsync("LOCK TABLE note IN ACCESS EXCLUSIVE MODE");
            }

            (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldBeProblem(OperationProblems.DatabaseBusy);
        }

        Assert.Equal(0, await fixture.CountAsync("note"));
        (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldSucceed();
        Assert.Equal((1, 1), (await fixture.CountAsync("note"), await fixture.CountAsync("plt_audit")));
    }

    [DatabaseTheory, DatabaseData]
    public async Task SlowDatabase_IsAnsweredAsBusy_AndNothingIsDone(TestDatabase test)
    {
        if (test.Kind == DatabaseKind.Sqlite)
        {
            return; // a statement of SQLite takes the time it takes
        }

        await using var impatient = new Database(test.Kind, new NpgsqlConnectionStringBuilder(test.Database.ConnectionString) { CommandTimeout = 1 }.ToString());
        await using var fixture = await OperationFixture.CreateAsync(test, impatient);
        await using (var work = await test.Database.BeginAsync())
        {
            await work.ExecuteAsync("CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(20); RETURN NEW; END'; CREATE TRIGGER slow BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION dawdle()");
            await work.CommitAsync();
        }

        (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldBeProblem(OperationProblems.DatabaseBusy);
        await using (var work = await test.Database.BeginAsync())
        {
            await work.ExecuteAsync("DROP TRIGGER slow ON note");
            await work.CommitAsync();
        }

        Assert.Equal((0, 0), (await fixture.CountAsync("note"), await fixture.CountAsync("plt_idempotency")));
        (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldSucceed();
    }

    [DatabaseTheory, DatabaseData]
    public async Task ConnectionLostBeforeTheCommit_IsAnsweredAsAway_OrUnknownWhileCommitting(TestDatabase test)
    {
        if (test.Kind == DatabaseKind.Sqlite)
        {
            return; // there is no connection to lose
        }

        await using var fixture = await OperationFixture.CreateAsync(test);
        using (test.Database.Observe(new Cutter(test)))
        {
            (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldBeProblem(OperationProblems.OutcomeUnknown);
        }

        Assert.Equal(0, await fixture.CountAsync("note"));
        (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator", "k"))).ShouldSucceed();
        Assert.Equal(1, await fixture.CountAsync("note"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task EventsThatCannotBeHandedOut_DoNotUndoTheirOperation(TestDatabase test)
    {
        await using var impatient = Impatient(test);
        await using var fixture = await OperationFixture.CreateAsync(test, impatient);
        var locker = new LockAfterCommit(test);
        using (impatient.Observe(locker))
        {
            (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator"))).ShouldSucceed();
        }

        await locker.Held!.DisposeAsync();
        Assert.Empty(fixture.Heard);
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        await fixture.Outbox.DispatchPendingAsync();
        Assert.Equal(["a"], fixture.Heard);
    }

    [Fact]
    public async Task FileThatIsNoDatabase_IsAnsweredAsAway()
    {
        using var folder = new TestFolder().With("wenbao.db", new string('x', 5000));
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var wrong = Database.InFile(Path.Combine(folder.Path, "wenbao.db"));
        await using var fixture = await OperationFixture.CreateAsync(test, wrong);
        (await fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator"))).ShouldBeProblem(OperationProblems.DatabaseAway);
    }

    [Fact]
    public async Task Bug_StaysAnException()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var fixture = await OperationFixture.CreateAsync(test);
        await using (var work = await test.Database.BeginAsync())
        {
            await work.ExecuteAsync("DROP TABLE note");
            await work.CommitAsync();
        }

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => fixture.Pipeline.SendAsync(new AddNote("a"), OperationFixture.As("operator")));
    }

    private static Database Impatient(TestDatabase test) => test.Kind == DatabaseKind.Sqlite
        ? new Database(test.Kind, test.Database.ConnectionString, SqliteSynchronous.Off, TimeSpan.FromMilliseconds(300))
        : new Database(test.Kind, new NpgsqlConnectionStringBuilder(test.Database.ConnectionString) { Options = "-c lock_timeout=300" }.ToString());

    private static async Task SetPagesMaxAsync(Database database, string pages)
    {
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync("PRAGMA max_page_count = " + pages);
    }

    /// <summary>Cuts the connection that is about to commit, from the server's side.</summary>
    private sealed class Cutter(TestDatabase test) : ICommitObserver
    {
        public void BeforeCommit(string work)
        {
            using var admin = new NpgsqlConnection(test.Database.ConnectionString);
            admin.Open();
            using var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'", admin);
            cut.ExecuteNonQuery();
        }

        public void AfterCommit(string work)
        {
        }
    }

    /// <summary>Takes a lock right behind the first commit, so that what follows from it cannot be done.</summary>
    private sealed class LockAfterCommit(TestDatabase test) : ICommitObserver
    {
        public IUnitOfWork? Held { get; private set; }

        public void BeforeCommit(string work)
        {
        }

        public void AfterCommit(string work)
        {
            if (Held is null)
            {
                Held = test.Database.BeginAsync().GetAwaiter().GetResult();
                if (test.Kind == DatabaseKind.PostgreSql)
                {
                    Held.ExecuteAsync("LOCK TABLE plt_outbox, plt_processed IN ACCESS EXCLUSIVE MODE").GetAwaiter().GetResult();
                }
            }
        }
    }
}
