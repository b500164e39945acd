using System.Globalization;
using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>The file of rows that were not taken: line, column, value (masked where personal), reason and the way to mend it. Made only when there is something to say.</summary>
internal sealed class QuarantineFile(string path) : IAsyncDisposable
{
    private static readonly string[] Header = ["line", "column", "name", "value", "code", "reason_zh", "reason_en", "mend_zh", "mend_en"];
    private readonly string partial = path + ".part";
    private StreamWriter? writer;

    /// <summary>Notes a defect.</summary>
    /// <param name="line">The line of the file.</param>
    /// <param name="attribute">The column; null when the whole row is meant.</param>
    /// <param name="value">The cell's text; null when none.</param>
    /// <param name="problem">What is wrong.</param>
    public async ValueTask AddAsync(int line, RegistryAttribute? attribute, string? value, Problem problem)
    {
        if (writer is null)
        {
            writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await writer.WriteAsync(CsvLine.Of(Header)).ConfigureAwait(false);
        }

        var shown = value is null ? "" : attribute is null ? value : Masking.Show(attribute, value.Trim());
        await writer.WriteAsync(CsvLine.Of(
        [
            line.ToString(CultureInfo.InvariantCulture),
            attribute?.Id ?? "",
            attribute?.Name.Zh ?? "",
            FormulaGuard.Add(shown.Length > 200 ? shown[..200] + "…" : shown),
            problem.Code,
            problem.What.Zh,
            problem.What.En,
            problem.Mend.Zh,
            problem.Mend.En,
        ])).ConfigureAwait(false);
    }

    /// <summary>Puts the file into its place.</summary>
    /// <returns>Its path, or null when nothing was wrong and there is no file.</returns>
    public async ValueTask<string?> CompleteAsync()
    {
        if (writer is null)
        {
            return null;
        }

        await writer.DisposeAsync().ConfigureAwait(false);
        File.Move(partial, path, overwrite: true);
        return path;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (writer is not null)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
            File.Delete(partial);
        }
    }
}
