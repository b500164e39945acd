using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Goes through the rows of one statement, reading cells as values without boxing.</summary>
internal abstract class RowCursor : IAsyncDisposable
{
    /// <summary>Moves to the next row; false behind the last.</summary>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancel);

    /// <summary>A whole number that is never null.</summary>
    public abstract long Number(int ordinal);

    /// <summary>The value of a cell.</summary>
    public abstract FeelValue Value(int ordinal);

    /// <summary>The values of neighbouring cells.</summary>
    /// <param name="from">The first cell.</param>
    /// <param name="values">Receives as many as it holds.</param>
    public void Values(int from, Span<FeelValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(from + i);
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
