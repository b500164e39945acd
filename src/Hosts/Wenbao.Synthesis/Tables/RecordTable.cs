using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>The made records of one list, column by column; records of one subject stand in the order they were made.</summary>
public sealed class RecordTable
{
    private readonly List<int> subjects = [];
    private readonly List<int> parents = [];
    private readonly Dictionary<string, int> positions;
    private int capacity = 1024;

    internal RecordTable(RecordList list)
    {
        List = list;
        Columns = [.. list.Fields.Select(f => new PopulationColumn(f, capacity))];
        positions = list.Fields.Select((f, i) => (f.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The list.</summary>
    public RecordList List { get; }

    /// <summary>How many records there are; rows are numbered from 0.</summary>
    public int Rows => subjects.Count;

    /// <summary>A column a field, in declared order.</summary>
    public IReadOnlyList<PopulationColumn> Columns { get; }

    /// <summary>The row of the subject that a record belongs to.</summary>
    public int SubjectAt(int row) => subjects[row];

    /// <summary>The row, in the parent list, of the record it lies below; −1 at the top.</summary>
    public int ParentAt(int row) => parents[row];

    internal int Add(int subject, int parent)
    {
        if (subjects.Count == capacity)
        {
            capacity *= 2;
            foreach (var column in Columns)
            {
                column.Resize(capacity);
            }
        }

        subjects.Add(subject);
        parents.Add(parent);
        return subjects.Count - 1;
    }

    internal PopulationColumn? Find(string field) => positions.TryGetValue(field, out var at) ? Columns[at] : null;
}
