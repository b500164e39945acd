using System.Linq.Expressions;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Compilation;

/// <content>Operators, comparisons and truth.</content>
internal sealed partial class ExpressionBuilder
{
    /// <summary>Whether the condition is exactly true (or exactly false), as a plain <c>bool</c> that stops as soon as it knows.</summary>
    public Expression Truth(BoundNode node, bool wanted) => node switch
    {
        BoundBinary { Operator: FeelOperator.And } binary => BothOrEither(binary, wanted, both: wanted),
        BoundBinary { Operator: FeelOperator.Or } binary => BothOrEither(binary, wanted, both: !wanted),
        BoundBinary binary when IsComparison(binary.Operator) && Comparison(binary.Operator, binary.Left, binary.Right, wanted) is { } test => test,
        BoundBetween between => Between(between, wanted) ?? IsExactly(Interpreted(between), wanted),
        BoundIn membership => Membership(membership, wanted) ?? IsExactly(Interpreted(membership), wanted),
        BoundQuantified quantified when IsPlainQuantifier(quantified) => Quantified(quantified, wanted),
        BoundBuiltinCall { Function.Name: "not", Arguments: [var operand] } => Truth(operand, !wanted),
        BoundIf choice => Expression.Condition(Truth(choice.Condition, wanted: true), Truth(choice.Then, wanted), Truth(choice.Else, wanted)),
        _ => IsExactly(Build(node), wanted),
    };

    private static bool IsComparison(FeelOperator op) =>
        op is FeelOperator.Equal or FeelOperator.NotEqual or FeelOperator.Less or FeelOperator.LessOrEqual or FeelOperator.Greater or FeelOperator.GreaterOrEqual;

    private BinaryExpression BothOrEither(BoundBinary binary, bool wanted, bool both)
    {
        var left = Truth(binary.Left, wanted);
        var right = Truth(binary.Right, wanted);
        return both ? Expression.AndAlso(left, right) : Expression.OrElse(left, right);
    }

    /// <summary>A condition with its null: from the two plain tests.</summary>
    private TypedExpression Condition(BoundNode node)
    {
        if (node is BoundQuantified quantified && !IsPlainQuantifier(quantified))
        {
            return Interpreted(node);
        }

        var isTrue = Truth(node, wanted: true);
        var isFalse = Truth(node, wanted: false);
        var code = Expression.Condition(
            isTrue,
            Expression.Constant((bool?)true, typeof(bool?)),
            Expression.Condition(isFalse, Expression.Constant((bool?)false, typeof(bool?)), Expression.Constant(null, typeof(bool?))));
        return new(code, Representation.Boolean);
    }

    private TypedExpression Binary(BoundBinary binary)
    {
        if (binary.Operator is FeelOperator.And or FeelOperator.Or)
        {
            return Junction(binary);
        }

        if (IsComparison(binary.Operator))
        {
            return Comparison(binary.Operator, binary.Left, binary.Right, wanted: true) is null ? Interpreted(binary) : Condition(binary);
        }

        var left = Build(binary.Left);
        var right = Build(binary.Right);
        var operation = (binary.Operator, left.Representation, right.Representation) switch
        {
            (FeelOperator.Add, Representation.Number, Representation.Number) => (nameof(TypedOperations.Add), Representation.Number),
            (FeelOperator.Subtract, Representation.Number, Representation.Number) => (nameof(TypedOperations.Subtract), Representation.Number),
            (FeelOperator.Multiply, Representation.Number, Representation.Number) => (nameof(TypedOperations.Multiply), Representation.Number),
            (FeelOperator.Divide, Representation.Number, Representation.Number) => (nameof(TypedOperations.Divide), Representation.Number),
            (FeelOperator.Add, Representation.Text, Representation.Text) => (nameof(TypedOperations.Concatenate), Representation.Text),
            (FeelOperator.Add, Representation.Date, Representation.Months) => (nameof(TypedOperations.AddMonths), Representation.Date),
            (FeelOperator.Subtract, Representation.Date, Representation.Months) => (nameof(TypedOperations.SubtractMonths), Representation.Date),
            (FeelOperator.Add, Representation.Date, Representation.Seconds) => (nameof(TypedOperations.AddSeconds), Representation.Date),
            (FeelOperator.Subtract, Representation.Date, Representation.Seconds) => (nameof(TypedOperations.SubtractSeconds), Representation.Date),
            (FeelOperator.Subtract, Representation.Date, Representation.Date) => (nameof(TypedOperations.SecondsBetween), Representation.Seconds),
            (FeelOperator.Divide, Representation.Seconds, Representation.Seconds) => (nameof(TypedOperations.Divide), Representation.Number),
            _ => (null, Representation.Value),
        };
        if (operation.Item1 is null)
        {
            return Interpreted(binary);
        }

        return new(Operation(operation.Item1, left.Code, right.Code), operation.Item2);
    }

    private TypedExpression Junction(BoundBinary binary)
    {
        var isAnd = binary.Operator == FeelOperator.And;
        var left = As(Build(binary.Left), Representation.Boolean);
        var right = As(Build(binary.Right), Representation.Boolean);
        var kept = Expression.Variable(typeof(bool?), "left");
        var decisive = Expression.Constant((bool?)!isAnd, typeof(bool?));
        var code = Expression.Block(
            [kept],
            Expression.Assign(kept, left),
            Expression.Condition(
                Expression.Equal(kept, decisive),
                kept,
                Operation(isAnd ? nameof(TypedOperations.And) : nameof(TypedOperations.Or), kept, right)));
        return new(code, Representation.Boolean);
    }

    private TypedExpression Negate(BoundNegate negate)
    {
        var operand = Build(negate.Operand);
        return operand.Representation is Representation.Number or Representation.Seconds or Representation.Months
            ? new(Expression.Negate(operand.Code), operand.Representation)
            : Interpreted(negate);
    }

    /// <summary>The plain test of a comparison, or null when the operands are not of one simple type.</summary>
    private Expression? Comparison(FeelOperator op, BoundNode left, BoundNode right, bool wanted)
    {
        if (op is FeelOperator.Equal or FeelOperator.NotEqual && (IsNullLiteral(left) || IsNullLiteral(right)))
        {
            var isNull = IsNull(Build(IsNullLiteral(left) ? right : left));
            return (op == FeelOperator.Equal) == wanted ? isNull : Expression.Not(isNull);
        }

        if (!IsComparable(left.Type) || left.Type.Kind != right.Type.Kind)
        {
            return null;
        }

        var leftCode = Build(left);
        var rightCode = Build(right);
        return leftCode.Representation == rightCode.Representation ? CompareCodes(op, leftCode, rightCode, wanted) : null;
    }

    private static bool IsComparable(FeelType type) =>
        type.Kind is FeelKind.Number or FeelKind.Boolean or FeelKind.String or FeelKind.Date or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration;

    private static Expression? CompareCodes(FeelOperator op, TypedExpression left, TypedExpression right, bool wanted)
    {
        if (op is FeelOperator.Equal or FeelOperator.NotEqual)
        {
            var equal = Expression.Equal(left.Code, right.Code);
            return (op == FeelOperator.Equal) == wanted ? equal : Expression.Not(equal);
        }

        if (left.Representation == Representation.Boolean)
        {
            return null;
        }

        var (first, second) = left.Representation == Representation.Text
            ? (Operation(nameof(TypedOperations.Compare), left.Code, right.Code), Expression.Constant((int?)0, typeof(int?)))
            : (left.Code, right.Code);
        return (op, wanted) switch
        {
            (FeelOperator.Less, true) or (FeelOperator.GreaterOrEqual, false) => Expression.LessThan(first, second),
            (FeelOperator.LessOrEqual, true) or (FeelOperator.Greater, false) => Expression.LessThanOrEqual(first, second),
            (FeelOperator.Greater, true) or (FeelOperator.LessOrEqual, false) => Expression.GreaterThan(first, second),
            _ => Expression.GreaterThanOrEqual(first, second),
        };
    }

    private static Expression IsNull(TypedExpression typed) => typed.Representation == Representation.Value
        ? Representations.Property(typed.Code, nameof(FeelValue.IsNull))
        : Expression.Equal(typed.Code, Expression.Constant(null, typed.Code.Type));

    private BinaryExpression? Between(BoundBetween between, bool wanted) => Interval(between.Value, between.Low, true, between.High, true, wanted);

    /// <summary>Whether a value lies between two ends (or beyond one); with an end that is null neither is known.</summary>
    private BinaryExpression? Interval(BoundNode value, BoundNode low, bool lowIncluded, BoundNode high, bool highIncluded, bool wanted)
    {
        var above = Comparison(lowIncluded ? FeelOperator.GreaterOrEqual : FeelOperator.Greater, value, low, wanted);
        var below = Comparison(highIncluded ? FeelOperator.LessOrEqual : FeelOperator.Less, value, high, wanted);
        if (above is null || below is null)
        {
            return null;
        }

        if (wanted)
        {
            return Expression.AndAlso(above, below);
        }

        var outside = Expression.OrElse(above, below);
        return low is BoundLiteral && high is BoundLiteral
            ? outside
            : Expression.AndAlso(Expression.Not(Expression.OrElse(IsNull(Build(low)), IsNull(Build(high)))), outside);
    }

    /// <summary>Whether one of the tests is true (or all are false); null when a test is not simple.</summary>
    private Expression? Membership(BoundIn membership, bool wanted)
    {
        var isOne = membership.Negated != wanted;
        if (membership.Tests.Count == 0)
        {
            return Expression.Constant(isOne);
        }

        Expression? all = null;
        foreach (var test in membership.Tests)
        {
            if (Test(membership.Value, test, isOne) is not { } code)
            {
                return null;
            }

            all = all is null ? code : isOne ? Expression.OrElse(all, code) : Expression.AndAlso(all, code);
        }

        return all;
    }

    private Expression? Test(BoundNode value, BoundTest test, bool wanted) => test switch
    {
        BoundComparisonTest { Implicit: true, Operand: BoundList list } => AnyItem(value, list.Items, wanted),
        BoundComparisonTest { Implicit: true, Operand: BoundRange { Start: { } start, End: { } end } range } when !IsNullLiteral(start) && !IsNullLiteral(end) && wanted =>
            Interval(value, start, range.StartIncluded, end, range.EndIncluded, wanted),
        BoundComparisonTest { Operand.Type.Kind: not (FeelKind.List or FeelKind.Any or FeelKind.Range) } comparison =>
            Comparison(comparison.Operator, value, comparison.Operand, wanted),
        BoundIntervalTest interval => Interval(value, interval.Start, interval.StartIncluded, interval.End, interval.EndIncluded, wanted),
        _ => null,
    };

    private Expression? AnyItem(BoundNode value, IReadOnlyList<BoundNode> items, bool wanted)
    {
        Expression? any = null;
        foreach (var item in items)
        {
            if (Comparison(FeelOperator.Equal, value, item, wanted: true) is not { } code)
            {
                return null;
            }

            any = any is null ? code : Expression.OrElse(any, code);
        }

        any ??= Expression.Constant(false);
        return wanted ? any : Expression.Not(any);
    }
}
