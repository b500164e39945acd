namespace Wenbao.Registry;

/// <summary>Checks that the subjects which rows refer to exist.</summary>
internal sealed class ReferenceCheck(RegistryDeclaration declaration, RegistryAttribute?[] columns, KeyedLookup lookup)
{
    /// <summary>The first dangling reference of each row: line → column.</summary>
    public async Task<Dictionary<int, int>> FindMissingAsync(List<ParsedRow> rows, CancellationToken cancel)
    {
        var missing = new Dictionary<int, int>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i]?.Type.Target is not { } targetId || declaration.Find(targetId) is not { } target)
            {
                continue;
            }

            var wanted = rows.Where(r => r.IsGiven[i]).Select(r => r.Values[i].AsString()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var found = await lookup.NumbersAsync(target, target.PublicId, wanted, cancel).ConfigureAwait(false);
            foreach (var row in rows.Where(r => r.IsGiven[i] && r.Values[i].AsString() is { } id && !found.ContainsKey(id)))
            {
                missing.TryAdd(row.Line, i);
            }
        }

        return missing;
    }
}
