using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>One payment of a batch.</summary>
internal sealed record Attempt(
    long Id, string EndToEndId, long Batch, long Part, long Commitment, long Entitlement, string Line, Money Amount, string PayeeName, string AccountNumber, string BankName, string? BankCode, string Remittance);

/// <summary>Reads and writes batches and their payments.</summary>
internal static class BatchStore
{
    private const string AttemptColumns = "id, end_to_end_id, batch, part, commitment, entitlement, line, amount_fen, payee_name, account_number, bank_name, bank_code, remittance";

    private static readonly Column[] InsertColumns =
    [
        new("id", ColumnType.Integer), new("end_to_end_id", ColumnType.Text), new("batch", ColumnType.Integer), new("part", ColumnType.Integer), new("commitment", ColumnType.Integer),
        new("entitlement", ColumnType.Integer), new("line", ColumnType.Text), new("amount_fen", ColumnType.Integer), new("payee_name", ColumnType.Text), new("account_number", ColumnType.Text),
        new("bank_name", ColumnType.Text), new("bank_code", ColumnType.Text), new("remittance", ColumnType.Text), new("state", ColumnType.Text), new("state_on", ColumnType.Date),
    ];

    /// <summary>Writes the payments of a new batch.</summary>
    public static async Task InsertAsync(IUnitOfWork work, IReadOnlyList<Attempt> attempts, DateOnly today, CancellationToken cancel)
    {
        var writer = await work.BulkAsync("fnd_attempt", InsertColumns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var a in attempts)
            {
                await writer.WriteAsync(
                    [
                        a.Id, a.EndToEndId, a.Batch, a.Part, a.Commitment, a.Entitlement, a.Line, a.Amount.Fen, a.PayeeName, a.AccountNumber, a.BankName, a.BankCode, a.Remittance,
                        nameof(AttemptState.Planned), today,
                    ],
                    cancel).ConfigureAwait(false);
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

    /// <summary>The payments of a batch that go out, by part, in order.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="transaction">The transaction; null outside one.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<List<Attempt>> ReadAsync(DbConnection connection, DbTransaction? transaction, SqlDialect dialect, long batch, CancellationToken cancel)
    {
        var select = connection.CreateCommand();
        await using (select.ConfigureAwait(false))
        {
            select.Transaction = transaction;
#pragma warning disable CA2100 // the statement comes from code; values travel as numbers
            select.CommandText = string.Create(CultureInfo.InvariantCulture,
                $"SELECT {AttemptColumns} FROM fnd_attempt WHERE batch = {batch} AND state <> '{nameof(AttemptState.Dropped)}' ORDER BY part, id");
#pragma warning restore CA2100
            var found = new List<Attempt>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(new Attempt(
                        reader.Long(), reader.Text(), reader.Long(), reader.Long(), reader.Long(), reader.Long(), reader.Text(), reader.Money(), reader.Text(), reader.Text(), reader.Text(), reader.TextOrNull(), reader.Text()));
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

    /// <summary>Takes every payment out of a batch: the money stays cleared, the attempt that counted before counts again.</summary>
    public static async Task DropAllAsync(IUnitOfWork work, long batch, DateOnly today, CancellationToken cancel)
    {
        await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE fnd_attempt SET state = '{nameof(AttemptState.Dropped)}' WHERE batch = {batch}"), cancel).ConfigureAwait(false);
        await CommitmentStore.MoveAsync(
            work,
            $"batch = @batch AND stage = '{nameof(PaymentStage.Batched)}'",
            PaymentStage.Payable,
            today,
            cancel,
            $"""
            batch = (SELECT max(a.batch) FROM fnd_attempt a WHERE a.commitment = fnd_commitment.id AND a.state <> '{nameof(AttemptState.Dropped)}'),
            current_attempt = (SELECT max(a.id) FROM fnd_attempt a WHERE a.commitment = fnd_commitment.id AND a.state <> '{nameof(AttemptState.Dropped)}')
            """,
            ("batch", ColumnType.Integer, batch)).ConfigureAwait(false);
    }

    /// <summary>Brings every payment of a batch that is not dropped to a state, and its commitment to a stage.</summary>
    public static async Task MoveAllAsync(IUnitOfWork work, long batch, AttemptState state, PaymentStage stage, DateOnly today, CancellationToken cancel)
    {
        var update = work.Command($"UPDATE fnd_attempt SET state = @state, state_on = @on WHERE batch = @batch AND state <> '{nameof(AttemptState.Dropped)}'")
            .With(work.Dialect, "state", ColumnType.Text, state.ToString())
            .With(work.Dialect, "on", ColumnType.Date, today)
            .With(work.Dialect, "batch", ColumnType.Integer, batch);
        await using (update.ConfigureAwait(false))
        {
            await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        await CommitmentStore.MoveAsync(work, $"batch = @batch AND stage = '{nameof(PaymentStage.Batched)}'", stage, today, cancel, null, ("batch", ColumnType.Integer, batch)).ConfigureAwait(false);
    }
}
