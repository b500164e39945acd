using System.Security.Cryptography;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>A file about to be imported: opened, its header matched.</summary>
/// <param name="Rows">The rows behind the header.</param>
/// <param name="Columns">One attribute a column; null for columns not taken.</param>
/// <param name="Ignored">Headers of columns not taken.</param>
/// <param name="Origin">Where the rows come from.</param>
internal sealed record ImportSource(IEnumerator<TableRow> Rows, RegistryAttribute?[] Columns, IReadOnlyList<string> Ignored, BatchOrigin Origin) : IDisposable
{
    /// <summary>Bytes that a file may have where the operation does not say otherwise.</summary>
    public const long FileBytesMax = 512L * 1024 * 1024;

    /// <summary>Opens a file.</summary>
    public static async Task<Result<ImportSource>> OpenAsync(
        string path, long sizeMax, IReadOnlyList<RegistryAttribute> known, string? source, DateOnly? asOf, OperationScope scope, CancellationToken cancel)
    {
        var opened = TableFile.Open(path, sizeMax);
        if (opened.Problem is { } refused)
        {
            return refused;
        }

        var rows = opened.Value.Rows().GetEnumerator();
        try
        {
            if (!rows.MoveNext())
            {
                return RegistryProblems.FileEmpty.With();
            }

            var matched = HeaderMatcher.Match(rows.Current.Cells, known);
            if (matched.Problem is { } wrong)
            {
                return wrong;
            }

            var columns = matched.Value;
            var ignored = columns.Where(c => c?.Derivation is not null).Select(c => c!.Id).ToArray();
            string digest;
            await using (var stream = File.OpenRead(path))
            {
                digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false));
            }

            var sender = source ?? columns.FirstOrDefault(c => c?.Source is not null && c.Derivation is null)?.Source?.Department.Zh;
            var origin = new BatchOrigin(asOf ?? scope.Today, scope.Now, sender, Path.GetFileName(path), digest);
            var result = new ImportSource(rows, [.. columns.Select(c => c?.Derivation is null ? c : null)], ignored, origin);
            rows = null;
            return result;
        }
        catch (TableBrokenException e)
        {
            return RegistryProblems.FileBroken.With(e.Line);
        }
        finally
        {
            rows?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Rows.Dispose();
}
