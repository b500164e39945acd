using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao bank</c>: reads the bank's files, simulates a bank, shows what a person must look at, compares books and bank.</summary>
internal static class BankCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("bank", "银行报文：导入、模拟、待核、对账 / The bank's messages: import, simulate, exceptions, reconciliation");
        command.Subcommands.Add(Import(options, terminal));
        command.Subcommands.Add(Simulate(options, terminal));
        command.Subcommands.Add(Exceptions(options, terminal));
        command.Subcommands.Add(Close(options, terminal));
        command.Subcommands.Add(Reconcile(options, terminal));
        return command;
    }

    private static Command Import(GlobalOptions options, Terminal terminal)
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "银行的文件，次序不限 / The bank's files, in any order", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var command = new Command("import", "导入 pain.002.001.11 或 camt.053.001.08，可重复导入 / Read pain.002.001.11 or camt.053.001.08 files; again changes nothing") { files };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var (read, code) = (new List<ImportedBankMessage>(), WenbaoCommand.Success);
            foreach (var file in parsed.GetRequiredValue(files))
            {
                // Each file is one wish: a key for one would not do for the next.
                var imported = await district.SendAsync(new ImportBankMessage(file.FullName), stop).ConfigureAwait(false);
                if (!imported.IsSuccess)
                {
                    code = terminal.Refuse(imported.Problem!);
                    continue;
                }

                read.Add(imported.Value);
                if (!parsed.GetValue(options.Json))
                {
                    terminal.Line(Told(imported.Value));
                }
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(read);
            }

            return code;
        }, cancel));
        return command;
    }

    private static string Told(ImportedBankMessage message)
    {
        var kind = PaymentTexts.Name(message.Kind).For();
        return message.IsRepeated
            ? PaymentCliTexts.MessageRepeated.With(kind, message.MessageId)
            : PaymentCliTexts.MessageRead.With(kind, message.MessageId, message.Accepted, message.Rejected, message.Paid, message.Returned, message.Recovered, message.Exceptions);
    }

    private static Command Simulate(GlobalOptions options, Terminal terminal)
    {
        var batch = new Option<long>("--batch") { Description = "批次编号 / Number of the batch", HelpName = "N", Required = true };
        var rejections = new Option<int>("--reject") { Description = "拒付几笔 / How many payments it rejects", HelpName = "K" };
        var reason = new Option<string>("--reason") { Description = "拒付原因代码 / Code of the reason", HelpName = "CODE", DefaultValueFactory = _ => "AC01" };
        var returns = new Option<int>("--return") { Description = "付出后退回几笔 / How many come back after they left", HelpName = "K" };
        var late = new Option<int>("--late") { Description = "迟几天入账 / How many days late it books", HelpName = "DAYS" };
        var twice = new Option<bool>("--twice") { Description = "每个文件发两次 / Every file twice" };
        var partial = new Option<bool>("--partial") { Description = "先答复一半 / A half first, the rest a day later" };
        var outOfOrder = new Option<bool>("--out-of-order") { Description = "对账单先到 / The statement first" };
        var unknown = new Option<bool>("--unknown") { Description = "夹带不认识的付款和批次 / With payments and batches that nobody knows" };
        var brief = new Option<bool>("--brief") { Description = "汇总答复和入账 / Whole parts by number and sum" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "写出的目录 / Folder of the files", HelpName = "DIR", Required = true };
        var command = new Command("simulate", "模拟银行答复一个批次（演示和测试用） / Answer a batch as a bank would; for demonstrations and tests")
        {
            batch, rejections, reason, returns, late, twice, partial, outOfOrder, unknown, brief, folder,
        };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var file = await district.AskAsync(new GetBatchFile(parsed.GetRequiredValue(batch)), stop).ConfigureAwait(false);
            var answers = file.Then(f => BankSimulator.Answer(f.Content, new BankBehaviour
            {
                Rejections = parsed.GetValue(rejections),
                RejectionReason = parsed.GetRequiredValue(reason),
                Returns = parsed.GetValue(returns),
                DaysLate = parsed.GetValue(late),
                AnswersTwice = parsed.GetValue(twice),
                AnswersPartly = parsed.GetValue(partial),
                AnswersOutOfOrder = parsed.GetValue(outOfOrder),
                NamesUnknown = parsed.GetValue(unknown),
                IsBrief = parsed.GetValue(brief),
            }));
            return answers.IsSuccess ? await WriteAsync(terminal, parsed.GetRequiredValue(folder), answers.Value, stop).ConfigureAwait(false) : terminal.Refuse(answers.Problem!);
        }, cancel));
        return command;
    }

    private static async Task<int> WriteAsync(Terminal terminal, DirectoryInfo folder, IReadOnlyList<SimulatedFile> files, CancellationToken cancel)
    {
        folder.Create();
        foreach (var file in files)
        {
            var path = Path.Combine(folder.FullName, file.Name);
            await File.WriteAllBytesAsync(path, file.Content, cancel).ConfigureAwait(false);
            terminal.Line(path);
        }

        await terminal.Error.WriteLineAsync(PaymentCliTexts.Simulated.With(files.Count)).ConfigureAwait(false);
        return WenbaoCommand.Success;
    }

    private static Command Exceptions(GlobalOptions options, Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "已核销的也列出 / Those closed as well" };
        var page = PaymentOptions.Page();
        var command = new Command("exceptions", "列出待核事项 / What a person must look at") { all, page };
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(parsed, options, terminal, new FindBankExceptions(!parsed.GetValue(all), parsed.GetValue(page)), found =>
        {
            if (found.Items.Count == 0)
            {
                terminal.Line(PaymentCliTexts.NothingThere.For());
                return;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Exception.For(), PaymentCliTexts.What.For(), PaymentCliTexts.Reference.For(), PaymentCliTexts.Entitlement.For())
                .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.Since.For(), PaymentCliTexts.Note.For());
            foreach (var item in found.Items)
            {
                table.AddRow(
                    PaymentOptions.Shown(item.Exception), PaymentTexts.Name(item.Kind).For(), Markup.Escape(item.Reference), item.Entitlement is { } e ? PaymentOptions.Shown(e) : "", item.Amount?.Grouped() ?? "",
                    PaymentOptions.Shown(item.RaisedOn), Markup.Escape(item.Note ?? ""));
            }

            terminal.Console.Write(table);
        }, cancel));
        return command;
    }

    private static Command Close(GlobalOptions options, Terminal terminal)
    {
        var exception = PaymentOptions.Number("ID", "待核事项编号 / Number of the exception");
        var note = PaymentOptions.Reason("--note");
        var command = new Command("close", "核销待核事项 / Close an exception with what was found") { exception, note };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new CloseBankException(parsed.GetRequiredValue(exception), parsed.GetRequiredValue(note)), done => PaymentCliTexts.ExceptionClosed.With(done.Exception), cancel));
        return command;
    }

    private static Command Reconcile(GlobalOptions options, Terminal terminal)
    {
        var from = PaymentOptions.Day("--from", "第一天 / First day");
        var to = PaymentOptions.Day("--to", "最后一天 / Last day");
        (from.Required, to.Required) = (true, true);
        var command = new Command("reconcile", "账与银行逐日核对 / Compare books and bank day by day") { from, to };
        command.SetAction((parsed, cancel) => PaymentOptions.AskAsync(
            parsed, options, terminal, new GetReconciliation(parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value), found => Write(terminal, found), cancel));
        return command;
    }

    private static void Write(Terminal terminal, Reconciliation found)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(PaymentCliTexts.Day.For())
            .AddColumn(PaymentCliTexts.Debits.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Paid.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Unexplained.For(), c => c.RightAligned())
            .AddColumn(PaymentCliTexts.Credits.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Back.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Unexplained.For(), c => c.RightAligned())
            .AddColumn(PaymentCliTexts.Agrees.For());
        foreach (var day in found.Days)
        {
            table.AddRow(
                PaymentOptions.Shown(day.Day), day.Debits.ToString(), day.Paid.ToString(), day.UnexplainedDebits.ToString(), day.Credits.ToString(), (day.Returned + day.Recovered).ToString(),
                day.UnexplainedCredits.ToString(), (day.IsBalanced ? PaymentCliTexts.Yes : PaymentCliTexts.No).For());
        }

        terminal.Console.Write(table);
        foreach (var batch in found.Batches)
        {
            terminal.Line($"{batch.MessageId}: " + string.Join("; ", batch.States.Select(s => $"{PaymentTexts.Name(s.State).For()} {PaymentOptions.Shown(s.Items)}, {s.Amount}")));
        }

        terminal.Line((found.IsBalanced ? PaymentCliTexts.AllAgree : PaymentCliTexts.SomeDiffer).For());
    }
}
