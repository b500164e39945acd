using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Data;

public sealed class UnitOfWorkTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2020, 6, 30, 9, 0, 0, TimeSpan.FromHours(8)).AddMicroseconds(123456);

    [DatabaseTheory, DatabaseData]
    public async Task EntitiesAndPlainStatements_ShareOneTransaction(TestDatabase test)
    {
        await using (var work = await test.Database.BeginAsync())
        {
            Add(work, "A");
            await work.SaveAsync();
            await work.ExecuteAsync("UPDATE plt_outbox SET event = 'B'");
            await work.CommitAsync();
        }

        await using var context = await test.Database.ReadAsync<PlatformDb>();
        var row = await context.Set<OutboxRow>().SingleAsync();
        Assert.Equal(("B", Moment.ToUniversalTime(), null), (row.Event, row.RaisedAt, row.DoneAt));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WithoutCommit_BothAreTakenBack(TestDatabase test)
    {
        await using (var work = await test.Database.BeginAsync())
        {
            Add(work, "A");
            await work.SaveAsync();
        }

        await using (var work = await test.Database.BeginAsync())
        {
            Add(work, "B");
            await work.SaveAsync();
            await work.RollbackAsync();
        }

        await using var context = await test.Database.ReadAsync<PlatformDb>();
        Assert.Equal(0, await context.Set<OutboxRow>().CountAsync());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Moments_AreComparedAndOrderedInTheDatabase(TestDatabase test)
    {
        await using (var work = await test.Database.BeginAsync())
        {
            Add(work, "later", Moment.AddSeconds(1));
            Add(work, "earlier", Moment);
            Add(work, "other zone, earliest", Moment.AddSeconds(-1).ToOffset(TimeSpan.FromHours(-5)));
            await work.CommitAsync();
        }

        await using var context = await test.Database.ReadAsync<PlatformDb>();
        Assert.Equal(["other zone, earliest", "earlier"], await context.Set<OutboxRow>().Where(r => r.RaisedAt <= Moment).OrderBy(r => r.RaisedAt).Select(r => r.Event).ToListAsync());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Model_HasNoChangeWithoutMigration(TestDatabase test)
    {
        await using var context = await test.Database.ReadAsync<PlatformDb>();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    private static void Add(IUnitOfWork work, string name, DateTimeOffset? at = null) =>
        work.Context<PlatformDb>().Set<OutboxRow>().Add(new OutboxRow(0, name, "{}", at ?? Moment, 0, at ?? Moment, null, null));
}
