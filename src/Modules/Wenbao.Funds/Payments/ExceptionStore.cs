using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Writes what a person must look at, once however often the bank says it.</summary>
internal static class ExceptionStore
{
    /// <returns>How many were new.</returns>
    public static async Task<int> InsertAsync(IUnitOfWork work, long message, IReadOnlyList<MessageGathering.Doubt> doubts, DateOnly today, CancellationToken cancel)
    {
        var added = 0;
        foreach (var doubt in doubts)
        {
            var insert = work.Command(
                    "INSERT INTO fnd_exception (kind, key, message, reference, entitlement, amount_fen, raised_on) VALUES (@kind, @key, @message, @reference, @entitlement, @amount, @on) ON CONFLICT DO NOTHING")
                .With(work.Dialect, "kind", ColumnType.Text, doubt.Kind.ToString())
                .With(work.Dialect, "key", ColumnType.Text, doubt.Key)
                .With(work.Dialect, "message", ColumnType.Integer, message)
                .With(work.Dialect, "reference", ColumnType.Text, doubt.Reference)
                .With(work.Dialect, "entitlement", ColumnType.Integer, doubt.Entitlement)
                .With(work.Dialect, "amount", ColumnType.Integer, doubt.Amount?.Fen)
                .With(work.Dialect, "on", ColumnType.Date, today);
            await using (insert.ConfigureAwait(false))
            {
                added += await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }

        return added;
    }
}
