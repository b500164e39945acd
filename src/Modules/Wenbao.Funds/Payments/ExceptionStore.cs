using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Writes what a person must look at, once however often the bank says it.</summary>
internal static class ExceptionStore
{
    /// <summary>By whom an exception is closed that other messages of the bank explain. Should they say otherwise later, it is open again; what a person closed stays closed.</summary>
    public const string Product = "system";

    /// <summary>The note under which the product closes an exception, in both languages.</summary>
    public static string Note(LocalizedText text) => $"{text.Zh} / {text.En}";

    /// <returns>How many are open that were not before.</returns>
    public static async Task<int> InsertAsync(IUnitOfWork work, long message, IReadOnlyList<MessageGathering.Doubt> doubts, DateOnly today, CancellationToken cancel)
    {
        var added = 0;
        foreach (var doubt in doubts)
        {
            var insert = work.Command(
                    $"""
                    INSERT INTO fnd_exception (kind, key, message, reference, entitlement, amount_fen, raised_on, closed_by, closed_on, note)
                    VALUES (@kind, @key, @message, @reference, @entitlement, @amount, @on, @by, @closed, @note)
                    ON CONFLICT (kind, key) DO UPDATE SET closed_by = excluded.closed_by, closed_on = excluded.closed_on, note = excluded.note
                    WHERE fnd_exception.closed_by {(doubt.Settled is null ? $"= '{Product}'" : "IS NULL")}
                    """)
                .With(work.Dialect, "kind", ColumnType.Text, doubt.Kind.ToString())
                .With(work.Dialect, "key", ColumnType.Text, doubt.Key)
                .With(work.Dialect, "message", ColumnType.Integer, message)
                .With(work.Dialect, "reference", ColumnType.Text, doubt.Reference)
                .With(work.Dialect, "entitlement", ColumnType.Integer, doubt.Entitlement)
                .With(work.Dialect, "amount", ColumnType.Integer, doubt.Amount?.Fen)
                .With(work.Dialect, "on", ColumnType.Date, today)
                .With(work.Dialect, "by", ColumnType.Text, doubt.Settled is null ? null : Product)
                .With(work.Dialect, "closed", ColumnType.Date, doubt.Settled is null ? null : today)
                .With(work.Dialect, "note", ColumnType.Text, doubt.Settled is { } text ? Note(text) : null);
            await using (insert.ConfigureAwait(false))
            {
                var written = await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                added += doubt.Settled is null ? written : 0;
            }
        }

        return added;
    }
}
