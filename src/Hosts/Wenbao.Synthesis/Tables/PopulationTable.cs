using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>All made subjects of one type with their records, column by column (合成主体表).</summary>
public sealed class PopulationTable
{
    private readonly Dictionary<string, int> positions;
    private readonly Dictionary<string, RecordTable> lists;
    private readonly Dictionary<string, ulong[]> claims = new(StringComparer.Ordinal);

    internal PopulationTable(SubjectType type, int rows)
    {
        Type = type;
        Rows = rows;
        Columns = [.. type.Attributes.Select(a => new PopulationColumn(a, rows))];
        positions = type.Attributes.Select((a, i) => (a.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        lists = type.AllLists.ToDictionary(l => l.Id, l => new RecordTable(l), StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            var noRecord = PopulationColumn.FromFeel(column.Attribute.NoRecord);
            for (var row = 0; row < rows && !noRecord.IsNull; row++)
            {
                column[row] = noRecord;
            }
        }
    }

    /// <summary>The subject type.</summary>
    public SubjectType Type { get; }

    /// <summary>How many subjects there are; rows are numbered from 0.</summary>
    public int Rows { get; }

    /// <summary>A column an attribute, in declared order.</summary>
    public IReadOnlyList<PopulationColumn> Columns { get; }

    /// <summary>The record lists, each parent in front of its children.</summary>
    public IEnumerable<RecordTable> Lists => Type.AllLists.Select(l => lists[l.Id]);

    /// <summary>Values that changed during the time the registry looks back on.</summary>
    public IReadOnlyList<PopulationChange> Changes => ChangeList;

    internal List<PopulationChange> ChangeList { get; } = [];

    internal PopulationColumn? Find(string attribute) => positions.TryGetValue(attribute, out var at) ? Columns[at] : null;

    internal RecordTable? FindList(string list) => lists.GetValueOrDefault(list);

    internal bool IsClaimed(string name, int row) => claims.TryGetValue(name, out var bits) && (bits[row >> 6] & (1UL << (row & 63))) != 0;

    internal void Claim(string name, int row)
    {
        if (!claims.TryGetValue(name, out var bits))
        {
            claims.Add(name, bits = new ulong[(Rows >> 6) + 1]);
        }

        bits[row >> 6] |= 1UL << (row & 63);
    }
}

/// <summary>One change of an attribute in the past.</summary>
/// <param name="Row">The row of the subject.</param>
/// <param name="Attribute">The id of the attribute.</param>
/// <param name="OldValue">The value before, as files write it; empty for none.</param>
/// <param name="NewValue">The value since.</param>
/// <param name="EffectiveOn">The day since which it holds.</param>
public readonly record struct PopulationChange(int Row, string Attribute, string OldValue, string NewValue, DateOnly EffectiveOn);
