using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Reads the registry: all subjects of a type in a stream, one by its public id, or some by name.</summary>
/// <param name="database">The database.</param>
/// <param name="declaration">The declaration its tables were made from.</param>
public sealed class SubjectReader(Database database, RegistryDeclaration declaration)
{
    /// <summary>The attributes that columns name, in order; or <see cref="RegistryProblems.ColumnUnknown"/>.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="columns">Attribute ids, or paths through a reference such as <c>owner.status</c>.</param>
    public Result<IReadOnlyList<RegistryAttribute>> Resolve(SubjectType type, IReadOnlyList<string> columns) =>
        ColumnPath.FindAll(declaration, type, columns).Map(paths => (IReadOnlyList<RegistryAttribute>)[.. paths.Select(p => p.Attribute)]);

    /// <summary>Reads subjects in order of their numbers, all in one state of the database, in bounded memory.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="query">What to read of each; its columns must resolve and stand once, its lists must be top-level lists of the type.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="ArgumentException">A column or list is not declared.</exception>
    public async IAsyncEnumerable<SubjectBatch> StreamAsync(SubjectType type, SubjectQuery query, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(query);
        var columns = ColumnPath.FindAll(declaration, type, query.Columns);
        if (columns.Problem is { } problem)
        {
            throw new ArgumentException(problem.What.En, nameof(query));
        }

        await using var scan = await SubjectScan.OpenAsync(database, type, columns.Value, query, null, cancel).ConfigureAwait(false);
        var rows = new List<SubjectRow>(query.BatchSize);
        while (await scan.NextAsync(cancel).ConfigureAwait(false) is { } row)
        {
            rows.Add(row);
            if (rows.Count == query.BatchSize)
            {
                yield return new SubjectBatch(rows);
                rows = new List<SubjectRow>(query.BatchSize);
            }
        }

        if (rows.Count > 0)
        {
            yield return new SubjectBatch(rows);
        }
    }

    /// <summary>How many subjects of a type there are.</summary>
    public async Task<long> CountAsync(SubjectType type, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command($"SELECT count(*) FROM {database.Dialect.Quote(RegistryTables.Subjects(type))}");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The numbers of some subjects by their public ids; those that the registry does not have are left out.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="publicIds">The public ids.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<string, long>> NumbersAsync(SubjectType type, IReadOnlyCollection<string> publicIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(publicIds);
        var (dialect, numbers) = (database.Dialect, new Dictionary<string, long>(StringComparer.Ordinal));
        var publicId = dialect.Quote(type.PublicId.Id);
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command($"SELECT id, {publicId} FROM {dialect.Quote(RegistryTables.Subjects(type))} WHERE {dialect.IsAmong(publicId, "ids")}");
        command.WithTexts(dialect, "ids", publicIds);
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            numbers[reader.GetString(1)] = reader.GetInt64(0);
        }

        return numbers;
    }

    /// <summary>The numbers of the subjects that an import batch changed, ascending.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<long>> ChangedAsync(SubjectType type, long batch, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command($"SELECT subject_id FROM {RegistryTables.Changed} WHERE batch_id = @batch AND subject_type = @type ORDER BY subject_id");
        command.With(database.Dialect, "batch", ColumnType.Integer, batch).With(database.Dialect, "type", ColumnType.Text, type.Id);
        var changed = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            changed.Add(reader.GetInt64(0));
        }

        return changed;
    }

    /// <summary>Reads one subject with its records and where each value comes from.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="publicId">The public id.</param>
    /// <param name="query">What to read; null means all attributes and all lists.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The subject, or <see cref="RegistryProblems.SubjectNotFound"/>.</returns>
    public async Task<Result<SubjectDetail>> FindAsync(SubjectType type, string publicId, SubjectQuery? query = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(publicId);
        query ??= new SubjectQuery { Lists = [.. type.Lists.Select(l => l.Id)] };
        var columns = ColumnPath.FindAll(declaration, type, query.Columns);
        if (columns.Problem is { } problem)
        {
            return problem;
        }

        var provenance = new ProvenanceReader(database, type);
        if (await provenance.FindAsync(publicId.Trim(), cancel).ConfigureAwait(false) is not { } found)
        {
            return RegistryProblems.SubjectNotFound.With(publicId, type.Title.Zh, type.Title.En);
        }

        await using var scan = await SubjectScan.OpenAsync(database, type, columns.Value, query, found.Id, cancel).ConfigureAwait(false);
        return await scan.NextAsync(cancel).ConfigureAwait(false) is { } row
            ? new SubjectDetail(type, row, found.Name, await provenance.ReadAsync(found, columns.Value, query.AsOf, cancel).ConfigureAwait(false))
            : RegistryProblems.SubjectNotFound.With(publicId, type.Title.Zh, type.Title.En);
    }

    /// <summary>Finds subjects whose name holds the text or whose public id begins with it.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="text">The text; empty finds all.</param>
    /// <param name="skip">Hits to pass over.</param>
    /// <param name="take">Hits wanted, 1 to 200.</param>
    /// <param name="cancel">Stops the search.</param>
    public async Task<SubjectPage> SearchAsync(SubjectType type, string text, int skip = 0, int take = 20, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(text);
        var (dialect, pattern) = (database.Dialect, Escaped(text.Trim()));
        var (id, name) = (dialect.Quote(type.PublicId.Id), dialect.Quote(type.Display.Id));
        var from = $"FROM {dialect.Quote(RegistryTables.Subjects(type))} WHERE {name} LIKE @part ESCAPE '!' OR {id} LIKE @start ESCAPE '!'";
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        var hits = new List<SubjectHit>();
        long total;
        await using (var count = snapshot.Command("SELECT count(*) " + from))
        {
            count.With(dialect, "part", ColumnType.Text, $"%{pattern}%").With(dialect, "start", ColumnType.Text, pattern.ToUpperInvariant() + "%");
            total = Convert.ToInt64(await count.ExecuteScalarAsync(cancel).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
        }

        await using var command = snapshot.Command($"SELECT id, {id}, {name} {from} ORDER BY {name}, id LIMIT {Math.Clamp(take, 1, 200)} OFFSET {Math.Max(skip, 0)}");
        command.With(dialect, "part", ColumnType.Text, $"%{pattern}%").With(dialect, "start", ColumnType.Text, pattern.ToUpperInvariant() + "%");
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            hits.Add(new SubjectHit(reader.GetInt64(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancel).ConfigureAwait(false) ? "" : reader.GetString(2)));
        }

        return new SubjectPage(hits, total);
    }

    private static string Escaped(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);
}
