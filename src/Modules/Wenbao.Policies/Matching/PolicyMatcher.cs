using System.Threading.Channels;
using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>Decides policies for every subject they reach: one ordered scan a subject type, judged by all cores, memory bounded by a few batches.</summary>
internal sealed class PolicyMatcher(SubjectReader reader)
{
    /// <summary>Subjects a batch, and a stored chunk.</summary>
    public const int BatchRows = 2048;

    /// <summary>A batch of judged subjects, in the order of their ids.</summary>
    /// <param name="Number">The batch's number within the pass, from 0.</param>
    /// <param name="Rows">The subjects.</param>
    /// <param name="Cells">A cell a policy (first) and a subject (second); null where not judged.</param>
    /// <param name="Kept">What a listener kept of the batch; null without one.</param>
    internal sealed record JudgedBatch(int Number, IReadOnlyList<SubjectRow> Rows, Cell?[][] Cells, IBatchListener? Kept);

    /// <summary>Judges every subject of an audience.</summary>
    /// <param name="audience">The plan.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="listen">Makes the listener of a batch; null when nothing is kept.</param>
    /// <param name="receive">Receives each judged batch, one at a time, in no particular order; null when only the summary is wanted.</param>
    /// <param name="onProgress">Told how many subjects are done.</param>
    /// <param name="changedBy">Only the subjects that this import batch changed; null for all.</param>
    /// <param name="cancel">Stops the pass.</param>
    /// <returns>A summary a policy, in the order of the plan.</returns>
    public async Task<IReadOnlyList<MatchSummary>> MatchAsync(
        AudiencePlan audience,
        DateOnly asOf,
        Func<IBatchListener>? listen,
        Func<JudgedBatch, Task>? receive,
        Action<long>? onProgress,
        long? changedBy,
        CancellationToken cancel)
    {
        var batches = Channel.CreateBounded<(int Number, SubjectBatch Batch)>(new BoundedChannelOptions(4) { SingleWriter = true });
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var gate = new SemaphoreSlim(1);
        var workers = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount))
            .Select(_ => Task.Run(() => WorkAsync(audience, asOf, batches.Reader, listen, receive, gate, linked.Token), linked.Token)).ToList();
        var done = 0L;
        try
        {
            var number = 0;
            var query = new SubjectQuery { Columns = audience.Scan.Columns, Lists = [.. audience.Scan.Lists.Select(l => l.Id)], AsOf = asOf, BatchSize = BatchRows, ChangedBy = changedBy };
            await foreach (var batch in reader.StreamAsync(audience.Type, query, linked.Token).ConfigureAwait(false))
            {
                await batches.Writer.WriteAsync((number++, batch), linked.Token).ConfigureAwait(false);
                done += batch.Rows.Count;
                onProgress?.Invoke(done);
                if (workers.FirstOrDefault(w => w.IsFaulted) is { } broken)
                {
                    await broken.ConfigureAwait(false);
                }
            }
        }
        catch
        {
            await linked.CancelAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            batches.Writer.TryComplete();
        }

        var counted = await Task.WhenAll(workers).ConfigureAwait(false);
        var totals = counted[0];
        foreach (var counters in counted.Skip(1))
        {
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i].Add(counters[i]);
            }
        }

        gate.Dispose();
        return [.. totals.Select(t => t.Summary())];
    }

    private static async Task<SummaryCounter[]> WorkAsync(
        AudiencePlan audience,
        DateOnly asOf,
        ChannelReader<(int Number, SubjectBatch Batch)> batches,
        Func<IBatchListener>? listen,
        Func<JudgedBatch, Task>? receive,
        SemaphoreSlim gate,
        CancellationToken cancel)
    {
        var counters = audience.Plans.Select(p => new SummaryCounter(p.Program.Policy)).ToArray();
        var judge = new SubjectJudge(audience);
        var row = new Cell?[audience.Plans.Count];
        await foreach (var (number, batch) in batches.ReadAllAsync(cancel).ConfigureAwait(false))
        {
            var cells = receive is null ? null : audience.Plans.Select(_ => new Cell?[batch.Rows.Count]).ToArray();
            var listener = listen?.Invoke();
            for (var i = 0; i < batch.Rows.Count; i++)
            {
                listener?.Begin(batch.Rows[i]);
                judge.Judge(new JudgedSubject(batch.Rows[i]), asOf, row, listener);
                for (var plan = 0; plan < row.Length; plan++)
                {
                    if (row[plan] is { } cell)
                    {
                        counters[plan].Add(cell);
                        cells?[plan][i] = cell;
                    }
                }
            }

            if (receive is not null)
            {
                await gate.WaitAsync(cancel).ConfigureAwait(false);
                try
                {
                    await receive(new JudgedBatch(number, batch.Rows, cells!, listener)).ConfigureAwait(false);
                }
                finally
                {
                    gate.Release();
                }
            }
        }

        for (var plan = 0; plan < counters.Length; plan++)
        {
            counters[plan].AddTicks(judge.Ticks[plan]);
        }

        return counters;
    }
}

/// <summary>Keeps something of the cases of a batch.</summary>
internal interface IBatchListener : ICaseListener
{
    /// <summary>The next subject of the batch begins.</summary>
    void Begin(SubjectRow row);
}
