using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>Compares the contents of one witness with the links that sealed them, both read once: contents ascending, links about so.</summary>
internal sealed class WitnessHearing : IAsyncDisposable
{
    private readonly IAuditWitness witness;
    private readonly byte[] prefix;
    private readonly IAsyncEnumerator<SealedContent> contents;

    /// <summary>Contents passed over so far, whose links come later in the chain; as many as units of work that overtook each other.</summary>
    private readonly SortedDictionary<long, string> waiting = [];

    /// <summary>Numbers passed over that no content has.</summary>
    private readonly List<(long From, long To)> gaps = [];

    private long last;
    private bool isOver;

    public WitnessHearing(IAuditWitness witness, DbConnection connection, SqlDialect dialect, CancellationToken cancel)
    {
        this.witness = witness;
        prefix = Encoding.UTF8.GetBytes(witness.SubjectPrefix);
        contents = witness.ReadAsync(connection, dialect, cancel).GetAsyncEnumerator(cancel);
    }

    /// <summary>The contents that proved to be as they were sealed.</summary>
    public long Proved { get; private set; }

    /// <summary>What came of it.</summary>
    public AuditWitnessReport Report => new(witness.SubjectPrefix, witness.Title, Proved);

    /// <summary>The number within a subject of this witness; 0 for any other subject.</summary>
    public long NumberOf(ReadOnlySpan<byte> subject) =>
        subject.StartsWith(prefix) && Utf8Parser.TryParse(subject[prefix.Length..], out long number, out var read) && read == subject.Length - prefix.Length ? number : 0;

    /// <summary>Holds a link against the content it sealed.</summary>
    /// <returns>Null when they agree.</returns>
    public async ValueTask<Problem?> HearAsync(long number, string digest, long sequence)
    {
        if (!waiting.Remove(number, out var stored))
        {
            if (number <= last && !gaps.Any(g => g.From <= number && number <= g.To))
            {
                return AuditProblems.SealedTwice.At(Subject(number), Subject(number), sequence);
            }

            stored = await SeekAsync(number).ConfigureAwait(false);
        }

        if (stored is null)
        {
            return AuditProblems.SealedMissing.At(Subject(number), Subject(number), sequence);
        }

        if (!string.Equals(stored, digest, StringComparison.Ordinal))
        {
            return AuditProblems.SealedAltered.At(Subject(number), Subject(number), sequence);
        }

        Proved++;
        return null;
    }

    /// <summary>At the end of the chain: no content may be left over.</summary>
    public async ValueTask<Problem?> CloseAsync()
    {
        if (waiting.Count == 0 && await NextAsync().ConfigureAwait(false) is { } content)
        {
            waiting.Add(content.Number, content.Digest);
        }

        return waiting.Count == 0 ? null : AuditProblems.Unsealed.At(Subject(waiting.First().Key), Subject(waiting.First().Key));
    }

    public ValueTask DisposeAsync() => contents.DisposeAsync();

    /// <summary>Reads on to a number; null when no content has it.</summary>
    private async ValueTask<string?> SeekAsync(long number)
    {
        while (last < number && await NextAsync().ConfigureAwait(false) is { } content)
        {
            if (content.Number == number)
            {
                return content.Digest;
            }

            waiting.Add(content.Number, content.Digest);
        }

        return null;
    }

    private async ValueTask<SealedContent?> NextAsync()
    {
        if (isOver || !await contents.MoveNextAsync().ConfigureAwait(false))
        {
            isOver = true;
            return null;
        }

        var content = contents.Current;
        if (content.Number <= last)
        {
            throw new InvalidOperationException($"The witness of {witness.SubjectPrefix} does not give its contents in order: {content.Number} after {last}.");
        }

        if (content.Number > last + 1)
        {
            gaps.Add((last + 1, content.Number - 1));
        }

        last = content.Number;
        return content;
    }

    private string Subject(long number) => witness.SubjectPrefix + number.ToString(CultureInfo.InvariantCulture);
}
