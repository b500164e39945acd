using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao books</c>: proves the books, shows balances, exports a line's month, closes a month.</summary>
internal static class BooksCommand
{
    private static readonly LocalizedText Proved = new(
        "账簿完好：{0} 张凭证，{1} 条分录，{2} 个账户，已结 {3} 个月；借贷合计各 {4} 元。", "The books are sound: {0} vouchers, {1} entries, {2} accounts, {3} months closed; debits and credits are {4} yuan each.");
    private static readonly LocalizedText Written = new("已导出 {0} 条分录到 {1}；当月付讫 {2} 元，退回和追回 {3} 元。", "{0} entries written to {1}; paid in the month {2} yuan, come back {3}.");
    private static readonly LocalizedText Closed = new("{0} 已结账，{1} 张凭证，摘要 {2}。", "{0} is closed: {1} vouchers, digest {2}.");
    private static readonly LocalizedText Sums = new("借方合计 {0} 元，贷方合计 {1} 元。", "Debits {0} yuan, credits {1} yuan.");
    private static readonly LocalizedText Line = new("资金科目", "Fund line");
    private static readonly LocalizedText Level = new("层级", "Level");
    private static readonly LocalizedText Stage = new("阶段", "Stage");
    private static readonly LocalizedText Debits = new("借方", "Debits");
    private static readonly LocalizedText Credits = new("贷方", "Credits");
    private static readonly LocalizedText Balance = new("余额", "Balance");
    private static readonly LocalizedText Paid = new("已付净额", "Paid, net");
    private static readonly LocalizedText MonthExpected = new("--month 要写成 YYYY-MM，如 2020-06。", "--month is written YYYY-MM, such as 2020-06.");

    public static Command Make(GlobalOptions options, Terminal terminal) =>
        new("books", "账簿：核账、余额、导出、结账 / The books: prove, balance, export, close") { Verify(options, terminal), Show(options, terminal), Export(options, terminal), Close(options, terminal) };

    /// <summary>A month written <c>YYYY-MM</c>, given as its first day.</summary>
    private static Option<DateOnly> MonthOption() => new("--month")
    {
        Description = "月份 YYYY-MM / Month",
        HelpName = "MONTH",
        Required = true,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1 && DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            {
                return month;
            }

            result.AddError(MonthExpected.For());
            return default;
        },
    };

    private static Command Verify(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("verify", "核账：凭证、分录、余额、结账与审计逐一核对 / Prove vouchers, entries, balances and closed months against the audit");
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var proved = await district.AskAsync(new VerifyBooks(), stop).ConfigureAwait(false);
            if (!proved.IsSuccess)
            {
                return terminal.Refuse(proved.Problem!);
            }

            var books = proved.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { vouchers = books.Vouchers, entries = books.Entries, accounts = books.Accounts, closedMonths = books.ClosedMonths, turnover = books.Turnover.ToString() });
            }
            else
            {
                terminal.Line(Proved.With(Count(books.Vouchers), Count(books.Entries), Count(books.Accounts), Count(books.ClosedMonths), books.Turnover.Grouped()));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Show(GlobalOptions options, Terminal terminal)
    {
        var line = new Option<string?>("--line") { Description = "一个资金科目的账户 / The accounts of one line", HelpName = "LINE" };
        var accounts = new Option<bool>("--accounts") { Description = "列出全部账户 / List every account" };
        var on = new Option<DateOnly?>("--on") { Description = "截至某业务日 / As of the end of a business day", HelpName = "DATE" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "当时的账面 / As the books were at a moment", HelpName = "MOMENT" };
        var command = new Command("balance", "余额：科目总览，或试算平衡表 / Balances: the lines, or the trial balance") { line, accounts, on, at };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var wanted = parsed.GetValue(line);
            if (wanted is null && !parsed.GetValue(accounts) && parsed.GetValue(on) is null && parsed.GetValue(at) is null)
            {
                var lines = await district.AskAsync(new GetFundLines(), stop).ConfigureAwait(false);
                return lines.IsSuccess ? Write(terminal, lines.Value, parsed.GetValue(options.Json)) : terminal.Refuse(lines.Problem!);
            }

            var known = wanted is null ? default : await district.AskAsync(new GetFundLines(wanted), stop).ConfigureAwait(false);
            var balance = await district.AskAsync(new GetTrialBalance(parsed.GetValue(on), parsed.GetValue(at), wanted), stop).ConfigureAwait(false);
            return (known.Problem ?? balance.Problem) is { } problem ? terminal.Refuse(problem) : Write(terminal, balance.Value, parsed.GetValue(options.Json));
        }, cancel));
        return command;
    }

    private static Command Export(GlobalOptions options, Terminal terminal)
    {
        var line = new Option<string>("--line") { Description = "资金科目 / Fund line", HelpName = "LINE", Required = true };
        var month = MonthOption();
        var file = new Option<FileInfo>("--out") { Description = "CSV 文件 / CSV file", HelpName = "FILE.csv", Required = true };
        var command = new Command("export", "导出一个科目一个月的账簿，含每条分录的依据 / Export a line's month with what every entry rests on") { line, month, file };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var exported = await district.AskAsync(new ExportBooks(parsed.GetRequiredValue(line), parsed.GetValue(month), parsed.GetRequiredValue(file).FullName), stop).ConfigureAwait(false);
            if (!exported.IsSuccess)
            {
                return terminal.Refuse(exported.Problem!);
            }

            var written = exported.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { file = written.File, entries = written.Entries, paid = written.Paid.ToString(), cameBack = written.CameBack.ToString() });
            }
            else
            {
                terminal.Line(Written.With(Count(written.Entries), written.File, written.Paid.Grouped(), written.CameBack.Grouped()));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Close(GlobalOptions options, Terminal terminal)
    {
        var month = MonthOption();
        var command = new Command("close", "结账：此后该月不再记账 / Close a month: nothing is posted there any more") { month };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var closed = await district.SendAsync(new CloseMonth(parsed.GetValue(month)), stop).ConfigureAwait(false);
            if (!closed.IsSuccess)
            {
                return terminal.Refuse(closed.Problem!);
            }

            terminal.Line(Closed.With(closed.Value.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Count(closed.Value.Vouchers), closed.Value.Digest));
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static int Write(Terminal terminal, IReadOnlyList<FundLineState> lines, bool json)
    {
        if (json)
        {
            terminal.Json(lines.Select(s => new
            {
                line = s.Line.Id,
                name = s.Line.Name.For(),
                kind = s.Line.Kind.ToString(),
                appropriated = s.Appropriated.ToString(),
                free = s.Free.ToString(),
                committed = s.Committed.ToString(),
                payable = s.Payable.ToString(),
                inTransit = s.InTransit.ToString(),
                paid = s.NetPaid.ToString(),
                lent = s.Lent.ToString(),
                receivable = s.Receivable.ToString(),
                booked = s.Booked.ToString(),
                usedPercent = s.UsedPercent,
            }));
            return WenbaoCommand.Success;
        }

        FundStage[] stages = [FundStage.Appropriated, FundStage.Free, FundStage.Committed, FundStage.Payable, FundStage.InTransit];
        var table = new Table().Border(TableBorder.Simple).AddColumns(Line.For(), ClaimCliTexts.Name.For());
        foreach (var title in stages.Select(s => FundStages.Name(s).For()).Concat([Paid.For(), FundStages.Name(FundStage.Lent).For(), FundStages.Name(FundStage.Booked).For()]))
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        foreach (var state in lines)
        {
            table.AddRow(
                Markup.Escape(state.Line.Id), Markup.Escape(state.Line.Name.For()), state.Appropriated.Grouped(), state.Free.Grouped(), state.Committed.Grouped(), state.Payable.Grouped(), state.InTransit.Grouped(), state.NetPaid.Grouped(), state.Lent.Grouped(), state.Booked.Grouped());
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;
    }

    private static int Write(Terminal terminal, TrialBalance balance, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                debits = balance.Debits.ToString(),
                credits = balance.Credits.ToString(),
                accounts = balance.Rows.Select(r => new
                {
                    account = r.Id,
                    line = r.Account.Line,
                    level = r.Account.Level.ToString(),
                    stage = r.Account.Stage.ToString(),
                    debits = r.Debits.ToString(),
                    credits = r.Credits.ToString(),
                    balance = r.Balance.ToString(),
                }),
            });
            return WenbaoCommand.Success;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("#", Line.For(), Level.For(), Stage.For());
        foreach (var title in (LocalizedText[])[Debits, Credits, Balance])
        {
            table.AddColumn(new TableColumn(title.For()).RightAligned());
        }

        foreach (var row in balance.Rows)
        {
            table.AddRow(
                Count(row.Id), Markup.Escape(row.Account.Line), FundStages.Name(row.Account.Level).For(), FundStages.Name(row.Account.Stage).For(), row.Debits.Grouped(), row.Credits.Grouped(), row.Balance.Grouped());
        }

        terminal.Console.Write(table);
        terminal.Line(Sums.With(balance.Debits.Grouped(), balance.Credits.Grouped()));
        return WenbaoCommand.Success;
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
