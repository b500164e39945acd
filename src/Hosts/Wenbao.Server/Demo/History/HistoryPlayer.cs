using System.Globalization;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Server;

/// <summary>Plays the pack's past months day by day through the product's own operations, each sent as the demo user whose work it is (逐日演示).</summary>
/// <remarks>It decides nothing itself: what is claimed, granted, published, paid and booked is what the operations make of it. The business day is moved along, the moments are real.</remarks>
internal sealed class HistoryPlayer(IServiceProvider services, HistoryPlan plan, string folder, JobProgress progress)
{
    /// <summary>Whether somebody has claimed or been granted anything in the district.</summary>
    public static async Task<bool> IsWorkedInAsync(IServiceProvider services, CancellationToken cancel)
    {
        var balance = await services.GetRequiredService<IOperationPipeline>().AskAsync(new GetTrialBalance(), new OperationContext(DemoUsers.Operator), cancel).ConfigureAwait(false);
        return balance.Value.Rows.Any(r => r.Account.Stage is not (FundStage.Appropriated or FundStage.Free));
    }

    /// <summary>Plays all days.</summary>
    /// <returns>What was played; or the problem that an operation met.</returns>
    public async Task<Result<PlayedHistory>> PlayAsync(CancellationToken cancel)
    {
        var clock = services.GetRequiredService<BusinessClock>();
        var calendar = services.GetRequiredService<WorkCalendar>();
        var desk = new HistoryDesk(services.GetRequiredService<IOperationPipeline>(), cancel);
        var claims = new HistoryClaims(plan, desk, calendar, services.GetRequiredService<FundLines>(), services.GetRequiredService<PolicyLibrary>());
        var bank = new HistoryBank(
            desk, services.GetRequiredService<RegistryDeclaration>(), services.GetRequiredService<SubjectReader>(), services.GetRequiredService<Parties>(), folder);
        var payments = new HistoryPayments(plan, desk, calendar, bank);
        progress.BeginWhole(Playing(plan.Days.From), plan.Days.To.DayNumber - plan.Days.From.DayNumber + 1);
        try
        {
            for (var day = plan.Days.From; day <= plan.Days.To; day = day.AddDays(1))
            {
                clock.MoveTo(day);
                if (await PlayAsync(day, desk, claims, payments, calendar).ConfigureAwait(false) is { } problem)
                {
                    return problem;
                }

                progress.AdvanceWhole(Playing(day));
            }
        }
        finally
        {
            progress.EndWhole();
        }

        return new PlayedHistory(plan.Days, claims.Claimed, payments.Paid, payments.Batches);
    }

    /// <summary>One day: it begins; what is due is done; claims come in; what is to be decided today is decided; then lists, payments and books.</summary>
    private async Task<Problem?> PlayAsync(DateOnly day, HistoryDesk desk, HistoryClaims claims, HistoryPayments payments, WorkCalendar calendar)
    {
        var begin = new BeginBusinessDay(day);
        var begun = await desk.SendAsync(HistoryDesk.Operator, begin, begin.Key).ConfigureAwait(false);
        return begun.Problem
            ?? await claims.ReturnLoansAsync(day).ConfigureAwait(false)
            ?? await payments.MendAsync(day).ConfigureAwait(false)
            ?? await claims.ClaimAsync(day).ConfigureAwait(false)
            ?? await claims.ReviewAsync(day).ConfigureAwait(false)
            ?? await payments.PublishAsync(day).ConfigureAwait(false)
            ?? await payments.PayAsync(day).ConfigureAwait(false)
            ?? await CloseMonthAsync(day, desk, calendar).ConfigureAwait(false);
    }

    private async Task<Problem?> CloseMonthAsync(DateOnly day, HistoryDesk desk, WorkCalendar calendar)
    {
        var closes = plan.Closing.IsDoneOn(day, calendar);
        if (!closes.IsSuccess || !closes.Value || day.AddMonths(-1) < plan.Days.From)
        {
            return closes.Problem;
        }

        var closed = await desk.SendAsync(HistoryDesk.FinanceOfficer, new CloseMonth(day.AddMonths(-1))).ConfigureAwait(false);
        return closed.Problem;
    }

    private static LocalizedText Playing(DateOnly day) => new(
        string.Create(CultureInfo.InvariantCulture, $"演示 {day:yyyy-MM}"), string.Create(CultureInfo.InvariantCulture, $"Playing {day:yyyy-MM}"));
}
