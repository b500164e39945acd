using Wenbao.Funds.Persistence;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Writes statements and their movements.</summary>
internal static class StatementStore
{
    private static readonly Column[] Columns =
    [
        new("statement", ColumnType.Integer), new("ordinal", ColumnType.Integer), new("is_credit", ColumnType.Boolean), new("amount_fen", ColumnType.Integer), new("booked_on", ColumnType.Date),
        new("reference", ColumnType.Text), new("end_to_end_id", ColumnType.Text), new("attempt", ColumnType.Integer), new("recovery", ColumnType.Integer),
    ];

    public static async Task InsertAsync(IUnitOfWork work, long message, IReadOnlyList<(StatementRow Statement, List<MessageGathering.Movement> Movements)> statements, CancellationToken cancel)
    {
        var ids = await NumberBlock.TakeAsync(work, "fnd_statement", statements.Count, cancel).ConfigureAwait(false);
        for (var i = 0; i < statements.Count; i++)
        {
            var (statement, movements) = statements[i];
            statement.Id = ids[i];
            statement.Message = message;
            work.Context<PaymentsDb>().Statements.Add(statement);
            await work.SaveAsync(cancel).ConfigureAwait(false);
            var writer = await work.BulkAsync("fnd_statement_entry", Columns, cancel).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                for (var k = 0; k < movements.Count; k++)
                {
                    var m = movements[k];
                    await writer.WriteAsync([statement.Id, k + 1, m.IsCredit, m.Amount.Fen, m.BookedOn, m.Reference, m.EndToEndId, m.Attempt, m.Recovery], cancel).ConfigureAwait(false);
                }

                await writer.CompleteAsync(cancel).ConfigureAwait(false);
            }
        }
    }
}
