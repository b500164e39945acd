namespace Wenbao.Registry;

/// <summary>One row of a file.</summary>
/// <param name="Line">The line (CSV) or row (XLSX) it starts in, from 1; the header is 1.</param>
/// <param name="Cells">The texts of the cells; the array may be used again for the next row.</param>
internal readonly record struct TableRow(int Line, string?[] Cells);
