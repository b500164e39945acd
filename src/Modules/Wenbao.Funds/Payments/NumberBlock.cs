using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Takes numbers for rows written in bulk, so that rows that belong together can name each other before they are stored.</summary>
internal static class NumberBlock
{
    /// <summary>Takes numbers of a table's self-numbering key <c>id</c>, ascending. On PostgreSQL from its sequence; on SQLite behind the last, because one writer is inside at a time.</summary>
    public static async Task<IReadOnlyList<long>> TakeAsync(IUnitOfWork work, string table, int count, CancellationToken cancel)
    {
        if (count == 0)
        {
            return [];
        }

        var isSqlite = work.Database.Kind == DatabaseKind.Sqlite;
        var select = work.Command(isSqlite
            ? $"SELECT coalesce(max(id), 0) FROM {table}"
            : string.Create(CultureInfo.InvariantCulture, $"SELECT nextval(pg_get_serial_sequence('{table}', 'id')) FROM generate_series(1, {count})"));
        await using (select.ConfigureAwait(false))
        {
            var numbers = new List<long>(count);
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    numbers.Add(row.GetInt64(0));
                }
            }

            return isSqlite ? [.. Enumerable.Range(1, count).Select(i => numbers[0] + i)] : numbers;
        }
    }
}
