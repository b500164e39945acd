using System.Buffers.Binary;

namespace Wenbao.Platform.Audit;

/// <summary>Reads the chain from a binary <c>COPY</c>: a header, then each row as a count of fields and each field behind its length; -1 for a null and for the end.</summary>
internal sealed class PostgreSqlChainReader(Stream copy) : ChainReader
{
    private const int HeaderBytes = 19;
    private const int Fields = 8;
    private static readonly long Epoch = new DateTime(2000, 1, 1).Ticks;

    private readonly (int Start, int Length)[] fields = new (int, int)[Fields];
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isStarted;

    public override long Sequence => BinaryPrimitives.ReadInt64BigEndian(Field(0));

    public override long? UtcTicks => fields[1].Length == sizeof(long) ? Epoch + (BinaryPrimitives.ReadInt64BigEndian(Field(1)) * TimeSpan.TicksPerMicrosecond) : null;

    public override ReadOnlySpan<byte> Actor => Field(2);

    public override ReadOnlySpan<byte> Operation => Field(3);

    public override ReadOnlySpan<byte> Subject => Field(4);

    public override ReadOnlySpan<byte> Digest => Field(5);

    public override ReadOnlySpan<byte> PreviousHash => Field(6);

    public override ReadOnlySpan<byte> Hash => Field(7);

    public override async ValueTask<bool> NextAsync(CancellationToken cancel)
    {
        if (!isStarted)
        {
            await NeedAsync(HeaderBytes, cancel).ConfigureAwait(false);
            var extension = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + HeaderBytes - sizeof(int)));
            start += HeaderBytes;
            await NeedAsync(extension, cancel).ConfigureAwait(false);
            start += extension;
            isStarted = true;
        }

        await NeedAsync(sizeof(short), cancel).ConfigureAwait(false);
        if (BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(start)) != Fields)
        {
            return false;
        }

        // Offsets from the row's start, because refilling moves the row to the front of the buffer.
        var offset = sizeof(short);
        for (var i = 0; i < Fields; i++)
        {
            await NeedAsync(offset + sizeof(int), cancel).ConfigureAwait(false);
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + offset));
            fields[i] = (offset + sizeof(int), Math.Max(length, 0));
            offset += sizeof(int) + Math.Max(length, 0);
            await NeedAsync(offset, cancel).ConfigureAwait(false);
        }

        for (var i = 0; i < Fields; i++)
        {
            fields[i].Start += start;
        }

        start += offset;
        return true;
    }

    public override ValueTask DisposeAsync() => copy.DisposeAsync();

    private ReadOnlySpan<byte> Field(int ordinal) => buffer.AsSpan(fields[ordinal].Start, fields[ordinal].Length);

    /// <summary>Makes sure that so many bytes lie in the buffer from <see cref="start"/> on.</summary>
    private ValueTask NeedAsync(int bytes, CancellationToken cancel) => end - start >= bytes ? ValueTask.CompletedTask : FillAsync(bytes, cancel);

    private async ValueTask FillAsync(int bytes, CancellationToken cancel)
    {
        var kept = end - start;
        var room = bytes > buffer.Length ? new byte[bytes * 2] : buffer;
        Buffer.BlockCopy(buffer, start, room, 0, kept);
        (buffer, start, end) = (room, 0, kept);
        while (end < bytes)
        {
            var read = await copy.ReadAsync(buffer.AsMemory(end), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                throw new EndOfStreamException("The copy of plt_audit ended within a row.");
            }

            end += read;
        }
    }
}
