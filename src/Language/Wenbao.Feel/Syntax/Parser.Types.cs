namespace Wenbao.Feel.Syntax;

internal sealed partial class Parser
{
    private static readonly string[] NamesOfTypes = ["days and time duration", "years and months duration", "date and time", "number", "string", "boolean", "date", "time", "Any", "Null", "list", "range", "context", "function"];

    private static readonly NameScope TypeNames = NameScope.Of(NamesOfTypes);

    /// <summary>A type: <c>number</c>, <c>list&lt;T&gt;</c>, <c>context&lt;a: T&gt;</c>, <c>range&lt;T&gt;</c>, <c>function&lt;T&gt; -> T</c> or the name of an item definition.</summary>
    private TypeSyntax Type()
    {
        if (++depth > nestingMax)
        {
            depth--;
            var span = Abandon(current.Span).Span;
            return new TypeSyntax("Any", [], [], null, span);
        }

        var start = current.Start;
        var name = TypeName();
        List<TypeSyntax> arguments = [];
        List<string> members = [];
        if (name is "list" or "range" or "context" or "function" && TakeSymbol("<"))
        {
            while (!current.IsSymbol(">") && current.Kind != TokenKind.End)
            {
                if (name == "context" && KeyAhead(':') is { } key)
                {
                    members.Add(TakeKey(key));
                }

                arguments.Add(Type());
                if (!TakeSymbol(","))
                {
                    break;
                }
            }

            ExpectSymbol(">");
        }

        var result = name == "function" && TakeSymbol("->") ? Type() : null;
        depth--;
        return new TypeSyntax(name, arguments, members, result, From(start));
    }

    private string TypeName()
    {
        var known = Lexer.Read(text, current.Start, TypeNames);
        var named = current.Kind == TokenKind.Name && current.End > known.End ? current : known;
        if (named.Kind is not (TokenKind.Name or TokenKind.Keyword))
        {
            Report(FeelDiagnosticKinds.TokenExpected.At(current.Span, new Wording("类型", "a type"), Shown(current)));
            return string.Empty;
        }

        current = named;
        Advance();
        var name = named.Text;
        while (current.IsSymbol("."))
        {
            var part = Lexer.Read(text, current.End, scope, asMember: true);
            if (part.Kind != TokenKind.Name)
            {
                break;
            }

            name += "." + part.Text;
            current = part;
            Advance();
        }

        return name;
    }
}
