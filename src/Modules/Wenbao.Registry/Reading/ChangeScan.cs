using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>The history of subjects, handed out in the order of the scan.</summary>
internal sealed class ChangeScan(RowCursor cursor, IReadOnlyDictionary<string, (int Column, AttributeType Type)> columns) : IAsyncDisposable
{
    /// <summary>The columns of the statement: subject, attribute, old value, day, change number.</summary>
    public static readonly IReadOnlyList<AttributeType?> ColumnTypes =
        [null, AttributeType.Parse("string"), AttributeType.Parse("string"), AttributeType.Parse("date"), null];

    private readonly List<ValueChange> current = [];
    private long subject = long.MinValue;
    private bool isOver;

    /// <summary>The changes of a subject, oldest first; subjects must be asked for in rising order.</summary>
    public async ValueTask<ValueChange[]> TakeAsync(long subjectId, CancellationToken cancel)
    {
        current.Clear();
        while (!isOver && subject <= subjectId)
        {
            if (subject == subjectId && columns.TryGetValue(cursor.Value(1).AsString()!, out var column))
            {
                current.Add(new ValueChange(column.Column, ValueText.Read(column.Type, cursor.Value(2).AsString()), cursor.Value(3).AsDate()!.Value));
            }

            isOver = !await cursor.ReadAsync(cancel).ConfigureAwait(false);
            subject = isOver ? long.MaxValue : cursor.Number(0);
        }

        return current.Count == 0 ? [] : [.. current];
    }

    public ValueTask DisposeAsync() => cursor.DisposeAsync();
}
