using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Publishes who is to be paid (公示名单): everything committed that needs publicity and is on no list yet. Anybody may object until the last day.</summary>
/// <param name="Line">Of one line only; null for all.</param>
/// <param name="Policy">Of one policy only; null for all.</param>
/// <param name="CommittedUntil">What was committed up to a day only; null for all.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record PublishList(string? Line = null, string? Policy = null, DateOnly? CommittedUntil = null) : IOperation<PublishedList>;

/// <summary>The published list.</summary>
/// <param name="List">Its number.</param>
/// <param name="Items">How many items.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Until">The last day on which anybody may object.</param>
public sealed record PublishedList(long List, int Items, Money Amount, DateOnly Until);

internal sealed class PublishListHandler(PaymentRules rules, WorkCalendar calendar) : IOperationHandler<PublishList, PublishedList>
{
    private static readonly Column[] ItemColumns =
    [
        new("list", ColumnType.Integer), new("ordinal", ColumnType.Integer), new("commitment", ColumnType.Integer),
        new("entitlement", ColumnType.Integer), new("shown_name", ColumnType.Text), new("amount_fen", ColumnType.Integer),
    ];

    public async Task<Result<PublishedList>> HandleAsync(PublishList operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        if (rules.PublicityDays is not { } days)
        {
            return FundsProblems.NoPaymentRules.With();
        }

        var until = calendar.Add(scope.Today, days);
        if (!until.IsSuccess)
        {
            return until.Problem!;
        }

        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var found = await FindAsync(work, operation, cancel).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return FundsProblems.NothingToPublish.With();
        }

        var list = new PublicListRow
        {
            Id = (await NumberBlock.TakeAsync(work, "fnd_public_list", 1, cancel).ConfigureAwait(false))[0],
            Line = operation.Line,
            Policy = operation.Policy,
            PublishedOn = scope.Today,
            PublishedAt = scope.Now,
            PublishedBy = scope.Actor,
            Until = until.Value,
            Items = found.Count,
            AmountFen = found.Sum(i => i.AmountFen),
        };
        work.Context<PaymentsDb>().PublicLists.Add(list);
        await work.SaveAsync(cancel).ConfigureAwait(false);
        await InsertAsync(work, list.Id, found, cancel).ConfigureAwait(false);
        await CommitmentStore.MoveAsync(
            work, "i.commitment = fnd_commitment.id AND i.list = @list", PaymentStage.Published, scope.Today, cancel, "public_list = @list, public_until = @until", "fnd_public_item i",
            ("list", ColumnType.Integer, list.Id), ("until", ColumnType.Date, until.Value)).ConfigureAwait(false);
        session.Describe($"publicity/{list.Id}");
        return new PublishedList(list.Id, found.Count, new Money(list.AmountFen), until.Value);
    }

    private static async Task<List<Item>> FindAsync(IUnitOfWork work, PublishList wanted, CancellationToken cancel)
    {
        var select = work.Command(
            $"""
            SELECT id, entitlement, subject_name, subject_is_person, amount_fen FROM fnd_commitment c
            WHERE stage = '{nameof(PaymentStage.Committed)}' AND NOT skips_publicity AND NOT is_held
              {(wanted.Line is null ? "" : "AND line = @line")} {(wanted.Policy is null ? "" : "AND policy = @policy")} {(wanted.CommittedUntil is null ? "" : "AND since <= @until")}
            ORDER BY policy, id{work.Lock("c")}
            """);
        await using (select.ConfigureAwait(false))
        {
            foreach (var (name, type, value) in new (string, ColumnType, object?)[] { ("line", ColumnType.Text, wanted.Line), ("policy", ColumnType.Text, wanted.Policy), ("until", ColumnType.Date, wanted.CommittedUntil) })
            {
                if (value is not null)
                {
                    select.With(work.Dialect, name, type, value);
                }
            }

            var found = new List<Item>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var reader = new RowReader(row, work.Dialect);
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    reader.Restart();
                    found.Add(new Item(reader.Long(), reader.Long(), ShownName.Of(reader.Text(), reader.Bool()), reader.Long()));
                }
            }

            return found;
        }
    }

    private static async Task InsertAsync(IUnitOfWork work, long list, List<Item> items, CancellationToken cancel)
    {
        var writer = await work.BulkAsync("fnd_public_item", ItemColumns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            for (var i = 0; i < items.Count; i++)
            {
                var item = items[i];
                await writer.WriteAsync([list, i + 1, item.Commitment, item.Entitlement, item.ShownName, item.AmountFen], cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    private sealed record Item(long Commitment, long Entitlement, string ShownName, long AmountFen);
}
