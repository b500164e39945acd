using System.Globalization;
using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Platform.Audit;

/// <summary>The file of anchors (锚点文件), outside the database: one line an anchor, <c>SEQUENCE HASH INSTANT</c>, the youngest last.</summary>
/// <remarks>Writers of several processes take turns by a lock file beside it. A last line without its end was broken off by a power cut; it is no anchor.</remarks>
/// <param name="path">The file; made with the first anchor.</param>
public sealed class AuditAnchorFile(string path)
{
    /// <summary>Longer than this, the file is thinned.</summary>
    internal const int BytesMax = 1 << 20;

    /// <summary>So many of the youngest anchors outlast a thinning; of the older ones, the first of each UTC day.</summary>
    internal const int KeptWhenThinned = 1000;

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int LongestLine = 120;
    private const int TurnAttemptsMax = 250;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(20);

    /// <summary>Where it lies.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>All anchors, oldest first; null when the file does not exist; or <see cref="AuditProblems.AnchorUnreadable"/>.</summary>
    public Result<IReadOnlyList<KeptAnchor>?> Read()
    {
        if (!File.Exists(Path))
        {
            return Result<IReadOnlyList<KeptAnchor>?>.Of(null);
        }

        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var text = reader.ReadToEnd();
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var anchors = new List<KeptAnchor>(lines.Length);
        foreach (var line in lines)
        {
            if (Parse(line) is not { } anchor)
            {
                return AuditProblems.AnchorUnreadable.At(Path, anchors.Count + 1);
            }

            anchors.Add(anchor);
        }

        return Result<IReadOnlyList<KeptAnchor>?>.Of(anchors);
    }

    /// <summary>Takes the turn to write, waiting up to five seconds for those who have it.</summary>
    /// <exception cref="IOException">Others kept it too long, or the folder cannot be written.</exception>
    internal async Task<Turn> TakeTurnAsync(TimeProvider time, CancellationToken cancel)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new Turn(this, new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (attempt < TurnAttemptsMax)
            {
                await Task.Delay(BetweenAttempts, time, cancel).ConfigureAwait(false);
            }
        }
    }

    private static KeptAnchor? Parse(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && parts[1].Length == 64 && parts[1].All(char.IsAsciiHexDigitLower)
            && DateTimeOffset.TryParseExact(parts[2], InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? new KeptAnchor(new AuditAnchor(sequence, parts[1]), at)
                : null;
    }

    private int LineCount() => File.ReadLines(Path).Count();

    private static string Line(KeptAnchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.Anchor.Sequence} {anchor.Anchor.Hash} {anchor.At.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)}\n");

    /// <summary>The right to write, until it is disposed.</summary>
    internal sealed class Turn(AuditAnchorFile file, FileStream held) : IDisposable
    {
        /// <summary>The youngest anchor; null for none; or <see cref="AuditProblems.AnchorUnreadable"/>.</summary>
        public Result<KeptAnchor?> Last()
        {
            if (!File.Exists(file.Path))
            {
                return Result<KeptAnchor?>.Of(null);
            }

            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var from = Math.Max(0, stream.Length - (2 * LongestLine));
            stream.Position = from;
            var tail = new byte[stream.Length - from];
            stream.ReadExactly(tail);
            var whole = Array.LastIndexOf(tail, (byte)'\n') + 1;
            if (whole < tail.Length)
            {
                stream.SetLength(from + whole);
            }

            var lines = Encoding.ASCII.GetString(tail, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length == 0)
            {
                return Result<KeptAnchor?>.Of(null);
            }

            return Parse(lines[^1]) is { } last ? last : AuditProblems.AnchorUnreadable.At(file.Path, file.LineCount());
        }

        /// <summary>Adds an anchor; it is on the disk afterwards.</summary>
        public void Append(KeptAnchor anchor)
        {
            long length;
            using (var stream = new FileStream(file.Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                stream.Write(Encoding.ASCII.GetBytes(Line(anchor)));
                stream.Flush(flushToDisk: true);
                length = stream.Length;
            }

            if (length > BytesMax)
            {
                Thin();
            }
        }

        /// <inheritdoc/>
        public void Dispose() => held.Dispose();

        /// <summary>Leaves old anchors out: the youngest alone proves all that lies before it, older ones tell only when.</summary>
        private void Thin()
        {
            if (file.Read() is not { IsSuccess: true, Value: { } all })
            {
                return;
            }

            var old = all.Take(all.Count - KeptWhenThinned).GroupBy(a => a.At.UtcDateTime.Date).Select(day => day.First());
            var part = file.Path + ".part";
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                foreach (var anchor in old.Concat(all.Skip(all.Count - KeptWhenThinned)))
                {
                    stream.Write(Encoding.ASCII.GetBytes(Line(anchor)));
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file.Path, overwrite: true);
        }
    }
}
