using System.Linq.Expressions;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Compilation;

/// <content>Built-in functions: the frequent ones as code, the rest through their implementation.</content>
internal sealed partial class ExpressionBuilder
{
    private TypedExpression Call(BoundBuiltinCall call) =>
        call.Function.Name switch
        {
            "not" when call.Arguments is [var operand] && operand.Type.Kind == FeelKind.Boolean => new(Expression.Not(As(Build(operand), Representation.Boolean)), Representation.Boolean),
            "sum" when call.Arguments is [var list] && IsNumbers(list) => Sum(list),
            "count" when call.Arguments is [{ Type.Kind: FeelKind.List } list] => Count(list),
            "min" or "max" when Pair(call) is { } pair => Extreme(pair.Left, pair.Right, smallest: call.Function.Name == "min"),
            "abs" when IsOneNumber(call) => Unary(nameof(TypedOperations.Abs), call),
            "floor" when IsOneNumber(call) => Unary(nameof(TypedOperations.Floor), call),
            "ceiling" when IsOneNumber(call) => Unary(nameof(TypedOperations.Ceiling), call),
            "starts with" when call.Arguments is [{ Type.Kind: FeelKind.String } text, { Type.Kind: FeelKind.String } prefix] =>
                new(Operation(nameof(TypedOperations.StartsWith), As(Build(text), Representation.Text), As(Build(prefix), Representation.Text)), Representation.Boolean),
            "round half up" when call.Arguments is [{ Type.Kind: FeelKind.Number } number, BoundLiteral { Value: var scale }] && scale.AsNumber() is >= 0m and < 28m and { } digits && digits == decimal.Truncate(digits) =>
                new(Operation(nameof(TypedOperations.RoundHalfUp), As(Build(number), Representation.Number), Expression.Constant((int)digits)), Representation.Number),
            "years and months duration" when call.Arguments is [{ Type.Kind: FeelKind.Date } from, { Type.Kind: FeelKind.Date } to] =>
                new(Operation(nameof(TypedOperations.MonthsBetween), As(Build(from), Representation.Date), As(Build(to), Representation.Date)), Representation.Months),
            "list contains" when call.Arguments is [BoundList { Items: var items }, { Type.Kind: FeelKind.String } text] && items.All(IsText) && AnyItem(text, items, wanted: true) is { } any =>
                new(Expression.Convert(any, typeof(bool?)), Representation.Boolean),
            "list contains" when call.Arguments is [{ Type.Kind: FeelKind.List } list, { Type.Kind: FeelKind.String } text] =>
                new(Operation(nameof(TypedOperations.Contains), As(Build(list), Representation.List), As(Build(text), Representation.Text)), Representation.Boolean),
            _ => Invoked(call),
        };

    private static bool IsNumbers(BoundNode list) => list.Type is ListFeelType { Item.Kind: FeelKind.Number };

    private static bool IsText(BoundNode node) => node is BoundLiteral { Value.Kind: FeelKind.String };

    /// <summary>Two numbers or two days, one by one or in a list literal.</summary>
    private static (BoundNode Left, BoundNode Right)? Pair(BoundBuiltinCall call)
    {
        var items = call.Arguments is [BoundList list] ? list.Items : call.Arguments;
        return items is [{ Type.Kind: FeelKind.Number or FeelKind.Date } left, { } right] && left.Type.Kind == right.Type.Kind ? (left, right) : null;
    }

    /// <summary>One number, any further arguments left out.</summary>
    private static bool IsOneNumber(BoundBuiltinCall call) =>
        call.Arguments is [{ Type.Kind: FeelKind.Number }, ..] && call.Arguments.Skip(1).All(IsNullLiteral);

    private TypedExpression Unary(string operation, BoundBuiltinCall call) =>
        new(Operation(operation, As(Build(call.Arguments[0]), Representation.Number)), Representation.Number);

    private TypedExpression Invoked(BoundBuiltinCall call)
    {
        var arguments = call.Arguments.Select(argument => AsValue(Build(argument)));
        var value = Operation(
            nameof(TypedOperations.Call),
            Expression.Constant(call.Function.Invoke),
            Expression.NewArrayInit(typeof(FeelValue), arguments));
        var representation = Representations.For(call.Type);
        return new(Representations.Read(value, representation), representation);
    }

    /// <summary>The sum; null for no items, for a null list, and when an item is not a number.</summary>
    private TypedExpression Sum(BoundNode list)
    {
        var total = Expression.Variable(typeof(decimal?), "total");
        var any = Expression.Variable(typeof(bool), "any");
        var isNull = Expression.Variable(typeof(bool), "isNull");
        var loop = Each(list, isNull, item => Expression.Block(
            Expression.Assign(any, Expression.Constant(true)),
            Expression.Assign(total, Operation(nameof(TypedOperations.Add), total, As(item, Representation.Number)))));
        var nothing = Expression.Constant(null, typeof(decimal?));
        var code = Expression.Block(
            [total, any, isNull],
            Expression.Assign(total, Nullable(0m)),
            Expression.Assign(any, Expression.Constant(false)),
            Expression.Assign(isNull, Expression.Constant(false)),
            loop,
            Expression.Condition(Expression.OrElse(isNull, Expression.Not(any)), nothing, total));
        return new(code, Representation.Number);
    }

    /// <summary>The number of items; null for a null list.</summary>
    private TypedExpression Count(BoundNode list)
    {
        var count = Expression.Variable(typeof(int), "count");
        var isNull = Expression.Variable(typeof(bool), "isNull");
        var loop = Each(list, isNull, item => Expression.PreIncrementAssign(count));
        var code = Expression.Block(
            [count, isNull],
            Expression.Assign(count, Expression.Constant(0)),
            Expression.Assign(isNull, Expression.Constant(false)),
            loop,
            Expression.Condition(isNull, Expression.Constant(null, typeof(decimal?)), Expression.Convert(Expression.Convert(count, typeof(decimal)), typeof(decimal?))));
        return new(code, Representation.Number);
    }

    /// <summary>The smaller or greater of two numbers or days; null when one is null.</summary>
    private TypedExpression Extreme(BoundNode left, BoundNode right, bool smallest)
    {
        var representation = Representations.For(left.Type);
        var operation = (representation, smallest) switch
        {
            (Representation.Date, true) => nameof(TypedOperations.Earlier),
            (Representation.Date, false) => nameof(TypedOperations.Later),
            (_, true) => nameof(TypedOperations.Min),
            _ => nameof(TypedOperations.Max),
        };
        return new(Operation(operation, As(Build(left), representation), As(Build(right), representation)), representation);
    }
}
