using System.Text;

namespace Wenbao.Policies.Pages.Life;

/// <summary>A piece of a compared text.</summary>
/// <param name="Text">The piece.</param>
/// <param name="Kind">Whether both have it.</param>
internal readonly record struct TextPiece(string Text, TextPieceKind Kind);

/// <summary>Which of two texts has a piece.</summary>
internal enum TextPieceKind
{
    /// <summary>Both.</summary>
    Same,

    /// <summary>The earlier only.</summary>
    Removed,

    /// <summary>The later only.</summary>
    Added,
}

/// <summary>Compares two texts piece by piece: Chinese by characters, words and numbers as a whole, so that the reader sees what changed and not only that something did.</summary>
internal static class TextDiff
{
    // The table of the comparison grows with the square of the tokens between the equal ends.
    private const int TokensMax = 1500;

    /// <summary>The pieces in order.</summary>
    public static IReadOnlyList<TextPiece> Of(string before, string after)
    {
        var (old, now) = (Tokens(before), Tokens(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var pieces = new Pieces();
        pieces.Add(old.Take(start), TextPieceKind.Same);
        Middle(old[start..^end], now[start..^end], pieces);
        pieces.Add(old.Skip(old.Count - end), TextPieceKind.Same);
        return pieces.Done();
    }

    private static void Middle(List<string> old, List<string> now, Pieces pieces)
    {
        if (old.Count > TokensMax || now.Count > TokensMax)
        {
            pieces.Add(old, TextPieceKind.Removed);
            pieces.Add(now, TextPieceKind.Added);
            return;
        }

        // The longest common subsequence, from behind, so that it can be walked from the front.
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (at, to) = (0, 0);
        while (at < old.Count || to < now.Count)
        {
            if (at < old.Count && to < now.Count && old[at] == now[to])
            {
                pieces.Add([old[at]], TextPieceKind.Same);
                (at, to) = (at + 1, to + 1);
            }
            else if (at < old.Count && (to == now.Count || common[at + 1, to] >= common[at, to + 1]))
            {
                pieces.Add([old[at++]], TextPieceKind.Removed);
            }
            else
            {
                pieces.Add([now[to++]], TextPieceKind.Added);
            }
        }
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            if (IsWord(text[at]))
            {
                while (at + length < text.Length && IsWord(text[at + length]))
                {
                    length++;
                }
            }
            else if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length)
            {
                length = 2;
            }

            tokens.Add(text.Substring(at, length));
            at += length;
        }

        return tokens;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';

    private sealed class Pieces
    {
        private readonly List<TextPiece> done = [];
        private readonly StringBuilder[] open = [new(), new(), new()];

        public void Add(IEnumerable<string> tokens, TextPieceKind kind)
        {
            foreach (var token in tokens)
            {
                if (kind == TextPieceKind.Same ? open[1].Length + open[2].Length > 0 : open[0].Length > 0)
                {
                    Close();
                }

                open[(int)kind].Append(token);
            }
        }

        public IReadOnlyList<TextPiece> Done()
        {
            Close();
            return done;
        }

        private void Close()
        {
            foreach (var kind in Enum.GetValues<TextPieceKind>())
            {
                if (open[(int)kind].Length > 0)
                {
                    done.Add(new TextPiece(open[(int)kind].ToString(), kind));
                    open[(int)kind].Clear();
                }
            }
        }
    }
}
