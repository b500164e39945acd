using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>Binds boxed expressions: names become slots, types are settled, texts become FEEL trees.</summary>
internal sealed partial class LogicBinder(TypeTable types, FrameLayout layout, DiagnosticSink sink)
{
    private static readonly BoundLiteral Nothing = new(FeelValue.Null, FeelType.Null, default);

    /// <summary>The expression bound in a scope; a null literal when there is none.</summary>
    public BoundNode Bind(DmnExpression? expression, LogicScope scope)
    {
        if (expression is null)
        {
            return Nothing;
        }

        var node = expression switch
        {
            DmnLiteralExpression literal => BindLiteral(literal, scope),
            DmnContextExpression context => BindContext(context, scope),
            DmnInvocation invocation => BindInvocation(invocation, scope),
            DmnListExpression list => BindList(list, scope),
            DmnRelation relation => BindRelation(relation, scope),
            DmnFunctionDefinition function => BindFunction(function, scope, null),
            DmnConditional conditional => BindConditional(conditional, scope),
            DmnIterator iterator => BindIterator(iterator, scope),
            DmnFilter filter => BindFilter(filter, scope),
            DmnDecisionTable table => BindTable(table, scope),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return expression is DmnFunctionDefinition ? node : Fit(node, Type(expression.TypeRef, expression, scope).Feel, scope, expression);
    }

    /// <summary>The node made to fit a declared type: unchanged when its static type says that it fits.</summary>
    public BoundNode Fit(BoundNode node, FeelType declared, LogicScope scope, DmnExpression? where)
    {
        if (TypeConformance.SurelyConforms(node.Type, declared))
        {
            return node;
        }

        if (where is not null && TypeConformance.NeverConforms(node.Type, declared))
        {
            sink.Report(DmnDiagnosticKinds.TypeMismatch, scope.Model, where.Place, where.Id ?? scope.ElementId, scope.ElementName, NameOf(declared));
        }

        var conform = new BuiltinFunction("conform", [new FeelMember("value", FeelType.Any)], 1, false, declared, arguments => TypeConformance.Conform(arguments[0], declared));
        return new BoundBuiltinCall(conform, [node], declared, node.Span);
    }

    public BoundSlot Allocate(string name, FeelType type) => new(layout.Allocate(), name, type, default);

    /// <summary>A function; its parameters are slots of the frame.</summary>
    /// <param name="result">The declared type of the result, or null when none is.</param>
    public BoundFunctionLiteral BindFunction(DmnFunctionDefinition function, LogicScope scope, FeelType? result)
    {
        var parameters = function.Parameters.Select(parameter => Allocate(parameter.Name, Type(parameter.TypeRef, parameter.Place, scope).Feel)).ToList();
        BoundNode body = Nothing;
        if (function.Kind == DmnFunctionKind.Feel)
        {
            body = Bind(function.Body, scope.With(parameters));
        }
        else
        {
            sink.Report(DmnDiagnosticKinds.ExternalFunction, scope.Model, function.Place, function.Id ?? scope.ElementId, scope.ElementName, function.Kind);
        }

        var declared = Type(function.TypeRef, function, scope).Feel;
        body = Fit(body, declared is FunctionFeelType of ? of.Result : declared, scope, function);
        body = result is null ? body : Fit(body, result, scope, function);
        var type = new FunctionFeelType([.. parameters.Select(parameter => parameter.Type)], body.Type);
        return new BoundFunctionLiteral(parameters, body, type, default);
    }

    private BoundNode BindLiteral(DmnLiteralExpression literal, LogicScope scope)
    {
        var language = literal.ExpressionLanguage ?? scope.Model.ExpressionLanguage;
        if (language is not null && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            sink.Report(DmnDiagnosticKinds.ForeignLanguage, scope.Model, literal.Place, literal.Id ?? scope.ElementId, language);
            return Nothing;
        }

        return FeelTexts.Bind(literal.Text, scope, sink);
    }

    private BoundNode BindContext(DmnContextExpression context, LogicScope scope)
    {
        var entries = new List<BoundEntry>();
        BoundNode? result = null;
        var twins = false;
        scope = scope.Open();
        foreach (var entry in context.Entries)
        {
            var value = Bind(entry.Value, scope);
            if (entry.Variable is not { } variable)
            {
                result = value;
                continue;
            }

            value = Fit(value, Type(variable.TypeRef, variable.Place, scope).Feel, scope, entry.Value);
            if (entries.Exists(earlier => earlier.Name == variable.Name))
            {
                sink.Report(DmnDiagnosticKinds.EntryTwice, scope.Model, entry.Place, entry.Id ?? scope.ElementId, variable.Name);
                twins = true;
                continue;
            }

            var slot = Allocate(variable.Name, value.Type);
            entries.Add(new BoundEntry(variable.Name, slot, value));
            scope.Add(slot);
        }

        if (twins)
        {
            return Nothing;
        }

        var type = result?.Type ?? FeelType.ContextOf([.. entries.Select(entry => new FeelMember(entry.Name, entry.Value.Type))]);
        return new BoundContext(entries, result, type, default);
    }

    private BoundInvocation BindInvocation(DmnInvocation invocation, LogicScope scope)
    {
        var callee = Bind(invocation.Callee, scope);
        var arguments = invocation.Arguments
            .Select(argument => Fit(Bind(argument.Value, scope), Type(argument.Parameter.TypeRef, argument.Parameter.Place, scope).Feel, scope, argument.Value))
            .ToList();
        var type = callee.Type is FunctionFeelType function ? function.Result : FeelType.Any;
        IReadOnlyList<string>? names = arguments.Count == 0 ? null : [.. invocation.Arguments.Select(argument => argument.Parameter.Name)];
        return new BoundInvocation(callee, arguments, names, type, default);
    }

    private BoundList BindList(DmnListExpression list, LogicScope scope)
    {
        var items = list.Items.Select(item => Bind(item, scope)).ToList();
        return new BoundList(items, FeelType.ListOf(Common(items.Select(item => item.Type))), default);
    }

    private BoundList BindRelation(DmnRelation relation, LogicScope scope)
    {
        var columnTypes = relation.Columns.Select(column => Type(column.TypeRef, column.Place, scope).Feel).ToList();
        var rows = new List<BoundNode>();
        foreach (var row in relation.Rows)
        {
            var entries = new List<BoundEntry>();
            for (var i = 0; i < relation.Columns.Count; i++)
            {
                var value = Fit(Bind(row[i], scope), columnTypes[i], scope, row[i]);
                entries.Add(new BoundEntry(relation.Columns[i].Name, Allocate(relation.Columns[i].Name, value.Type), value));
            }

            rows.Add(new BoundContext(entries, null, FeelType.ContextOf([.. entries.Select(entry => new FeelMember(entry.Name, entry.Value.Type))]), default));
        }

        return new BoundList(rows, FeelType.ListOf(Common(rows.Select(row => row.Type))), default);
    }

    private ResolvedType Type(string? typeRef, DmnExpression where, LogicScope scope) => types.Resolve(scope.Model, typeRef, where.Place, where.Id ?? scope.ElementId);

    private ResolvedType Type(string? typeRef, SourcePlace place, LogicScope scope) => types.Resolve(scope.Model, typeRef, place, scope.ElementId);

    private static FeelType Common(IEnumerable<FeelType> several)
    {
        FeelType? common = null;
        foreach (var type in several.Where(type => type.Kind != FeelKind.Null))
        {
            if (common is not null && common != type)
            {
                return FeelType.Any;
            }

            common = type;
        }

        return common ?? FeelType.Any;
    }

    public static string NameOf(FeelType type) => type switch
    {
        ListFeelType list => $"list<{NameOf(list.Item)}>",
        ContextFeelType context => $"context<{string.Join(", ", context.Members.Select(member => member.Name))}>",
        { Kind: FeelKind.DateTime } => "date and time",
        { Kind: FeelKind.DaysTimeDuration } => "days and time duration",
        { Kind: FeelKind.YearsMonthsDuration } => "years and months duration",
        { Kind: FeelKind.Any } => "Any",
        _ => type.Kind.ToString().ToLowerInvariant(),
    };
}
