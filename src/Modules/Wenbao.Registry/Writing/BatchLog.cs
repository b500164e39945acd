using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Writes down batches in <c>reg_batch</c>.</summary>
internal static class BatchLog
{
    /// <summary>Opens a batch with zero counts and gives its number.</summary>
    public static async Task<long> OpenAsync(IUnitOfWork work, SubjectType type, RecordList? list, BatchOrigin origin, CancellationToken cancel)
    {
        var dialect = work.Dialect;
        await using var command = work.Command(
            "INSERT INTO reg_batch (subject_type, list, source, file_name, file_digest, as_of, received_at, rows_read, rows_created, rows_changed, rows_unchanged, rows_quarantined) "
            + "VALUES (@type, @list, @source, @file, @digest, @asof, @received, 0, 0, 0, 0, 0)" + dialect.Returning("batch_id"));
        command.With(dialect, "type", ColumnType.Text, type.Id)
            .With(dialect, "list", ColumnType.Text, list?.Id)
            .With(dialect, "source", ColumnType.Text, origin.Source)
            .With(dialect, "file", ColumnType.Text, origin.FileName)
            .With(dialect, "digest", ColumnType.Text, origin.FileDigest)
            .With(dialect, "asof", ColumnType.Date, origin.AsOf)
            .With(dialect, "received", ColumnType.Instant, origin.ReceivedAt);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    /// <summary>Fills in the counts.</summary>
    public static async Task CloseAsync(IUnitOfWork work, long batch, RowCounts counts, CancellationToken cancel)
    {
        var dialect = work.Dialect;
        await using var command = work.Command(
            "UPDATE reg_batch SET rows_read = @read, rows_created = @created, rows_changed = @changed, rows_unchanged = @unchanged, rows_quarantined = @quarantined WHERE batch_id = @batch");
        command.With(dialect, "read", ColumnType.Integer, counts.Read)
            .With(dialect, "created", ColumnType.Integer, counts.Created)
            .With(dialect, "changed", ColumnType.Integer, counts.Changed)
            .With(dialect, "unchanged", ColumnType.Integer, counts.Unchanged)
            .With(dialect, "quarantined", ColumnType.Integer, counts.Quarantined)
            .With(dialect, "batch", ColumnType.Integer, batch);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Takes a batch back that changed nothing.</summary>
    public static async Task ForgetAsync(IUnitOfWork work, long batch, CancellationToken cancel)
    {
        await using var command = work.Command("DELETE FROM reg_batch WHERE batch_id = @batch").With(work.Dialect, "batch", ColumnType.Integer, batch);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
