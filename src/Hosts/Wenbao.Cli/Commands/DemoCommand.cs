using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Policies;
using Wenbao.Registry;
using Wenbao.Server;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao demo</c>: makes the synthetic district if it is not there, decides everything, prints the table, serves the pages.</summary>
internal static class DemoCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var noServe = new Option<bool>("--no-serve") { Description = "不启动网页 / Do not serve the pages" };
        var population = new Option<int?>("--population") { Description = "市场主体数，缺省为数据包的全量 / Market entities, the pack's full size by default", HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "种子，缺省 1 / Seed, 1 by default", HelpName = "N", DefaultValueFactory = _ => 1 };
        var history = new Option<bool>("--with-history") { Description = "逐日演示前几个月的申领、审批、公示、拨付和记账 / Play the past months day by day: claims, decisions, publicity, payments, books" };
        var url = ServeCommand.UrlOption();
        var command = new Command("demo", "一条命令看全部：生成合成区域，判定全部政策，打开网页 / Everything from one command") { noServe, population, seed, history, url };
        command.SetAction(async (parsed, cancel) =>
        {
            var wanted = District.OptionsOf(parsed, options);
            var code = await PrepareAsync(parsed, options, terminal, wanted, new Wish(parsed.GetValue(seed), parsed.GetValue(population), parsed.GetValue(history)), cancel).ConfigureAwait(false);
            return code != WenbaoCommand.Success || parsed.GetValue(noServe)
                ? code
                : await ServeCommand.ServeAsync(terminal, wanted, parsed.GetValue(url)!, cancel).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Which district is wanted.</summary>
    private sealed record Wish(ulong Seed, int? Population, bool WithHistory);

    private static async Task<int> PrepareAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, WenbaoOptions wanted, Wish wish, CancellationToken cancel)
    {
        var found = DataFolder.CheckDemo(wanted, wish.Seed, wish.Population);
        if (!found.IsSuccess)
        {
            return terminal.Refuse(found.Problem!);
        }

        var state = found.Value;
        if (state is { IsComplete: false } && await DemoDistrict.RemoveUnfinishedAsync(wanted, cancel).ConfigureAwait(false) is { } inUse)
        {
            return terminal.Refuse(inUse);
        }

        var isMade = state is { IsComplete: true };
        var plays = wish.WithHistory && state is not { IsComplete: true, PlayedThrough: not null };
        var progress = new JobProgress(TimeProvider.System, cancel: cancel);
        var opened = await District.OpenAsync(wanted, progress, mayBeEmpty: true, cancel, bulk: !isMade || plays).ConfigureAwait(false);
        if (!opened.IsSuccess)
        {
            return terminal.Refuse(opened.Problem!);
        }

        await using var district = opened.Value;
        var code = isMade
            ? await ReuseAsync(parsed, options, terminal, district, state!, cancel).ConfigureAwait(false)
            : await MakeAsync(parsed, options, terminal, district, wanted, wish, progress, cancel).ConfigureAwait(false);
        return code == WenbaoCommand.Success && plays ? await PlayAsync(parsed, options, terminal, district, wanted, progress, cancel).ConfigureAwait(false) : code;
    }

    private static async Task<int> PlayAsync(
        ParseResult parsed, GlobalOptions options, Terminal terminal, District district, WenbaoOptions wanted, JobProgress progress, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        Result<PlayedHistory> played;
        using (terminal.Show(progress))
        {
            played = await DemoDistrict.PlayAsync(district.Services, wanted, progress, cancel).ConfigureAwait(false);
        }

        if (!played.IsSuccess)
        {
            return terminal.Refuse(played.Problem!);
        }

        if (!parsed.GetValue(options.Json))
        {
            terminal.Line(HistoryTexts.Played.With(
                Day(played.Value.Days.From), Day(played.Value.Days.To), Number(played.Value.Claims), Number(played.Value.Settled), Number(played.Value.Batches),
                Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        }

        return WenbaoCommand.Success;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static async Task<int> MakeAsync(
        ParseResult parsed, GlobalOptions options, Terminal terminal, District district, WenbaoOptions wanted, Wish wish, JobProgress progress, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        Result<DecidedRegistry> decided;
        using (terminal.Show(progress))
        {
            decided = await DemoDistrict.MakeAsync(district.Services, wanted, wish.Seed, wish.Population, progress, cancel).ConfigureAwait(false);
        }

        if (!decided.IsSuccess)
        {
            return terminal.Refuse(decided.Problem!);
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        Report(parsed, options, terminal, district, decided.Value.Summaries, elapsed);
        if (!parsed.GetValue(options.Json))
        {
            var reader = (SubjectReader)district.Services.GetService(typeof(SubjectReader))!;
            var subjects = 0L;
            foreach (var type in district.Registry.Declaration.SubjectTypes)
            {
                subjects += await reader.CountAsync(type, cancel).ConfigureAwait(false);
            }

            terminal.Line(Texts.MadeIn.With(wish.Seed, Number(subjects), elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        }

        return WenbaoCommand.Success;
    }

    private static async Task<int> ReuseAsync(ParseResult parsed, GlobalOptions options, Terminal terminal, District district, DemoDistrict.DemoState state, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var overview = await district.AskAsync(new GetPolicyOverview(), cancel).ConfigureAwait(false);
        if (!overview.IsSuccess)
        {
            return terminal.Refuse(overview.Problem!);
        }

        var summaries = overview.Value.Summaries.Values.ToList();
        if (!overview.Value.IsCurrent)
        {
            // The pack's policies have changed since: what is stored was decided by other versions.
            var decided = await DemoDistrict.DecideAsync(district.Services, cancel).ConfigureAwait(false);
            if (!decided.IsSuccess)
            {
                return terminal.Refuse(decided.Problem!);
            }

            summaries = [.. decided.Value.Summaries];
        }

        var library = (PolicyLibrary)district.Services.GetService(typeof(PolicyLibrary))!;
        var order = library.Policies.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        Report(parsed, options, terminal, district, [.. summaries.Where(s => order.ContainsKey(s.Policy)).OrderBy(s => order[s.Policy])], Stopwatch.GetElapsedTime(started));
        if (!parsed.GetValue(options.Json))
        {
            terminal.Line(Texts.Reused.With(state.Seed, state.Population?.ToString("#,##0", CultureInfo.InvariantCulture) ?? Texts.FullSize.For()));
        }

        return WenbaoCommand.Success;
    }

    private static void Report(ParseResult parsed, GlobalOptions options, Terminal terminal, District district, IReadOnlyList<MatchSummary> summaries, TimeSpan elapsed)
    {
        if (parsed.GetValue(options.Json))
        {
            terminal.Json(summaries);
        }
        else
        {
            SummaryTable.Write(terminal, district, summaries, elapsed);
        }
    }
}
