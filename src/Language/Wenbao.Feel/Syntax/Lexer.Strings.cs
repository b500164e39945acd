using System.Globalization;
using System.Text;

namespace Wenbao.Feel.Syntax;

internal static partial class Lexer
{
    /// <summary>A text between quotation marks. A backslash before a letter without meaning stays.</summary>
    /// <remarks>Source: DMN 1.5 §10.3.1.2, grammar rules 33 and 64.</remarks>
    private static Token ReadString(string text, int start)
    {
        var value = new StringBuilder();
        var at = start + 1;
        while (at < text.Length)
        {
            var character = text[at];
            if (character == '"')
            {
                return new Token(TokenKind.String, value.ToString(), start, at + 1);
            }

            if (character == '\\' && at + 1 < text.Length)
            {
                at += AppendEscape(text, at, value);
            }
            else
            {
                value.Append(character);
                at++;
            }
        }

        return new Token(TokenKind.String, value.ToString(), start, text.Length, FeelDiagnosticKinds.StringNotClosed.At(new TextSpan(start, text.Length - start)));
    }

    /// <summary>Appends what an escape means; returns how many characters it takes.</summary>
    private static int AppendEscape(string text, int at, StringBuilder value)
    {
        var letter = text[at + 1];
        switch (letter)
        {
            case 'n':
                value.Append('\n');
                return 2;
            case 'r':
                value.Append('\r');
                return 2;
            case 't':
                value.Append('\t');
                return 2;
            case '"' or '\'' or '\\':
                value.Append(letter);
                return 2;
            case 'u' when Code(text, at + 2, 4) is { } unit:
                value.Append((char)unit);
                return 6;
            case 'U' when Code(text, at + 2, 6) is { } point && Rune.IsValid(point):
                value.Append(new Rune(point).ToString());
                return 8;
            default:
                value.Append('\\').Append(letter);
                return 2;
        }
    }

    private static int? Code(string text, int start, int digits) =>
        start + digits <= text.Length && int.TryParse(text.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;
}
