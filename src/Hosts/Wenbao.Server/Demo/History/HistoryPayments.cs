using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Server;

/// <summary>Plays what officers and the bank do with the money: lists, objections, batches, files, answers, mending.</summary>
internal sealed class HistoryPayments(HistoryPlan plan, HistoryDesk desk, WorkCalendar calendar, HistoryBank bank)
{
    private readonly List<(DateOnly On, Func<Task<Problem?>> Work)> due = [];

    /// <summary>How many payments arrived.</summary>
    public long Paid => bank.Paid;

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

    /// <summary>A list is published when its day has come; first those that somebody will object to.</summary>
    public async Task<Problem?> PublishAsync(DateOnly today)
    {
        var publishes = plan.Publicity.IsDoneOn(today, calendar);
        if (!publishes.IsSuccess || !publishes.Value)
        {
            return publishes.Problem;
        }

        var objections = plan.Objections.Where(o => o.On.FallsOn(today)).OrderBy(o => o.Policy is null).ToList();
        foreach (var objection in objections)
        {
            if (await ObjectAsync(today, objection).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }
        }

        return (await PublishAsync(policy: null).ConfigureAwait(false)).Problem;
    }

    /// <summary>Everything that is cleared is paid when the day of batches has come.</summary>
    public async Task<Problem?> PayAsync(DateOnly today)
    {
        var pays = plan.Batches.IsDoneOn(today, calendar);
        if (!pays.IsSuccess || !pays.Value)
        {
            return pays.Problem;
        }

        foreach (var fault in plan.Faults.Where(f => f.On.FallsOn(today)).OrderBy(f => f.Line is null))
        {
            var paid = await PayBatchAsync(fault.Line, fault).ConfigureAwait(false);
            var mendOn = calendar.Add(today, fault.MendedAfter);
            if ((paid.Problem ?? mendOn.Problem) is { } problem)
            {
                return problem;
            }

            due.Add((mendOn.Value, () => bank.MendAsync(fault.Returned)));
        }

        while (true)
        {
            var paid = await PayBatchAsync(line: null, fault: null).ConfigureAwait(false);
            if (!paid.IsSuccess || paid.Value == 0)
            {
                return paid.Problem;
            }
        }
    }

    /// <summary>Publishes a list.</summary>
    /// <returns>The list; null when there is nothing to publish.</returns>
    private async Task<Result<PublishedList?>> PublishAsync(string? policy)
    {
        var published = await desk.SendAsync(HistoryDesk.FinanceOfficer, new PublishList(Policy: policy)).ConfigureAwait(false);
        return published.Problem?.Kind == FundsProblems.NothingToPublish ? Result<PublishedList?>.Of(null) : published.Map(p => (PublishedList?)p);
    }

    private async Task<Problem?> ObjectAsync(DateOnly today, HistoryPlan.HeardObjection objection)
    {
        var published = await PublishAsync(objection.Policy).ConfigureAwait(false);
        if (!published.IsSuccess || published.Value is not { } list)
        {
            return published.Problem;
        }

        var raised = await desk.SendAsync(null, new RaiseObjection(list.List, 1, HistoryTexts.Objection)).ConfigureAwait(false);
        var resolveOn = calendar.Add(today, objection.ResolvedAfter);
        if ((raised.Problem ?? resolveOn.Problem) is { } problem)
        {
            return problem;
        }

        due.Add((resolveOn.Value, () => ResolveAsync(raised.Value.Objection, objection.Upheld)));
        return null;
    }

    private async Task<Problem?> ResolveAsync(long objection, bool upheld)
    {
        var resolved = await desk.SendAsync(
            HistoryDesk.FinanceOfficer, new ResolveObjection(objection, upheld, upheld ? HistoryTexts.Upheld : HistoryTexts.Dismissed)).ConfigureAwait(false);
        if (!resolved.IsSuccess || !upheld)
        {
            return resolved.Problem;
        }

        var revoked = await desk.SendAsync(HistoryDesk.Reviewer, new RevokeGrant(resolved.Value.Entitlement, HistoryTexts.Upheld)).ConfigureAwait(false);
        return revoked.Problem;
    }

    /// <summary>One batch: made, released by another person, handed over, answered by the bank.</summary>
    /// <returns>How many payments were in it; 0 when nothing is cleared.</returns>
    private async Task<Result<int>> PayBatchAsync(string? line, HistoryPlan.BankFault? fault)
    {
        var made = await desk.SendAsync(HistoryDesk.FinanceOfficer, new MakeBatch(line)).ConfigureAwait(false);
        if (!made.IsSuccess)
        {
            return made.Problem!.Kind == FundsProblems.NothingCleared ? 0 : made.Problem;
        }

        var released = await desk.SendAsync(HistoryDesk.FinanceApprover, new ReleaseBatch(made.Value.Batch)).ConfigureAwait(false);
        if (!released.IsSuccess)
        {
            return released.Problem!;
        }

        var handedOver = await desk.SendAsync(HistoryDesk.FinanceOfficer, new ExportBatch(made.Value.Batch)).ConfigureAwait(false);
        if (!handedOver.IsSuccess)
        {
            return handedOver.Problem!;
        }

        Batches++;
        return await bank.AnswerAsync(made.Value.Batch, fault?.Items ?? 0).ConfigureAwait(false) is { } problem ? problem : made.Value.Items;
    }
}
