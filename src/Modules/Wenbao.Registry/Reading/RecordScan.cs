using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>The records of one list, handed out subject by subject in the order of the scan; child lists are joined below their parents.</summary>
internal sealed class RecordScan(RecordList list, RowCursor cursor, IReadOnlyList<RecordScan> children) : IAsyncDisposable
{
    private readonly List<(long Row, long Parent, FeelValue[] Values)> current = [];
    private long subject = long.MinValue;
    private bool isOver;

    /// <summary>The records of a subject; subjects must be asked for in rising order.</summary>
    public async ValueTask<FeelList> TakeAsync(long subjectId, CancellationToken cancel)
    {
        await GatherAsync(subjectId, cancel).ConfigureAwait(false);
        if (current.Count == 0)
        {
            return FeelList.Empty;
        }

        var items = new FeelValue[current.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Record(current[i]);
        }

        return new FeelList(items);
    }

    public async ValueTask DisposeAsync()
    {
        await cursor.DisposeAsync().ConfigureAwait(false);
        foreach (var child in children)
        {
            await child.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask GatherAsync(long subjectId, CancellationToken cancel)
    {
        current.Clear();
        while (!isOver && subject < subjectId)
        {
            await MoveAsync(cancel).ConfigureAwait(false);
        }

        var prefix = RegistryTables.RecordPrefix(list);
        while (!isOver && subject == subjectId)
        {
            var values = new FeelValue[list.Fields.Count + children.Count];
            cursor.Values(prefix, values.AsSpan(0, list.Fields.Count));
            current.Add((cursor.Number(1), prefix == 4 ? cursor.Number(2) : 0, values));
            await MoveAsync(cancel).ConfigureAwait(false);
        }

        foreach (var child in children)
        {
            await child.GatherAsync(subjectId, cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask MoveAsync(CancellationToken cancel)
    {
        isOver = !await cursor.ReadAsync(cancel).ConfigureAwait(false);
        subject = isOver ? long.MaxValue : cursor.Number(0);
    }

    private FeelValue Record((long Row, long Parent, FeelValue[] Values) record)
    {
        for (var c = 0; c < children.Count; c++)
        {
            var below = children[c];
            var items = below.current.Where(r => r.Parent == record.Row).Select(below.Record).ToArray();
            record.Values[list.Fields.Count + c] = FeelValue.Of(items.Length == 0 ? FeelList.Empty : new FeelList(items));
        }

        return FeelValue.Of(new FeelContext(list.Shape, record.Values));
    }
}
