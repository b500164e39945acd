using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao payments totals</c> and <c>late</c>: what was paid out, and what is late.</summary>
internal static class PayoutCommand
{
    public static Command Totals(GlobalOptions options, Terminal terminal)
    {
        var from = PaymentOptions.Day("--from", "第一天；不写为年初 / First day; without it the first of the year");
        var to = PaymentOptions.Day("--to", "最后一天；不写为业务日 / Last day; without it the business day");
        var by = new Option<PayoutGrouping>("--by") { Description = "统计口径 / Grouping", HelpName = "policy|level|line|month|town|industry|size", DefaultValueFactory = _ => PayoutGrouping.Policy };
        var policy = new Option<string[]>("--policy") { Description = "只看这些政策，可以写几次 / These policies only, may be repeated", HelpName = "ID" };
        var file = new Option<FileInfo?>("--csv") { Description = "另存为 CSV 文件 / Write a CSV file", HelpName = "FILE.csv" };
        var command = new Command("totals", "兑现情况：已兑付、退回、追回、减免，按口径汇总 / What was paid out, returned, recovered and booked, by group") { from, to, by, policy, file };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var last = parsed.GetValue(to) ?? district.Today;
            var within = new Period(parsed.GetValue(from) ?? new DateOnly(last.Year, 1, 1), last);
            var asked = await district.AskAsync(new GetPayouts(within, parsed.GetValue(by), parsed.GetValue(policy) is { Length: > 0 } some ? some : null), stop).ConfigureAwait(false);
            if (!asked.IsSuccess)
            {
                return terminal.Refuse(asked.Problem!);
            }

            if (parsed.GetValue(file) is { } csv)
            {
                await File.WriteAllTextAsync(csv.FullName, PayoutTexts.Csv(asked.Value), new UTF8Encoding(false), stop).ConfigureAwait(false);
            }

            if (parsed.GetValue(options.Json))
            {
                WriteJson(terminal, asked.Value);
            }
            else
            {
                Write(terminal, asked.Value);
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    public static Command Late(GlobalOptions options, Terminal terminal)
    {
        var after = new Option<LatePlace?>("--after")
        {
            Description = "接着上一页 / Go on behind the page before",
            HelpName = "PLACE",
            CustomParser = result =>
            {
                var place = result.Tokens is [var token] ? LatePlace.Read(token.Value) : null;
                if (place is null)
                {
                    result.AddError(PaymentCliTexts.PlaceExpected.For());
                }

                return place;
            },
        };
        var command = new Command("late", "逾期未兑付，先批准的在前 / Granted, and not paid in time; the oldest grants first") { after };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var asked = await district.AskAsync(new FindLatePayments(parsed.GetValue(after)), stop).ConfigureAwait(false);
            if (!asked.IsSuccess)
            {
                return terminal.Refuse(asked.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                WriteJson(terminal, asked.Value);
            }
            else
            {
                Write(terminal, asked.Value);
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static void Write(Terminal terminal, Payouts payouts)
    {
        terminal.Line(PaymentCliTexts.PaidOutWithin.With(PaymentOptions.Shown(payouts.Within.From), PaymentOptions.Shown(payouts.Within.To)));
        if (payouts.Groups.Count == 0)
        {
            terminal.Line(PaymentCliTexts.NothingThere.For());
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(PayoutTexts.Name(payouts.By).For());
        foreach (var heading in (LocalizedText[])
            [PayoutTexts.Paid, PayoutTexts.Returned, PayoutTexts.Recovered, PayoutTexts.Net, PayoutTexts.Booked, PayoutTexts.Entitlements, PayoutTexts.Recipients, PayoutTexts.MeanDays])
        {
            table.AddColumn(heading.For(), c => c.RightAligned());
        }

        foreach (var group in payouts.Groups)
        {
            AddRow(table, group.Name, group.Sum);
        }

        AddRow(table, PayoutTexts.Total, payouts.Total);
        terminal.Console.Write(table);
    }

    private static void AddRow(Table table, LocalizedText name, PayoutSum sum) => table.AddRow(
        Markup.Escape(name.For()), sum.Paid.Grouped(), sum.Returned.Grouped(), sum.Recovered.Grouped(), sum.Net.Grouped(), sum.Booked.Grouped(), Count(sum.Entitlements), Count(sum.Recipients),
        PayoutTexts.Shown(sum.MeanDays));

    private static void Write(Terminal terminal, LatePayments late)
    {
        if (late.PaidWithin is not { } within)
        {
            terminal.Line(PaymentCliTexts.NoPromise.For());
            return;
        }

        terminal.Line(late.Count == 0 ? PaymentCliTexts.NothingLate.For() : PaymentCliTexts.LateSum.With(within, Count(late.Count), late.Amount.Grouped()));
        if (late.Items.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(PaymentCliTexts.Entitlement.For(), PaymentCliTexts.Policy.For(), PaymentCliTexts.Name.For())
            .AddColumn(PaymentCliTexts.Amount.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.GrantedOn.For(), PaymentCliTexts.DueOn.For())
            .AddColumn(PaymentCliTexts.LateBy.For(), c => c.RightAligned()).AddColumns(PaymentCliTexts.State.For(), PaymentCliTexts.Reason.For());
        foreach (var one in late.Items)
        {
            table.AddRow(
                PaymentOptions.Shown(one.Item.Id), Markup.Escape(one.Item.PolicyTitle.For()), Markup.Escape(one.Item.SubjectName), one.Item.Amount.Grouped(), PaymentOptions.Shown(one.GrantedOn),
                PaymentOptions.Shown(one.DueOn), one.WorkingDaysLate is { } days ? Count(days) : "", one.Stage is { } stage ? PaymentTexts.Name(stage).For() : "", Markup.Escape(one.Reason?.For() ?? ""));
        }

        terminal.Console.Write(table);
        if (late.Next is { } next)
        {
            terminal.Line(PaymentCliTexts.MoreBehind.With(next));
        }
    }

    private static void WriteJson(Terminal terminal, Payouts payouts) => terminal.Json(new
    {
        from = ClaimJson.Day(payouts.Within.From),
        to = ClaimJson.Day(payouts.Within.To),
        by = payouts.By.ToString(),
        groups = payouts.Groups.Select(g => new { key = g.Key, name = ClaimJson.Of(g.Name), sum = Json(g.Sum) }),
        total = Json(payouts.Total),
    });

    private static object Json(PayoutSum sum) => new
    {
        paidFen = sum.Paid.Fen,
        returnedFen = sum.Returned.Fen,
        recoveredFen = sum.Recovered.Fen,
        netFen = sum.Net.Fen,
        bookedFen = sum.Booked.Fen,
        entitlements = sum.Entitlements,
        recipients = sum.Recipients,
        meanDays = sum.MeanDays,
    };

    private static void WriteJson(Terminal terminal, LatePayments late) => terminal.Json(new
    {
        paidWithinWorkingDays = late.PaidWithin?.Count,
        count = late.Count,
        amountFen = late.Amount.Fen,
        items = late.Items.Select(i => new
        {
            item = ClaimJson.Of(i.Item),
            grantedOn = ClaimJson.Day(i.GrantedOn),
            dueOn = ClaimJson.Day(i.DueOn),
            workingDaysLate = i.WorkingDaysLate,
            stage = i.Stage?.ToString(),
            reason = ClaimJson.Of(i.Reason),
        }),
        next = late.Next?.ToString(),
    });

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
