using Wenbao.Feel.Builtins;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    private BoundNode BindInvocation(InvocationSyntax invocation, BindingScope scope)
    {
        var names = invocation.Arguments.Select(argument => argument.Name).OfType<string>().ToArray();
        if (names.Length > 0 && names.Length < invocation.Arguments.Count)
        {
            return Error(FeelDiagnosticKinds.MixedArguments.At(invocation.Span));
        }

        if (invocation.Callee is NameSyntax name && !IsVariable(name.Name, scope))
        {
            return BindBuiltin(invocation, name, names, scope);
        }

        var callee = Bind(invocation.Callee, scope);
        var arguments = invocation.Arguments.Select(argument => Bind(argument.Value, scope)).ToArray();
        if (callee.Type.Kind is not (FeelKind.Function or FeelKind.Any or FeelKind.Null))
        {
            return Error(FeelDiagnosticKinds.NotAFunction.At(invocation.Callee.Span, TypeRules.Write(callee.Type)));
        }

        var result = callee.Type is FunctionFeelType function ? function.Result : FeelType.Any;
        if (callee.Type is FunctionFeelType known && known.Parameters.Count != arguments.Length)
        {
            return Error(FeelDiagnosticKinds.ArgumentCount.At(invocation.Span, "function", arguments.Length, TypeRules.Write(known)));
        }

        return new BoundInvocation(callee, arguments, names.Length > 0 ? names : null, result, invocation.Span);
    }

    /// <summary>Whether a called name is a variable; members of an item of unknown type do not hide built-ins.</summary>
    private static bool IsVariable(string name, BindingScope scope)
    {
        for (BindingScope? inner = scope; inner is not null; inner = inner.Outer)
        {
            if (inner.FindHere(name) is not null || (inner.Item?.Type as ContextFeelType)?.IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private BoundNode BindBuiltin(InvocationSyntax invocation, NameSyntax name, string[] names, BindingScope scope)
    {
        var overloads = BuiltinFunctions.Find(name.Name);
        var arguments = invocation.Arguments.Select(argument => Bind(argument.Value, scope)).ToArray();
        if (name.Name is "today" or "now" && arguments.Length == 0)
        {
            return Resolve(name.Name + "()", invocation.Span, scope) is BoundSlot clock ? clock : Error(FeelDiagnosticKinds.NoClock.At(invocation.Span, name.Name + "()"));
        }

        if (overloads.Count == 0)
        {
            return Error(NearestName.To(name.Name, BuiltinFunctions.Names.Concat(scope.AllNames())) is { } near
                ? FeelDiagnosticKinds.UnknownFunctionNear.At(name.Span, name.Name, near)
                : FeelDiagnosticKinds.UnknownFunction.At(name.Span, name.Name));
        }

        var usage = string.Join(" · ", overloads.Select(BuiltinFunctions.Usage));
        var candidates = overloads
            .Select(overload => (Overload: overload, Sorted: Sort(overload, arguments, names, invocation.Span)))
            .Where(candidate => candidate.Sorted is not null)
            .ToArray();
        if (candidates.Length == 0)
        {
            return Error(names.Length > 0
                ? FeelDiagnosticKinds.UnknownParameter.At(invocation.Span, name.Name, string.Join(", ", names), usage)
                : FeelDiagnosticKinds.ArgumentCount.At(invocation.Span, name.Name, arguments.Length, usage));
        }

        var chosen = candidates.FirstOrDefault(candidate => Mismatch(candidate.Overload, candidate.Sorted!) is null);
        if (chosen.Overload is null)
        {
            chosen = candidates[0];
            ReportMismatch(chosen.Overload, chosen.Sorted!);
        }

        return Call(chosen.Overload, chosen.Sorted!, invocation.Span);
    }

    private BoundNode Call(BuiltinFunction overload, BoundNode[] arguments, TextSpan span)
    {
        var type = BuiltinResults.Of(overload, arguments);
        if (!arguments.All(argument => argument is BoundLiteral { Value.Kind: not FeelKind.Function }))
        {
            return new BoundBuiltinCall(overload, arguments, type, span);
        }

        // All arguments are constants and built-ins are pure: the call is its value.
        var value = overload.Invoke(arguments.Select(argument => ((BoundLiteral)argument).Value).ToArray());
        if (value.IsNull && overload.Name is "date" or "time" or "date and time" or "duration" && arguments is [BoundLiteral { Value.Kind: FeelKind.String } text] && value.IsNull)
        {
            Report(FeelDiagnosticKinds.BadTemporalLiteral.At(span, text.Value.AsString()!));
        }

        return Literal(value, type.Kind is FeelKind.Any or FeelKind.List or FeelKind.Context ? TypeRules.Of(value) : type, span);
    }

    /// <summary>The arguments in the overload's order, missing ones null; null when they do not fit it.</summary>
    private static BoundNode[]? Sort(BuiltinFunction overload, BoundNode[] arguments, string[] names, TextSpan span)
    {
        var count = overload.Parameters.Count;
        if (names.Length == 0)
        {
            if (arguments.Length < overload.RequiredCount || (arguments.Length > count && !overload.IsVariadic))
            {
                return null;
            }

            return arguments.Length >= count || overload.IsVariadic ? arguments : [.. arguments, .. Enumerable.Repeat(Literal(FeelValue.Null, FeelType.Null, span), count - arguments.Length)];
        }

        var sorted = new BoundNode[count];
        Array.Fill(sorted, Literal(FeelValue.Null, FeelType.Null, span));
        var given = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var index = IndexOf(overload, names[i]);
            if (index < 0)
            {
                return null;
            }

            sorted[index] = arguments[i];
            given += index < overload.RequiredCount ? 1 : 0;
        }

        return given == overload.RequiredCount ? sorted : null;
    }

    private static int IndexOf(BuiltinFunction overload, string name)
    {
        for (var i = 0; i < overload.Parameters.Count; i++)
        {
            if (overload.Parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The position of the first argument that cannot fit its parameter, or null.</summary>
    private static int? Mismatch(BuiltinFunction overload, BoundNode[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var target = overload.Parameters[Math.Min(i, overload.Parameters.Count - 1)].Type;
            var type = arguments[i].Type;
            var single = target.Kind == FeelKind.List ? TypeRules.Item(target) : target;
            if (!Evaluation.FeelConformance.TypeConforms(type, target) && !Evaluation.FeelConformance.TypeConforms(type, single) && type is not ListFeelType { Item.Kind: FeelKind.Any })
            {
                return i;
            }
        }

        return null;
    }

    private void ReportMismatch(BuiltinFunction overload, BoundNode[] arguments)
    {
        if (Mismatch(overload, arguments) is { } index)
        {
            var parameter = overload.Parameters[Math.Min(index, overload.Parameters.Count - 1)];
            Report(FeelDiagnosticKinds.ArgumentType.At(arguments[index].Span, overload.Name, parameter.Name, TypeRules.Write(parameter.Type), TypeRules.Write(arguments[index].Type)));
        }
    }
}
