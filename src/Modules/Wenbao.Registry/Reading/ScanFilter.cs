using System.Data.Common;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Which subjects a scan takes: all, one, those that an import batch changed, or some by their numbers.</summary>
internal sealed record ScanFilter(SubjectType Type, SqlDialect Dialect, long? Only, long? ChangedBy, IReadOnlyCollection<long>? Among)
{
    /// <summary>The WHERE clause on a column of subject numbers; empty for all.</summary>
    public string On(string column) => Condition(column) is { } condition ? "WHERE " + condition : "";

    /// <summary>The same, to go on after another condition.</summary>
    public string And(string column) => Condition(column) is { } condition ? " AND " + condition : "";

    /// <summary>Fills the parameters.</summary>
    public DbCommand Fill(DbCommand command, SqlDialect dialect)
    {
        if (Only is not null)
        {
            command.With(dialect, "only", ColumnType.Integer, Only);
        }
        else if (ChangedBy is not null)
        {
            command.With(dialect, "batch", ColumnType.Integer, ChangedBy);
        }

        if (Only is null && Among is not null)
        {
            command.WithNumbers(dialect, "among", Among);
        }

        return command;
    }

    private string? Condition(string column)
    {
        if (Only is not null)
        {
            return $"{column} = @only";
        }

        var changed = ChangedBy is null ? null : $"{column} IN (SELECT x.subject_id FROM reg_changed x WHERE x.batch_id = @batch AND x.subject_type = '{Type.Id}')";
        var among = Among is null ? null : Dialect.IsAmong(column, "among");
        return changed is not null && among is not null ? $"({changed} AND {among})" : changed ?? among;
    }
}
