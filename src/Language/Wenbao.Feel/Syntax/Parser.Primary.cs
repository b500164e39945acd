using System.Globalization;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private SyntaxNode Postfix()
    {
        var start = current.Start;
        var node = Primary();
        while (true)
        {
            if (current.IsSymbol("."))
            {
                node = Path(node, start);
            }
            else if (current.IsSymbol("[") && !ClosesRange())
            {
                node = Filter(node, start);
            }
            else if (current.IsSymbol("("))
            {
                node = Finish(new InvocationSyntax(node, Arguments(), From(start)));
            }
            else if (current.IsKeyword("instance"))
            {
                Advance();
                ExpectKeyword("of");
                node = Finish(new InstanceOfSyntax(node, Type(), From(start)));
            }
            else
            {
                return node;
            }
        }
    }

    private SyntaxNode Primary()
    {
        var token = current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return Number(token);
            case TokenKind.String:
                Advance();
                return new StringSyntax(token.Text, token.Span);
            case TokenKind.Name:
                Advance();
                return new NameSyntax(token.Text, token.Span);
            case TokenKind.Keyword:
                return KeywordExpression(token);
            case TokenKind.Symbol:
                return SymbolExpression(token);
            case TokenKind.Unknown:
                var missing = Missing();
                Advance();
                return missing;
            default:
                return Missing();
        }
    }

    private NumberSyntax Number(Token token)
    {
        if (decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            return new NumberSyntax(value, token.Span);
        }

        Report(FeelDiagnosticKinds.NumberTooLarge.At(token.Span, token.Text));
        return new NumberSyntax(null, token.Span);
    }

    private SyntaxNode KeywordExpression(Token token)
    {
        switch (token.Text)
        {
            case "true" or "false":
                Advance();
                return new BooleanSyntax(token.Text == "true", token.Span);
            case "null":
                Advance();
                return new NullSyntax(token.Span);
            case "if":
                return If();
            case "for":
                return For();
            case "some" or "every":
                return Quantified();
            case "function":
                return Function();
            default:
                return Missing();
        }
    }

    private SyntaxNode SymbolExpression(Token token)
    {
        switch (token.Text)
        {
            case "(":
                return Parenthesis();
            case "[":
                return Bracketed(() => ListOrRange(token.Start));
            case "]":
                return Bracketed(() => OpenRange(token.Start));
            case "{":
                return Bracketed(Context);
            case "?":
                Advance();
                return new NameSyntax("?", token.Span);
            case "@":
                return Temporal();
            default:
                return Missing();
        }
    }

    private SyntaxNode Temporal()
    {
        var start = Take().Start;
        if (current.Kind != TokenKind.String)
        {
            return Missing();
        }

        var literal = Take();
        return new TemporalSyntax(literal.Text, new TextSpan(start, literal.End - start));
    }

    /// <summary>Inside brackets a <c>[</c> is a filter again, even within the end of a range.</summary>
    private SyntaxNode Bracketed(Func<SyntaxNode> read)
    {
        var outer = inRangeEnd;
        inRangeEnd = false;
        var node = read();
        inRangeEnd = outer;
        return node;
    }

    private SyntaxNode Parenthesis() => Bracketed(() =>
    {
        var start = Take().Start;
        if (ComparisonOf(current) is { } comparison)
        {
            var range = ComparisonRange(comparison, start);
            ExpectSymbol(")");
            return Finish(range with { Span = From(start) });
        }

        var inner = Expression();
        if (current.IsSymbol(".."))
        {
            return RangeBehindStart(inner, false, start);
        }

        ExpectSymbol(")");
        return inner;
    });

    private SyntaxNode Path(SyntaxNode target, int start)
    {
        var member = Lexer.Read(text, current.End, scope, asMember: true);
        if (member.Kind != TokenKind.Name)
        {
            Advance();
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("名称", "a name"), Shown(current)));
            return Finish(new PathSyntax(target, string.Empty, new TextSpan(LastEnd(), 0), From(start)));
        }

        current = member;
        Advance();
        return Finish(new PathSyntax(target, member.Text, member.Span, From(start)));
    }

    private SyntaxNode Filter(SyntaxNode list, int start) => Bracketed(() =>
    {
        Advance();
        var filter = Expression();
        ExpectSymbol("]");
        return Finish(new FilterSyntax(list, filter, From(start)));
    });

    private List<ArgumentSyntax> Arguments()
    {
        var outer = inRangeEnd;
        inRangeEnd = false;
        Advance();
        List<ArgumentSyntax> arguments = [];
        while (!current.IsSymbol(")") && current.Kind != TokenKind.End)
        {
            arguments.Add(Argument());
            if (!TakeSymbol(","))
            {
                break;
            }
        }

        ExpectSymbol(")");
        inRangeEnd = outer;
        return arguments;
    }

    private ArgumentSyntax Argument()
    {
        var start = current.Start;
        var name = KeyAhead(':') is { } key ? TakeKey(key) : null;
        var value = Expression();
        return new ArgumentSyntax(name, value, From(start));
    }
}
