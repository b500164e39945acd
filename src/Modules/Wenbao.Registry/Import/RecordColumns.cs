using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>The columns of a file of records: the key fields of the lists above, then the list's own fields.</summary>
internal static class RecordColumns
{
    /// <summary>The columns behind the subject's key.</summary>
    public static IReadOnlyList<RegistryAttribute> Of(RecordList list) => [.. KeysAbove(list), .. list.Fields];

    /// <summary>The columns that name a record within its subject.</summary>
    public static IReadOnlyList<RegistryAttribute> KeysOf(RecordList list) => list.FullKey;

    /// <summary>The key fields of the lists above.</summary>
    public static IReadOnlyList<RegistryAttribute> KeysAbove(RecordList list) => list.Parent is null ? [] : list.Parent.FullKey;

    /// <summary>The records of a list, each with the keys of the records above it, as they lie in a subject that was read.</summary>
    public static IEnumerable<Dictionary<RegistryAttribute, FeelValue>> Flatten(RecordList at, RecordList wanted, FeelList records)
    {
        foreach (var item in records.Items.ToArray())
        {
            var record = item.AsContext()!;
            var fields = at.Fields.ToDictionary(f => f, f => record[f.Index]);
            if (at == wanted)
            {
                yield return fields;
                continue;
            }

            for (var c = 0; c < at.Children.Count; c++)
            {
                foreach (var below in Flatten(at.Children[c], wanted, record[at.Fields.Count + c].AsList() ?? FeelList.Empty))
                {
                    foreach (var key in at.OwnKey)
                    {
                        below[key] = fields[key];
                    }

                    yield return below;
                }
            }
        }
    }
}
