using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Reads and writes batches and their payments.</summary>
internal static partial class BatchStore
{
    /// <summary>Takes a commitment's payment out of its batch before the file goes out; a batch that nothing is left in is withdrawn.</summary>
    public static async Task DropAsync(IUnitOfWork work, Commitment commitment, CancellationToken cancel)
    {
        var batch = commitment.Batch!.Value;
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"UPDATE fnd_attempt SET state = '{nameof(AttemptState.Dropped)}' WHERE id = {commitment.CurrentAttempt!.Value}"), cancel).ConfigureAwait(false);
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            UPDATE fnd_batch SET items = items - 1, amount_fen = amount_fen - {commitment.Amount.Fen}, revision = revision + 1,
              state = CASE WHEN items = 1 THEN '{nameof(BatchState.Withdrawn)}' ELSE state END
            WHERE id = {batch}
            """), cancel).ConfigureAwait(false);
    }
}
