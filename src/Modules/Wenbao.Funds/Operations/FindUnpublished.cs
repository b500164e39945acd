using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>What could be published today (待公示款项), by line and policy: committed, on no list yet, and held by nobody.</summary>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record FindUnpublished : IQuery<IReadOnlyList<UnpublishedSum>>;

/// <summary>What waits to be published of one line and policy.</summary>
/// <param name="Line">The line.</param>
/// <param name="LineName">Its name.</param>
/// <param name="Policy">The policy.</param>
/// <param name="PolicyTitle">Its title.</param>
/// <param name="Items">How many.</param>
/// <param name="Amount">How much.</param>
/// <param name="Oldest">Since when the oldest of them waits.</param>
public sealed record UnpublishedSum(string Line, LocalizedText LineName, string Policy, LocalizedText PolicyTitle, long Items, Money Amount, DateOnly Oldest);

internal sealed class FindUnpublishedHandler(Database database, FundLines lines) : IQueryHandler<FindUnpublished, IReadOnlyList<UnpublishedSum>>
{
    private const string Waiting =
        $"""
        SELECT line, policy, count(*), sum(amount_fen), min(since) FROM fnd_commitment
        WHERE stage = '{nameof(PaymentStage.Committed)}' AND NOT skips_publicity AND NOT is_held
        GROUP BY line, policy ORDER BY line, policy
        """;

    public async Task<Result<IReadOnlyList<UnpublishedSum>>> HandleAsync(FindUnpublished query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var sums = await ReadAsync(cancel).ConfigureAwait(false);
            var titles = await FindPublicListsHandler.TitlesAsync(db, [.. sums.Select(s => s.Policy).Distinct()], cancel).ConfigureAwait(false);
            return Result<IReadOnlyList<UnpublishedSum>>.Of([.. sums.Select(s => s with { PolicyTitle = titles.GetValueOrDefault(s.Policy, s.PolicyTitle) })]);
        }
    }

    private async Task<List<UnpublishedSum>> ReadAsync(CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = Waiting;
                var found = new List<UnpublishedSum>();
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var (line, policy) = (row.GetString(0), row.GetString(1));
                        found.Add(new UnpublishedSum(
                            line, lines.NameOf(line), policy, new LocalizedText(policy, policy), row.GetInt64(2),
                            new Money(Convert.ToInt64(row.GetValue(3), CultureInfo.InvariantCulture)), (DateOnly)database.Dialect.FromStorage(ColumnType.Date, row.GetValue(4))!));
                    }
                }

                return found;
            }
        }
    }
}
