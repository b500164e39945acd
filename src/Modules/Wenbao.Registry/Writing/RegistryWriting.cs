using System.Globalization;
using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>What bulk loading and importing share.</summary>
internal static class RegistryWriting
{
    /// <summary>Keeps other writers of the type out until the unit of work ends, and gives the next free number.</summary>
    public static async Task<long> ReserveAsync(IUnitOfWork work, SubjectType type, CancellationToken cancel)
    {
        var table = work.Dialect.Quote(RegistryTables.Subjects(type));
        if (work.Dialect.Kind == DatabaseKind.PostgreSql)
        {
            await work.ExecuteAsync($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE", cancel).ConfigureAwait(false);
        }

        await using var command = work.Command($"SELECT coalesce(max(id), 0) + 1 FROM {table}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes rows into a table.</summary>
    public static async Task WriteAsync(IUnitOfWork work, string table, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        await using var writer = await work.BulkAsync(table, columns, cancel).ConfigureAwait(false);
        foreach (var row in rows)
        {
            await writer.WriteAsync(row, cancel).ConfigureAwait(false);
        }

        await writer.CompleteAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Fills a row for <see cref="RegistryTables.SubjectColumns"/>.</summary>
    public static object?[] SubjectRow(SubjectType type, long id, long batch, FeelValue[] values)
    {
        var row = new object?[type.Attributes.Count + 2];
        row[0] = id;
        row[1] = batch;
        for (var i = 0; i < values.Length; i++)
        {
            row[i + 2] = RegistryTables.ToClr(values[i], type.Attributes[i].Type);
        }

        return row;
    }

    /// <summary>Fills a row for <see cref="RegistryTables.RecordColumns"/>.</summary>
    public static object?[] RecordRow(RecordList list, long subject, long row, long parent, long batch, ReadOnlySpan<FeelValue> values)
    {
        var prefix = RegistryTables.RecordPrefix(list);
        var cells = new object?[prefix + list.Fields.Count];
        cells[0] = subject;
        cells[1] = row;
        if (prefix == 4)
        {
            cells[2] = parent;
        }

        cells[prefix - 1] = batch;
        for (var i = 0; i < list.Fields.Count; i++)
        {
            cells[prefix + i] = RegistryTables.ToClr(values[i], list.Fields[i].Type);
        }

        return cells;
    }
}
