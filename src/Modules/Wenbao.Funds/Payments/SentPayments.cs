using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>A payment that was handed over to the bank.</summary>
internal sealed record SentPayment(long Attempt, string EndToEndId, long Batch, long Part, long Commitment, long Entitlement, Money Amount, AttemptState State);

/// <summary>Finds payments that were handed over, by the names the bank uses.</summary>
internal static class SentPayments
{
    private const int NamesMax = 500;
    private const string Columns = "id, end_to_end_id, batch, part, commitment, entitlement, amount_fen, state";

    private static readonly string Sent = $"state NOT IN ('{nameof(AttemptState.Planned)}', '{nameof(AttemptState.Dropped)}')";

    /// <summary>All of a batch.</summary>
    public static Task<List<SentPayment>> OfBatchAsync(IUnitOfWork work, long batch, CancellationToken cancel) =>
        ReadAsync(work, string.Create(CultureInfo.InvariantCulture, $"batch = {batch}"), [], cancel);

    /// <summary>Those of some names.</summary>
    public static async Task<Dictionary<string, SentPayment>> OfNamesAsync(IUnitOfWork work, IEnumerable<string> names, CancellationToken cancel)
    {
        var found = new Dictionary<string, SentPayment>(StringComparer.Ordinal);
        foreach (var chunk in names.Distinct(StringComparer.Ordinal).Chunk(NamesMax))
        {
            var list = string.Join(',', chunk.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@n{i}")));
            foreach (var payment in await ReadAsync(work, $"end_to_end_id IN ({list})", chunk, cancel).ConfigureAwait(false))
            {
                found[payment.EndToEndId] = payment;
            }
        }

        return found;
    }

    /// <summary>Those of some numbers.</summary>
    public static async Task<Dictionary<long, SentPayment>> OfAttemptsAsync(IUnitOfWork work, IEnumerable<long> attempts, CancellationToken cancel)
    {
        var found = new Dictionary<long, SentPayment>();
        foreach (var chunk in attempts.Chunk(CommitmentStore.ChunkMax))
        {
            foreach (var payment in await ReadAsync(work, $"id IN ({CommitmentStore.List(chunk)})", [], cancel).ConfigureAwait(false))
            {
                found[payment.Attempt] = payment;
            }
        }

        return found;
    }

    private static async Task<List<SentPayment>> ReadAsync(IUnitOfWork work, string condition, string[] names, CancellationToken cancel)
    {
        var select = work.Command($"SELECT {Columns} FROM fnd_attempt WHERE {condition} AND {Sent} ORDER BY id");
        await using (select.ConfigureAwait(false))
        {
            for (var i = 0; i < names.Length; i++)
            {
                select.With(work.Dialect, string.Create(CultureInfo.InvariantCulture, $"n{i}"), ColumnType.Text, names[i]);
            }

            var found = new List<SentPayment>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, work.Dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(new SentPayment(reader.Long(), reader.Text(), reader.Long(), reader.Long(), reader.Long(), reader.Long(), reader.Money(), reader.Enum<AttemptState>()));
                }
            }

            return found;
        }
    }
}
