using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao publicity</c>: lists, publishes, objects, decides objections.</summary>
internal static class PublicityCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("publicity", "公示：名单、异议 / Publicity: lists and objections");
        command.Subcommands.Add(List(options, terminal));
        command.Subcommands.Add(Publish(options, terminal));
        command.Subcommands.Add(Object(options, terminal));
        command.Subcommands.Add(Objections(options, terminal));
        command.Subcommands.Add(Resolve(options, terminal));
        return command;
    }

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var list = new Argument<long?>("LIST") { Description = "公示编号；不写则列出全部 / Number of a list; without it, all lists", Arity = ArgumentArity.ZeroOrOne };
        var page = PaymentOptions.Page();
        var command = new Command("list", "列出公示，或一份名单 / Lists, or the items of one") { list, page };
        command.SetAction((parsed, cancel) => parsed.GetValue(list) is { } number
            ? PaymentOptions.AskAsync(parsed, options, terminal, new GetPublicList(number, parsed.GetValue(page)), found => Write(terminal, found), cancel)
            : PaymentOptions.AskAsync(parsed, options, terminal, new FindPublicLists(parsed.GetValue(page)), found => Write(terminal, found), cancel));
        return command;
    }

    private static Command Publish(GlobalOptions options, Terminal terminal)
    {
        var line = new Option<string?>("--line") { Description = "只公示一个资金科目 / One fund line only", HelpName = "ID" };
        var policy = new Option<string?>("--policy") { Description = "只公示一项政策 / One policy only", HelpName = "ID" };
        var until = PaymentOptions.Day("--committed-until", "只公示这一天（含）以前承诺的 / Only what was committed up to this day");
        var command = new Command("publish", "公示全部待公示的款项 / Publish everything that waits for it") { line, policy, until };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new PublishList(parsed.GetValue(line), parsed.GetValue(policy), parsed.GetValue(until)),
            done => PaymentCliTexts.PublishedSum.With(done.List, done.Items, done.Amount, PaymentOptions.Shown(done.Until)), cancel));
        return command;
    }

    private static Command Object(GlobalOptions options, Terminal terminal)
    {
        var list = PaymentOptions.Number("LIST", "公示编号 / Number of the list");
        var item = PaymentOptions.Number("ITEM", "序号 / Number of the item");
        var text = new Option<string>("--text") { Description = "异议内容 / What is wrong", HelpName = "TEXT", Required = true };
        var command = new Command("object", "对一项提出异议 / Object to an item") { list, item, text };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new RaiseObjection(parsed.GetRequiredValue(list), parsed.GetRequiredValue(item), parsed.GetRequiredValue(text)),
            done => PaymentCliTexts.ObjectionRaised.With(done.Objection), cancel));
        return command;
    }

    private static Command Objections(GlobalOptions options, Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "已处理的也列出 / Those decided as well" };
        var page = PaymentOptions.Page();
        var command = new Command("objections", "列出异议 / List objections") { all, page };
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(
            parsed, options, terminal, new FindObjections(!parsed.GetValue(all), parsed.GetValue(page)), found => Write(terminal, found), cancel));
        return command;
    }

    private static Command Resolve(GlobalOptions options, Terminal terminal)
    {
        var objection = PaymentOptions.Number("ID", "异议编号 / Number of the objection");
        var upheld = new Option<bool>("--upheld") { Description = "异议成立，继续暂缓 / It is right: the payment stays held" };
        var dismissed = new Option<bool>("--dismissed") { Description = "异议不成立，恢复办理 / It is not: the payment goes on" };
        var reason = PaymentOptions.Reason();
        var command = new Command("resolve", "处理异议 / Decide an objection") { objection, upheld, dismissed, reason };
        command.Validators.Add(result =>
        {
            if (result.GetValue(upheld) == result.GetValue(dismissed))
            {
                result.AddError(PaymentCliTexts.UpheldOrDismissed.For());
            }
        });
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new ResolveObjection(parsed.GetRequiredValue(objection), parsed.GetValue(upheld), parsed.GetRequiredValue(reason)),
            done => (done.IsHeld ? PaymentCliTexts.ObjectionHeld : PaymentCliTexts.ObjectionFree).With(done.Entitlement), cancel));
        return command;
    }

    private static void Write(Terminal terminal, PublicLists found)
    {
        if (found.Lists.Count == 0)
        {
            terminal.Line(PaymentCliTexts.NothingThere.For());
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.List.For(), PaymentCliTexts.Scope.For(), PaymentCliTexts.Published.For(), PaymentCliTexts.Until.For())
            .AddColumn(PaymentCliTexts.Items.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Objections.For(), c => c.RightAligned());
        foreach (var list in found.Lists)
        {
            table.AddRow(
                PaymentOptions.Shown(list.List), Markup.Escape((list.Scope ?? PaymentCliTexts.Everything).For()), PaymentOptions.Shown(list.PublishedOn), PaymentOptions.Shown(list.Until),
                PaymentOptions.Shown(list.Items), list.Amount.Grouped(), PaymentOptions.Shown(list.Objections));
        }

        terminal.Console.Write(table);
    }

    private static void Write(Terminal terminal, PublicListPage found)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(PaymentCliTexts.Item.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.Name.For(), PaymentCliTexts.Policy.For())
            .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.State.For());
        foreach (var item in found.Items)
        {
            var policy = item.Period is null ? item.Policy.For() : $"{item.Policy.For()} {item.Period}";
            table.AddRow(PaymentOptions.Shown(item.Item), Markup.Escape(item.Name), Markup.Escape(policy), item.Amount.Grouped(), PaymentTexts.Name(item.State).For());
        }

        terminal.Console.Write(table);
    }

    private static void Write(Terminal terminal, FoundObjections found)
    {
        if (found.Items.Count == 0)
        {
            terminal.Line(PaymentCliTexts.NothingThere.For());
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Objection.For(), PaymentCliTexts.List.For(), PaymentCliTexts.Item.For(), PaymentCliTexts.Name.For())
            .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.Text.For(), PaymentCliTexts.State.For());
        foreach (var item in found.Items)
        {
            table.AddRow(
                PaymentOptions.Shown(item.Objection), PaymentOptions.Shown(item.List), PaymentOptions.Shown(item.Item), Markup.Escape(item.Name), item.Amount.Grouped(), Markup.Escape(item.Text),
                PaymentTexts.Name(item.State).For());
        }

        terminal.Console.Write(table);
    }
}
