namespace Wenbao.Feel.Syntax;

/// <summary>Reads one token at a position. Pure: the same position and names give the same token, so the parser may read a place again.</summary>
internal static partial class Lexer
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "between", "instance", "of", "function", "external", "true", "false", "null",
    };

    private static readonly string[] Symbols = ["**", "..", "<=", ">=", "!=", "->", "(", ")", "[", "]", "{", "}", ",", ":", "=", "<", ">", "+", "-", "*", "/", ".", "@", "?"];

    /// <summary>The token at or behind a position, white space and comments skipped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin.</param>
    /// <param name="scope">The names known there.</param>
    /// <param name="asMember">Whether a member's name is expected (behind a dot); reserved words are names then.</param>
    public static Token Read(string text, int position, NameScope scope, bool asMember = false)
    {
        var start = SkipBlank(text, position, out var open);
        if (open is not null)
        {
            return new Token(TokenKind.End, string.Empty, text.Length, text.Length, open);
        }

        if (start >= text.Length)
        {
            return new Token(TokenKind.End, string.Empty, text.Length, text.Length);
        }

        var first = text[start];
        var known = scope.Match(text, start, asMember, out var name);
        var plain = CharacterClasses.IsNameStart(first) ? PlainNameEnd(text, start) : -1;
        if (known > plain || (known == plain && known > 0 && asMember))
        {
            return new Token(TokenKind.Name, name, start, known);
        }

        if (plain > 0)
        {
            var word = text[start..plain];
            return new Token(!asMember && Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Name, word, start, plain);
        }

        if (CharacterClasses.IsDigit(first) || (first == '.' && start + 1 < text.Length && CharacterClasses.IsDigit(text[start + 1])))
        {
            return ReadNumber(text, start);
        }

        return first == '"' ? ReadString(text, start) : ReadSymbol(text, start);
    }

    /// <summary>The position behind a name without spaces that begins at a position.</summary>
    public static int PlainNameEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && CharacterClasses.IsNamePart(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The position behind white space and comments.</summary>
    public static int SkipBlank(string text, int position, out FeelDiagnostic? open)
    {
        open = null;
        var at = position;
        while (at < text.Length)
        {
            if (CharacterClasses.IsSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                var end = text.IndexOfAny(['\n', '\r'], at);
                at = end < 0 ? text.Length : end;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    open = FeelDiagnosticKinds.CommentNotClosed.At(new TextSpan(at, text.Length - at));
                    return text.Length;
                }

                at = end + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static Token ReadNumber(string text, int start)
    {
        var at = DigitsEnd(text, start);
        if (at + 1 < text.Length && text[at] == '.' && CharacterClasses.IsDigit(text[at + 1]))
        {
            at = DigitsEnd(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var digits = at + 1 < text.Length && text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (digits < text.Length && CharacterClasses.IsDigit(text[digits]))
            {
                at = DigitsEnd(text, digits);
            }
        }

        return new Token(TokenKind.Number, text[start..at], start, at);
    }

    private static int DigitsEnd(string text, int start)
    {
        var at = start;
        while (at < text.Length && CharacterClasses.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static Token ReadSymbol(string text, int start)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, start, symbol, 0, symbol.Length) == 0)
            {
                return new Token(TokenKind.Symbol, symbol, start, start + symbol.Length);
            }
        }

        var span = new TextSpan(start, 1);
        return CharacterClasses.HalfWidthOf(text[start]) is { } half && half is not ("\"" or "!")
            ? new Token(TokenKind.Symbol, half, start, start + 1, FeelDiagnosticKinds.FullWidthPunctuation.At(span, text[start], half))
            : new Token(TokenKind.Unknown, text[start].ToString(), start, start + 1, CharacterClasses.HalfWidthOf(text[start]) is { } meant
                ? FeelDiagnosticKinds.FullWidthPunctuation.At(span, text[start], meant)
                : FeelDiagnosticKinds.UnknownCharacter.At(span, text[start]));
    }
}
