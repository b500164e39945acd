using System.Linq.Expressions;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Compilation;

/// <summary>Compiles bound expressions to machine code over a frame of slots. The answers are those of the general interpreter.</summary>
/// <remarks>
/// Statically typed parts run on unboxed values, each input slot is read and converted once a call; parts of unknown type run through the interpreter.
/// A compilation costs about a millisecond: compile once, run often.
/// </remarks>
public static class FeelCompiler
{
    /// <summary>The most conditions one mask can hold.</summary>
    public const int MaskCapacity = 64;

    /// <summary>Compiles one expression.</summary>
    /// <param name="root">The expression.</param>
    public static IFeelExecutable Compile(BoundNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var builder = new ExpressionBuilder();
        var body = ExpressionBuilder.AsValue(builder.Build(root));
        return new CompiledExpression(builder.Lambda<Func<FeelValue[], FeelValue>>(body).Compile());
    }

    /// <summary>Compiles a condition to a test that is true only when the condition is exactly true: null counts as not true.</summary>
    /// <param name="condition">The condition.</param>
    public static Func<FeelValue[], bool> CompilePredicate(BoundNode condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var builder = new ExpressionBuilder();
        var body = builder.Truth(condition, wanted: true);
        return builder.Lambda<Func<FeelValue[], bool>>(body).Compile();
    }

    /// <summary>Compiles conditions over one frame to a test of all at once: bit i of the mask is set when condition i is exactly true.</summary>
    /// <param name="conditions">At most <see cref="MaskCapacity"/> conditions.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more conditions than bits.</exception>
    public static Func<FeelValue[], ulong> CompilePredicateMask(IReadOnlyList<BoundNode> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(conditions.Count, MaskCapacity);
        var builder = new ExpressionBuilder();
        var mask = Expression.Variable(typeof(ulong), "mask");
        var steps = new List<Expression>(conditions.Count + 2) { Expression.Assign(mask, Expression.Constant(0UL)) };
        for (var i = 0; i < conditions.Count; i++)
        {
            var withBit = Expression.OrAssign(mask, Expression.Constant(1UL << i));
            steps.Add(Expression.IfThen(builder.Truth(conditions[i], wanted: true), withBit));
        }

        steps.Add(mask);
        return builder.Lambda<Func<FeelValue[], ulong>>(Expression.Block([mask], steps)).Compile();
    }

    /// <summary>Compiles the entries of a boxed context to a test of all at once: bit i is set when entry i is exactly true. Each entry's value also stands in its slot, where later entries see it.</summary>
    /// <param name="entries">At most <see cref="MaskCapacity"/> entries, in order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more entries than bits.</exception>
    public static Func<FeelValue[], ulong> CompileEntryMask(IReadOnlyList<BoundEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, MaskCapacity);
        var builder = new ExpressionBuilder();
        var mask = Expression.Variable(typeof(ulong), "mask");
        var variables = new List<ParameterExpression> { mask };
        var steps = new List<Expression>(entries.Count + 2) { Expression.Assign(mask, Expression.Constant(0UL)) };
        for (var i = 0; i < entries.Count; i++)
        {
            var value = builder.DefineEntry(entries[i], variables, steps);
            var withBit = Expression.OrAssign(mask, Expression.Constant(1UL << i));
            steps.Add(Expression.IfThen(ExpressionBuilder.IsExactly(value, wanted: true), withBit));
        }

        steps.Add(mask);
        return builder.Lambda<Func<FeelValue[], ulong>>(Expression.Block(variables, steps)).Compile();
    }
}
