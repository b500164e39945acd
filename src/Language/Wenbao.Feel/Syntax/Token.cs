namespace Wenbao.Feel.Syntax;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name, known or not.</summary>
    Name,

    /// <summary>A reserved word.</summary>
    Keyword,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text; its value has the escapes resolved.</summary>
    String,

    /// <summary>An operator or a bracket.</summary>
    Symbol,

    /// <summary>A character without meaning.</summary>
    Unknown,
}

/// <summary>The smallest part of a text that has a meaning.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The name, word, symbol, digits or resolved string.</param>
/// <param name="Start">Position of the first character.</param>
/// <param name="End">Position behind the last character.</param>
/// <param name="Diagnostic">What is wrong with it, or null.</param>
internal sealed record Token(TokenKind Kind, string Text, int Start, int End, FeelDiagnostic? Diagnostic = null)
{
    public TextSpan Span => new(Start, End - Start);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string keyword) => Kind == TokenKind.Keyword && Text == keyword;
}
