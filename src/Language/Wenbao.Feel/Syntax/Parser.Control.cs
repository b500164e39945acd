namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private SyntaxNode If()
    {
        var start = Take().Start;
        var condition = Expression();
        ExpectKeyword("then");
        var then = Expression();
        ExpectKeyword("else");
        var otherwise = Expression();
        return Finish(new IfSyntax(condition, then, otherwise, From(start)));
    }

    private SyntaxNode For()
    {
        var start = current.Start;
        var outer = scope;
        var iterators = Iterators();
        ExpectKeyword("return");
        Enter(scope.With("partial"));
        var body = Expression();
        Enter(outer);
        return Finish(new ForSyntax(iterators, body, From(start)));
    }

    private SyntaxNode Quantified()
    {
        var start = current.Start;
        var every = current.IsKeyword("every");
        var outer = scope;
        var iterators = Iterators();
        ExpectKeyword("satisfies");
        var condition = Expression();
        Enter(outer);
        return Finish(new QuantifiedSyntax(every, iterators, condition, From(start)));
    }

    /// <summary>The iterators behind the word that begins the expression; their variables stay in scope.</summary>
    private List<IteratorSyntax> Iterators()
    {
        List<IteratorSyntax> iterators = [];
        do
        {
            Advance();
            var iterator = Iterator();
            iterators.Add(iterator);
            Enter(scope.With(iterator.Name));
        }
        while (current.IsSymbol(","));

        return iterators;
    }

    private IteratorSyntax Iterator()
    {
        var start = current.Start;
        var (name, nameSpan) = (string.Empty, new TextSpan(start, 0));
        if (VariableAhead() is { } key)
        {
            (name, nameSpan) = (TakeKey(key), key.Span);
        }
        else
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("变量", "a variable"), Shown(current)));
        }

        ExpectKeyword("in");
        var domain = Operation(1);
        var end = TakeSymbol("..") ? Operation(SumLevel) : null;
        return new IteratorSyntax(name, nameSpan, domain, end, From(start));
    }

    private SyntaxNode Function()
    {
        var start = Take().Start;
        ExpectSymbol("(");
        List<ParameterSyntax> parameters = [];
        while (!current.IsSymbol(")") && current.Kind != TokenKind.End)
        {
            if (Parameter() is not { } parameter)
            {
                break;
            }

            parameters.Add(parameter);
            if (!TakeSymbol(","))
            {
                break;
            }
        }

        ExpectSymbol(")");
        if (current.IsKeyword("external"))
        {
            var found = FeelDiagnosticKinds.ExternalFunction.At(current.Span);
            Report(found);
            Advance();
            _ = Expression();
            return Finish(new FunctionSyntax(parameters, new ErrorSyntax(found, found.Span), From(start)));
        }

        var outer = Enter(scope.With(parameters.Select(parameter => parameter.Name)));
        var body = Expression();
        Enter(outer);
        return Finish(new FunctionSyntax(parameters, body, From(start)));
    }

    private ParameterSyntax? Parameter()
    {
        var start = current.Start;
        if (KeyAhead(':', ',', ')') is not { } key)
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("参数", "a parameter"), Shown(current)));
            return null;
        }

        var typed = text[key.End] == ':';
        var name = TakeKey(key);
        var type = typed ? Type() : null;
        return new ParameterSyntax(name, type, From(start));
    }
}
