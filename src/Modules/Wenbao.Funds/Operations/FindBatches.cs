using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Payment batches, the latest first, a page at a time (拨付批次列表).</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Stage">Batches of one stage only; null for all.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer)]
public sealed record FindBatches(int Page = 1, BatchStage? Stage = null) : IQuery<FoundBatches>
{
    /// <summary>Batches a page.</summary>
    public const int PageSize = 20;
}

/// <summary>A page of batches.</summary>
/// <param name="Total">Batches that fit the question.</param>
/// <param name="Items">Those of the page.</param>
public sealed record FoundBatches(long Total, IReadOnlyList<BatchSummary> Items);

/// <summary>How far a batch is (批次状态).</summary>
public enum BatchStage
{
    /// <summary>Made, waits for another person (待复核).</summary>
    Made,

    /// <summary>Released, the file may go out (已放行).</summary>
    Released,

    /// <summary>Handed over to the bank (已送交银行).</summary>
    HandedOver,

    /// <summary>Given up (已撤回).</summary>
    Withdrawn,
}

/// <summary>A batch.</summary>
/// <param name="Batch">Its number.</param>
/// <param name="MessageId">The name under which the bank knows it.</param>
/// <param name="Line">The line it was made of; null for all.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Items">Payments in it.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeOn">When.</param>
/// <param name="ReleasedBy">Who released it; null before.</param>
/// <param name="ReleasedOn">When; null before.</param>
/// <param name="HandedOverOn">When it was handed over; null before.</param>
/// <param name="Digest">The SHA-256 of its file; null before.</param>
/// <param name="Revision">Its version, for edits.</param>
public sealed record BatchSummary(
    long Batch, string MessageId, string? Line, BatchStage Stage, long Items, Money Amount, string MadeBy, DateOnly MadeOn, string? ReleasedBy, DateOnly? ReleasedOn, DateOnly? HandedOverOn, string? Digest, long Revision);

internal sealed class FindBatchesHandler(Database database) : IQueryHandler<FindBatches, FoundBatches>
{
    private static readonly (BatchState Stored, BatchStage Shown)[] Stages =
    [
        (BatchState.Made, BatchStage.Made), (BatchState.Released, BatchStage.Released), (BatchState.Exported, BatchStage.HandedOver), (BatchState.Withdrawn, BatchStage.Withdrawn),
    ];

    public async Task<Result<FoundBatches>> HandleAsync(FindBatches query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = query.Stage is { } stage ? db.Batches.Where(b => b.State == StoredOf(stage)) : db.Batches;
            var total = await wanted.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await wanted.OrderByDescending(b => b.Id).Skip((Math.Max(1, query.Page) - 1) * FindBatches.PageSize).Take(FindBatches.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new FoundBatches(total, [.. rows.Select(Summary)]);
        }
    }

    private static BatchState StoredOf(BatchStage stage) => Stages.First(s => s.Shown == stage).Stored;

    internal static BatchSummary Summary(BatchRow row) => new(
        row.Id,
        row.MessageId,
        row.Line,
        Stages.First(s => s.Stored == row.State).Shown,
        row.Items,
        new Money(row.AmountFen),
        row.MadeBy,
        row.MadeOn,
        row.ReleasedBy,
        row.ReleasedOn,
        row.ExportedOn,
        row.FileDigest,
        row.Revision);
}
