using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Dmn;

/// <summary>What values a type allows: its unary tests, and what can be said of them without running them.</summary>
/// <param name="Text">The tests as written, such as <c>"小型","微型"</c> or <c>[0..100]</c>.</param>
/// <param name="Values">The values when the tests are a list of constants, in the order written and without null; empty otherwise.</param>
/// <param name="Minimum">No allowed number, date or duration is smaller; null when not bounded.</param>
/// <param name="MinimumIncluded">Whether <paramref name="Minimum"/> itself is allowed.</param>
/// <param name="Maximum">No allowed number, date or duration is greater; null when not bounded.</param>
/// <param name="MaximumIncluded">Whether <paramref name="Maximum"/> itself is allowed.</param>
/// <param name="Scale">The number of decimal places: 0 when the tests say <c>floor(?) = ?</c>, n for <c>decimal(?, n) = ?</c>; null when not said.</param>
public sealed record AllowedValues(
    string Text,
    IReadOnlyList<FeelValue> Values,
    FeelValue Minimum,
    bool MinimumIncluded,
    FeelValue Maximum,
    bool MaximumIncluded,
    int? Scale)
{
    /// <summary>The tests over the slot 0 of a frame of their own; null when only the description is known.</summary>
    internal IFeelExecutable? Test { get; init; }

    internal int FrameSize { get; init; } = 1;

    /// <summary>The constraint of the type this one is an alias of, which must hold too; or null.</summary>
    public AllowedValues? Base { get; init; }

    /// <summary>Whether a value of the type is allowed. Null always is: it stands for a missing value, not for one outside.</summary>
    public bool Contains(FeelValue value)
    {
        if (value.IsNull || Test is null)
        {
            return true;
        }

        var frame = new FeelValue[FrameSize];
        frame[0] = value;
        return Test.Evaluate(frame).IsTrue && (Base is null || Base.Contains(value));
    }
}

/// <summary>Reads bounds, constants and decimal places off bound unary tests.</summary>
internal sealed class AllowedValuesReader
{
    private Bounds? outer;

    /// <param name="test">The bound tests.</param>
    /// <param name="text">The text of the tests.</param>
    /// <param name="frameSize">The frame the tests need.</param>
    public AllowedValues Read(BoundNode test, string text, int frameSize)
    {
        var values = ConstantsOf(test);
        var bounds = new Bounds();
        if (test is BoundIn { Negated: false } tests)
        {
            foreach (var one in tests.Tests.Where(one => !IsNullTest(one)))
            {
                outer = outer is null ? BoundsOf(one) : Bounds.Hull(outer, BoundsOf(one));
            }

            bounds = outer ?? bounds;
        }
        else
        {
            bounds = ConditionBounds(test);
        }

        return new AllowedValues(text, values ?? [], bounds.Minimum, bounds.MinimumIncluded, bounds.Maximum, bounds.MaximumIncluded, bounds.Scale)
        {
            Test = FeelExecutables.Interpret(test),
            FrameSize = frameSize,
        };
    }

    /// <summary>The constants when the tests are a list of them, null left out; null when they are anything else.</summary>
    public static IReadOnlyList<FeelValue>? ConstantsOf(BoundNode test)
    {
        if (test is not BoundIn { Negated: false } tests)
        {
            return null;
        }

        var values = new List<FeelValue>();
        foreach (var one in tests.Tests)
        {
            if (one is not BoundComparisonTest { Operator: FeelOperator.Equal } equal || Constant(equal.Operand) is not { } value || value.Kind == FeelKind.Range)
            {
                return null;
            }

            if (value.AsList() is { } list && equal.Implicit)
            {
                values.AddRange(list.Items);
            }
            else
            {
                values.Add(value);
            }
        }

        return [.. values.Where(value => !value.IsNull)];
    }

    private static bool IsNullTest(BoundTest test) => test is BoundComparisonTest { Operator: FeelOperator.Equal, Operand: BoundLiteral { Value.IsNull: true } };

    private static Bounds BoundsOf(BoundTest test) => test switch
    {
        BoundIntervalTest interval => new Bounds(Constant(interval.Start), interval.StartIncluded, Constant(interval.End), interval.EndIncluded),
        BoundComparisonTest comparison => ComparisonBounds(comparison.Operator, Constant(comparison.Operand)),
        BoundExpressionTest expression => ConditionBounds(expression.Condition),
        _ => new Bounds(),
    };

    private static Bounds ComparisonBounds(FeelOperator comparison, FeelValue? operand)
    {
        if (operand is not { IsNull: false } value)
        {
            return new Bounds();
        }

        if (value.AsRange() is { } range && comparison == FeelOperator.Equal)
        {
            return new Bounds(range.Start, range.StartIncluded, range.End, range.EndIncluded);
        }

        return comparison switch
        {
            FeelOperator.Equal => new Bounds(value, true, value, true),
            FeelOperator.Less => new Bounds(null, false, value, false),
            FeelOperator.LessOrEqual => new Bounds(null, false, value, true),
            FeelOperator.Greater => new Bounds(value, false, null, false),
            FeelOperator.GreaterOrEqual => new Bounds(value, true, null, false),
            _ => new Bounds(),
        };
    }

    private static Bounds ConditionBounds(BoundNode condition) => condition switch
    {
        BoundBinary { Operator: FeelOperator.And } both => Bounds.Both(ConditionBounds(both.Left), ConditionBounds(both.Right)),
        BoundBinary { Operator: FeelOperator.Equal } equal when (ScaleOf(equal.Left, equal.Right) ?? ScaleOf(equal.Right, equal.Left)) is { } scale => new Bounds { Scale = scale },
        BoundBinary { Left: BoundSlot { Slot: 0 } } comparison => ComparisonBounds(comparison.Operator, Constant(comparison.Right)),
        BoundBetween { Value: BoundSlot { Slot: 0 } } between => new Bounds(Constant(between.Low), true, Constant(between.High), true),
        BoundIn { Value: BoundSlot { Slot: 0 }, Negated: false, Tests: [var only] } inside => BoundsOf(only),
        _ => new Bounds(),
    };

    private static int? ScaleOf(BoundNode call, BoundNode value) => (call, value) switch
    {
        (BoundBuiltinCall { Function.Name: "floor" or "ceiling", Arguments: [BoundSlot { Slot: 0 }, ..] rounding }, BoundSlot { Slot: 0 })
            => rounding.Count == 1 || Constant(rounding[1]) is { IsNull: true } ? 0 : (int?)Constant(rounding[1])?.AsNumber(),
        (BoundBuiltinCall { Function.Name: "decimal", Arguments: [BoundSlot { Slot: 0 }, var scale] }, BoundSlot { Slot: 0 }) => (int?)Constant(scale)?.AsNumber(),
        _ => null,
    };

    /// <summary>The value of a node that names no slot; null when it names one.</summary>
    private static FeelValue? Constant(BoundNode node)
    {
        if (node is BoundLiteral literal)
        {
            return literal.Value;
        }

        return BoundTree.DescendantsAndSelf(node).Any(inner => inner is BoundSlot or BoundError or BoundFunctionLiteral)
            ? null
            : FeelExecutables.Interpret(node).Evaluate([]);
    }

    private sealed record Bounds(FeelValue Minimum, bool MinimumIncluded, FeelValue Maximum, bool MaximumIncluded)
    {
        public Bounds()
            : this(FeelValue.Null, false, FeelValue.Null, false)
        {
        }

        public Bounds(FeelValue? minimum, bool minimumIncluded, FeelValue? maximum, bool maximumIncluded)
            : this(minimum ?? FeelValue.Null, minimumIncluded, maximum ?? FeelValue.Null, maximumIncluded)
        {
        }

        public int? Scale { get; init; }

        /// <summary>The smallest bounds around both.</summary>
        public static Bounds Hull(Bounds first, Bounds second)
        {
            var low = Order(first.Minimum, second.Minimum);
            var high = Order(first.Maximum, second.Maximum);
            var minimum = low is null ? FeelValue.Null : low <= 0 ? first.Minimum : second.Minimum;
            var maximum = high is null ? FeelValue.Null : high >= 0 ? first.Maximum : second.Maximum;
            return new Bounds(
                minimum,
                low is <= 0 && first.MinimumIncluded || low is >= 0 && second.MinimumIncluded,
                maximum,
                high is >= 0 && first.MaximumIncluded || high is <= 0 && second.MaximumIncluded)
            {
                Scale = first.Scale == second.Scale ? first.Scale : null,
            };
        }

        /// <summary>Bounds of what lies in both.</summary>
        public static Bounds Both(Bounds first, Bounds second)
        {
            var lower = second.Minimum.IsNull || Order(first.Minimum, second.Minimum) > 0 ? first : second;
            var upper = second.Maximum.IsNull || Order(first.Maximum, second.Maximum) < 0 ? first : second;
            return new Bounds(lower.Minimum, lower.MinimumIncluded, upper.Maximum, upper.MaximumIncluded) { Scale = first.Scale ?? second.Scale };
        }

        /// <summary>Which is smaller; null when one is missing or they cannot be compared.</summary>
        private static int? Order(FeelValue left, FeelValue right) => (left.Kind, right.Kind) switch
        {
            (FeelKind.Number, FeelKind.Number) => decimal.Compare(left.AsNumber()!.Value, right.AsNumber()!.Value),
            (FeelKind.Date, FeelKind.Date) => left.AsDate()!.Value.CompareTo(right.AsDate()!.Value),
            (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => decimal.Compare(left.AsSeconds()!.Value, right.AsSeconds()!.Value),
            (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => left.AsMonths()!.Value.CompareTo(right.AsMonths()!.Value),
            _ => null,
        };
    }
}
