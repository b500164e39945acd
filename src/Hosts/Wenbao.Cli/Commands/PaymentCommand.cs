using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao payment</c>: what waits, what to do with payments that came back, what was paid out and what is late.</summary>
internal static class PaymentCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("payment", "款项：待办、更正、退回预算、兑现情况、逾期 / Payments: what waits, mending, returning to the budget, what was paid out, what is late");
        command.Aliases.Add("payments");
        command.Subcommands.Add(Waiting(options, terminal));
        command.Subcommands.Add(Returned(options, terminal));
        command.Subcommands.Add(Mend(options, terminal));
        command.Subcommands.Add(Return(options, terminal));
        command.Subcommands.Add(PayoutCommand.Totals(options, terminal));
        command.Subcommands.Add(PayoutCommand.Late(options, terminal));
        return command;
    }

    private static Command Waiting(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("waiting", "各资金科目各环节待办的款项 / What waits, by fund line and stage");
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(parsed, options, terminal, new GetPaymentOverview(), found =>
        {
            if (found.Count == 0)
            {
                terminal.Line(PaymentCliTexts.NothingThere.For());
                return;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Line.For(), PaymentCliTexts.State.For())
                .AddColumn(PaymentCliTexts.Items.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned());
            foreach (var sum in found)
            {
                table.AddRow(Markup.Escape($"{sum.LineName.For()} ({sum.Line})"), PaymentTexts.Name(sum.Stage).For(), PaymentOptions.Shown(sum.Items), sum.Amount.Grouped());
            }

            terminal.Console.Write(table);
        }, cancel));
        return command;
    }

    private static Command Returned(GlobalOptions options, Terminal terminal)
    {
        var page = PaymentOptions.Page();
        var command = new Command("returned", "银行拒付或退回、等待处理的款项 / Payments that came back and wait") { page };
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(parsed, options, terminal, new FindReturnedPayments(parsed.GetValue(page)), found =>
        {
            if (found.Items.Count == 0)
            {
                terminal.Line(PaymentCliTexts.NothingThere.For());
                return;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Entitlement.For(), PaymentCliTexts.Policy.For(), PaymentCliTexts.Name.For(), PaymentCliTexts.Account.For())
                .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.Reason.For(), PaymentCliTexts.Since.For());
            foreach (var item in found.Items)
            {
                table.AddRow(
                    PaymentOptions.Shown(item.Entitlement), Markup.Escape(item.Policy.For()), Markup.Escape(item.PayeeName), item.AccountTail, item.Amount.Grouped(), Markup.Escape(item.Reason.For()),
                    PaymentOptions.Shown(item.Since));
            }

            terminal.Console.Write(table);
        }, cancel));
        return command;
    }

    private static Command Mend(GlobalOptions options, Terminal terminal)
    {
        var entitlement = PaymentOptions.Number("ENTITLEMENT", "权益编号 / Number of the entitlement");
        var name = new Option<string>("--name") { Description = "户名 / Holder's name", HelpName = "NAME", Required = true };
        var account = new Option<string>("--account") { Description = "账号 / Account", HelpName = "NO", Required = true };
        var bank = new Option<string>("--bank") { Description = "开户行 / Bank", HelpName = "NAME", Required = true };
        var code = new Option<string?>("--bank-code") { Description = "联行号，12 位 / The bank's code of 12 digits", HelpName = "CODE" };
        var reason = PaymentOptions.Reason();
        var command = new Command("mend", "更正收款账户，列入下一批次 / Correct the payee's account; it goes into the next batch") { entitlement, name, account, bank, code, reason };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal,
            new MendPayment(
                parsed.GetRequiredValue(entitlement),
                new Payee("", "", parsed.GetRequiredValue(name), parsed.GetRequiredValue(account), parsed.GetRequiredValue(bank), parsed.GetValue(code)),
                parsed.GetRequiredValue(reason)),
            done => PaymentCliTexts.PaymentMended.With(done.Entitlement), cancel));
        return command;
    }

    private static Command Return(GlobalOptions options, Terminal terminal)
    {
        var entitlement = PaymentOptions.Number("ENTITLEMENT", "权益编号 / Number of the entitlement");
        var reason = PaymentOptions.Reason();
        var command = new Command("return", "退回预算，不再拨付 / Return it to the budget for good") { entitlement, reason };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new ReturnToBudget(parsed.GetRequiredValue(entitlement), parsed.GetRequiredValue(reason)),
            done => PaymentCliTexts.PaymentReturned.With(parsed.GetRequiredValue(entitlement), done.Voucher), cancel));
        return command;
    }
}
