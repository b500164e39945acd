using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Wenbao.Registry;

/// <summary>Opens cursors over single commands.</summary>
internal static class RowCursors
{
    /// <summary>A cursor over a command's rows; on PostgreSQL they are read at once, so that the connection is free again.</summary>
    public static async Task<RowCursor> RowsAsync(this DbCommand command, IReadOnlyList<AttributeType?> columns, CancellationToken cancel)
    {
        if (command is not SqliteCommand)
        {
            return new PostgreSqlRowCursor(command, columns, isWhole: true);
        }

        return new SqliteRowCursor(command, (SqliteDataReader)await command.ExecuteReaderAsync(cancel).ConfigureAwait(false), columns);
    }
}
