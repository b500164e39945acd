using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao fund</c>: takes back what a revolving fund lent, enters recoveries of a compensation fund, and shows both.</summary>
internal static class FundCommand
{
    private static readonly LocalizedText Back = new("已归还，尚有 {0} 元未归还，逾期 {1} 日，凭证 {2}。", "Returned; {0} yuan are still out, {1} days overdue, voucher {2}.");
    private static readonly LocalizedText Proposed = new("已提出 change/{0}，等待另一人用 wenbao budget approve 审批。", "change/{0} is proposed; another person approves it with wenbao budget approve.");
    private static readonly LocalizedText Turning = new(
        "规模 {0} 元，在用 {1} 元，可用 {2} 元；累计 {3} 笔 {4} 元，周转 {5} 次，平均 {6} 日；逾期 {7} 笔 {8} 元。", "Fund {0} yuan, out {1}, free {2}; {3} uses of {4} yuan, {5} turns, {6} days on average; {7} overdue, {8} yuan.");
    private static readonly LocalizedText Compensating = new(
        "规模 {0} 元，在途 {1} 元，已补偿 {2} 元（{3} 笔），已追回 {4} 元，可用 {5} 元，净损失占规模 {6}%。", "Fund {0} yuan, on its way {1}, paid {2} ({3} claims), recovered {4}, free {5}; net loss {6}% of the fund.");
    private static readonly LocalizedText Exhausted = new("基金余额为零，停办新业务。", "The fund is used up: new business stops.");
    private static readonly LocalizedText Borrower = new("借用方", "Borrower");
    private static readonly LocalizedText Amount = new("金额（元）", "Amount (yuan)");
    private static readonly LocalizedText Outstanding = new("未归还", "Out");
    private static readonly LocalizedText LentOn = new("借出日", "Lent on");
    private static readonly LocalizedText DueOn = new("到期日", "Due on");
    private static readonly LocalizedText ReturnedOn = new("归还日", "Returned on");
    private static readonly LocalizedText Overdue = new("逾期（日）", "Overdue (days)");

    public static Command Make(GlobalOptions options, Terminal terminal) => new("fund", "循环资金和风险补偿资金 / Revolving and compensation funds")
    {
        Return(options, terminal), Recover(options, terminal), List(options, terminal), Show(options, terminal),
    };

    private static Command Return(GlobalOptions options, Terminal terminal)
    {
        var loan = new Argument<long>("loan") { Description = "借用编号 / Number of the use", HelpName = "N" };
        var amount = MoneyArgument.Make();
        var reference = ReferenceOption();
        var command = new Command("return", "归还循环资金，全部或部分 / Return to a revolving fund, all or a part") { loan, amount, reference };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var back = await district.SendAsync(new ReturnToFund(parsed.GetValue(loan), Money.FromYuan(parsed.GetValue(amount)), parsed.GetRequiredValue(reference)), stop).ConfigureAwait(false);
            return back.IsSuccess ? Say(terminal, Back.With(back.Value.Outstanding.Grouped(), back.Value.DaysOverdue, back.Value.Voucher)) : terminal.Refuse(back.Problem!);
        }, cancel));
        return command;
    }

    private static Command Recover(GlobalOptions options, Terminal terminal)
    {
        var line = LineArgument();
        var amount = MoneyArgument.Make();
        var entitlement = EntitlementOption();
        var insurer = new Option<decimal>("--insurer-percent") { Description = "保险公司的比例 / The insurer's share", HelpName = "PERCENT", Required = true };
        var bank = new Option<decimal>("--bank-percent") { Description = "银行的比例 / The bank's share", HelpName = "PERCENT", Required = true };
        var reference = ReferenceOption();
        var command = new Command("recover", "登记补偿后追回，由另一人审批后分配 / Enter what was recovered on a compensated loan; another person approves it") { line, amount, entitlement, insurer, bank, reference };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var proposed = await district.SendAsync(
                new ProposeCompensationRecovery(
                    parsed.GetRequiredValue(line), parsed.GetValue(entitlement), Money.FromYuan(parsed.GetValue(amount)), parsed.GetValue(insurer), parsed.GetValue(bank), parsed.GetRequiredValue(reference)),
                stop).ConfigureAwait(false);
            return proposed.IsSuccess ? Say(terminal, Proposed.With(proposed.Value.Id)) : terminal.Refuse(proposed.Problem!);
        }, cancel));
        return command;
    }

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var line = LineArgument();
        var filter = new Option<LoanFilter>("--only") { Description = "Outstanding 在用、Overdue 逾期、Returned 已归还 / Which uses", HelpName = "FILTER" };
        var page = new Option<int>("--page") { Description = "第几页 / Page", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("list", "循环资金的借用情况 / Uses of a revolving fund") { line, filter, page };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var found = await district.AskAsync(new FindLoans(parsed.GetRequiredValue(line), parsed.GetValue(filter), parsed.GetValue(page)), stop).ConfigureAwait(false);
            return found.IsSuccess ? Write(terminal, found.Value, parsed.GetValue(options.Json)) : terminal.Refuse(found.Problem!);
        }, cancel));
        return command;
    }

    private static Command Show(GlobalOptions options, Terminal terminal)
    {
        var line = LineArgument();
        var command = new Command("show", "风险补偿资金的报表 / The statement of a compensation fund") { line };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var found = await district.AskAsync(new GetCompensationFund(parsed.GetRequiredValue(line)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            var fund = found.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new
                {
                    capital = fund.Capital.ToString(),
                    onItsWay = fund.OnItsWay.ToString(),
                    paid = fund.Paid.ToString(),
                    claims = fund.Claims,
                    recovered = fund.Recovered.ToString(),
                    free = fund.Free.ToString(),
                    lossPercent = fund.LossPercent,
                    isExhausted = fund.IsExhausted,
                });
                return WenbaoCommand.Success;
            }

            terminal.Line(Compensating.With(fund.Capital.Grouped(), fund.OnItsWay.Grouped(), fund.Paid.Grouped(), fund.Claims, fund.Recovered.Grouped(), fund.Free.Grouped(), fund.LossPercent ?? 0));
            return fund.IsExhausted ? Say(terminal, Exhausted.For()) : WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Argument<string> LineArgument() => new("line") { Description = "资金科目 / Fund line", HelpName = "LINE" };

    private static Option<long> EntitlementOption() => new("--entitlement") { Description = "权益编号 / Entitlement", HelpName = "N", Required = true };

    private static Option<string> ReferenceOption() => new("--reference") { Description = "银行流水号 / Bank reference", HelpName = "TEXT", Required = true };

    private static int Write(Terminal terminal, LoanPage page, bool json)
    {
        var figures = page.Figures;
        if (json)
        {
            terminal.Json(new
            {
                capital = figures.Capital.ToString(),
                outstanding = figures.Outstanding.ToString(),
                free = figures.Free.ToString(),
                uses = figures.Uses,
                turnover = figures.Turnover.ToString(),
                turns = figures.Turns,
                averageDays = figures.AverageDays,
                overdueUses = figures.OverdueUses,
                overdue = figures.Overdue.ToString(),
                loans = page.Loans.Select(l => new { loan = l.Id, amount = l.Amount.ToString(), outstanding = l.Outstanding.ToString(), borrowerType = l.BorrowerType, borrower = l.Borrower, lentOn = Day(l.LentOn), dueOn = Day(l.DueOn), returnedOn = l.ReturnedOn is { } on ? Day(on) : null, daysOverdue = l.DaysOverdue }),
            });
            return WenbaoCommand.Success;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("#", Borrower.For(), Amount.For(), Outstanding.For(), LentOn.For(), DueOn.For(), ReturnedOn.For(), Overdue.For());
        foreach (var loan in page.Loans)
        {
            table.AddRow(
                loan.Id.ToString(CultureInfo.InvariantCulture), Markup.Escape($"{loan.BorrowerType}/{loan.Borrower}"), loan.Amount.Grouped(), loan.Outstanding.Grouped(), Day(loan.LentOn), Day(loan.DueOn),
                loan.ReturnedOn is { } on ? Day(on) : "", loan.DaysOverdue == 0 ? "" : loan.DaysOverdue.ToString(CultureInfo.InvariantCulture));
        }

        terminal.Console.Write(table);
        return Say(terminal, Turning.With(
            figures.Capital.Grouped(), figures.Outstanding.Grouped(), figures.Free.Grouped(), figures.Uses, figures.Turnover.Grouped(), figures.Turns ?? 0, figures.AverageDays ?? 0, figures.OverdueUses, figures.Overdue.Grouped()));
    }

    private static int Say(Terminal terminal, string text)
    {
        terminal.Line(text);
        return WenbaoCommand.Success;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
