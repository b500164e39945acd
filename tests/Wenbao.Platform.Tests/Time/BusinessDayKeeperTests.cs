using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Time;

public sealed class BusinessDayKeeperTests
{
    // 23:58:30 of 29 June in Shanghai.
    private static readonly DateTimeOffset BeforeMidnight = new(2020, 6, 29, 15, 58, 30, TimeSpan.Zero);

    [DatabaseTheory, DatabaseData]
    public async Task MidnightOfTheZone_BeginsTheNewDay_Once(TestDatabase test)
    {
        await using var host = new Host(test, new FakeTimeProvider(BeforeMidnight));
        await host.StartAsync();
        await host.HearsAsync(new DateOnly(2020, 6, 29));
        host.Time.Advance(BusinessDayKeeper.Interval);
        host.Time.Advance(BusinessDayKeeper.Interval);
        await host.HearsAsync(new DateOnly(2020, 6, 29), new DateOnly(2020, 6, 30));
        host.Time.Advance(BusinessDayKeeper.Interval);
        Assert.Empty(await host.Keeper().BeginDueAsync(default));
        Assert.Equal(2, host.Days.Count);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DaysMissed_BeginInOrder_AtTheNextStart(TestDatabase test)
    {
        await using (var before = new Host(test, new FakeTimeProvider(BeforeMidnight)))
        {
            Assert.Equal([new DateOnly(2020, 6, 29)], await before.Keeper().BeginDueAsync(default));
        }

        await using var later = new Host(test, new FakeTimeProvider(BeforeMidnight.AddDays(3)));
        await later.StartAsync();
        await later.HearsAsync(new DateOnly(2020, 6, 30), new DateOnly(2020, 7, 1), new DateOnly(2020, 7, 2));
        Assert.Empty(await later.Keeper().BeginDueAsync(default));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoServersOnOneDatabase_BeginADayOnce(TestDatabase test)
    {
        var time = new FakeTimeProvider(BeforeMidnight);
        await using var one = new Host(test, time);
        await using var other = new Host(test, time);
        await Task.WhenAll(one.Keeper().BeginDueAsync(default), other.Keeper().BeginDueAsync(default));
        Assert.Single(one.Days.Concat(other.Days));
    }

    [DatabaseTheory, DatabaseData]
    public async Task FixedDay_IsLeftToWhoeverMovesIt(TestDatabase test)
    {
        await using var host = new Host(test, new FakeTimeProvider(BeforeMidnight), asOf: new DateOnly(2020, 6, 29));
        await host.StartAsync();
        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(host.Days);
    }

    private sealed class Host : IAsyncDisposable
    {
        private readonly TestFolder folder = new();
        private readonly ServiceProvider services;
        private readonly SemaphoreSlim heard = new(0);
        private BusinessDayKeeper? running;

        public Host(TestDatabase test, FakeTimeProvider time, DateOnly? asOf = null)
        {
            Time = time;
            var collection = new ServiceCollection().AddSingleton<TimeProvider>(time).AddSingleton(this);
            collection.AddPlatform(folder.With("p/pack.yaml", """
                id: p
                version: 1.0.0
                title: {zh: 试验区, en: Test district}
                time_zone: Asia/Shanghai
                """).Load("p"), test.Database, asOf);
            collection.AddEventHandler<BusinessDayBegan, Listener>();
            services = collection.BuildServiceProvider();
        }

        public FakeTimeProvider Time { get; }

        public List<DateOnly> Days { get; } = [];

        public BusinessDayKeeper Keeper() => new(
            services.GetRequiredService<IOperationPipeline>(), services.GetRequiredService<Database>(), services.GetRequiredService<BusinessClock>(), Time, NullLogger<BusinessDayKeeper>.Instance);

        public Task StartAsync()
        {
            running = Keeper();
            return running.StartAsync(default);
        }

        /// <summary>Waits until these days, and only these, have begun.</summary>
        public async Task HearsAsync(params DateOnly[] days)
        {
            while (Days.Count < days.Length)
            {
                Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(20)), $"Heard only {string.Join(", ", Days)}.");
            }

            Assert.Equal(days, Days);
        }

        public async ValueTask DisposeAsync()
        {
            if (running is not null)
            {
                await running.StopAsync(default);
                running.Dispose();
            }

            await services.DisposeAsync();
            heard.Dispose();
            folder.Dispose();
        }

        private sealed class Listener(Host host) : IDomainEventHandler<BusinessDayBegan>
        {
            public Task HandleAsync(BusinessDayBegan happened, OperationSession session, CancellationToken cancel)
            {
                host.Days.Add(happened.Day);
                host.heard.Release();
                return Task.CompletedTask;
            }
        }
    }
}
