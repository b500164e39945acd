namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    /// <summary>A name that is being defined: it is read up to its delimiter, since no scope knows it yet.</summary>
    private readonly record struct Key(string Name, TextSpan Span, int End);

    /// <summary>The new name ahead when one of the delimiters follows it; nothing is taken.</summary>
    private Key? KeyAhead(params ReadOnlySpan<char> delimiters)
    {
        var start = current.Start;
        if (current.Kind == TokenKind.String)
        {
            var behind = Lexer.SkipBlank(text, current.End, out _);
            return behind < text.Length && delimiters.Contains(text[behind]) && current.Diagnostic is null
                ? new Key(current.Text, current.Span, behind)
                : null;
        }

        if (start >= text.Length || !(CharacterClasses.IsNameStart(text[start]) || text[start] == '?'))
        {
            return null;
        }

        var at = start;
        while (at < text.Length && !delimiters.Contains(text[at]) && IsKeyCharacter(text[at]))
        {
            at++;
        }

        return at < text.Length && delimiters.Contains(text[at])
            ? new Key(NameScope.Normalize(text[start..at]), new TextSpan(start, text[start..at].TrimEnd().Length), at)
            : null;
    }

    /// <summary>The iteration variable ahead, up to the word <c>in</c>.</summary>
    private Key? VariableAhead()
    {
        var start = current.Start;
        var at = start;
        while (at < text.Length && IsKeyCharacter(text[at]))
        {
            if (!CharacterClasses.IsSpace(text[at]))
            {
                at++;
                continue;
            }

            var word = at;
            while (word < text.Length && CharacterClasses.IsSpace(text[word]))
            {
                word++;
            }

            if (Lexer.PlainNameEnd(text, word) == word + 2 && string.CompareOrdinal(text, word, "in", 0, 2) == 0)
            {
                return at == start ? null : new Key(NameScope.Normalize(text[start..at]), new TextSpan(start, at - start), at);
            }

            at = word;
        }

        return null;
    }

    private string TakeKey(Key key)
    {
        current = Lexer.Read(text, key.End, scope);
        if (current.Kind == TokenKind.Symbol && current.Text is ":")
        {
            Advance();
        }

        return key.Name;
    }

    private static bool IsKeyCharacter(char character) =>
        CharacterClasses.IsNamePart(character) || CharacterClasses.IsSpace(character) || CharacterClasses.IsNameSymbol(character) || character == '?';
}
