using System.Data.Common;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Makes the registry's tables from the declaration and keeps them in step: what is new is added, what would lose data is refused.</summary>
public static class RegistrySchema
{
    /// <summary>Makes or extends the tables, all in one transaction.</summary>
    /// <param name="database">The database.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="cancel">Stops the work; nothing is changed then.</param>
    /// <returns>What was added; or <see cref="RegistryProblems.TablesDiffer"/> with each difference, and nothing is changed.</returns>
    public static async Task<Result<SchemaReport>> EnsureAsync(Database database, RegistryDeclaration declaration, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(declaration);
        await using var work = await database.BeginAsync(cancel).ConfigureAwait(false);
        await MakeFixedTablesAsync(work, cancel).ConfigureAwait(false);
        var known = await ReadKnownColumnsAsync(work, cancel).ConfigureAwait(false);
        var problems = new List<Problem>();
        var (tables, columns) = (new List<string>(), new List<string>());
        foreach (var table in declaration.SubjectTypes.SelectMany(TablesOf))
        {
            if (!known.Remove(table.Name, out var existing))
            {
                await MakeTableAsync(work, table, cancel).ConfigureAwait(false);
                tables.Add(table.Name);
                continue;
            }

            foreach (var attribute in table.Attributes)
            {
                if (!existing.Remove(attribute.Id, out var declared))
                {
                    await AddColumnAsync(work, table, attribute, cancel).ConfigureAwait(false);
                    columns.Add(table.Name + "." + attribute.Id);
                }
                else if (declared != RegistryTables.Signature(attribute.Type))
                {
                    problems.Add(RegistryProblems.ColumnRetyped.At(table.Name, table.Name, attribute.Id, declared, attribute.Type.Text));
                }
            }

            problems.AddRange(existing.Keys.Order(StringComparer.Ordinal).Select(column => RegistryProblems.ColumnRemoved.At(table.Name, table.Name, column)));
        }

        problems.AddRange(known.Keys.Order(StringComparer.Ordinal).Select(table => RegistryProblems.TableRemoved.At(table, table)));
        if (problems.Count > 0)
        {
            return RegistryProblems.TablesDiffer.With(problems.Count) with { Details = problems };
        }

        await work.CommitAsync(cancel).ConfigureAwait(false);
        return new SchemaReport(tables, columns);
    }

    private static IEnumerable<DeclaredTable> TablesOf(SubjectType type)
    {
        var unique = new HashSet<string>(StringComparer.Ordinal) { type.Key.Id, type.PublicId.Id };
        var indexed = type.Dimensions.Values.Select(d => d.Id).Append(type.Display.Id).Where(id => !unique.Contains(id)).Distinct(StringComparer.Ordinal);
        yield return new DeclaredTable(RegistryTables.Subjects(type), null, type.Attributes, [.. unique], [.. indexed]);
        foreach (var list in type.AllLists)
        {
            yield return new DeclaredTable(RegistryTables.Records(type, list), list, list.Fields, [], []);
        }
    }

    private static async Task MakeFixedTablesAsync(IUnitOfWork work, CancellationToken cancel)
    {
        var dialect = work.Dialect;
        string Type(ColumnType type) => dialect.TypeName(type);
        string[] statements =
        [
            $"CREATE TABLE IF NOT EXISTS reg_column (table_name {Type(ColumnType.Text)} NOT NULL, column_name {Type(ColumnType.Text)} NOT NULL, declared {Type(ColumnType.Text)} NOT NULL, PRIMARY KEY (table_name, column_name))",
            $"CREATE TABLE IF NOT EXISTS reg_batch (batch_id {dialect.SelfNumberingKey}, subject_type {Type(ColumnType.Text)} NOT NULL, list {Type(ColumnType.Text)}, source {Type(ColumnType.Text)}, file_name {Type(ColumnType.Text)}, file_digest {Type(ColumnType.Text)}, as_of {Type(ColumnType.Date)} NOT NULL, received_at {Type(ColumnType.Instant)} NOT NULL, rows_read {Type(ColumnType.Integer)} NOT NULL, rows_created {Type(ColumnType.Integer)} NOT NULL, rows_changed {Type(ColumnType.Integer)} NOT NULL, rows_unchanged {Type(ColumnType.Integer)} NOT NULL, rows_quarantined {Type(ColumnType.Integer)} NOT NULL)",
            "CREATE INDEX IF NOT EXISTS ix_reg_batch_digest ON reg_batch (subject_type, file_digest)",
            $"CREATE TABLE IF NOT EXISTS reg_change (change_id {dialect.SelfNumberingKey}, subject_type {Type(ColumnType.Text)} NOT NULL, subject_id {Type(ColumnType.Integer)} NOT NULL, attribute {Type(ColumnType.Text)} NOT NULL, old_value {Type(ColumnType.Text)}, new_value {Type(ColumnType.Text)}, effective_on {Type(ColumnType.Date)} NOT NULL, source {Type(ColumnType.Text)}, batch_id {Type(ColumnType.Integer)}, recorded_at {Type(ColumnType.Instant)} NOT NULL)",
            "CREATE INDEX IF NOT EXISTS ix_reg_change_subject ON reg_change (subject_type, subject_id)",
            $"CREATE TABLE IF NOT EXISTS reg_changed (batch_id {Type(ColumnType.Integer)} NOT NULL, subject_type {Type(ColumnType.Text)} NOT NULL, subject_id {Type(ColumnType.Integer)} NOT NULL, PRIMARY KEY (batch_id, subject_type, subject_id))",
        ];
        foreach (var statement in statements)
        {
            await work.ExecuteAsync(statement, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<Dictionary<string, Dictionary<string, string>>> ReadKnownColumnsAsync(IUnitOfWork work, CancellationToken cancel)
    {
        var known = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        await using var command = work.Command("SELECT table_name, column_name, declared FROM reg_column");
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            var table = reader.GetString(0);
            if (!known.TryGetValue(table, out var columns))
            {
                known.Add(table, columns = new Dictionary<string, string>(StringComparer.Ordinal));
            }

            columns.Add(reader.GetString(1), reader.GetString(2));
        }

        return known;
    }

    private static async Task MakeTableAsync(IUnitOfWork work, DeclaredTable table, CancellationToken cancel)
    {
        var dialect = work.Dialect;
        string Definition(Column column) => $"{dialect.Quote(column.Name)} {dialect.TypeName(column.Type)}";
        var fields = table.Attributes.Select(a => Definition(RegistryTables.ColumnOf(a)));
        // Records lie sorted by subject, so that one ordered scan reads them beside their subjects.
        IEnumerable<string> definitions = table.List is null
            ? [$"id {dialect.TypeName(ColumnType.Integer)} PRIMARY KEY", Definition(RegistryTables.BatchId), .. fields]
            : [
                $"subject_id {dialect.TypeName(ColumnType.Integer)} NOT NULL", $"row_id {dialect.TypeName(ColumnType.Integer)} NOT NULL",
                .. table.List.Parent is null ? [] : new[] { $"parent_row_id {dialect.TypeName(ColumnType.Integer)} NOT NULL" },
                Definition(RegistryTables.BatchId), .. fields, "PRIMARY KEY (subject_id, row_id)",
            ];
        var clustered = table.List is not null && dialect.Kind == DatabaseKind.Sqlite ? " WITHOUT ROWID" : "";
        await work.ExecuteAsync($"CREATE TABLE {dialect.Quote(table.Name)} ({string.Join(", ", definitions)}){clustered}", cancel).ConfigureAwait(false);
        foreach (var column in table.Unique)
        {
            await work.ExecuteAsync($"CREATE UNIQUE INDEX {dialect.Quote(RegistryTables.IndexName(table.Name, column))} ON {dialect.Quote(table.Name)} ({dialect.Quote(column)})", cancel).ConfigureAwait(false);
        }

        foreach (var column in table.Indexed)
        {
            await work.ExecuteAsync($"CREATE INDEX {dialect.Quote(RegistryTables.IndexName(table.Name, column))} ON {dialect.Quote(table.Name)} ({dialect.Quote(column)})", cancel).ConfigureAwait(false);
        }

        foreach (var attribute in table.Attributes)
        {
            await RememberAsync(work, table, attribute, cancel).ConfigureAwait(false);
        }
    }

    private static async Task AddColumnAsync(IUnitOfWork work, DeclaredTable table, RegistryAttribute attribute, CancellationToken cancel)
    {
        var dialect = work.Dialect;
        var column = RegistryTables.ColumnOf(attribute);
        await work.ExecuteAsync($"ALTER TABLE {dialect.Quote(table.Name)} ADD COLUMN {dialect.Quote(column.Name)} {dialect.TypeName(column.Type)}", cancel).ConfigureAwait(false);
        await RememberAsync(work, table, attribute, cancel).ConfigureAwait(false);
    }

    private static async Task RememberAsync(IUnitOfWork work, DeclaredTable table, RegistryAttribute attribute, CancellationToken cancel)
    {
        await using var command = work.Command("INSERT INTO reg_column (table_name, column_name, declared) VALUES (@table, @column, @declared)")
            .With(work.Dialect, "table", ColumnType.Text, table.Name)
            .With(work.Dialect, "column", ColumnType.Text, attribute.Id)
            .With(work.Dialect, "declared", ColumnType.Text, RegistryTables.Signature(attribute.Type));
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    private sealed record DeclaredTable(
        string Name, RecordList? List, IReadOnlyList<RegistryAttribute> Attributes, IReadOnlyList<string> Unique, IReadOnlyList<string> Indexed);
}

/// <summary>What <see cref="RegistrySchema.EnsureAsync"/> added.</summary>
/// <param name="Tables">Tables that are new.</param>
/// <param name="Columns">Columns that are new in tables that were there, as <c>table.column</c>.</param>
public sealed record SchemaReport(IReadOnlyList<string> Tables, IReadOnlyList<string> Columns);
