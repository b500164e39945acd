using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private const int ComparisonLevel = 3;
    private const int SumLevel = 4;

    /// <summary>Operators of a level and above: 1 or, 2 and, 3 comparison, 4 sum, 5 product, 6 power.</summary>
    private SyntaxNode Operation(int level)
    {
        if (++depth > nestingMax)
        {
            depth--;
            return Abandon(current.Span);
        }

        var start = current.Start;
        var left = Negation();
        while (true)
        {
            if (BinaryOf(current) is { } binary && binary.Level >= level)
            {
                Advance();
                var right = Operation(binary.Level + 1);
                left = Finish(new BinarySyntax(binary.Operator, left, right, From(start)));
            }
            else if (level <= ComparisonLevel && current.IsKeyword("between"))
            {
                left = Between(left, start);
            }
            else if (level <= ComparisonLevel && current.IsKeyword("in"))
            {
                left = In(left, start);
            }
            else
            {
                break;
            }
        }

        depth--;
        return left;
    }

    private static (FeelOperator Operator, int Level)? BinaryOf(Token token) => token.Kind switch
    {
        TokenKind.Keyword => token.Text switch
        {
            "or" => (FeelOperator.Or, 1),
            "and" => (FeelOperator.And, 2),
            _ => null,
        },
        TokenKind.Symbol => token.Text switch
        {
            "+" => (FeelOperator.Add, SumLevel),
            "-" => (FeelOperator.Subtract, SumLevel),
            "*" => (FeelOperator.Multiply, 5),
            "/" => (FeelOperator.Divide, 5),
            "**" => (FeelOperator.Power, 6),
            _ => ComparisonOf(token) is { } comparison ? (comparison, ComparisonLevel) : null,
        },
        _ => null,
    };

    private SyntaxNode Negation()
    {
        if (!current.IsSymbol("-"))
        {
            return Postfix();
        }

        if (++depth > nestingMax)
        {
            depth--;
            return Abandon(current.Span);
        }

        var start = Take().Start;
        var operand = Negation();
        depth--;
        return Finish(new NegateSyntax(operand, From(start)));
    }

    private SyntaxNode Between(SyntaxNode value, int start)
    {
        Advance();
        var low = Operation(SumLevel);
        ExpectKeyword("and");
        var high = Operation(SumLevel);
        return Finish(new BetweenSyntax(value, low, high, From(start)));
    }

    private SyntaxNode In(SyntaxNode value, int start)
    {
        Advance();
        IReadOnlyList<TestSyntax> tests = current.IsSymbol("(") ? TestsInParentheses() : [Test(SumLevel)];
        return Finish(new InSyntax(value, tests, From(start)));
    }
}
