using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao entitlement</c>: lists and shows entitlements, decides again, holds, answers a hold, revokes.</summary>
internal static class EntitlementCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal) => new("entitlement", "权益：列表、详情、重算、暂缓、补正说明、撤销 / Entitlements: list, show, decide again, hold, answer a hold, revoke")
    {
        List(options, terminal),
        Show(options, terminal),
        Replay(options, terminal),
        Revoke(options, terminal),
        Hold(options, terminal),
        Answer(options, terminal),
    };

    /// <summary>Sends a change of one entitlement and tells how it stands.</summary>
    public static Task<int> ChangeAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, IOperation<ChangedEntitlement> change, CancellationToken cancel) =>
        DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var changed = await district.SendAsync(change, stop).ConfigureAwait(false);
            if (!changed.IsSuccess)
            {
                return terminal.Refuse(changed.Problem!);
            }

            var now = changed.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { entitlement = now.Entitlement, state = now.State.ToString(), version = now.Version });
            }
            else
            {
                terminal.Line(ClaimCliTexts.Now.With(now.Entitlement, EntitlementTexts.Word(now.State).For(), now.Version));
            }

            return WenbaoCommand.Success;
        }, cancel);

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var state = new Option<EntitlementState?>("--state") { Description = "状态 / State", HelpName = "STATE" };
        var policy = new Option<string?>("--policy") { Description = "政策 / Policy", HelpName = "ID" };
        var subject = new Option<string?>("--subject") { Description = "对象 / Subject", HelpName = "ID" };
        var line = new Option<string?>("--line") { Description = "资金科目 / Fund line", HelpName = "LINE" };
        var text = new Option<string?>("--text") { Description = "权益编号、受理编号或对象编号 / Number, receipt or subject", HelpName = "TEXT" };
        var held = new Option<bool>("--held") { Description = "只看暂缓的 / Held ones only" };
        var before = new Option<long?>("--before") { Description = "从这个编号往前 / Numbers smaller than this", HelpName = "ID" };
        var command = new Command("list", "列出权益，新的在前 / List entitlements, the newest first") { state, policy, subject, line, text, held, before };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var filter = new EntitlementFilter(
                parsed.GetValue(state), parsed.GetValue(policy), parsed.GetValue(subject), null, parsed.GetValue(line), parsed.GetValue(held), parsed.GetValue(text));
            var found = await district.AskAsync(new FindEntitlements(filter, parsed.GetValue(before)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            Write(terminal, found.Value, parsed.GetValue(options.Json));
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Show(GlobalOptions options, Terminal terminal)
    {
        var id = Id();
        var command = new Command("show", "一笔权益的经过、判定和资金 / History, decision and money of an entitlement") { id };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var found = await district.AskAsync(new GetEntitlement(parsed.GetRequiredValue(id)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                WriteJson(terminal, found.Value);
            }
            else
            {
                Write(terminal, found.Value);
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Replay(GlobalOptions options, Terminal terminal)
    {
        var id = Id();
        var command = new Command("replay", "用当时的数据和版本重算 / Decide again with the data and the version of then") { id };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var replayed = await district.AskAsync(new ReplayDecision(parsed.GetRequiredValue(id)), stop).ConfigureAwait(false);
            if (!replayed.IsSuccess)
            {
                return terminal.Refuse(replayed.Problem!);
            }

            var decision = replayed.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { entitlement = decision.Entitlement, policy = decision.Policy, version = decision.PolicyVersion, outcome = decision.Outcome.ToString(), amountFen = decision.Amount.Fen });
            }
            else
            {
                terminal.Line(ClaimCliTexts.Replayed.With(decision.Entitlement, decision.Policy, decision.PolicyVersion, OutcomeOf(decision.Outcome), decision.Amount));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Revoke(GlobalOptions options, Terminal terminal)
    {
        var (id, reason) = (Id(), new Option<string>("--reason") { Description = "原因 / Why", HelpName = "TEXT", Required = true });
        var command = new Command("revoke", "撤销还没有付款的批准 / Take back a grant that is not paid yet") { id, reason };
        command.SetAction((parsed, cancel) => ChangeAsync(parsed, options, terminal, new RevokeGrant(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason)), cancel));
        return command;
    }

    private static Command Hold(GlobalOptions options, Terminal terminal)
    {
        var (id, reason) = (Id(), new Option<string?>("--reason") { Description = "原因 / Why", HelpName = "TEXT" });
        var release = new Option<bool>("--release") { Description = "恢复办理 / Let it go on" };
        var command = new Command("hold", "暂缓办理，或恢复 / Hold an entitlement, or let it go on") { id, reason, release };
        command.SetAction((parsed, cancel) => ChangeAsync(
            parsed, options, terminal,
            parsed.GetValue(release) ? new UnholdEntitlement(parsed.GetRequiredValue(id)) : new HoldEntitlement(parsed.GetRequiredValue(id), parsed.GetValue(reason) ?? ""),
            cancel));
        return command;
    }

    private static Command Answer(GlobalOptions options, Terminal terminal)
    {
        var (id, text) = (Id(), new Option<string>("--text") { Description = "说明 / The answer", HelpName = "TEXT", Required = true });
        var command = new Command("answer", "对象对暂缓作补正说明 / Answer, as the subject, why it is held") { id, text };
        command.SetAction((parsed, cancel) => ChangeAsync(parsed, options, terminal, new AnswerHold(parsed.GetRequiredValue(id), parsed.GetRequiredValue(text)), cancel));
        return command;
    }

    private static Argument<long> Id() => new("ID") { Description = "权益编号 / Number of the entitlement" };

    private static void Write(Terminal terminal, EntitlementPage page, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                counts = page.Counts.Select(c => new { state = c.State.ToString(), count = c.Count, amountFen = c.Amount.Fen }),
                items = page.Items.Select(ClaimJson.Of),
                next = page.Next,
            });
            return;
        }

        if (page.Items.Count == 0)
        {
            terminal.Line(ClaimCliTexts.NoEntitlements.For());
            return;
        }

        foreach (var count in page.Counts)
        {
            terminal.Line(ClaimCliTexts.CountOf.With(EntitlementTexts.Word(count.State).For(), count.Count.ToString("#,##0", CultureInfo.InvariantCulture), count.Amount));
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(ClaimCliTexts.Number.For(), ClaimCliTexts.Policy.For(), ClaimCliTexts.Subject.For(), ClaimCliTexts.Period.For(), ClaimCliTexts.State.For())
            .AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(ClaimCliTexts.Receipts.For());
        foreach (var item in page.Items)
        {
            table.AddRow(
                ClaimJson.Number(item.Id), item.Policy, Markup.Escape(item.Subject), Markup.Escape(EntitlementTexts.Period(item.CaseKey).For()),
                EntitlementTexts.Word(item.State).For() + (item.IsHeld ? ClaimCliTexts.Held.For() : ""), item.Amount.Grouped(), item.Receipt ?? "");
        }

        terminal.Console.Write(table);
        if (page.Next is { } next)
        {
            terminal.Line(ClaimCliTexts.More.With(next));
        }
    }

    private static void Write(Terminal terminal, EntitlementDetail detail)
    {
        var item = detail.Item;
        terminal.Line($"{item.Id} · {item.PolicyTitle.For()} · {item.SubjectName} · {EntitlementTexts.Period(item.CaseKey).For()}");
        terminal.Line($"{EntitlementTexts.Word(item.State).For()}{(item.IsHeld ? ClaimCliTexts.Held.For() : "")} · {item.Amount}{(detail.Reason is { } reason ? " · " + reason.For() : "")}");
        terminal.Line(ClaimCliTexts.MoneyAt.With(detail.Place.Word().For() + (detail.Position is { } position ? " · " + ClaimCliTexts.InQueue.With(position) : "")));
        if (detail.Payment is { PayeeName: { } payee, AccountTail: { } tail })
        {
            terminal.Line(ClaimCliTexts.Account.With(payee, tail));
        }

        if (detail.Decision is { } decision)
        {
            terminal.Line(ClaimCliTexts.DecidedBy.With(decision.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), decision.PolicyVersion, OutcomeOf(decision.Outcome), decision.Amount));
            foreach (var condition in decision.Explanation?.Conditions ?? [])
            {
                var mark = condition.Result switch { true => "✓", false => "✕", null => "?" };
                terminal.Line($"  {mark} {condition.Id} {(condition.Result == true ? condition.Label : condition.Reason).For()}");
            }
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(ClaimCliTexts.Day.For(), ClaimCliTexts.What.For(), ClaimCliTexts.State.For())
            .AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(ClaimCliTexts.Who.For(), ClaimCliTexts.Reason.For());
        foreach (var step in detail.History)
        {
            table.AddRow(
                step.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EntitlementTexts.Word(step.Deed).For(), EntitlementTexts.Word(step.State).For(), step.Amount.Grouped(), Markup.Escape(step.Actor),
                Markup.Escape(step.Reason?.For() ?? ""));
        }

        terminal.Console.Write(table);
    }

    private static void WriteJson(Terminal terminal, EntitlementDetail detail) => terminal.Json(new
    {
        item = ClaimJson.Of(detail.Item),
        department = detail.Department,
        mode = detail.Mode,
        settlement = detail.Settlement,
        place = detail.Place.ToString(),
        position = detail.Position,
        reason = ClaimJson.Of(detail.Reason),
        answer = detail.Answer,
        payment = detail.Payment is { } payment
            ? new
            {
                stage = payment.Stage.ToString(),
                amountFen = payment.Amount.Fen,
                accountTail = payment.AccountTail,
                since = ClaimJson.Day(payment.Since),
                publicUntil = ClaimJson.Day(payment.PublicUntil),
                batch = payment.Batch,
                paidOn = ClaimJson.Day(payment.PaidOn),
                reason = payment.Reason,
            }
            : null,
        decision = detail.Decision is { } decision
            ? new { on = ClaimJson.Day(decision.DecidedOn), by = decision.DecidedBy, version = decision.PolicyVersion, explanation = decision.Explanation is { } e ? ExplanationJson.Of(e, [e]) : null }
            : null,
        history = detail.History.Select(h => new { what = h.Deed.ToString(), on = ClaimJson.Day(h.On), by = h.Actor, state = h.State.ToString(), amountFen = h.Amount.Fen, reason = ClaimJson.Of(h.Reason) }),
    });

    private static string OutcomeOf(Outcome outcome) => (outcome switch { Outcome.Eligible => Texts.Found, Outcome.Undetermined => Texts.Undetermined, _ => Texts.Ineligible }).For();
}
