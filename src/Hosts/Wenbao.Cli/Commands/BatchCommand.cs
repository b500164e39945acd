using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao batch</c>: makes, releases, withdraws and hands over payment batches.</summary>
internal static class BatchCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("batch", "拨付批次：生成、放行、送交 / Payment batches: make, release, hand over");
        command.Subcommands.Add(List(options, terminal));
        command.Subcommands.Add(Create(options, terminal));
        command.Subcommands.Add(Release(options, terminal));
        command.Subcommands.Add(Withdraw(options, terminal));
        command.Subcommands.Add(Export(options, terminal));
        return command;
    }

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var batch = new Argument<long?>("BATCH") { Description = "批次编号；不写则列出全部 / Number of a batch; without it, all batches", Arity = ArgumentArity.ZeroOrOne };
        var page = PaymentOptions.Page();
        var command = new Command("list", "列出批次，或一个批次的款项 / Batches, or the payments of one") { batch, page };
        command.SetAction((parsed, cancel) => parsed.GetValue(batch) is { } number
            ? PaymentOptions.AskAsync(parsed, options, terminal, new GetBatch(number, Page: parsed.GetValue(page)), found => Write(terminal, found), cancel)
            : PaymentOptions.AskAsync(parsed, options, terminal, new FindBatches(parsed.GetValue(page)), found => Write(terminal, found.Items), cancel));
        return command;
    }

    private static Command Create(GlobalOptions options, Terminal terminal)
    {
        var line = new Option<string?>("--line") { Description = "只含一个资金科目 / One fund line only", HelpName = "ID" };
        var command = new Command("create", "把可以拨付的款项生成一个批次 / Make a batch of everything that is cleared") { line };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new MakeBatch(parsed.GetValue(line)), made => PaymentCliTexts.BatchMade.With(made.Batch, made.Items, made.Amount, made.Remaining), cancel));
        return command;
    }

    private static Command Release(GlobalOptions options, Terminal terminal)
    {
        var batch = PaymentOptions.Number("BATCH", "批次编号 / Number of the batch");
        var command = new Command("release", "复核放行（由经办以外的人） / Release a batch that another person made") { batch };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new ReleaseBatch(parsed.GetRequiredValue(batch)), done => PaymentCliTexts.BatchReleased.With(done.Batch, done.Items, done.Amount), cancel));
        return command;
    }

    private static Command Withdraw(GlobalOptions options, Terminal terminal)
    {
        var batch = PaymentOptions.Number("BATCH", "批次编号 / Number of the batch");
        var command = new Command("withdraw", "放行前撤回 / Give a batch up before it is released") { batch };
        command.SetAction((parsed, cancel) => PaymentOptions.SendAsync(
            parsed, options, terminal, new WithdrawBatch(parsed.GetRequiredValue(batch)), done => PaymentCliTexts.BatchWithdrawn.With(done.Batch, done.Items), cancel));
        return command;
    }

    private static Command Export(GlobalOptions options, Terminal terminal)
    {
        var batch = PaymentOptions.Number("BATCH", "批次编号 / Number of the batch");
        var file = new Option<FileInfo?>("--out") { Description = "文件路径，缺省为批次的报文标识 / Path of the file, the batch's message id by default", HelpName = "FILE.xml" };
        var command = new Command("export", "送交银行：写出 pain.001.001.10 文件，可重复写出 / Hand over to the bank: write the pain.001.001.10 file, as often as needed") { batch, file };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var exported = await district.SendAsync(new ExportBatch(parsed.GetRequiredValue(batch)), stop).ConfigureAwait(false);
            if (!exported.IsSuccess)
            {
                return terminal.Refuse(exported.Problem!);
            }

            var content = await district.AskAsync(new GetBatchFile(exported.Value.Batch), stop).ConfigureAwait(false);
            if (!content.IsSuccess)
            {
                return terminal.Refuse(content.Problem!);
            }

            var path = parsed.GetValue(file)?.FullName ?? Path.GetFullPath(content.Value.Name);
            var unfinished = path + ".part";
            await File.WriteAllBytesAsync(unfinished, content.Value.Content, stop).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { batch = exported.Value.Batch, messageId = exported.Value.MessageId, items = exported.Value.Items, amountFen = exported.Value.Amount.Fen, digest = exported.Value.Digest, file = path });
                return WenbaoCommand.Success;
            }

            terminal.Line(PaymentCliTexts.BatchExported.With(exported.Value.Batch, exported.Value.MessageId, exported.Value.Items, exported.Value.Amount, exported.Value.Digest));
            terminal.Line(PaymentCliTexts.FileWritten.With(path));
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static void Write(Terminal terminal, IReadOnlyList<BatchSummary> batches)
    {
        if (batches.Count == 0)
        {
            terminal.Line(PaymentCliTexts.NothingThere.For());
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Batch.For(), PaymentCliTexts.Line.For(), PaymentCliTexts.State.For())
            .AddColumn(PaymentCliTexts.Items.For(), c => c.RightAligned()).AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned())
            .AddColumns(PaymentCliTexts.MadeBy.For(), PaymentCliTexts.ReleasedBy.For(), PaymentCliTexts.HandedOver.For());
        foreach (var batch in batches)
        {
            table.AddRow(
                PaymentOptions.Shown(batch.Batch), batch.Line ?? PaymentCliTexts.Everything.For(), PaymentTexts.Name(batch.Stage).For(), PaymentOptions.Shown(batch.Items), batch.Amount.Grouped(),
                batch.MadeBy, batch.ReleasedBy ?? "", PaymentOptions.Shown(batch.HandedOverOn));
        }

        terminal.Console.Write(table);
    }

    private static void Write(Terminal terminal, BatchPage page)
    {
        Write(terminal, [page.Summary]);
        foreach (var sum in page.States)
        {
            terminal.Line($"  {PaymentTexts.Name(sum.State).For()}: {PaymentOptions.Shown(sum.Items)}, {sum.Amount}");
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Reference.For(), PaymentCliTexts.Entitlement.For(), PaymentCliTexts.Name.For(), PaymentCliTexts.Account.For())
            .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.State.For(), PaymentCliTexts.Reason.For());
        foreach (var item in page.Items)
        {
            table.AddRow(
                item.EndToEndId, PaymentOptions.Shown(item.Entitlement), Markup.Escape(item.PayeeName), item.AccountTail, item.Amount.Grouped(), PaymentTexts.Name(item.State).For(),
                Markup.Escape(item.Reason?.For() ?? ""));
        }

        terminal.Console.Write(table);
    }
}
