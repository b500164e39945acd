using Microsoft.EntityFrameworkCore;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Persistence;

/// <summary>Replaces the results of one policy, whose version changed; those of the others stay.</summary>
internal sealed partial class MatchStore
{
    private readonly Dictionary<long, CellCodec.PackedCell?> onePolicy = [];

    private string OnlyPolicy => audience.Plans.Single().Program.Policy.Id;

    /// <summary>Forgets what was found for the policy.</summary>
    public async Task BeginPolicyAsync(CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        await db.FoundSubjects.Where(f => f.Policy == OnlyPolicy).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.CellChunks.Where(c => c.Policy == OnlyPolicy).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Writes whom a batch found, and keeps its cells in memory: nine bytes and a number a subject.</summary>
    public async Task AddPolicyAsync(PolicyMatcher.JudgedBatch batch, CancellationToken cancel)
    {
        for (var i = 0; i < batch.Rows.Count; i++)
        {
            onePolicy[batch.Rows[i].Id] = CellCodec.PackedCell.Of(batch.Cells[0][i]);
        }

        await WriteRowsAsync("pol_found_subjects", FoundColumns, FoundRows(batch), cancel).ConfigureAwait(false);
        digests[batch.Number] = BatchDigest(batch, [[null, null, CellCodec.Pack(batch.Cells[0])]]);
    }

    /// <summary>Writes the cells in the chunks that the pass cut the subjects into; a subject that came since waits for its own event.</summary>
    public async Task CompletePolicyAsync(MatchSummary summary, DateOnly asOf, CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var type = audience.Type.Id;
        var chunks = await db.SubjectChunks.AsNoTracking().Where(c => c.SubjectType == type).OrderBy(c => c.Number).ToListAsync(cancel).ConfigureAwait(false);
        if (chunks.Count == 0)
        {
            // The first policy for this subject type: it cuts the chunks.
            chunks = [.. onePolicy.Keys.Order().Chunk(PolicyMatcher.BatchRows).Select((ids, i) => new SubjectChunk { SubjectType = type, Number = i, Ids = CellCodec.PackIds(ids) })];
            await WriteRowsAsync("pol_subject_chunks", SubjectColumns, chunks.Select(c => new object?[] { c.SubjectType, c.Number, c.Ids }), cancel).ConfigureAwait(false);
        }

        await WriteRowsAsync("pol_cell_chunks", CellColumns, chunks.Select(chunk => new object?[]
        {
            OnlyPolicy,
            chunk.Number,
            CellCodec.Pack(CellCodec.UnpackIds(chunk.Ids).Select(id => onePolicy.GetValueOrDefault(id)).ToArray()),
        }), cancel).ConfigureAwait(false);
        await CompleteAsync([summary with { AsOf = asOf }], cancel).ConfigureAwait(false);
    }
}
