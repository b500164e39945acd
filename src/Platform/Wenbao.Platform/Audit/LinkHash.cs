using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wenbao.Platform.Audit;

/// <summary>The hash of a link: SHA-256 over its number, its moment, and each text behind its length, so that no two different links give the same bytes.</summary>
internal sealed class LinkHash
{
    /// <summary>The hash that stands before the first link.</summary>
    public static readonly string Origin = new('0', 64);

    private static readonly byte[] Digits = "0123456789abcdef"u8.ToArray();

    private readonly byte[] result = new byte[64];
    private byte[] buffer = new byte[512];

    /// <summary>The hash of a link of known parts.</summary>
    public static string Of(long sequence, AuditEntry entry, string previousHash)
    {
        var hash = new LinkHash().Of(
            sequence,
            entry.At.UtcTicks,
            Encoding.UTF8.GetBytes(entry.Actor),
            Encoding.UTF8.GetBytes(entry.Operation),
            Encoding.UTF8.GetBytes(entry.Subject),
            Encoding.UTF8.GetBytes(entry.Digest),
            Encoding.UTF8.GetBytes(previousHash));
        return Encoding.ASCII.GetString(hash);
    }

    /// <summary>The hash of a link whose texts are given in UTF-8, in hexadecimal digits; valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(
        long sequence,
        long utcTicks,
        ReadOnlySpan<byte> actor,
        ReadOnlySpan<byte> operation,
        ReadOnlySpan<byte> subject,
        ReadOnlySpan<byte> digest,
        ReadOnlySpan<byte> previousHash)
    {
        var length = (7 * sizeof(long)) + actor.Length + operation.Length + subject.Length + digest.Length + previousHash.Length;
        if (buffer.Length < length)
        {
            buffer = new byte[length * 2];
        }

        var rest = Put(buffer, sequence);
        rest = Put(rest, utcTicks);
        rest = Put(rest, actor);
        rest = Put(rest, operation);
        rest = Put(rest, subject);
        rest = Put(rest, digest);
        Put(rest, previousHash);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), hash);
        for (var i = 0; i < hash.Length; i++)
        {
            result[2 * i] = Digits[hash[i] >> 4];
            result[(2 * i) + 1] = Digits[hash[i] & 15];
        }

        return result;
    }

    private static Span<byte> Put(Span<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to, number);
        return to[sizeof(long)..];
    }

    private static Span<byte> Put(Span<byte> to, ReadOnlySpan<byte> text)
    {
        var rest = Put(to, text.Length);
        text.CopyTo(rest);
        return rest[text.Length..];
    }
}
