using Wenbao.Platform.Data;

namespace Wenbao.Policies.Persistence;

/// <summary>Walks the subjects that some policies of one subject type found, in order of their numbers, each with the policies that found it. Reads keys alone and holds a page of them a policy, however many were found.</summary>
/// <param name="work">The unit of work.</param>
/// <param name="policies">The policies' ids.</param>
/// <param name="after">The number of the last subject that was dealt with; 0 to begin.</param>
internal sealed class FoundCursor(IUnitOfWork work, IEnumerable<string> policies, long after)
{
    private readonly List<Source> sources = [.. policies.Select(p => new Source(p, after))];

    /// <summary>The next subjects.</summary>
    /// <param name="subjects">How many at most.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>A line a subject and policy, in order of the subjects; empty when there are no more.</returns>
    public async Task<List<(long Subject, string Policy)>> NextAsync(int subjects, CancellationToken cancel)
    {
        foreach (var source in sources.Where(s => !s.IsRead && s.Ahead.Count < subjects))
        {
            await ReadAsync(source, subjects, cancel).ConfigureAwait(false);
        }

        // Whatever is not read yet lies behind the subjects taken now: each policy has so many ahead, or all that it has.
        var next = new List<(long, string)>();
        for (var taken = 0; taken < subjects && sources.Exists(s => s.Ahead.Count > 0); taken++)
        {
            var subject = sources.Where(s => s.Ahead.Count > 0).Min(s => s.Ahead.Peek());
            foreach (var source in sources)
            {
                if (source.Ahead.TryPeek(out var head) && head == subject)
                {
                    next.Add((source.Ahead.Dequeue(), source.Policy));
                }
            }
        }

        return next;
    }

    private async Task ReadAsync(Source source, int subjects, CancellationToken cancel)
    {
        var select = work.Command("SELECT subject_id FROM pol_found_subjects WHERE policy = @policy AND subject_id > @after ORDER BY subject_id LIMIT @rows")
            .With(work.Dialect, "policy", ColumnType.Text, source.Policy)
            .With(work.Dialect, "after", ColumnType.Integer, source.Last)
            .With(work.Dialect, "rows", ColumnType.Integer, subjects);
        await using (select.ConfigureAwait(false))
        {
            var (rows, row) = (0, await select.ExecuteReaderAsync(cancel).ConfigureAwait(false));
            await using (row.ConfigureAwait(false))
            {
                for (; await row.ReadAsync(cancel).ConfigureAwait(false); rows++)
                {
                    source.Ahead.Enqueue(source.Last = row.GetInt64(0));
                }
            }

            source.IsRead = rows < subjects;
        }
    }

    /// <summary>What one policy found, as far as it was read.</summary>
    private sealed class Source(string policy, long after)
    {
        public string Policy { get; } = policy;

        /// <summary>Read and not taken yet.</summary>
        public Queue<long> Ahead { get; } = [];

        /// <summary>The last number read.</summary>
        public long Last { get; set; } = after;

        /// <summary>Whether all was read.</summary>
        public bool IsRead { get; set; }
    }
}
