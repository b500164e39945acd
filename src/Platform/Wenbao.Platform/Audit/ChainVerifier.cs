using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;

namespace Wenbao.Platform.Audit;

/// <summary>Walks the chain once: hashes, anchors and witnesses together, all in one state of the database.</summary>
internal sealed class ChainVerifier(Database database, IReadOnlyList<KeptAnchor> anchors, IReadOnlyList<IAuditWitness> witnesses, JobProgress progress)
{
    private const int LinksBetweenNotices = 8192;
    private static readonly LocalizedText Phase = new("核验审计链", "Verifying the audit chain");

    private readonly LinkHash hash = new();
    private readonly byte[] previous = Encoding.ASCII.GetBytes(LinkHash.Origin);
    private readonly List<KeptAnchor> expected = [.. anchors.Where(a => a.Anchor.Sequence > 0).OrderBy(a => a.Anchor.Sequence)];
    private readonly List<WitnessHearing> hearings = [];
    private long sequence;
    private long utcTicks;
    private int met;

    public async Task<Result<AuditReport>> RunAsync(CancellationToken cancel)
    {
        var snapshot = await DatabaseSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            progress.Begin(Phase, await CountAsync(snapshot, cancel).ConfigureAwait(false));
            try
            {
                foreach (var witness in witnesses)
                {
                    hearings.Add(new WitnessHearing(witness, await snapshot.BesideAsync(cancel).ConfigureAwait(false), database.Dialect, cancel));
                }

                return await WalkAsync(snapshot, cancel).ConfigureAwait(false) is { } problem ? problem : Report();
            }
            finally
            {
                foreach (var hearing in hearings)
                {
                    await hearing.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<Problem?> WalkAsync(DatabaseSnapshot snapshot, CancellationToken cancel)
    {
        var reader = await ChainReader.OpenAsync(snapshot.Connection, cancel).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.NextAsync(cancel).ConfigureAwait(false))
            {
                if (Check(reader) is { } broken)
                {
                    return broken;
                }

                foreach (var hearing in hearings)
                {
                    if (hearing.NumberOf(reader.Subject) is > 0 and var number
                        && await hearing.HearAsync(number, Encoding.UTF8.GetString(reader.Digest), sequence).ConfigureAwait(false) is { } contradicted)
                    {
                        return contradicted;
                    }
                }

                if (sequence % LinksBetweenNotices == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    progress.Advance(LinksBetweenNotices);
                }
            }
        }

        if (met < expected.Count)
        {
            return AuditProblems.TailCut.At(Place(sequence + 1), expected[met].Anchor.Sequence, sequence);
        }

        foreach (var hearing in hearings)
        {
            if (await hearing.CloseAsync().ConfigureAwait(false) is { } unsealed)
            {
                return unsealed;
            }
        }

        return null;
    }

    private Problem? Check(ChainReader link)
    {
        var next = sequence + 1;
        if (link.Sequence != next)
        {
            return AuditProblems.LinkMissing.At(Place(next), next);
        }

        if (link.UtcTicks is not { } ticks
            || !link.Hash.SequenceEqual(hash.Of(next, ticks, link.Actor, link.Operation, link.Subject, link.Digest, link.PreviousHash)))
        {
            return AuditProblems.LinkAltered.At(Place(next), next);
        }

        if (!link.PreviousHash.SequenceEqual(previous))
        {
            return AuditProblems.LinkDetached.At(Place(next), next);
        }

        link.Hash.CopyTo(previous);
        (sequence, utcTicks) = (next, ticks);
        for (; met < expected.Count && expected[met].Anchor.Sequence == sequence; met++)
        {
            if (expected[met].Anchor.Hash != Hash)
            {
                return AuditProblems.Rewritten.At(Place(sequence), sequence, met == 0 ? 0 : expected[met - 1].Anchor.Sequence);
            }
        }

        return null;
    }

    private AuditReport Report() => new(
        new AuditAnchor(sequence, Hash),
        sequence == 0 ? null : new DateTimeOffset(utcTicks, TimeSpan.Zero),
        expected.Count,
        expected.Count == 0 ? null : expected[^1],
        [.. hearings.Select(h => h.Report)]);

    private string Hash => Encoding.ASCII.GetString(previous);

    private static string Place(long sequence) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"plt_audit:{sequence}");

    private static async Task<long> CountAsync(DatabaseSnapshot snapshot, CancellationToken cancel)
    {
        var command = snapshot.Connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "SELECT coalesce(max(sequence), 0) FROM plt_audit";
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
