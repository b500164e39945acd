using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao budget</c>: proposes changes and cuts, and approves those of another person.</summary>
internal static class BudgetCommand
{
    private static readonly LocalizedText Proposed = new("已提出 {0}，等待另一人审批。", "{0} is proposed; another person approves it.");
    private static readonly LocalizedText Approved = new("{0} 已审批，凭证 {1}。", "{0} is approved, voucher {1}.");
    private static readonly LocalizedText Rejected = new("{0} 已退回。", "{0} is rejected.");
    private static readonly LocalizedText CutDone = new("{0} 已审批，凭证 {1}：压减 {2} 元；已承诺或支出而未能压减 {3} 元。", "{0} is approved, voucher {1}: {2} yuan cut; {3} could not be, because committed or spent.");
    private static readonly LocalizedText Nothing = new("没有预算调整。", "No budget changes.");
    private static readonly LocalizedText What = new("编号", "Number");
    private static readonly LocalizedText Kind = new("类别", "Kind");
    private static readonly LocalizedText From = new("科目", "Line");
    private static readonly LocalizedText To = new("调入", "To");
    private static readonly LocalizedText Amount = new("金额（元）", "Amount (yuan)");
    private static readonly LocalizedText State = new("状态", "State");
    private static readonly LocalizedText By = new("经办／审批", "By / decided by");
    private static readonly LocalizedText Wanted = new("应压减", "Wanted");
    private static readonly LocalizedText Cut = new("压减", "Cut");
    private static readonly LocalizedText Why = new("不压减的依据", "Exempt because");
    private static readonly LocalizedText WishExpected = new("写成 change/7 或 cut/3。", "Write change/7 or cut/3.");

    public static Command Make(GlobalOptions options, Terminal terminal) => new("budget", "预算：追加、调剂、压减和补偿后追回，由两人办理 / Budget: give, transfer, cut and share recoveries, by two persons")
    {
        List(options, terminal), Propose(options, terminal), ProposeCut(options, terminal), Approve(options, terminal), Reject(options, terminal),
    };

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var line = new Option<string?>("--line") { Description = "一个资金科目 / One line", HelpName = "LINE" };
        var command = new Command("list", "列出预算调整和压减 / List changes and cuts") { line };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var changes = await district.AskAsync(new GetBudgetChanges(Line: parsed.GetValue(line)), stop).ConfigureAwait(false);
            var cuts = await district.AskAsync(new GetCuts(), stop).ConfigureAwait(false);
            return (changes.Problem ?? cuts.Problem) is { } problem ? terminal.Refuse(problem) : Write(terminal, changes.Value, cuts.Value, parsed.GetValue(options.Json));
        }, cancel));
        return command;
    }

    private static Command Propose(GlobalOptions options, Terminal terminal)
    {
        var kind = new Argument<string>("kind") { Description = "appropriate 追加、transfer 调剂、cut 收回 / What is wanted", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("appropriate", "transfer", "cut");
        var line = new Argument<string>("line") { Description = "资金科目 / Fund line", HelpName = "LINE" };
        var amount = MoneyArgument.Make();
        var to = new Option<string?>("--to") { Description = "调入的资金科目 / The line that gets it", HelpName = "LINE" };
        var cut = new Option<long?>("--from-cut") { Description = "使用哪一次压减的资金 / The cut whose money is used", HelpName = "N" };
        var reason = ReasonOption();
        var command = new Command("propose", "提出追加、调剂或收回 / Propose to give, transfer or take back") { kind, line, amount, to, cut, reason };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var wish = new ProposeBudgetChange(
                Enum.Parse<BudgetChangeKind>(parsed.GetRequiredValue(kind), ignoreCase: true), parsed.GetRequiredValue(line), Money.FromYuan(parsed.GetValue(amount)), parsed.GetRequiredValue(reason),
                parsed.GetValue(to), parsed.GetValue(cut));
            var proposed = await district.SendAsync(wish, stop).ConfigureAwait(false);
            return proposed.IsSuccess ? Say(terminal, Proposed.With(Change(proposed.Value.Id))) : terminal.Refuse(proposed.Problem!);
        }, cancel));
        return command;
    }

    private static Command ProposeCut(GlobalOptions options, Terminal terminal)
    {
        var percent = new Argument<decimal>("percent") { Description = "压减比例 / Percent", HelpName = "PERCENT" };
        var classes = new Option<FundLineClass[]>("--class") { Description = "类别，缺省为三类 / Classes, all three by default", HelpName = "CLASS" };
        var reason = ReasonOption();
        var command = new Command("cut", "提出按比例压减 / Propose a cut by percent") { percent, classes, reason };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var wanted = parsed.GetValue(classes) is { Length: > 0 } some ? some : null;
            var proposed = await district.SendAsync(new ProposeCut(parsed.GetValue(percent), parsed.GetRequiredValue(reason), wanted), stop).ConfigureAwait(false);
            if (!proposed.IsSuccess)
            {
                return terminal.Refuse(proposed.Problem!);
            }

            Write(terminal, proposed.Value.Items);
            return Say(terminal, Proposed.With(CutName(proposed.Value.Id)));
        }, cancel));
        return command;
    }

    private static Command Approve(GlobalOptions options, Terminal terminal)
    {
        var wish = WishArgument();
        var command = new Command("approve", "审批他人提出的调整或压减 / Approve what another person proposed") { wish };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var (isCut, id) = Parse(parsed.GetRequiredValue(wish));
            if (isCut)
            {
                var cut = await district.SendAsync(new ApproveCut(id), stop).ConfigureAwait(false);
                return cut.IsSuccess
                    ? Say(terminal, CutDone.With(CutName(id), cut.Value.Voucher, cut.Value.Total.Grouped(), cut.Value.NotCut.Grouped()))
                    : terminal.Refuse(cut.Problem!);
            }

            var change = await district.SendAsync(new ApproveBudgetChange(id), stop).ConfigureAwait(false);
            return change.IsSuccess ? Say(terminal, Approved.With(Change(id), change.Value.Voucher)) : terminal.Refuse(change.Problem!);
        }, cancel));
        return command;
    }

    private static Command Reject(GlobalOptions options, Terminal terminal)
    {
        var wish = WishArgument();
        var reason = ReasonOption();
        var command = new Command("reject", "退回他人提出的调整或压减 / Reject what another person proposed") { wish, reason };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var (isCut, id) = Parse(parsed.GetRequiredValue(wish));
            var why = parsed.GetRequiredValue(reason);
            var rejected = isCut
                ? await district.SendAsync(new RejectCut(id, why), stop).ConfigureAwait(false)
                : await district.SendAsync(new RejectBudgetChange(id, why), stop).ConfigureAwait(false);
            return rejected.IsSuccess ? Say(terminal, Rejected.With(parsed.GetRequiredValue(wish))) : terminal.Refuse(rejected.Problem!);
        }, cancel));
        return command;
    }

    private static Option<string> ReasonOption() => new("--reason") { Description = "事由 / Why", HelpName = "TEXT", Required = true };

    private static Argument<string> WishArgument()
    {
        var wish = new Argument<string>("what") { Description = "编号，如 change/7、cut/3 / Number, such as change/7 or cut/3", HelpName = "change/N|cut/N" };
        wish.Validators.Add(result =>
        {
            if (result.Tokens.Count != 1 || Parse(result.Tokens[0].Value).Id <= 0)
            {
                result.AddError(WishExpected.For());
            }
        });
        return wish;
    }

    private static (bool IsCut, long Id) Parse(string wish) =>
        wish.Split('/') is ["change" or "cut", var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (wish.StartsWith("cut", StringComparison.Ordinal), id) : default;

    private static int Write(Terminal terminal, BudgetChangePage changes, IReadOnlyList<CutStatement> cuts, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                changes = changes.Changes.Select(c => new { id = Change(c.Id), kind = c.Kind.ToString(), line = c.Line, to = c.ToLine, amount = c.Amount.ToString(), fromCut = c.FromCut, recovery = c.Recovery is { } r ? new { entitlement = r.Entitlement, insurerPercent = r.InsurerPercent, bankPercent = r.BankPercent, reference = c.Reason } : null, state = c.State.ToString(), proposedBy = c.ProposedBy, decidedBy = c.DecidedBy, voucher = c.Voucher }),
                cuts = cuts.Select(c => new { id = CutName(c.Id), percent = c.Percent, state = c.State.ToString(), total = c.Total.ToString(), general = c.General.ToString(), businessAndSpecial = c.BusinessAndSpecial.ToString(), notCut = c.NotCut.ToString(), reallocated = c.Reallocated.ToString(), proposedBy = c.ProposedBy, decidedBy = c.DecidedBy, voucher = c.Voucher }),
            });
            return WenbaoCommand.Success;
        }

        if (changes.Changes.Count == 0 && cuts.Count == 0)
        {
            return Say(terminal, Nothing.For());
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(What.For(), Kind.For(), From.For(), To.For(), Amount.For(), State.For(), By.For());
        foreach (var cut in cuts)
        {
            table.AddRow(CutName(cut.Id), BudgetWords.Cut.For(), string.Create(CultureInfo.InvariantCulture, $"{cut.Percent}%"), Markup.Escape(cut.Reserve), cut.Total.Grouped(), BudgetWords.Of(cut.State).For(), Markup.Escape($"{cut.ProposedBy} / {cut.DecidedBy}"));
        }

        foreach (var change in changes.Changes)
        {
            table.AddRow(Change(change.Id), BudgetWords.Of(change.Kind).For(), Markup.Escape(change.Line), Markup.Escape(change.ToLine ?? (change.Recovery is { } recovery ? $"entitlement/{recovery.Entitlement}" : "")), change.Amount.Grouped(), BudgetWords.Of(change.State).For(), Markup.Escape($"{change.ProposedBy} / {change.DecidedBy}"));
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;
    }

    private static void Write(Terminal terminal, IReadOnlyList<CutItem> items)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(From.For(), Wanted.For(), Cut.For(), Why.For());
        foreach (var item in items)
        {
            table.AddRow(Markup.Escape(item.Line), item.Wanted.Grouped(), item.Cut.Grouped(), Markup.Escape(item.Evidence?.For() ?? ""));
        }

        terminal.Console.Write(table);
    }

    private static int Say(Terminal terminal, string text)
    {
        terminal.Line(text);
        return WenbaoCommand.Success;
    }

    private static string Change(long id) => string.Create(CultureInfo.InvariantCulture, $"change/{id}");

    private static string CutName(long id) => string.Create(CultureInfo.InvariantCulture, $"cut/{id}");
}
