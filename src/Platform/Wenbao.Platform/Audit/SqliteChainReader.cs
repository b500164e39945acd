using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wenbao.Platform.Audit;

/// <summary>Reads the chain from the statement itself.</summary>
internal sealed class SqliteChainReader(DbCommand command, SqliteDataReader reader) : ChainReader
{
    private readonly sqlite3_stmt statement = reader.Handle!;

    public override long Sequence => raw.sqlite3_column_int64(statement, 0);

    public override long? UtcTicks => InstantText.Ticks(Bytes(1));

    public override ReadOnlySpan<byte> Actor => Bytes(2);

    public override ReadOnlySpan<byte> Operation => Bytes(3);

    public override ReadOnlySpan<byte> Subject => Bytes(4);

    public override ReadOnlySpan<byte> Digest => Bytes(5);

    public override ReadOnlySpan<byte> PreviousHash => Bytes(6);

    public override ReadOnlySpan<byte> Hash => Bytes(7);

    // SQLite has no asynchronous reading; the async form would only wrap this call.
    public override ValueTask<bool> NextAsync(CancellationToken cancel) => new(reader.Read());

    public override async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync().ConfigureAwait(false);
        await command.DisposeAsync().ConfigureAwait(false);
    }

    private ReadOnlySpan<byte> Bytes(int ordinal) => raw.sqlite3_column_blob(statement, ordinal);
}
