using System.Buffers.Binary;
using System.IO.Compression;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Persistence;

/// <summary>Packs the cells of a chunk: nine bytes a subject (outcome, failed, unknown), then compressed; long runs of equal cells nearly vanish.</summary>
internal static class CellCodec
{
    private const int BytesPerCell = 9;
    private const byte NotJudged = 255;

    /// <summary>A cell without its amount.</summary>
    public readonly record struct PackedCell(Outcome Outcome, uint Failed, uint Unknown)
    {
        /// <summary>The cell of a pass without its amount; null where nothing was judged.</summary>
        public static PackedCell? Of(Cell? cell) =>
            cell is { } judged ? new PackedCell(judged.Decision.Outcome, judged.Decision.Failed, judged.Decision.Unknown) : null;

        /// <summary>Whether exactly one mendable condition fails.</summary>
        public bool IsNearMiss(uint mendable) => new CaseDecision(Outcome, Failed, Unknown, 0m).IsNearMiss(mendable);
    }

    /// <summary>Packs cells.</summary>
    public static byte[] Pack(ReadOnlySpan<PackedCell?> cells)
    {
        // The three parts lie apart, not cell by cell: equal bytes in a row compress far better.
        var raw = new byte[cells.Length * BytesPerCell];
        for (var i = 0; i < cells.Length; i++)
        {
            raw[i] = cells[i] is { } cell ? (byte)cell.Outcome : NotJudged;
            BinaryPrimitives.WriteUInt32LittleEndian(raw.AsSpan(cells.Length + (i * 4)), cells[i]?.Failed ?? 0);
            BinaryPrimitives.WriteUInt32LittleEndian(raw.AsSpan((cells.Length * 5) + (i * 4)), cells[i]?.Unknown ?? 0);
        }

        return Compress(raw);
    }

    /// <summary>Packs the cells of a pass.</summary>
    public static byte[] Pack(Cell?[] cells)
    {
        var packed = new PackedCell?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            packed[i] = PackedCell.Of(cells[i]);
        }

        return Pack(packed);
    }

    /// <summary>Unpacks cells.</summary>
    public static PackedCell?[] Unpack(byte[] packed)
    {
        var raw = Decompress(packed);
        var count = raw.Length / BytesPerCell;
        var cells = new PackedCell?[count];
        for (var i = 0; i < count; i++)
        {
            if (raw[i] != NotJudged)
            {
                cells[i] = new PackedCell(
                    (Outcome)raw[i],
                    BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan(count + (i * 4))),
                    BinaryPrimitives.ReadUInt32LittleEndian(raw.AsSpan((count * 5) + (i * 4))));
            }
        }

        return cells;
    }

    /// <summary>Packs ascending ids.</summary>
    public static byte[] PackIds(IEnumerable<long> ids)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            var before = 0L;
            foreach (var id in ids)
            {
                writer.Write7BitEncodedInt64(id - before);
                before = id;
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Unpacks ids.</summary>
    public static List<long> UnpackIds(byte[] packed)
    {
        var ids = new List<long>();
        using var bytes = new MemoryStream(packed);
        using var reader = new BinaryReader(bytes);
        var at = 0L;
        while (bytes.Position < bytes.Length)
        {
            at += reader.Read7BitEncodedInt64();
            ids.Add(at);
        }

        return ids;
    }

    /// <summary>Compresses bytes.</summary>
    public static byte[] Compress(byte[] raw)
    {
        using var target = new MemoryStream();
        using (var packer = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(raw);
        }

        return target.ToArray();
    }

    /// <summary>Decompresses bytes.</summary>
    public static byte[] Decompress(byte[] packed)
    {
        using var target = new MemoryStream();
        using (var unpacker = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            unpacker.CopyTo(target);
        }

        return target.ToArray();
    }
}
