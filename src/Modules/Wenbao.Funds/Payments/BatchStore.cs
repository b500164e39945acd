using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>One payment as a batch's file names it.</summary>
internal sealed record FilePayment(long Attempt, long Part, Money Amount, string PayeeName, string AccountNumber, string BankName, string? BankCode, string Remittance);

/// <summary>Reads and writes batches and their payments.</summary>
internal static class BatchStore
{
    private static readonly Column[] InsertColumns =
    [
        new("id", ColumnType.Integer), new("part", ColumnType.Integer), new("commitment", ColumnType.Integer), new("state", ColumnType.Text), new("state_on", ColumnType.Date),
    ];

    /// <summary>Writes the payments of a new batch: numbers, parts and commitments in order.</summary>
    public static async Task InsertAsync(IUnitOfWork work, IEnumerable<(long Attempt, long Part, long Commitment)> attempts, DateOnly today, CancellationToken cancel)
    {
        var values = new object?[] { null, null, null, nameof(AttemptState.Planned), today };
        var writer = await work.BulkAsync("fnd_attempt", InsertColumns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var (attempt, part, commitment) in attempts)
            {
                (values[0], values[1], values[2]) = (attempt, part, commitment);
                await writer.WriteAsync(values, cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A batch, held for this unit of work; null when there is none.</summary>
    public static async Task<BatchRow?> FindAsync(IUnitOfWork work, long batch, CancellationToken cancel)
    {
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT 1 FROM fnd_batch b WHERE id = {batch}{work.Lock("b")}"), cancel).ConfigureAwait(false);
        return await work.Context<PaymentsDb>().Batches.FirstOrDefaultAsync(b => b.Id == batch, cancel).ConfigureAwait(false);
    }

    /// <summary>The payments of a batch that go out, in order: whom they were for when the batch was made, also where the payee was mended later.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction; null outside one.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<List<FilePayment>> ReadAsync(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, long batch, CancellationToken cancel)
    {
        var select = connection.CreateCommand();
        await using (select.ConfigureAwait(false))
        {
            select.Transaction = transaction;
#pragma warning disable CA2100 // the statement comes from code; values travel as numbers
            select.CommandText =
                $"""
                SELECT a.id, a.part, c.amount_fen, coalesce(a.payee_name, c.payee_name), coalesce(a.account_number, c.account_number), coalesce(a.bank_name, c.bank_name),
                  CASE WHEN a.payee_name IS NULL THEN c.bank_code ELSE a.bank_code END, b.title_zh, c.period
                FROM fnd_attempt a JOIN fnd_commitment c ON c.id = a.commitment JOIN fnd_basis b ON b.id = c.basis
                WHERE {AttemptNumber.Among(batch, "a.id")} AND a.state <> '{nameof(AttemptState.Dropped)}' ORDER BY a.id
                """;
#pragma warning restore CA2100
            var found = new List<FilePayment>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(new FilePayment(
                        reader.Long(), reader.Long(), reader.Money(), reader.Text(), reader.Text(), reader.Text(), reader.TextOrNull(), PaymentNames.Remittance(reader.Text(), reader.Text())));
                }
            }

            return found;
        }
    }

    /// <summary>Takes a commitment's payment out of its batch before the file goes out; a batch that nothing is left in is withdrawn.</summary>
    public static async Task DropAsync(IUnitOfWork work, Commitment commitment, CancellationToken cancel)
    {
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"UPDATE fnd_attempt SET state = '{nameof(AttemptState.Dropped)}' WHERE id = {commitment.CurrentAttempt!.Value}"), cancel).ConfigureAwait(false);
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            UPDATE fnd_batch SET items = items - 1, amount_fen = amount_fen - {commitment.Amount.Fen}, revision = revision + 1,
              state = CASE WHEN items = 1 THEN '{nameof(BatchState.Withdrawn)}' ELSE state END
            WHERE id = {commitment.Batch!.Value}
            """), cancel).ConfigureAwait(false);
    }

    /// <summary>What takes a commitment out of the batch whose payment was dropped: the attempt that counted before counts again.</summary>
    public const string OutOfBatch =
        $"batch = NULL, current_attempt = (SELECT max(e.id) FROM fnd_attempt e WHERE e.commitment = fnd_commitment.id AND e.state <> '{nameof(AttemptState.Dropped)}')";

    /// <summary>Names the batch of the attempt that counts again.</summary>
    public static Task NameEarlierBatchAsync(IUnitOfWork work, long commitment, CancellationToken cancel) => work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
        $"UPDATE fnd_commitment SET batch = current_attempt / {AttemptNumber.OrdinalsMax + 1} WHERE id = {commitment} AND current_attempt IS NOT NULL"), cancel);

    /// <summary>Takes every payment out of a batch: the money stays cleared, the attempt that counted before counts again.</summary>
    public static async Task DropAllAsync(IUnitOfWork work, long batch, DateOnly today, CancellationToken cancel)
    {
        await work.ExecuteAsync($"UPDATE fnd_attempt SET state = '{nameof(AttemptState.Dropped)}' WHERE {AttemptNumber.Among(batch)}", cancel).ConfigureAwait(false);
        await MoveCommitmentsAsync(work, batch, PaymentStage.Payable, today, cancel, OutOfBatch).ConfigureAwait(false);
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"UPDATE fnd_commitment SET batch = current_attempt / {AttemptNumber.OrdinalsMax + 1} FROM fnd_attempt a WHERE a.commitment = fnd_commitment.id AND {AttemptNumber.Among(batch, "a.id")} AND fnd_commitment.batch IS NULL"), cancel).ConfigureAwait(false);
    }

    /// <summary>Brings every payment of a batch that is not dropped to a state, and its commitment to a stage.</summary>
    public static async Task MoveAllAsync(IUnitOfWork work, long batch, AttemptState state, PaymentStage stage, DateOnly today, CancellationToken cancel)
    {
        var update = work.Command($"UPDATE fnd_attempt SET state = @state, state_on = @on WHERE {AttemptNumber.Among(batch)} AND state <> '{nameof(AttemptState.Dropped)}'")
            .With(work.Dialect, "state", ColumnType.Text, state.ToString())
            .With(work.Dialect, "on", ColumnType.Date, today);
        await using (update.ConfigureAwait(false))
        {
            await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        await MoveCommitmentsAsync(work, batch, stage, today, cancel).ConfigureAwait(false);
    }

    /// <summary>Brings the commitments whose payment lies in a batch to a stage.</summary>
    public static Task<int> MoveCommitmentsAsync(IUnitOfWork work, long batch, PaymentStage stage, DateOnly today, CancellationToken cancel, string? more = null) =>
        CommitmentStore.MoveAsync(
            work, $"a.commitment = fnd_commitment.id AND {AttemptNumber.Among(batch, "a.id")} AND fnd_commitment.batch = @batch AND fnd_commitment.stage = '{nameof(PaymentStage.Batched)}'", stage, today, cancel, more, "fnd_attempt a",
            ("batch", ColumnType.Integer, batch));
}
