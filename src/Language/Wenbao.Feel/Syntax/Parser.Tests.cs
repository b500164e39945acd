namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private UnaryTestsSyntax UnaryTests()
    {
        var start = current.Start;
        if (current.IsSymbol("-") && Lexer.Read(text, current.End, scope).Kind == TokenKind.End)
        {
            Advance();
            return new UnaryTestsSyntax(false, [], From(start));
        }

        if (current is { Kind: TokenKind.Name, Text: "not" } && Negated() is { } negated)
        {
            return negated;
        }

        return new UnaryTestsSyntax(false, TestList(1), From(start));
    }

    /// <summary><c>not(tests)</c> over the whole text; null, with nothing taken, when more follows: then <c>not</c> is the function.</summary>
    private UnaryTestsSyntax? Negated()
    {
        var (token, found) = (current, diagnostics.Count);
        Advance();
        if (TakeSymbol("("))
        {
            var tests = TestList(1);
            if (TakeSymbol(")") && current.Kind == TokenKind.End)
            {
                return new UnaryTestsSyntax(true, tests, From(token.Start));
            }
        }

        if (abandoned)
        {
            return new UnaryTestsSyntax(true, [], From(token.Start));
        }

        diagnostics.RemoveRange(found, diagnostics.Count - found);
        current = token;
        return null;
    }

    private List<TestSyntax> TestList(int level)
    {
        List<TestSyntax> tests = [Test(level)];
        while (TakeSymbol(","))
        {
            tests.Add(Test(level));
        }

        return tests;
    }

    private TestSyntax Test(int level)
    {
        var start = current.Start;
        if (ComparisonOf(current) is not { } comparison)
        {
            var alone = Operation(level);
            return new TestSyntax(null, alone, alone.Span);
        }

        Advance();
        var operand = Operation(SumLevel);
        return new TestSyntax(comparison, operand, From(start));
    }

    /// <summary>Behind <c>in</c>: a list of tests, or an open interval that begins with the same bracket.</summary>
    private List<TestSyntax> TestsInParentheses()
    {
        var start = Take().Start;
        var outerRange = inRangeEnd;
        inRangeEnd = false;
        if (current.IsSymbol(")"))
        {
            Report(FeelDiagnosticKinds.ExpressionExpected.At(current.Span, Shown(current)));
        }

        var first = Test(1);
        List<TestSyntax> tests;
        if (first.Operator is null && current.IsSymbol(".."))
        {
            var range = RangeBehindStart(first.Operand, false, start);
            tests = [new TestSyntax(null, range, range.Span)];
        }
        else
        {
            tests = [first];
            while (TakeSymbol(","))
            {
                tests.Add(Test(1));
            }

            ExpectSymbol(")");
        }

        inRangeEnd = outerRange;
        return tests;
    }
}
