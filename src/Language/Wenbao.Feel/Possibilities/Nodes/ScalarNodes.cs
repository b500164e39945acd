using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;

namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary>A constant.</summary>
internal sealed class ConstantNode(Possible value) : SetNode
{
    public override Possible Evaluate(SetContext context) => value;
}

/// <summary>A slot.</summary>
internal sealed class SlotNode(int slot) : SetNode
{
    public override Possible Evaluate(SetContext context) => context.Read(slot);
}

/// <summary>A member of a context, known by then, or a property of a day or duration.</summary>
internal sealed class MemberNode(SetNode target, string name, int index, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var value = target.Evaluate(context);
        switch (value.Kind)
        {
            case PossibleKind.Nothing:
                return Possible.Nothing;
            case PossibleKind.Known when value.Value.AsContext() is { } known:
                return Possible.Of(TypedOperations.ReadMember(known, index, name));
            case PossibleKind.Seconds when name == "days":
                return Between(value, Days(value.Low), Days(value.High));
            case PossibleKind.Months when name == "years":
                return Between(value, decimal.Truncate(value.Low / 12m), decimal.Truncate(value.High / 12m));
            case PossibleKind.Months when name == "months":
                return MonthsPart(value);
            case PossibleKind.Date when name is "year" or "month" or "day":
                return DatePart(value);
            default:
                return otherwise.Evaluate(context);
        }
    }

    private static decimal Days(decimal seconds) => decimal.Truncate(seconds / 86_400m);

    private static Possible Between(in Possible value, decimal low, decimal high) =>
        Possible.Between(PossibleKind.Number, low, false, high, false, value.MayBeNull, value.Depends);

    private static Possible MonthsPart(in Possible value)
    {
        var isOneYear = decimal.Truncate(value.Low / 12m) == decimal.Truncate(value.High / 12m) && (value.Low >= 0m || value.High <= 0m);
        return isOneYear
            ? Between(value, value.Low % 12m, value.High % 12m)
            : Between(value, value.Low < 0m ? -11m : 0m, value.High > 0m ? 11m : 0m);
    }

    private Possible DatePart(in Possible value)
    {
        var first = DateOnly.FromDayNumber((int)value.Low);
        var last = DateOnly.FromDayNumber((int)value.High);
        var isOneYear = first.Year == last.Year;
        return name switch
        {
            "year" => Between(value, first.Year, last.Year),
            "month" => isOneYear ? Between(value, first.Month, last.Month) : Between(value, 1m, 12m),
            _ => isOneYear && first.Month == last.Month ? Between(value, first.Day, last.Day) : Between(value, 1m, 31m),
        };
    }
}

/// <summary>Arithmetic.</summary>
internal sealed class ArithmeticNode(FeelOperator op, SetNode left, SetNode right, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context) =>
        PossibleArithmetic.TryApply(op, left.Evaluate(context), right.Evaluate(context), out var result) ? result : otherwise.Evaluate(context);
}

/// <summary>Arithmetic negation.</summary>
internal sealed class NegateNode(SetNode operand, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var value = operand.Evaluate(context);
        return value.Kind is PossibleKind.Number or PossibleKind.Seconds or PossibleKind.Months ? PossibleArithmetic.Negate(value) : otherwise.Evaluate(context);
    }
}

/// <summary>A comparison.</summary>
internal sealed class ComparisonNode(FeelOperator op, SetNode left, SetNode right, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var leftValue = left.Evaluate(context);
        var rightValue = right.Evaluate(context);
        var isOpaque = leftValue.Kind is PossibleKind.Known or PossibleKind.Anything || rightValue.Kind is PossibleKind.Known or PossibleKind.Anything;
        if (isOpaque && otherwise.Evaluate(context) is { Kind: not PossibleKind.Anything } exact)
        {
            return exact;
        }

        return PossibleComparison.Compare(op, leftValue, rightValue);
    }
}

/// <summary><c>and</c>, <c>or</c>.</summary>
internal sealed class JunctionNode(bool isAnd, SetNode left, SetNode right) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var first = PossibleComparison.AsTruth(left.Evaluate(context));
        var decided = isAnd ? first is { MayBeTrue: false, MayBeNull: false } : first is { MayBeFalse: false, MayBeNull: false };
        if (decided)
        {
            return first;
        }

        var second = right.Evaluate(context);
        return isAnd ? PossibleComparison.And(first, second) : PossibleComparison.Or(first, second);
    }
}

/// <summary><c>not</c>.</summary>
internal sealed class NotNode(SetNode operand) : SetNode
{
    public override Possible Evaluate(SetContext context) => PossibleComparison.Not(operand.Evaluate(context));
}

/// <summary><c>if</c>.</summary>
internal sealed class ChoiceNode(SetNode condition, SetNode then, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var truth = PossibleComparison.AsTruth(condition.Evaluate(context));
        if (!truth.MayBeTrue)
        {
            return otherwise.Evaluate(context);
        }

        if (!truth.MayBeFalse && !truth.MayBeNull)
        {
            return then.Evaluate(context);
        }

        var first = then.Evaluate(context);
        var second = otherwise.Evaluate(context);
        return Possible.Union(first, second, truth.Depends | first.Depends | second.Depends);
    }
}

/// <summary>Whether a value lies between two ends; null when an end is null.</summary>
internal sealed class IntervalNode(SetNode value, SetNode low, bool lowIncluded, SetNode high, bool highIncluded, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var tested = value.Evaluate(context);
        var first = low.Evaluate(context);
        var last = high.Evaluate(context);
        if (tested.Kind is PossibleKind.Known or PossibleKind.Anything && otherwise.Evaluate(context) is { Kind: not PossibleKind.Anything } exact)
        {
            return exact;
        }

        if (first.Kind == PossibleKind.Nothing || last.Kind == PossibleKind.Nothing)
        {
            return Possible.Truths(false, false, true);
        }

        var above = PossibleComparison.Compare(lowIncluded ? FeelOperator.GreaterOrEqual : FeelOperator.Greater, tested, first);
        var below = PossibleComparison.Compare(highIncluded ? FeelOperator.LessOrEqual : FeelOperator.Less, tested, last);
        var inside = PossibleComparison.And(above, below);
        return first.MayBeNull || last.MayBeNull
            ? Possible.Truths(inside.MayBeTrue, inside.MayBeFalse, true, inside.Depends | first.Depends | last.Depends)
            : inside;
    }
}

/// <summary>Membership: true when one test is true.</summary>
internal sealed class MembershipNode(SetNode[] tests, bool negated, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var any = Possible.Truths(tests.Length == 0, tests.Length != 0, false);
        foreach (var test in tests)
        {
            any = PossibleComparison.Or(any, test.Evaluate(context));
            if (any is { MayBeFalse: false, MayBeNull: false })
            {
                break;
            }
        }

        if (!any.IsSingle && any.Depends == 0 && otherwise.Evaluate(context) is { Kind: not PossibleKind.Anything } exact)
        {
            return exact;
        }

        return negated ? PossibleComparison.Not(any) : any;
    }
}

/// <summary>Equality where only true counts: anything else is false.</summary>
internal sealed class SameNode(SetNode left, SetNode right) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var equal = PossibleComparison.Compare(FeelOperator.Equal, left.Evaluate(context), right.Evaluate(context));
        return Possible.Truths(equal.MayBeTrue, equal.MayBeFalse || equal.MayBeNull, false, equal.Depends);
    }
}

/// <summary>A condition where only true counts: null stays null, anything but a boolean is null.</summary>
internal sealed class ExactlyTrueNode(SetNode condition) : SetNode
{
    public override Possible Evaluate(SetContext context) => PossibleComparison.AsTruth(condition.Evaluate(context));
}
