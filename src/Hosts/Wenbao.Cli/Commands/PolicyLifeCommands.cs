using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao policy new|edit|set|draft|simulate|submit|…</c>: a policy's life, on the data folder.</summary>
internal static class PolicyLifeCommands
{
    private static readonly LocalizedText DraftMade = new("第 {0} 号草稿：{1}，依据 {2}。", "Draft {0}: {1}, based on {2}.");
    private static readonly LocalizedText Saved = new("已保存。草稿现为第 {0} 版，{1} 处错误。", "Saved. The draft is now at version {0}, with {1} faults.");
    private static readonly LocalizedText Tested = new("{0} 个算例，{1} 个不符。", "{0} examples, {1} fail.");
    private static readonly LocalizedText Wanted = new("应得 {0}，实得 {1}", "should give {0}, gives {1}");
    private static readonly LocalizedText Simulated = new("按 {0} 的规则：符合 {1} → {2}，金额 {3} → {4} 元。", "By the rules of {0}: found {1} → {2}, amount {3} → {4} yuan.");
    private static readonly LocalizedText Effect = new("新增 {0}，不再符合 {1}，增加 {2}，减少 {3}，差一点 {4}。", "New {0}, no longer {1}, more {2}, less {3}, near misses {4}.");
    private static readonly LocalizedText OpenClaims = new("在办 {0} 笔，会变 {1} 笔（{2} → {3} 元），暂缓 {4} 笔；已批准 {5} 笔 {6} 元不变。", "Open {0}, would change {1} ({2} → {3} yuan), held {4}; granted {5} with {6} yuan stay.");
    private static readonly LocalizedText MoneyEnds = new("{0}：可用 {1} 元，到 {2} 用完（{3}/{4} 笔）。", "{0}: {1} yuan available, ends on {2} ({3} of {4} cases).");
    private static readonly LocalizedText MoneySuffices = new("{0}：可用 {1} 元，够用。", "{0}: {1} yuan available, enough.");
    private static readonly LocalizedText Submitted = new("第 {0} 号草稿已提交，版本 {1}，{2} 生效，待另一人审批。", "Draft {0} is submitted as version {1}, in force on {2}; another person approves.");
    private static readonly LocalizedText Decided = new("{0} 号：{1}。", "Number {0}: {1}.");
    private static readonly LocalizedText Requested = new("第 {0} 号变更已申请，待另一人审批。", "Change {0} is requested; another person approves.");
    private static readonly LocalizedText Published = new("{0} {1} 自 {2} 起生效。", "{0} {1} is in force since {2}.");
    private static readonly LocalizedText NothingDue = new("没有到期的版本或变更。", "Nothing is due.");
    private static readonly LocalizedText OneOfTwo = new("写 --draft N 或 --change N 之一。", "Give one of --draft N and --change N.");

    private static readonly LocalizedText DiffOfWhat = new("写政策编号和 --from、--to，或写 --draft N。", "Give a policy with --from and --to, or --draft N.");

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command policy, GlobalOptions options, Terminal terminal)
    {
        policy.Subcommands.Add(New(options, terminal));
        policy.Subcommands.Add(Edit(options, terminal));
        policy.Subcommands.Add(Set(options, terminal));
        policy.Subcommands.Add(Drafts(options, terminal));
        policy.Subcommands.Add(Simulate(options, terminal));
        policy.Subcommands.Add(Submit(options, terminal));
        policy.Subcommands.Add(Decide("approve", "批准草稿或变更 / Approve a draft or a change", options, terminal, isApproval: true));
        policy.Subcommands.Add(Decide("reject", "退回草稿，退回或撤销变更 / Return a draft, refuse or call off a change", options, terminal, isApproval: false));
        policy.Subcommands.Add(Publish(options, terminal));
        policy.Subcommands.Add(Change("suspend", "申请暂停办理 / Ask for a suspension", options, terminal, (id, on, _, reason) => new SuspendPolicy(id, on, reason), hasLastDay: false));
        policy.Subcommands.Add(Change("resume", "申请恢复办理 / Ask for a resumption", options, terminal, (id, on, _, reason) => new ResumePolicy(id, on, reason), hasLastDay: false));
        policy.Subcommands.Add(Change("extend", "申请延长有效期 / Ask for an extension", options, terminal, (id, on, last, reason) => new ExtendPolicy(id, on, last, reason), hasLastDay: true));
        policy.Subcommands.Add(Change("end", "申请提前终止 / Ask for an early end", options, terminal, (id, on, last, reason) => new EndPolicy(id, on, last, reason), hasLastDay: true));
        policy.Subcommands.Add(Versions(options, terminal));
        policy.Subcommands.Add(Diff(options, terminal));
    }

    /// <summary>Runs the examples of a draft.</summary>
    public static Task<int> TestAsync(District district, Terminal terminal, long draft, CancellationToken cancel) =>
        SendAsync(district, terminal, new TestDraft(draft), tested =>
        {
            Findings(terminal, tested.Findings);
            foreach (var example in tested.Examples.Where(e => !e.Passes))
            {
                terminal.Line($"{example.Id} {example.Title}{Texts.Colon.For()}{Wanted.With(example.Wanted, example.Got)}");
            }

            terminal.Line(Tested.With(tested.Examples.Count, tested.Examples.Count(e => !e.Passes)));
            return tested.IsGreen ? WenbaoCommand.Success : WenbaoCommand.Refused;
        }, cancel);

    private static Command New(GlobalOptions options, Terminal terminal)
    {
        var policy = new Argument<string>("POLICY") { Description = "复制哪项政策 / The policy copied" };
        var copy = new Option<string?>("--as-new") { Description = "另立新政策的编号 / The id of a new policy", HelpName = "ID" };
        var note = new Option<string>("--note") { Description = "用途 / What it is for", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new Command("new", "从现行版本建立草稿 / Make a draft of what is in force") { policy, copy, note };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal, new CreateDraft(parsed.GetRequiredValue(policy), parsed.GetValue(copy), parsed.GetRequiredValue(note)),
            made => Say(terminal, DraftMade.With(made.Draft, made.Policy, made.BaseVersion)), stop), cancel));
        return command;
    }

    private static Command Edit(GlobalOptions options, Terminal terminal)
    {
        var draft = DraftArgument();
        var file = new Argument<string>("FILE") { Description = "policy.yaml、parameters.yaml、decision.dmn、examples.yaml 或 source.md / One of the five files" };
        var from = new Option<FileInfo>("--from") { Description = "新内容所在文件 / The file with the new text", HelpName = "PATH", Required = true };
        from.AcceptExistingOnly();
        var command = new Command("edit", "保存草稿的一个文件 / Save a file of a draft") { draft, file, from };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) => await SendAsync(
            district, terminal,
            new EditDraftFile(parsed.GetValue(draft), parsed.GetRequiredValue(file), await File.ReadAllTextAsync(parsed.GetRequiredValue(from).FullName, stop).ConfigureAwait(false)),
            edited => SaySaved(terminal, edited), stop).ConfigureAwait(false), cancel));
        return command;
    }

    private static Command Set(GlobalOptions options, Terminal terminal)
    {
        var draft = DraftArgument();
        var parameter = new Argument<string>("PARAMETER") { Description = "参数编号 / The parameter's id" };
        var value = new Argument<string>("VALUE") { Description = "取值 / The value" };
        var from = Day("--from", "从哪天起 / From which day on");
        var command = new Command("set", "设定草稿的参数 / Set a parameter of a draft") { draft, parameter, value, from };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal, new SetDraftParameter(parsed.GetValue(draft), parsed.GetRequiredValue(parameter), parsed.GetValue(from)!.Value, parsed.GetRequiredValue(value)),
            edited => SaySaved(terminal, edited), stop), cancel));
        return command;
    }

    private static Command Drafts(GlobalOptions options, Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "包括已发布和已放弃的 / Those published and given up too" };
        var list = new Command("list", "列出草稿 / List the drafts") { all };
        list.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var drafts = await district.AskAsync(new FindDrafts(IsAll: parsed.GetValue(all)), stop).ConfigureAwait(false);
            if (!drafts.IsSuccess)
            {
                return terminal.Refuse(drafts.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(drafts.Value.Select(d => new { draft = d.Draft, policy = d.Policy, baseVersion = d.BaseVersion, state = d.State.ToString(), inForceOn = Text(d.InForceOn), note = d.Note }));
                return WenbaoCommand.Success;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns("#", Texts.Policy.For(), "", "", "");
            foreach (var d in drafts.Value)
            {
                table.AddRow(d.Draft.ToString(CultureInfo.InvariantCulture), d.Policy, PolicyLifeText.Of(d.State).For(), Text(d.InForceOn) ?? "", Markup.Escape(d.Note));
            }

            terminal.Console.Write(table);
            return WenbaoCommand.Success;
        }, cancel));
        var draft = DraftArgument();
        var withdraw = new Command("withdraw", "撤回已提交或待生效的草稿 / Take back a draft that was submitted or scheduled") { draft };
        withdraw.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal, new WithdrawDraft(parsed.GetValue(draft)), edited => SaySaved(terminal, edited), stop), cancel));
        var given = DraftArgument();
        var discard = new Command("discard", "放弃草稿 / Give a draft up") { given };
        discard.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal, new DiscardDraft(parsed.GetValue(given)), edited => SaySaved(terminal, edited), stop), cancel));
        return new Command("draft", "草稿 / Drafts") { list, withdraw, discard };
    }

    private static Command Simulate(GlobalOptions options, Terminal terminal)
    {
        var draft = DraftArgument();
        var dated = new Option<bool>("--dated") { Description = "按各自日期适用，缺省为假定一直适用 / Each case by the rules of its own date; by default as if in force all along" };
        var on = Day("--on", "哪天的规则 / The rules of which day", isRequired: false);
        var command = new Command("simulate", "在登记库上模拟草稿 / Simulate a draft on the registry") { draft, dated, on };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal,
            new SimulateDraft(parsed.GetValue(draft), parsed.GetValue(dated) ? SimulationBasis.AsDated : SimulationBasis.AsIfInForce, parsed.GetValue(on)),
            simulated =>
            {
                if (parsed.GetValue(options.Json))
                {
                    terminal.Json(simulated.Result);
                }
                else
                {
                    Show(terminal, simulated.Result);
                }

                return WenbaoCommand.Success;
            }, stop), cancel));
        return command;
    }

    private static void Show(Terminal terminal, SimulationResult result)
    {
        terminal.Line(Simulated.With(Text(result.RulesOn)!, result.Before.Found, result.After.Found, new Money(result.Before.AmountFen), new Money(result.After.AmountFen)));
        terminal.Line(Effect.With(result.NewlyFound, result.NoLongerFound, result.GetMore, result.GetLess, result.After.NearMiss));
        if (result.Open is { } open)
        {
            terminal.Line(OpenClaims.With(
                open.Open, open.Changed, new Money(open.Effects.Sum(e => e.FenBefore)), new Money(open.Effects.Sum(e => e.FenAfter)),
                open.States.Where(s => s.IsHeld).Sum(s => s.Count), open.Kept, new Money(open.KeptFen)));
        }

        foreach (var budget in result.Budgets)
        {
            terminal.Line(budget.After.EndsOn is { } day
                ? MoneyEnds.With(budget.Name.For(), new Money(budget.AvailableFen), Text(day)!, budget.After.CasesCovered, budget.After.Cases)
                : MoneySuffices.With(budget.Name.For(), new Money(budget.AvailableFen)));
        }
    }

    private static Command Submit(GlobalOptions options, Terminal terminal)
    {
        var draft = DraftArgument();
        var on = Day("--on", "生效日 / The first day");
        var command = new Command("submit", "提交草稿审批 / Submit a draft for approval") { draft, on };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(
            district, terminal, new SubmitDraft(parsed.GetValue(draft), parsed.GetValue(on)!.Value),
            submitted => Say(terminal, Submitted.With(submitted.Draft, submitted.Version, Text(submitted.InForceOn)!)), stop), cancel));
        return command;
    }

    private static Command Decide(string name, string description, GlobalOptions options, Terminal terminal, bool isApproval)
    {
        var draft = new Option<long?>("--draft") { Description = "草稿号 / The draft's number", HelpName = "N" };
        var change = new Option<long?>("--change") { Description = "变更号 / The change's number", HelpName = "N" };
        var note = new Option<string>("--note") { Description = "意见 / What is said", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new Command(name, description) { draft, change, note };
        command.Validators.Add(result =>
        {
            if (result.GetValue(draft) is null == result.GetValue(change) is null)
            {
                result.AddError(OneOfTwo.For());
            }
        });
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) =>
        {
            var text = parsed.GetRequiredValue(note);
            return (parsed.GetValue(draft), isApproval) switch
            {
                ({ } number, true) => SendAsync(district, terminal, new ApproveVersion(number, text), SayDraft, stop),
                ({ } number, false) => SendAsync(district, terminal, new RejectVersion(number, text), SayDraft, stop),
                (null, true) => SendAsync(district, terminal, new ApprovePolicyChange(parsed.GetValue(change)!.Value, text), SayChange, stop),
                _ => SendAsync(district, terminal, new RejectPolicyChange(parsed.GetValue(change)!.Value, text), SayChange, stop),
            };
        }, cancel));
        return command;

        int SayDraft(DecidedDraft decided) => Say(terminal, Decided.With(decided.Draft, PolicyLifeText.Of(decided.State).For()));
        int SayChange(DecidedChange decided) => Say(terminal, Decided.With(decided.Change, PolicyLifeText.Of(decided.State).For()));
    }

    private static Command Publish(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("publish", "使到期的版本和变更生效 / Bring into force whatever is due");
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => SendAsync(district, terminal, new PublishDueVersions(), published =>
        {
            foreach (var version in published.Versions)
            {
                terminal.Line(Published.With(version.Policy, version.Version, Text(version.On)!));
            }

            if (published.Versions.Count + published.Changed.Count == 0)
            {
                terminal.Line(NothingDue.For());
            }

            return WenbaoCommand.Success;
        }, stop), cancel));
        return command;
    }

    private static Command Change(
        string name, string description, GlobalOptions options, Terminal terminal,
        Func<string, DateOnly, DateOnly, LocalizedText, Platform.Operations.IOperation<RequestedChange>> make, bool hasLastDay)
    {
        var policy = new Argument<string>("POLICY") { Description = "政策编号 / The policy's id" };
        var on = Day("--on", "从哪天起 / From which day on");
        var reason = new Option<string>("--reason") { Description = "理由 / The reason", HelpName = "TEXT", Required = true };
        var english = new Option<string?>("--reason-en") { Description = "英文理由，缺省同上 / The reason in English", HelpName = "TEXT" };
        var command = new Command(name, description) { policy, on, reason, english };
        var last = Day("--last-day", "新的最后一日 / The new last day");
        if (hasLastDay)
        {
            command.Options.Add(last);
        }

        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) =>
        {
            var why = parsed.GetRequiredValue(reason);
            var operation = make(parsed.GetRequiredValue(policy), parsed.GetValue(on)!.Value, hasLastDay ? parsed.GetValue(last)!.Value : default, new LocalizedText(why, parsed.GetValue(english) ?? why));
            return SendAsync(district, terminal, operation, requested => Say(terminal, Requested.With(requested.Change)), stop);
        }, cancel));
        return command;
    }

    private static Command Versions(GlobalOptions options, Terminal terminal)
    {
        var policy = new Argument<string>("POLICY") { Description = "政策编号 / The policy's id" };
        var command = new Command("versions", "政策的版本和状态 / Versions and standing of a policy") { policy };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var found = await district.AskAsync(new FindPolicyVersions(parsed.GetRequiredValue(policy)), stop).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return terminal.Refuse(found.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(found.Value.Versions.Select(v => new { version = v.Version, origin = v.Origin.ToString(), inForceOn = Text(v.InForceOn), isInForce = v.IsInForce, author = v.Author, approver = v.Approver }));
                return WenbaoCommand.Success;
            }

            terminal.Line($"{found.Value.Policy.Title.For()}{Texts.Colon.For()}{PolicyLifeText.Of(found.Value.Standing.Kind).For()}");
            var table = new Table().Border(TableBorder.Simple).AddColumns("", "", "", "", "");
            foreach (var v in found.Value.Versions)
            {
                table.AddRow(v.IsInForce ? "*" : "", v.Version, Text(v.InForceOn)!, PolicyLifeText.Of(v.Origin).For(), $"{v.Author} {v.Approver}".Trim());
            }

            terminal.Console.Write(table);
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static Command Diff(GlobalOptions options, Terminal terminal)
    {
        var policy = new Argument<string?>("POLICY") { Description = "政策编号 / The policy's id", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "较早的版本 / The earlier version", HelpName = "VERSION" };
        var to = new Option<string?>("--to") { Description = "较晚的版本 / The later version", HelpName = "VERSION" };
        var draft = new Option<long?>("--draft") { Description = "草稿与其依据的版本 / A draft and the version it rests on", HelpName = "N" };
        var command = new Command("diff", "比较两个版本，或草稿与现行版本 / Compare two versions, or a draft with its base") { policy, from, to, draft };
        command.Validators.Add(result =>
        {
            if (result.GetValue(draft) is null && (result.GetValue(policy) is null || result.GetValue(from) is null || result.GetValue(to) is null))
            {
                result.AddError(DiffOfWhat.For());
            }
        });
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var diff = parsed.GetValue(draft) is { } number
                ? await district.AskAsync(new DiffDraft(number), stop).ConfigureAwait(false)
                : await district.AskAsync(new DiffVersions(parsed.GetValue(policy)!, parsed.GetValue(from)!, parsed.GetValue(to)!), stop).ConfigureAwait(false);
            if (!diff.IsSuccess)
            {
                return terminal.Refuse(diff.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(diff.Value);
                return WenbaoCommand.Success;
            }

            terminal.Line($"{diff.Value.Policy} {diff.Value.From} → {diff.Value.To}");
            Fields(terminal, "", diff.Value.Metadata);
            foreach (var item in diff.Value.Clauses.Concat(diff.Value.Conditions).Concat(diff.Value.Steps).Concat(diff.Value.Inputs))
            {
                Fields(terminal, item.Id + " ", item.Fields);
            }

            foreach (var parameter in diff.Value.Parameters)
            {
                foreach (var value in parameter.Values)
                {
                    terminal.Line($"{parameter.Name.For()} {Text(value.From)}{Texts.Colon.For()}{value.Before ?? "–"} → {value.After ?? "–"} {parameter.Unit?.For()}".TrimEnd());
                }
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static void Fields(Terminal terminal, string of, IReadOnlyList<FieldDiff> fields)
    {
        foreach (var field in fields)
        {
            terminal.Line($"{of}{field.Name.For()}");
            terminal.Line($"  - {field.Before ?? "–"}");
            terminal.Line($"  + {field.After ?? "–"}");
        }
    }

    private static async Task<int> SendAsync<T>(District district, Terminal terminal, Platform.Operations.IOperation<T> operation, Func<T, int> say, CancellationToken cancel)
    {
        var sent = await district.SendAsync(operation, cancel).ConfigureAwait(false);
        return sent.IsSuccess ? say(sent.Value) : terminal.Refuse(sent.Problem!);
    }

    private static int SaySaved(Terminal terminal, EditedDraft edited)
    {
        Findings(terminal, edited.Findings);
        return Say(terminal, Saved.With(edited.RowVersion, edited.Findings.Count));
    }

    private static void Findings(Terminal terminal, IReadOnlyList<DraftFinding> findings)
    {
        foreach (var finding in findings)
        {
            terminal.Line($"{finding.Code} {finding.Where}{Texts.Colon.For()}{finding.What.For()} {finding.Mend.For()}");
        }
    }

    private static int Say(Terminal terminal, string text)
    {
        terminal.Line(text);
        return WenbaoCommand.Success;
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Argument<long> DraftArgument() => new("DRAFT") { Description = "草稿号 / The draft's number" };

    private static Option<DateOnly?> Day(string name, string description, bool isRequired = true) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        Required = isRequired,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 1 && DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name}: YYYY-MM-DD");
            return null;
        },
    };
}
