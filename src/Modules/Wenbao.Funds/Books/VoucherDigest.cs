using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Wenbao.Funds.Books;

/// <summary>The digest of a voucher: everything it says and every entry in order, so that nothing of it can be altered unseen. One object serves one voucher after the other.</summary>
/// <remarks>Numbers are eight bytes, texts go behind their length; an account stands for itself by its mark, not by its number, so that exchanged accounts are seen as well.</remarks>
internal sealed class VoucherDigest : IDisposable
{
    /// <summary>The bytes of an account's mark.</summary>
    public const int MarkBytes = 32;

    private const int EntryBytes = (3 * sizeof(long)) + (2 * MarkBytes);

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[64 * EntryBytes];
    private int used;

    /// <summary>The mark of an account: a digest of line, level and stage.</summary>
    public static byte[] MarkOf(AccountKey account) => MarkOf(account.Line, account.Level.ToString(), account.Stage.ToString());

    /// <summary>The mark of an account as it is stored, whatever stands there.</summary>
    public static byte[] MarkOf(string line, string level, string stage) => SHA256.HashData(Encoding.UTF8.GetBytes($"{line}\n{level}\n{stage}"));

    /// <summary>Begins a voucher.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="kind">What happened, by the name of <see cref="VoucherKind"/>.</param>
    /// <param name="on">The business day.</param>
    /// <param name="at">The moment, in whole microseconds.</param>
    /// <param name="actor">Who wrote it.</param>
    /// <param name="reference">What it rests on.</param>
    public void Begin(long id, string kind, DateOnly on, DateTimeOffset at, string actor, string reference)
    {
        used = 0;
        Add(id);
        Add(on.DayNumber);
        Add(at.UtcTicks);
        foreach (var text in (ReadOnlySpan<string>)[kind, actor, reference])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(bytes.Length);
            Flush();
            hash.AppendData(bytes);
        }
    }

    /// <summary>Adds the next entry.</summary>
    /// <param name="debitMark">The mark of the account that gets.</param>
    /// <param name="creditMark">The mark of the account that gives.</param>
    /// <param name="fen">The amount.</param>
    /// <param name="entitlement">The entitlement; null differs from every number.</param>
    public void Add(ReadOnlySpan<byte> debitMark, ReadOnlySpan<byte> creditMark, long fen, long? entitlement)
    {
        if (used + EntryBytes > buffer.Length)
        {
            Flush();
        }

        debitMark.CopyTo(buffer.AsSpan(used));
        creditMark.CopyTo(buffer.AsSpan(used + MarkBytes));
        used += 2 * MarkBytes;
        Add(fen);
        Add(entitlement is null ? 0 : 1);
        Add(entitlement ?? 0);
    }

    /// <summary>Ends the voucher.</summary>
    /// <returns>The SHA-256 in lower-case hexadecimal.</returns>
    public string End()
    {
        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Add(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(used), number);
        used += sizeof(long);
    }

    private void Flush()
    {
        hash.AppendData(buffer, 0, used);
        used = 0;
    }
}
