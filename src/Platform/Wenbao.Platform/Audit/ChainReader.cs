using Microsoft.Data.Sqlite;
using Npgsql;
using System.Data.Common;

namespace Wenbao.Platform.Audit;

/// <summary>Reads the links of the chain in order, each field as the bytes that are stored, without an object a field: the way to read a million of them.</summary>
internal abstract class ChainReader : IAsyncDisposable
{
    /// <summary>The columns, in the order every reader takes them.</summary>
    protected const string Select = "SELECT sequence, at, actor, operation, subject, digest, previous_hash, hash FROM plt_audit ORDER BY sequence";

    private protected ChainReader()
    {
    }

    /// <summary>The link's number.</summary>
    public abstract long Sequence { get; }

    /// <summary>The link's moment in UTC ticks; null when what is stored is no moment as the product writes it.</summary>
    public abstract long? UtcTicks { get; }

    /// <summary>Who, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Actor { get; }

    /// <summary>The operation, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Operation { get; }

    /// <summary>The subject, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Subject { get; }

    /// <summary>The digest, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Digest { get; }

    /// <summary>The hash of the link before, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> PreviousHash { get; }

    /// <summary>The link's own hash, in UTF-8.</summary>
    public abstract ReadOnlySpan<byte> Hash { get; }

    /// <summary>Starts reading on a connection, which it keeps busy.</summary>
    public static async Task<ChainReader> OpenAsync(DbConnection connection, CancellationToken cancel)
    {
        if (connection is NpgsqlConnection postgres)
        {
            return new PostgreSqlChainReader(await postgres.BeginRawBinaryCopyAsync($"COPY ({Select}) TO STDOUT (FORMAT BINARY)", cancel).ConfigureAwait(false));
        }

        var command = connection.CreateCommand();
        command.CommandText = Select;
        return new SqliteChainReader(command, (SqliteDataReader)await command.ExecuteReaderAsync(cancel).ConfigureAwait(false));
    }

    /// <summary>Goes to the next link; what the last one gave is valid no longer.</summary>
    /// <returns>False behind the last.</returns>
    public abstract ValueTask<bool> NextAsync(CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
