using Microsoft.EntityFrameworkCore;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Persistence;

/// <summary>Replaces the results of subjects that were decided again.</summary>
internal sealed partial class MatchStore
{
    private const int IdsAtOnce = 500;

    /// <summary>Puts the new cells and found rows in place of the old ones.</summary>
    public async Task ReplaceAsync(IReadOnlyList<PolicyMatcher.JudgedBatch> batches, CancellationToken cancel)
    {
        var cells = new Dictionary<long, Cell?[]>();
        foreach (var batch in batches)
        {
            for (var i = 0; i < batch.Rows.Count; i++)
            {
                cells[batch.Rows[i].Id] = [.. batch.Cells.Select(c => c[i])];
            }

            digests[batch.Number] = BatchDigest(batch, [.. batch.Cells.Select(c => new object?[] { null, null, CellCodec.Pack(c) })]);
        }

        var placed = await PatchChunksAsync(cells, cancel).ConfigureAwait(false);
        await AppendChunksAsync(cells, placed, cancel).ConfigureAwait(false);
        await DeleteFoundAsync([.. cells.Keys], cancel).ConfigureAwait(false);
        foreach (var batch in batches)
        {
            await WriteRowsAsync("pol_found_subjects", FoundColumns, FoundRows(batch), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Counts the summaries anew from what is stored.</summary>
    /// <param name="asOf">The day these policies were decided for, when it is another than the pass's.</param>
    /// <param name="cancel">Stops the counting.</param>
    public async Task RecountAsync(DateOnly? asOf, CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var summaries = new List<MatchSummary>();
        foreach (var policy in audience.Plans.Select(p => p.Program.Policy))
        {
            var counter = new SummaryCounter(policy);
            await foreach (var chunk in db.CellChunks.AsNoTracking().Where(c => c.Policy == policy.Id).Select(c => c.Cells).AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
            {
                foreach (var cell in CellCodec.Unpack(chunk))
                {
                    if (cell is { } packed)
                    {
                        counter.Add(new Cell(new Deciding.CaseDecision(packed.Outcome, packed.Failed, packed.Unknown, 0m), default, 0, 0));
                    }
                }
            }

            var sums = await db.FoundSubjects.Where(f => f.Policy == policy.Id).GroupBy(f => f.Policy)
                .Select(g => new { Fen = g.Sum(f => f.AmountFen), Cases = g.Sum(f => (long)f.Cases) })
                .FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            summaries.Add(counter.Summary() with { AmountFen = sums?.Fen ?? 0, FoundCases = sums?.Cases ?? 0, AsOf = asOf });
        }

        await CompleteAsync(summaries, cancel).ConfigureAwait(false);
    }

    private async Task<HashSet<long>> PatchChunksAsync(Dictionary<long, Cell?[]> cells, CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var placed = new HashSet<long>();
        var type = audience.Type.Id;
        var chunks = await db.SubjectChunks.AsNoTracking().Where(c => c.SubjectType == type).OrderBy(c => c.Number).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var chunk in chunks)
        {
            var ids = CellCodec.UnpackIds(chunk.Ids);
            var positions = ids.Select((id, i) => (id, i)).Where(x => cells.ContainsKey(x.id)).ToList();
            if (positions.Count == 0)
            {
                continue;
            }

            placed.UnionWith(positions.Select(p => p.id));
            await PatchChunkAsync(chunk.Number, ids.Count, positions, cells, cancel).ConfigureAwait(false);
        }

        return placed;
    }

    private async Task PatchChunkAsync(long number, int size, List<(long Id, int Position)> positions, Dictionary<long, Cell?[]> cells, CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var policies = audience.Plans.Select(p => p.Program.Policy.Id).ToList();
        var stored = await db.CellChunks.AsNoTracking().Where(c => c.Number == number && policies.Contains(c.Policy)).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var chunk in stored)
        {
            var plan = policies.IndexOf(chunk.Policy);
            var unpacked = CellCodec.Unpack(chunk.Cells);
            foreach (var (id, position) in positions)
            {
                unpacked[position] = CellCodec.PackedCell.Of(cells[id][plan]);
            }

            var packed = CellCodec.Pack(unpacked);
            if (!packed.AsSpan().SequenceEqual(chunk.Cells))
            {
                await db.CellChunks.Where(c => c.Policy == chunk.Policy && c.Number == number)
                    .ExecuteUpdateAsync(u => u.SetProperty(c => c.Cells, packed), cancel).ConfigureAwait(false);
            }
        }

        // A chunk that other policies of the type added for new subjects has no cells of these yet.
        var absent = policies.Select((policy, plan) => (policy, plan)).Where(p => stored.All(c => c.Policy != p.policy)).ToList();
        await WriteRowsAsync("pol_cell_chunks", CellColumns, absent.Select(p =>
        {
            var fresh = new CellCodec.PackedCell?[size];
            foreach (var (id, position) in positions)
            {
                fresh[position] = CellCodec.PackedCell.Of(cells[id][p.plan]);
            }

            return new object?[] { p.policy, number, CellCodec.Pack(fresh) };
        }), cancel).ConfigureAwait(false);
    }

    private async Task AppendChunksAsync(Dictionary<long, Cell?[]> cells, HashSet<long> placed, CancellationToken cancel)
    {
        var added = cells.Keys.Where(id => !placed.Contains(id)).Order().ToList();
        if (added.Count == 0)
        {
            return;
        }

        var db = work.Context<PoliciesDb>();
        var type = audience.Type.Id;
        var number = (await db.SubjectChunks.Where(c => c.SubjectType == type).MaxAsync(c => (long?)c.Number, cancel).ConfigureAwait(false) ?? -1) + 1;
        foreach (var ids in added.Chunk(PolicyMatcher.BatchRows))
        {
            await WriteRowsAsync("pol_subject_chunks", SubjectColumns, [[type, number, CellCodec.PackIds(ids)]], cancel).ConfigureAwait(false);
            var rows = audience.Plans.Select((plan, i) => new object?[] { plan.Program.Policy.Id, number, CellCodec.Pack(ids.Select(id => cells[id][i]).ToArray()) });
            await WriteRowsAsync("pol_cell_chunks", CellColumns, rows, cancel).ConfigureAwait(false);
            number++;
        }
    }

    private async Task DeleteFoundAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var db = work.Context<PoliciesDb>();
        var type = audience.Type.Id;
        var policies = audience.Plans.Select(p => p.Program.Policy.Id).ToList();
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            await db.FoundSubjects.Where(f => f.SubjectType == type && policies.Contains(f.Policy) && some.Contains(f.SubjectId)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
