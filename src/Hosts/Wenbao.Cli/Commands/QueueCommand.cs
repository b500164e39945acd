using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao queue</c>: who waits for the money of a line; <c>wenbao decisions</c>: which claims wait for an officer.</summary>
internal static class QueueCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var line = new Argument<string?>("LINE") { Description = "资金科目；不写则列出有人排队的科目 / Fund line; without it, the lines on which claims wait", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("queue", "排队等资金的申领 / Claims that wait for money") { line };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => parsed.GetValue(line) is { } id
            ? QueueAsync(district, terminal, id, parsed.GetValue(options.Json), stop)
            : LinesAsync(district, terminal, parsed.GetValue(options.Json), stop), cancel));
        return command;
    }

    public static Command Decisions(GlobalOptions options, Terminal terminal)
    {
        var policy = new Option<string?>("--policy") { Description = "只看一项政策 / One policy only", HelpName = "ID" };
        var figures = new Option<bool>("--figures") { Description = "各政策的办理情况和用时，不列申领 / How the claims of each policy fared and how long it took, instead of the claims" };
        var (from, to) = (DayOption("--from", "受理日起 / Claimed from"), DayOption("--to", "受理日止 / Claimed to"));
        var command = new Command("decisions", "待审核的申领，先受理的在前 / Claims to decide, the oldest first") { policy, figures, from, to };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            if (parsed.GetValue(figures))
            {
                var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
                var within = first is null && last is null ? null : new Period?(new Period(first ?? DateOnly.MinValue, last ?? DateOnly.MaxValue));
                var told = await district.AskAsync(new GetClaimFigures(within, parsed.GetValue(policy) is { } one ? [one] : null), stop).ConfigureAwait(false);
                return told.IsSuccess ? Write(terminal, told.Value, parsed.GetValue(options.Json)) : terminal.Refuse(told.Problem!);
            }

            var found = await district.AskAsync(new FindDecisionQueue(parsed.GetValue(policy)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            Write(terminal, found.Value, parsed.GetValue(options.Json));
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Option<DateOnly?> DayOption(string name, string description) => new(name) { Description = description, HelpName = "DATE" };

    private static int Write(Terminal terminal, IReadOnlyList<ClaimFigures> figures, bool json)
    {
        if (json)
        {
            terminal.Json(figures.Select(f => new
            {
                policy = f.Policy,
                submitted = f.Submitted,
                toDecide = f.ToDecide,
                returned = f.Returned,
                waiting = f.Waiting,
                granted = f.Granted,
                refused = f.Refused,
                ended = f.Ended,
                recipients = f.Recipients,
                approvedFen = f.Approved.Fen,
                settledFen = f.Settled.Fen,
                medianDays = f.MedianDays,
                longestDays = f.LongestDays,
                daysToSettle = f.DaysToSettle,
            }));
            return WenbaoCommand.Success;
        }

        if (figures.Count == 0)
        {
            terminal.Line(ClaimCliTexts.NothingClaimed.For());
            return WenbaoCommand.Success;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(ClaimCliTexts.Policy.For());
        foreach (var heading in new[]
        {
            ClaimCliTexts.Claimed, ClaimCliTexts.ToDecide, ClaimCliTexts.SentBack, ClaimCliTexts.Waiting, ClaimCliTexts.Granted, ClaimCliTexts.RefusedCount,
            ClaimCliTexts.Recipients, ClaimCliTexts.Amount, ClaimCliTexts.MedianDays, ClaimCliTexts.LongestDays, ClaimCliTexts.DaysToSettle,
        })
        {
            table.AddColumn(heading.For(), c => c.RightAligned());
        }

        foreach (var f in figures)
        {
            table.AddRow(
                f.Policy, Count(f.Submitted), Count(f.ToDecide), Count(f.Returned), Count(f.Waiting), Count(f.Granted), Count(f.Refused), Count(f.Recipients), f.Approved.Grouped(),
                f.MedianDays?.ToString("0.#", CultureInfo.InvariantCulture) ?? "", f.LongestDays?.ToString(CultureInfo.InvariantCulture) ?? "", f.DaysToSettle?.ToString("0.#", CultureInfo.InvariantCulture) ?? "");
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;

        static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
    }

    private static void Write(Terminal terminal, DecisionQueue queue, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                count = queue.Count,
                policies = queue.Policies.Select(p => new { policy = p.Policy, count = p.Count }),
                items = queue.Items.Select(i => new { item = ClaimJson.Of(i.Item), ageWorkingDays = i.AgeWorkingDays, advice = i.Advice?.ToString(), reason = ClaimJson.Of(i.Reason), answer = i.Answer }),
            });
            return;
        }

        terminal.Line(queue.Count == 0 ? ClaimCliTexts.NothingToDecide.For() : ClaimCliTexts.ToDecideCount.With(queue.Count));
        if (queue.Items.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(ClaimCliTexts.Number.For(), ClaimCliTexts.Policy.For(), ClaimCliTexts.Subject.For(), ClaimCliTexts.Period.For())
            .AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(ClaimCliTexts.Age.For(), c => c.RightAligned()).AddColumns(ClaimCliTexts.Advice.For(), ClaimCliTexts.Answer.For());
        foreach (var one in queue.Items)
        {
            var advice = one.Advice switch { Outcome.Eligible => Texts.Found.For(), Outcome.Undetermined => Texts.Undetermined.For(), Outcome.Ineligible => Texts.Ineligible.For(), _ => "" };
            table.AddRow(
                ClaimJson.Number(one.Item.Id), one.Item.Policy, Markup.Escape(one.Item.Subject), Markup.Escape(EntitlementTexts.Period(one.Item.CaseKey).For()), one.Item.Amount.ToString(),
                one.AgeWorkingDays?.ToString(CultureInfo.InvariantCulture) ?? "", advice + (one.Item.IsHeld ? ClaimCliTexts.Held.For() : ""),
                Markup.Escape(one.Answer ?? ""));
        }

        terminal.Console.Write(table);
    }

    private static async Task<int> LinesAsync(District district, Terminal terminal, bool json, CancellationToken cancel)
    {
        var found = await district.AskAsync(new FindQueuedLines(), cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return terminal.Refuse(found.Problem!);
        }

        if (json)
        {
            terminal.Json(found.Value.Select(l => new { line = l.Line, count = l.Count, amountFen = l.Amount.Fen, freeFen = l.Free?.Fen }));
        }
        else if (found.Value.Count == 0)
        {
            terminal.Line(ClaimCliTexts.NobodyWaits.For());
        }

        foreach (var line in json ? [] : found.Value)
        {
            terminal.Line(ClaimCliTexts.QueueOf.With(line.Name.For(), line.Line, line.Count, line.Amount, line.Free?.Grouped() ?? ClaimCliTexts.NoCeiling.For()));
        }

        return WenbaoCommand.Success;
    }

    private static async Task<int> QueueAsync(District district, Terminal terminal, string line, bool json, CancellationToken cancel)
    {
        var items = new List<QueuedClaim>();
        ClaimQueue? first = null;
        for (QueuePlace? after = null; ;)
        {
            var found = await district.AskAsync(new FindClaimQueue(line, after), cancel).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            first ??= found.Value;
            items.AddRange(found.Value.Items);
            if ((after = found.Value.Next) is null)
            {
                break;
            }
        }

        if (json)
        {
            terminal.Json(new
            {
                line,
                count = first.Count,
                amountFen = first.Amount.Fen,
                freeFen = first.Free?.Fen,
                items = items.Select(i => new { position = i.Position, wantedFen = i.Wanted.Fen, reason = ClaimJson.Of(i.Reason), item = ClaimJson.Of(i.Item) }),
            });
            return WenbaoCommand.Success;
        }

        terminal.Line(ClaimCliTexts.QueueOf.With(first.Name.For(), line, first.Count, first.Amount, first.Free?.Grouped() ?? ClaimCliTexts.NoCeiling.For()));
        var table = new Table().Border(TableBorder.Simple).AddColumn(ClaimCliTexts.Place.For(), c => c.RightAligned())
            .AddColumns(ClaimCliTexts.Number.For(), ClaimCliTexts.Policy.For(), ClaimCliTexts.Subject.For(), ClaimCliTexts.Period.For()).AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned());
        foreach (var one in items)
        {
            table.AddRow(
                ClaimJson.Number(one.Position), ClaimJson.Number(one.Item.Id), one.Item.Policy, Markup.Escape(one.Item.Subject), Markup.Escape(EntitlementTexts.Period(one.Item.CaseKey).For()),
                one.Item.Amount + (one.Item.IsHeld ? ClaimCliTexts.Held.For() : ""));
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;
    }
}
