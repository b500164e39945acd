using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Time;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Time;

public sealed class BusinessClockTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Day_IsThatOfThePacksZone()
    {
        var time = new TestClock(new DateTimeOffset(2020, 6, 30, 15, 59, 59, TimeSpan.Zero));
        var clock = new BusinessClock(time, Shanghai);
        Assert.Equal(new DateOnly(2020, 6, 30), clock.Today);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new DateOnly(2020, 7, 1), clock.Today);
    }

    [Fact]
    public void FixedDay_StaysWhileTheMomentGoesOn()
    {
        var time = new TestClock();
        var clock = new BusinessClock(time, Shanghai, new DateOnly(2020, 6, 30));
        var before = clock.Now;
        time.Advance(TimeSpan.FromDays(400));
        Assert.Equal((new DateOnly(2020, 6, 30), TimeSpan.FromDays(400), true), (clock.Today, clock.Now - before, clock.IsFixed));
    }

    [Fact]
    public void Progress_TellsPhasesAndEnds_NotEveryUnit()
    {
        var time = new TestClock();
        var told = new List<string>();
        var progress = new JobProgress(time);
        progress.Changed += (_, step) => told.Add($"{step.Phase.En} {step.Done}/{step.Total}");
        progress.Begin(new LocalizedText("写入", "Write"), 1000);
        for (var i = 0; i < 1000; i++)
        {
            time.Advance(TimeSpan.FromMilliseconds(i == 500 ? 100 : 0));
            progress.Advance();
        }

        Assert.Equal(["Write 0/1000", "Write 501/1000", "Write 1000/1000"], told);
        Assert.Equal(1.0, progress.Current.Share);
    }

    [Fact]
    public void Progress_StopsWhenTold()
    {
        using var stop = new CancellationTokenSource();
        var progress = new JobProgress(new TestClock(), cancel: stop.Token);
        progress.ThrowIfCancelled();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(progress.ThrowIfCancelled);
    }
}
