using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Turns rows of a file into values; defects go to the quarantine, all of a row at once.</summary>
internal sealed class RowParser(RegistryAttribute?[] columns, CellReader reader, QuarantineFile quarantine)
{
    /// <summary>Reads a row; null when it has a defect.</summary>
    public async ValueTask<ParsedRow?> ParseAsync(TableRow row)
    {
        if (IsRagged(row.Cells))
        {
            await quarantine.AddAsync(row.Line, null, null, RegistryProblems.CellCount.With(row.Cells.Length, columns.Length)).ConfigureAwait(false);
            return null;
        }

        var values = new FeelValue[columns.Length];
        var given = new bool[columns.Length];
        var isGood = true;
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = row.Cells[i];
            if (columns[i] is not { } attribute || Masking.IsMasked(attribute, cell))
            {
                continue;
            }

            given[i] = true;
            var problem = reader.Read(attribute, cell, out values[i]);
            if (problem is null && values[i].IsNull && attribute.NullKind == NullKind.Never)
            {
                problem = RegistryProblems.ValueMissing.With();
            }

            if (problem is not null)
            {
                isGood = false;
                await quarantine.AddAsync(row.Line, attribute, cell, problem).ConfigureAwait(false);
            }
        }

        return isGood ? new ParsedRow(row.Line, values, given, row.Cells) : null;
    }

    /// <summary>Whether cells are missing, or stand behind the last column with something in them.</summary>
    private bool IsRagged(string?[] cells) => cells.Length < columns.Length || cells.Skip(columns.Length).Any(c => !string.IsNullOrWhiteSpace(c));
}
