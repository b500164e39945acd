using Spectre.Console;
using Wenbao.Platform.Jobs;

namespace Wenbao.Cli.Output;

/// <summary>Shows how far long work is: a line that is rewritten on a terminal, a line a phase elsewhere.</summary>
internal sealed class ProgressDisplay : IDisposable
{
    private const int BarCells = 30;
    private readonly JobProgress progress;
    private readonly Terminal terminal;
    private readonly bool isTerminal;
    private string phase = "";
    private int written;

    public ProgressDisplay(JobProgress progress, Terminal terminal, bool isTerminal)
    {
        this.progress = progress;
        this.terminal = terminal;
        this.isTerminal = isTerminal;
        progress.Changed += Show;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        progress.Changed -= Show;
        if (written > 0)
        {
            terminal.Error.Write('\r' + new string(' ', written) + '\r');
        }
    }

    private void Show(object? sender, JobStep step)
    {
        lock (terminal)
        {
            var name = step.Phase.For();
            if (!isTerminal)
            {
                if (name != phase)
                {
                    terminal.Error.WriteLine(name + "…");
                }

                phase = name;
                return;
            }

            if (name != phase && phase.Length > 0)
            {
                terminal.Error.WriteLine();
                written = 0;
            }

            phase = name;
            var line = Line(name, step) + (step.Part is { } part && part.Phase.For() != name ? " · " + Line(part.Phase.For(), part with { Total = null }) : "");
            var width = line.GetCellWidth();
            terminal.Error.Write('\r' + line + new string(' ', Math.Max(0, written - width)));
            written = Math.Max(written, width);
        }
    }

    private static string Line(string name, JobStep step)
    {
        if (step.Share is not { } share)
        {
            return $"{name} {step.Done:#,##0}";
        }

        var full = (int)Math.Round(share * BarCells);
        return $"{name} {new string('█', full)}{new string('░', BarCells - full)} {share:P0} {step.Done:#,##0}/{step.Total:#,##0}";
    }
}

internal static class CellWidthExtensions
{
    /// <summary>The columns a text takes on a terminal: Chinese characters take two.</summary>
    public static int GetCellWidth(this string text) => text.Sum(c => c >= 0x1100 ? 2 : 1);
}
