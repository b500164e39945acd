using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Tells where the values of one subject come from and since when they hold.</summary>
internal sealed class ProvenanceReader(Database database, SubjectType type)
{
    /// <summary>Finds the subject and the file that brought it.</summary>
    public async Task<FoundSubject?> FindAsync(string publicId, CancellationToken cancel)
    {
        var dialect = database.Dialect;
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command(
            $"SELECT s.id, s.{dialect.Quote(type.Display.Id)}, b.as_of FROM {dialect.Quote(RegistryTables.Subjects(type))} s "
            + $"LEFT JOIN reg_batch b ON b.batch_id = s.batch_id WHERE s.{dialect.Quote(type.PublicId.Id)} = @id");
        command.With(dialect, "id", ColumnType.Text, publicId);
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        return await reader.ReadAsync(cancel).ConfigureAwait(false)
            ? new FoundSubject(reader.GetInt64(0), reader.GetValue(1) as string ?? "", (DateOnly?)dialect.FromStorage(ColumnType.Date, reader.GetValue(2)))
            : null;
    }

    /// <summary>The origin of each column's value as of a day.</summary>
    public async Task<IReadOnlyList<ValueOrigin>> ReadAsync(FoundSubject subject, IReadOnlyList<ColumnPath> columns, DateOnly? asOf, CancellationToken cancel)
    {
        var dialect = database.Dialect;
        var changed = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command(
            $"SELECT attribute, max(effective_on) FROM reg_change WHERE subject_type = '{type.Id}' AND subject_id = @id AND effective_on <= @day GROUP BY attribute");
        command.With(dialect, "id", ColumnType.Integer, subject.Id).With(dialect, "day", ColumnType.Date, asOf ?? DateOnly.MaxValue);
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            changed[reader.GetString(0)] = (DateOnly)dialect.FromStorage(ColumnType.Date, reader.GetValue(1))!;
        }

        return [.. columns.Select(c => new ValueOrigin(
            c.Attribute.Source,
            changed.TryGetValue(c.Through is null ? c.Attribute.Id : c.Through.Id, out var day) ? day : subject.LoadedAsOf))];
    }
}

/// <summary>A subject found by its public id.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="Name">The display value; empty when it has none.</param>
/// <param name="LoadedAsOf">The day of the file that brought it; null when unknown.</param>
internal sealed record FoundSubject(long Id, string Name, DateOnly? LoadedAsOf);
