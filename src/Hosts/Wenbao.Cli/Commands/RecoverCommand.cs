using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao recover</c>: claims back what was paid without right.</summary>
internal static class RecoverCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("recover", "追回多付、错付的款项 / Claim back what was paid without right");
        command.Subcommands.Add(List(options, terminal));
        command.Subcommands.Add(Claim(options, terminal));
        command.Subcommands.Add(Approve(options, terminal));
        command.Subcommands.Add(Record(options, terminal));
        return command;
    }

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var page = PaymentOptions.Page();
        var command = new Command("list", "列出追回 / List recoveries") { page };
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(parsed, options, terminal, new FindRecoveries(Page: parsed.GetValue(page)), found =>
        {
            if (found.Items.Count == 0)
            {
                terminal.Line(PaymentCliTexts.NothingThere.For());
                return;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Recovery.For(), PaymentCliTexts.Reference.For(), PaymentCliTexts.Entitlement.For(), PaymentCliTexts.Name.For())
                .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Received.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.State.For(), PaymentCliTexts.Reason.For());
            foreach (var item in found.Items)
            {
                table.AddRow(
                    PaymentOptions.Shown(item.Recovery), item.Reference, PaymentOptions.Shown(item.Entitlement), Markup.Escape(item.PayeeName), item.Amount.Grouped(), item.Received.Grouped(),
                    PaymentTexts.Name(item.State).For(), Markup.Escape(item.Reason));
            }

            terminal.Console.Write(table);
        }, cancel));
        return command;
    }

    private static Command Claim(GlobalOptions options, Terminal terminal)
    {
        var entitlement = PaymentOptions.Number("ENTITLEMENT", "权益编号 / Number of the entitlement");
        var (amount, reason) = (PaymentOptions.Amount(), PaymentOptions.Reason());
        var command = new Command("claim", "立案追回 / Enter a claim") { entitlement, amount, reason };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new ClaimRecovery(parsed.GetRequiredValue(entitlement), parsed.GetRequiredValue(amount), parsed.GetRequiredValue(reason)),
            done => PaymentCliTexts.RecoveryClaimed.With(done.Recovery, done.Reference), cancel));
        return command;
    }

    private static Command Approve(GlobalOptions options, Terminal terminal)
    {
        var recovery = PaymentOptions.Number("RECOVERY", "追回编号 / Number of the recovery");
        var refusal = new Option<string?>("--refuse") { Description = "不予追回的原因 / Refuse it, and why", HelpName = "TEXT" };
        var command = new Command("approve", "审批追回（由立案以外的人） / Approve a claim that another person entered, or refuse it") { recovery, refusal };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new ApproveRecovery(parsed.GetRequiredValue(recovery), parsed.GetValue(refusal)),
            done => PaymentCliTexts.RecoveryDecided.With(done.Recovery, PaymentTexts.Name(done.State).For()), cancel));
        return command;
    }

    private static Command Record(GlobalOptions options, Terminal terminal)
    {
        var recovery = PaymentOptions.Number("RECOVERY", "追回编号 / Number of the recovery");
        var amount = PaymentOptions.Amount();
        var receipt = new Option<string>("--receipt") { Description = "收据编号，只入账一次 / Number of the receipt; counts once", HelpName = "NO", Required = true };
        var command = new Command("record", "凭收据入账 / Record money received against a receipt") { recovery, amount, receipt };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new RecordRecovery(parsed.GetRequiredValue(recovery), parsed.GetRequiredValue(amount), parsed.GetRequiredValue(receipt)),
            done => PaymentCliTexts.RecoveryRecorded.With(done.Recovery, done.Received, done.Outstanding), cancel));
        return command;
    }
}
