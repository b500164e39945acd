using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wenbao.Platform.Audit;

/// <summary>A digest over many rows, for the one audit event of a bulk run. The order of the rows counts.</summary>
public sealed class ContentDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>The parts added so far.</summary>
    public long Parts { get; private set; }

    /// <summary>Adds a text; null differs from an empty one.</summary>
    public void Add(string? text)
    {
        AddNumber(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Adds a number.</summary>
    public void Add(long number) => AddNumber(number);

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        AddNumber(bytes.Length);
        hash.AppendData(bytes);
    }

    /// <summary>The SHA-256 so far in hexadecimal; more may be added afterwards.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void AddNumber(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
        Parts++;
    }
}
