using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>What waits on its way to the bank, by line and stage (待办款项): to be published, public, held, cleared, come back.</summary>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.PolicyOfficer)]
public sealed record GetPaymentOverview : IQuery<IReadOnlyList<WaitingSum>>;

/// <summary>Payments of a line that wait at one stage.</summary>
/// <param name="Line">The line.</param>
/// <param name="LineName">Its name.</param>
/// <param name="Stage">The stage, as people are told it.</param>
/// <param name="Items">How many.</param>
/// <param name="Amount">How much.</param>
public sealed record WaitingSum(string Line, LocalizedText LineName, PaymentStage Stage, long Items, Money Amount);

internal sealed class GetPaymentOverviewHandler(Database database, FundLines lines) : IQueryHandler<GetPaymentOverview, IReadOnlyList<WaitingSum>>
{
    /// <summary>The stage as people are told it, said in SQL; the same as <see cref="Commitment.ShownStage"/>.</summary>
    private const string Shown =
        $"""
        CASE WHEN is_held AND stage IN ('{nameof(PaymentStage.Committed)}', '{nameof(PaymentStage.Published)}', '{nameof(PaymentStage.Payable)}') THEN '{nameof(PaymentStage.Held)}'
          WHEN stage = '{nameof(PaymentStage.Published)}' AND public_until < @today THEN '{nameof(PaymentStage.Payable)}'
          WHEN stage = '{nameof(PaymentStage.Committed)}' AND skips_publicity THEN '{nameof(PaymentStage.Payable)}'
          ELSE stage END
        """;

    public async Task<Result<IReadOnlyList<WaitingSum>>> HandleAsync(GetPaymentOverview query, OperationScope scope, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText =
                    $"""
                    SELECT line, shown, count(*), sum(amount_fen) FROM (
                      SELECT line, amount_fen, {Shown} AS shown FROM fnd_commitment
                      WHERE stage = '{nameof(PaymentStage.Committed)}' OR stage = '{nameof(PaymentStage.Published)}' OR stage = '{nameof(PaymentStage.Payable)}' OR stage = '{nameof(PaymentStage.Returned)}') w
                    GROUP BY line, shown ORDER BY line, shown
                    """;
                select.With(database.Dialect, "today", ColumnType.Date, scope.Today);
                var found = new List<WaitingSum>();
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var line = row.GetString(0);
                        found.Add(new WaitingSum(
                            line, lines.Find(line)?.Name ?? new LocalizedText(line, line), Enum.Parse<PaymentStage>(row.GetString(1)), row.GetInt64(2),
                            new Money(Convert.ToInt64(row.GetValue(3), System.Globalization.CultureInfo.InvariantCulture))));
                    }
                }

                return Result<IReadOnlyList<WaitingSum>>.Of([.. found.OrderBy(f => f.Line, StringComparer.Ordinal).ThenBy(f => f.Stage)]);
            }
        }
    }
}
