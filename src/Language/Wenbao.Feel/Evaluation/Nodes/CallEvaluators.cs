using System.Runtime.CompilerServices;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Room for the arguments of most calls without an allocation.</summary>
[InlineArray(Length)]
internal struct ArgumentBuffer
{
    public const int Length = 4;
    private FeelValue first;
}

internal sealed class BuiltinCallEvaluator(BoundBuiltinCall node) : Evaluator
{
    private readonly Evaluator[] arguments = Evaluators.For(node.Arguments);
    private readonly BuiltinInvoke invoke = node.Function.Invoke;

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        if (arguments.Length > ArgumentBuffer.Length)
        {
            return Call(frame, new FeelValue[arguments.Length]);
        }

        ArgumentBuffer buffer = default;
        Span<FeelValue> values = buffer;
        return Call(frame, values[..arguments.Length]);
    }

    private FeelValue Call(FeelValue[] frame, Span<FeelValue> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
        }

        return invoke(values);
    }
}

internal sealed class InvocationEvaluator(BoundInvocation node) : Evaluator
{
    private readonly Evaluator callee = Evaluators.For(node.Callee);
    private readonly Evaluator[] arguments = Evaluators.For(node.Arguments);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        if (callee.Evaluate(frame).AsFunction() is not { } function)
        {
            return FeelValue.Null;
        }

        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
        }

        if (node.ArgumentNames is { } names)
        {
            return Sorted(function.Parameters, names, values) is { } sorted ? function.Invoke(sorted) : FeelValue.Null;
        }

        return function is BuiltinFunctionValue || values.Length == function.Parameters.Count ? function.Invoke(values) : FeelValue.Null;
    }

    private static FeelValue[]? Sorted(IReadOnlyList<string> parameters, IReadOnlyList<string> names, FeelValue[] values)
    {
        if (names.Count != parameters.Count)
        {
            return null;
        }

        var sorted = new FeelValue[values.Length];
        for (var i = 0; i < parameters.Count; i++)
        {
            var index = -1;
            for (var j = 0; j < names.Count; j++)
            {
                index = names[j] == parameters[i] ? j : index;
            }

            if (index < 0)
            {
                return null;
            }

            sorted[i] = values[index];
        }

        return sorted;
    }
}

internal sealed class FunctionEvaluator(BoundFunctionLiteral node) : Evaluator
{
    private readonly Evaluator body = Evaluators.For(node.Body);
    private readonly string[] names = [.. node.Parameters.Select(parameter => parameter.Name)];

    public override FeelValue Evaluate(FeelValue[] frame) => FeelValue.Of(new FunctionValue(node, names, body, (FeelValue[])frame.Clone()));
}
