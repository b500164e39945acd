using System.CommandLine;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao policy</c>: list, check, test and run the pack's policies without any database, and a policy's life on one.</summary>
internal static class PolicyCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("policy", "政策：列表、检查、测试、算例，起草、模拟、审批、发布 / Policies: list, check, test, run cases; draft, simulate, approve, publish");
        command.Subcommands.Add(List(options, terminal));
        command.Subcommands.Add(Check(options, terminal));
        command.Subcommands.Add(Test(options, terminal));
        command.Subcommands.Add(Run(options, terminal));
        PolicyLifeCommands.AddTo(command, options, terminal);
        return command;
    }

    private static Command List(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("list", "列出全部政策 / List all policies");
        command.SetAction(parsed => WithLibrary(parsed, options, terminal, library =>
        {
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(library.Policies.Select(p => new
                {
                    id = p.Id,
                    no = p.Number,
                    title = new { zh = p.Title.Zh, en = p.Title.En },
                    audience = p.Audience,
                    mode = p.Mode,
                    from = p.Validity.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    to = p.Validity.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    version = p.Version,
                }));
                return WenbaoCommand.Success;
            }

            var table = new Table().Border(TableBorder.Simple).AddColumns("#", Texts.Policy.For(), Texts.Title.For(), Texts.Audience.For(), Texts.Mode.For(), Texts.Validity.For());
            foreach (var policy in library.Policies)
            {
                table.AddRow(
                    policy.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    policy.Id,
                    Markup.Escape(policy.Title.For()),
                    policy.Audience,
                    policy.Mode,
                    $"{policy.Validity.From:yyyy-MM-dd} – {policy.Validity.To:yyyy-MM-dd}");
            }

            terminal.Console.Write(table);
            return WenbaoCommand.Success;
        }));
        return command;
    }

    private static Command Check(GlobalOptions options, Terminal terminal)
    {
        var command = new Command("check", "检查政策的文件和模型 / Check the files and models of policies");
        command.SetAction(parsed => WithLibrary(parsed, options, terminal, library =>
        {
            var bound = RegistryCatalogue.Read(library.Pack).Then(registry => PoliciesModule.Check(library, registry.Declaration))
                .Then(_ => FundLines.Read(library.Pack)).Then(lines => PaymentRules.Read(library.Pack)
                    .Then(rules => Parties.Read(library.Pack).Then(parties => PoliciesModule.CheckMoney(library, lines, rules, parties))));
            if (!bound.IsSuccess)
            {
                return terminal.Refuse(bound.Problem!);
            }

            terminal.Line(Texts.PoliciesSound.With(library.Policies.Count, library.Policies.Sum(p => p.Examples.Count)));
            return WenbaoCommand.Success;
        }));
        return command;
    }

    private static Command Test(GlobalOptions options, Terminal terminal)
    {
        var policy = new Option<string?>("--policy") { Description = "只测一项 / One policy only", HelpName = "ID" };
        var draft = new Option<long?>("--draft") { Description = "测试草稿 / Test a draft", HelpName = "N" };
        var command = new Command("test", "用算例测试政策 / Test policies with their examples") { policy, draft };
        command.SetAction((parsed, cancel) => parsed.GetValue(draft) is { } number
            ? DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) => PolicyLifeCommands.TestAsync(district, terminal, number, stop), cancel)
            : Task.FromResult(TestPack(parsed, options, terminal, policy)));
        return command;
    }

    private static int TestPack(ParseResult parsed, GlobalOptions options, Terminal terminal, Option<string?> policy) =>
        WithLibrary(parsed, options, terminal, library =>
        {
            IReadOnlyList<Policy> chosen = library.Policies;
            if (parsed.GetValue(policy) is { } id)
            {
                var found = library.Find(id);
                if (!found.IsSuccess)
                {
                    return terminal.Refuse(found.Problem!);
                }

                chosen = [found.Value];
            }

            var runner = new CaseRunner(library);
            var failures = chosen.SelectMany(runner.Test).ToList();
            foreach (var failure in failures)
            {
                terminal.Refuse(failure);
            }

            var examples = chosen.Sum(p => p.Examples.Count);
            terminal.Line(failures.Count == 0 ? Texts.ExamplesPass.With(examples) : Texts.ExamplesFail.With(examples, failures.Count));
            return failures.Count == 0 ? WenbaoCommand.Success : WenbaoCommand.Refused;
        });

    private static Command Run(GlobalOptions options, Terminal terminal)
    {
        var cases = new Option<FileInfo>("--cases") { Description = "算例文件，每行一个 JSON / Case file, a JSON object a line", HelpName = "FILE.jsonl", Required = true };
        var results = new Option<FileInfo>("--out") { Description = "结果文件 / Result file", HelpName = "RESULTS.jsonl", Required = true };
        cases.AcceptExistingOnly();
        var command = new Command("run", "判定给定的算例 / Decide given cases") { cases, results };
        command.SetAction((parsed, cancel) => WithLibraryAsync(parsed, options, terminal, async library =>
        {
            var target = parsed.GetRequiredValue(results).FullName;
            var unfinished = target + ".part";
            (long Lines, long Refused) counted;
            using (var reader = parsed.GetRequiredValue(cases).OpenText())
            {
                var writer = new StreamWriter(unfinished);
                await using (writer.ConfigureAwait(false))
                {
                    counted = await new CaseRunner(library).RunAsync(reader, writer, cancel: cancel).ConfigureAwait(false);
                }
            }

            File.Move(unfinished, target, overwrite: true);
            terminal.Line(Texts.CasesDecided.With(counted.Lines, counted.Refused));
            return counted.Refused == 0 ? WenbaoCommand.Success : WenbaoCommand.Refused;
        }));
        return command;
    }

    private static int WithLibrary(ParseResult parsed, GlobalOptions options, Terminal terminal, Func<PolicyLibrary, int> act)
    {
        var library = PackLoader.Load(PackFolder.Find(parsed.GetValue(options.Pack))).Then(PolicyLibrary.Load);
        return library.IsSuccess ? act(library.Value) : terminal.Refuse(library.Problem!);
    }

    private static async Task<int> WithLibraryAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, Func<PolicyLibrary, Task<int>> act)
    {
        var library = PackLoader.Load(PackFolder.Find(parsed.GetValue(options.Pack))).Then(PolicyLibrary.Load);
        return library.IsSuccess ? await act(library.Value).ConfigureAwait(false) : terminal.Refuse(library.Problem!);
    }
}
