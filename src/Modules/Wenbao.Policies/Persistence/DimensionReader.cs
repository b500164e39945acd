using System.Runtime.CompilerServices;
using Wenbao.Registry;

namespace Wenbao.Policies.Persistence;

/// <summary>Reads town, industry and size of every subject of a type, in the order of the register; which attributes these are the pack says.</summary>
internal sealed class DimensionReader(SubjectReader reader)
{
    private const int SubjectsAtOnce = 8_192;

    /// <summary>A subject and where it belongs; null where it has no such attribute or none is on record.</summary>
    internal readonly record struct Placed(long Id, string PublicId, string? Town, string? Industry, string? Size)
    {
        /// <summary>The code of a dimension.</summary>
        public string? Of(string dimension) => dimension switch { "town" => Town, "industry" => Industry, _ => Size };
    }

    /// <summary>The subjects of a type.</summary>
    public async IAsyncEnumerable<Placed> StreamAsync(SubjectType type, [EnumeratorCancellation] CancellationToken cancel)
    {
        var attributes = new[] { "town", "industry", "size" }.Select(d => type.Dimensions.GetValueOrDefault(d)).ToList();
        var columns = attributes.OfType<RegistryAttribute>().Select(a => a.Id).Distinct(StringComparer.Ordinal).ToList();
        var positions = attributes.Select(a => a is null ? -1 : columns.IndexOf(a.Id)).ToList();
        await foreach (var batch in reader.StreamAsync(type, new SubjectQuery { Columns = columns, WithHistory = false, BatchSize = SubjectsAtOnce }, cancel).ConfigureAwait(false))
        {
            foreach (var row in batch.Rows)
            {
                yield return new Placed(row.Id, row.PublicId, Value(row, positions[0]), Value(row, positions[1]), Value(row, positions[2]));
            }
        }
    }

    private static string? Value(SubjectRow row, int position) => position < 0 ? null : row.Values[position].AsString();
}
