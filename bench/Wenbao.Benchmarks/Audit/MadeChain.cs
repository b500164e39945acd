using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;

namespace Wenbao.Benchmarks.Audit;

/// <summary>Writes a long chain as if so many operations had been carried out. The hash is computed here once more, from what the guide for auditors says of it.</summary>
internal static class MadeChain
{
    private static readonly Column[] Columns =
    [
        new("sequence", ColumnType.Integer), new("at", ColumnType.Instant), new("actor", ColumnType.Text), new("operation", ColumnType.Text),
        new("subject", ColumnType.Text), new("digest", ColumnType.Text), new("previous_hash", ColumnType.Text), new("hash", ColumnType.Text),
    ];

    /// <summary>Writes the links and gives an anchor of each thousandth.</summary>
    /// <param name="database">The database, with an empty chain.</param>
    /// <param name="links">How many.</param>
    /// <param name="sealedAs">Subject and digest of a link.</param>
    public static async Task<IReadOnlyList<KeptAnchor>> WriteAsync(Database database, long links, Func<long, (string Subject, string Digest)> sealedAs)
    {
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var anchors = new List<KeptAnchor>();
        var previous = new string('0', 64);
        await using var work = await database.BeginAsync();
        await using (var writer = await work.BulkAsync("plt_audit", Columns))
        {
            for (var sequence = 1L; sequence <= links; sequence++)
            {
                var at = start.AddMilliseconds(37 * sequence);
                var (subject, digest) = sealedAs(sequence);
                var hash = Hash(sequence, at.UtcTicks, "finance-officer", "CommitFunds", subject, digest, previous);
                await writer.WriteAsync([sequence, at, "finance-officer", "CommitFunds", subject, digest, previous, hash]);
                previous = hash;
                if (sequence % 1000 == 0)
                {
                    anchors.Add(new KeptAnchor(new AuditAnchor(sequence, hash), at));
                }
            }

            await writer.CompleteAsync();
        }

        await work.CommitAsync();
        return anchors;
    }

    /// <summary>A digest that nothing else has.</summary>
    public static string DigestOf(long number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))));

    private static string Hash(long sequence, long utcTicks, params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        Add(hash, number, sequence);
        Add(hash, number, utcTicks);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Add(hash, number, bytes.Length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        static void Add(IncrementalHash hash, Span<byte> bytes, long number)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }
}
