using System.Runtime.CompilerServices;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>A function definition with the values around it: a closure over a copy of the frame.</summary>
internal sealed class FunctionValue(BoundFunctionLiteral node, string[] names, Evaluator body, FeelValue[] captured) : FeelFunction, ITypedFunction
{
    private FeelValue[]? spare;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parameters => names;

    /// <inheritdoc/>
    public FunctionFeelType Type { get; } = node.Type as FunctionFeelType ?? new FunctionFeelType([.. node.Parameters.Select(parameter => parameter.Type)], node.Body.Type);

    /// <summary>Lets the body see the function under the slot of the entry that names it, so that it may call itself.</summary>
    public void Name(int slot)
    {
        captured[slot] = FeelValue.Of(this);
        spare = null;
    }

    /// <inheritdoc/>
    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments.Length != names.Length || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return FeelValue.Null;
        }

        // One working frame is kept for the next call; a call from within the body finds none and copies its own.
        var frame = Interlocked.Exchange(ref spare, null) ?? (FeelValue[])captured.Clone();
        for (var i = 0; i < names.Length; i++)
        {
            var parameter = node.Parameters[i];
            frame[parameter.Slot] = FeelConformance.Coerce(arguments[i], parameter.Type);
        }

        var result = body.Evaluate(frame);
        spare = frame;
        return result;
    }
}

/// <summary>A built-in function as a value: the overload that takes the number of arguments.</summary>
internal sealed class BuiltinFunctionValue(IReadOnlyList<BuiltinFunction> overloads) : FeelFunction
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Parameters { get; } = [.. overloads[0].Parameters.Select(parameter => parameter.Name)];

    /// <inheritdoc/>
    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments)
    {
        foreach (var overload in overloads)
        {
            if (arguments.Length < overload.RequiredCount || (arguments.Length > overload.Parameters.Count && !overload.IsVariadic))
            {
                continue;
            }

            if (arguments.Length >= overload.Parameters.Count || overload.IsVariadic)
            {
                return overload.Invoke(arguments);
            }

            var padded = new FeelValue[overload.Parameters.Count];
            arguments.CopyTo(padded);
            return overload.Invoke(padded);
        }

        return FeelValue.Null;
    }

    /// <summary>The same overloads make the same function.</summary>
    public override bool Equals(object? obj) => obj is BuiltinFunctionValue other && other.Overloads == Overloads;

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(overloads);

    private IReadOnlyList<BuiltinFunction> Overloads => overloads;
}
