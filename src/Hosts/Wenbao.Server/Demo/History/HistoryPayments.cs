using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Server;

/// <summary>Plays what officers and the bank do with the money: lists, objections, batches, files, answers, mending.</summary>
internal sealed class HistoryPayments(HistoryPlan plan, HistoryDesk desk, WorkCalendar calendar, IServiceProvider services)
{
    private readonly List<(DateOnly On, Func<Task<Problem?>> Work)> due = [];

    /// <summary>How many payments arrived.</summary>
    public long Paid { get; private set; }

    /// <summary>How many batches went out.</summary>
    public long Batches { get; private set; }

    /// <summary>What was put off to the day: objections decided, rejected payments mended.</summary>
    public async Task<Problem?> MendAsync(DateOnly today)
    {
        foreach (var (_, work) in due.Where(d => d.On <= today).ToList())
        {
            if (await work().ConfigureAwait(false) is { } problem)
            {
                return problem;
            }
        }

        due.RemoveAll(d => d.On <= today);
        return null;
    }

    /// <summary>A list is published when its day has come.</summary>
    public Task<Problem?> PublishAsync(DateOnly today) => Task.FromResult<Problem?>(null);

    /// <summary>Everything that is cleared is paid when the day of batches has come.</summary>
    public Task<Problem?> PayAsync(DateOnly today) => Task.FromResult<Problem?>(null);
}
