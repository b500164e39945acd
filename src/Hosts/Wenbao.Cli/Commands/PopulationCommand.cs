using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Server;
using Wenbao.Synthesis;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao population report</c>: each figure the district must reproduce — wanted, got, what entitlements and ledger give, or what it waits for.</summary>
internal static class PopulationCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var report = new Command("report", "核对边际：要求、实得、入账、等待什么 / Check the margins: wanted, got, in the ledger, or what is waited for");
        report.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var figures = await DistrictMargins.ReportAsync(district.Services, District.OptionsOf(parsed, options), stop).ConfigureAwait(false);
            if (!figures.IsSuccess)
            {
                return terminal.Refuse(figures.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(Named(figures.Value).Select(f => new
                {
                    id = f.Id,
                    due = f.Figure.Due,
                    wanted = f.Figure.Wanted,
                    min = f.Figure.Min,
                    max = f.Figure.Max,
                    got = f.Figure.Got,
                    ledger = f.Figure.Ledger,
                    met = f.Figure.State switch { MarginState.Met => true, MarginState.Missed => false, _ => (bool?)null },
                    waitsFor = f.Figure.WaitsFor?.For(),
                }));
            }
            else
            {
                Write(terminal, figures.Value);
            }

            return figures.Value.Any(f => f.State == MarginState.Missed) ? WenbaoCommand.Refused : WenbaoCommand.Success;
        }, cancel));
        return new Command("population", "合成人口 / The synthetic population") { report };
    }

    /// <summary>A margin's leading figure goes by the margin's id, the others by the id and their own name.</summary>
    private static IEnumerable<(string Id, MarginFigure Figure)> Named(IReadOnlyList<MarginFigure> figures)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return figures.Select(f => (seen.Add(f.Margin) ? f.Margin : f.Margin + "." + f.Figure, f));
    }

    private static void Write(Terminal terminal, IReadOnlyList<MarginFigure> figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(Texts.Margin.For(), Texts.Due.For());
        foreach (var heading in new[] { Texts.Wanted, Texts.Range, Texts.Got, HistoryTexts.Ledger, Texts.Met })
        {
            table.AddColumn(new TableColumn(heading.For()).RightAligned());
        }

        foreach (var (id, figure) in Named(figures))
        {
            table.AddRow(
                id,
                figure.Due,
                Number(figure.Wanted),
                $"{Number(figure.Min)} – {Number(figure.Max)}",
                figure.Got is { } got ? Number(got) : Markup.Escape(figure.WaitsFor?.For() ?? ""),
                figure.Ledger is { } ledger ? Number(ledger) : "",
                figure.State switch { MarginState.Met => "✓", MarginState.Missed => "✗", _ => "…" });
        }

        terminal.Console.Write(table);
        terminal.Line(Texts.MarginsMet.With(
            figures.Count(f => f.State == MarginState.Met), figures.Count(f => f.State == MarginState.Missed), figures.Count(f => f.State == MarginState.Waiting)));
    }

    private static string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
