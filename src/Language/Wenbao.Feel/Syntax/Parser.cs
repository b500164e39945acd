using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Syntax;

/// <summary>Reads a text into a tree: recursive descent with one token of lookahead; never throws, and gives a tree for any text.</summary>
/// <remarks>Source: DMN 1.5 §10.3.1.2 (grammar), with the precedence of §10.3.1.2 note on ambiguity: or, and, comparison, sum, product, power, negation, instance of, path.</remarks>
internal sealed partial class Parser
{
    /// <summary>More findings than these help nobody.</summary>
    private const int FindingsMax = 100;

    private readonly string text;
    private readonly int nestingMax;
    private readonly NameScope local;
    private readonly List<FeelDiagnostic> diagnostics = [];
    private NameScope scope;
    private Token current;
    private int depth;
    private bool abandoned;
    private bool inRangeEnd;

    public Parser(string text, NameScope names, int nestingMax)
    {
        this.text = text;
        this.nestingMax = nestingMax;
        local = names.WithMembers([]);
        scope = local;
        current = Lexer.Read(text, 0, scope);
    }

    public FeelSyntax ReadExpression()
    {
        var root = Expression();
        return Complete(root);
    }

    public FeelSyntax ReadUnaryTests() => Complete(UnaryTests());

    private FeelSyntax Complete(SyntaxNode root)
    {
        if (current.Kind != TokenKind.End)
        {
            Report(FeelDiagnosticKinds.TextLeftOver.At(new TextSpan(current.Start, text.Length - current.Start), Shown(current)));
        }
        else if (current.Diagnostic is { } open)
        {
            Report(open);
        }

        return new FeelSyntax(text, root, [.. diagnostics.OrderBy(found => found.Span.Start)]);
    }

    private SyntaxNode Expression() => Operation(1);

    private void Advance()
    {
        if (current.Diagnostic is { } found)
        {
            Report(found);
        }

        current = Lexer.Read(text, current.End, scope);
    }

    private Token Take()
    {
        var token = current;
        Advance();
        return token;
    }

    private bool TakeSymbol(string symbol)
    {
        if (!current.IsSymbol(symbol))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool TakeKeyword(string keyword)
    {
        if (!current.IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, Quoted(symbol), Shown(current)));
        }
    }

    private void ExpectKeyword(string keyword)
    {
        if (!TakeKeyword(keyword))
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, Quoted(keyword), Shown(current)));
        }
    }

    /// <summary>Changes the known names; the token ahead is read again with them.</summary>
    private NameScope Enter(NameScope inner)
    {
        var outer = scope;
        scope = inner;
        current = Lexer.Read(text, current.Start, scope);
        return outer;
    }

    private void Report(FeelDiagnostic found)
    {
        if (!abandoned && diagnostics.Count < FindingsMax && !diagnostics.Contains(found))
        {
            diagnostics.Add(found);
        }
    }

    /// <summary>Checks the height of a finished node, so that later passes may recurse over the tree.</summary>
    private SyntaxNode Finish(SyntaxNode node) => node.Height > nestingMax ? Abandon(node.Span) : node;

    private ErrorSyntax Abandon(TextSpan span)
    {
        var found = FeelDiagnosticKinds.NestedTooDeeply.At(span, nestingMax);
        if (!abandoned)
        {
            diagnostics.Add(found);
        }

        abandoned = true;
        current = new Token(TokenKind.End, string.Empty, text.Length, text.Length);
        return new ErrorSyntax(found, span);
    }

    private ErrorSyntax Missing()
    {
        var found = current.Diagnostic ?? FeelDiagnosticKinds.ExpressionExpected.At(current.Span, Shown(current));
        Report(found);
        return new ErrorSyntax(found, new TextSpan(current.Start, 0));
    }

    private TextSpan From(int start) => new(start, Math.Max(0, Math.Min(LastEnd(), text.Length) - start));

    /// <summary>The end of the token before the current one: trailing white space is left out of spans.</summary>
    private int LastEnd()
    {
        var at = current.Start;
        while (at > 0 && CharacterClasses.IsSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static string Quoted(string what) => "\"" + what + "\"";

    private static object Shown(Token token) => token.Kind == TokenKind.End ? new Wording("文末", "the end") : Quoted(token.Text);

    private static FeelOperator? ComparisonOf(Token token) => token.Kind != TokenKind.Symbol ? null : token.Text switch
    {
        "=" => FeelOperator.Equal,
        "!=" => FeelOperator.NotEqual,
        "<" => FeelOperator.Less,
        "<=" => FeelOperator.LessOrEqual,
        ">" => FeelOperator.Greater,
        ">=" => FeelOperator.GreaterOrEqual,
        _ => null,
    };
}
