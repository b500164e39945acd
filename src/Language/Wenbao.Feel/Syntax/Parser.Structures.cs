using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private SyntaxNode ListOrRange(int start)
    {
        Advance();
        if (TakeSymbol("]"))
        {
            return new ListSyntax([], From(start));
        }

        List<SyntaxNode> items = [Item()];
        if (current.IsSymbol(".."))
        {
            return RangeBehindStart(items[0], true, start);
        }

        while (TakeSymbol(","))
        {
            items.Add(Item());
        }

        ExpectSymbol("]");
        return Finish(new ListSyntax(items, From(start)));
    }

    private SyntaxNode Item()
    {
        var start = current.Start;
        return ComparisonOf(current) is { } comparison ? Finish(ComparisonRange(comparison, start) with { Span = From(start) }) : Expression();
    }

    private SyntaxNode OpenRange(int start)
    {
        Advance();
        var first = Operation(SumLevel);
        if (current.IsSymbol(".."))
        {
            return RangeBehindStart(first, false, start);
        }

        ExpectSymbol("..");
        return first;
    }

    private SyntaxNode RangeBehindStart(SyntaxNode first, bool startIncluded, int start)
    {
        Advance();
        inRangeEnd = true;
        var end = Operation(SumLevel);
        inRangeEnd = false;
        var included = current.IsSymbol("]");
        if (included || current.IsSymbol(")") || current.IsSymbol("["))
        {
            Advance();
        }
        else
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("] 或 )", "] or )"), Shown(current)));
        }

        return Finish(new RangeSyntax(first, startIncluded, end, included, From(start)));
    }

    /// <summary>In the end of a range: whether the <c>[</c> ahead closes the range, since nothing that could be a filter follows.</summary>
    private bool ClosesRange()
    {
        if (!inRangeEnd)
        {
            return false;
        }

        var next = Lexer.Read(text, current.End, scope);
        return next.Kind switch
        {
            TokenKind.End => true,
            TokenKind.Symbol => next.Text is not ("(" or "[" or "{" or "-" or "@" or "?"),
            TokenKind.Keyword => next.Text is not ("if" or "for" or "some" or "every" or "function" or "true" or "false" or "null"),
            _ => false,
        };
    }

    /// <summary><c>&lt; 5</c> and its kin as a range; the operator is the token ahead.</summary>
    private RangeSyntax ComparisonRange(FeelOperator comparison, int start)
    {
        Advance();
        var operand = Operation(SumLevel);
        return comparison switch
        {
            FeelOperator.Less => new RangeSyntax(null, false, operand, false, From(start)),
            FeelOperator.LessOrEqual => new RangeSyntax(null, false, operand, true, From(start)),
            FeelOperator.Greater => new RangeSyntax(operand, false, null, false, From(start)),
            FeelOperator.GreaterOrEqual => new RangeSyntax(operand, true, null, false, From(start)),
            _ => new RangeSyntax(operand, true, operand, true, From(start)),
        };
    }

    private SyntaxNode Context()
    {
        var start = Take().Start;
        var outer = scope;
        List<EntrySyntax> entries = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (!current.IsSymbol("}") && current.Kind != TokenKind.End)
        {
            if (Entry() is not { } entry)
            {
                break;
            }

            if (!names.Add(entry.Name))
            {
                Report(FeelDiagnosticKinds.DuplicateKey.At(entry.NameSpan, entry.Name));
            }

            entries.Add(entry);
            Enter(scope.With(entry.Name));
            if (!TakeSymbol(","))
            {
                break;
            }
        }

        scope = outer;
        ExpectSymbol("}");
        return Finish(new ContextSyntax(entries, From(start)));
    }

    private EntrySyntax? Entry()
    {
        var start = current.Start;
        if (KeyAhead(':') is not { } key)
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("名称:", "a name and a colon"), Shown(current)));
            return null;
        }

        local.AddMember(key.Name);
        var name = TakeKey(key);
        var value = Expression();
        return new EntrySyntax(name, key.Span, value, From(start));
    }
}
