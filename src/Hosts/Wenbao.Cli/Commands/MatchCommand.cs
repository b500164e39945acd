using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao match</c>: decides policies from the registry, nothing stored.</summary>
internal static class MatchCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var policy = new Option<string?>("--policy") { Description = "只判一项 / One policy only", HelpName = "ID" };
        var command = new Command("match", "政策找对象：从登记库判定全部政策 / Decide all policies from the registry") { policy };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var started = Stopwatch.GetTimestamp();
            var chosen = parsed.GetValue(policy) is { } id ? new[] { id } : null;
            var summaries = await district.AskAsync(new MatchPolicies(district.Today, chosen), stop).ConfigureAwait(false);
            if (!summaries.IsSuccess)
            {
                return terminal.Refuse(summaries.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(summaries.Value);
            }
            else
            {
                SummaryTable.Write(terminal, district, summaries.Value, Stopwatch.GetElapsedTime(started));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }
}

/// <summary>The table of summaries.</summary>
internal static class SummaryTable
{
    /// <summary>Writes a line a policy and the total time.</summary>
    public static void Write(Terminal terminal, District district, IReadOnlyList<MatchSummary> summaries, TimeSpan elapsed)
    {
        var library = (PolicyLibrary)district.Services.GetService(typeof(PolicyLibrary))!;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("#");
        table.AddColumn(Texts.Policy.For());
        foreach (var heading in new[] { Texts.Judged, Texts.Found, Texts.NearMiss, Texts.Undetermined, Texts.Ineligible, Texts.Amount, Texts.Time })
        {
            table.AddColumn(new TableColumn(heading.For()).RightAligned());
        }

        foreach (var summary in summaries)
        {
            var policy = library.Find(summary.Policy).Value;
            table.AddRow(
                Count(policy.Number), Markup.Escape(policy.Title.For()), Count(summary.Audience), Count(summary.Found), Count(summary.NearMiss),
                Count(summary.Undetermined), Count(summary.Ineligible), new Money(summary.AmountFen).Grouped(), Milliseconds(summary.Elapsed));
        }

        terminal.Console.Write(table);
        terminal.Line(Texts.Decided.With(summaries.Count, district.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        if (library.Pack.Manifest.SyntheticLabel is { } label)
        {
            terminal.Line(label.For());
        }
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("#,##0", CultureInfo.InvariantCulture) + " ms";
}
