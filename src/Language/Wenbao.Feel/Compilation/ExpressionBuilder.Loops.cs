using System.Linq.Expressions;
using System.Reflection;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Compilation;

/// <content>Loops over lists: filters, <c>for</c>, quantifiers and aggregates run item by item, without lists in between.</content>
internal sealed partial class ExpressionBuilder
{
    private static readonly PropertyInfo ListItem = typeof(FeelList).GetProperty("Item")!;
    private static readonly MethodInfo AddToItems = typeof(List<FeelValue>).GetMethod(nameof(List<>.Add))!;

    /// <summary>Compiled loops do not count their turns; deeper nesting goes to the interpreter, which does.</summary>
    private const int NestingMax = 2;

    private static bool IsPlainLoop(BoundFor loop) => loop.Partial is null && loop.Iterators.Count <= NestingMax && loop.Iterators.All(IsPlainIterator);

    private static bool IsPlainQuantifier(BoundQuantified quantified) => quantified.Iterators.Count <= NestingMax && quantified.Iterators.All(IsPlainIterator);

    private static bool IsPlainIterator(BoundIterator iterator) => iterator.End is null && iterator.Domain.Type.Kind == FeelKind.List;

    private static bool IsConditionFilter(BoundFilter filter) => filter.List.Type.Kind == FeelKind.List && filter.Filter.Type.Kind == FeelKind.Boolean;

    /// <summary>The list of a filter or a <c>for</c>; null when a list it runs over is null.</summary>
    private TypedExpression Collected(BoundNode list)
    {
        var items = Expression.Variable(typeof(List<FeelValue>), "items");
        var isNull = Expression.Variable(typeof(bool), "isNull");
        var loop = Each(list, isNull, item => Expression.Call(items, AddToItems, AsValue(item)));
        var code = Expression.Block(
            [items, isNull],
            Expression.Assign(items, Expression.New(typeof(List<FeelValue>))),
            Expression.Assign(isNull, Expression.Constant(false)),
            loop,
            Expression.Condition(isNull, Expression.Constant(null, typeof(FeelList)), Operation(nameof(TypedOperations.ToList), items)));
        return new(code, Representation.List);
    }

    private TypedExpression ListLiteral(BoundList list)
    {
        var items = list.Items.Select(item => AsValue(Build(item)));
        var constructor = typeof(FeelList).GetConstructor([typeof(FeelValue[])])!;
        return new(Expression.New(constructor, Expression.NewArrayInit(typeof(FeelValue), items)), Representation.List);
    }

    /// <summary>Runs code for each item that a list expression gives; sets <paramref name="isNull"/> when a list it runs over is null.</summary>
    private Expression Each(BoundNode list, ParameterExpression isNull, Func<TypedExpression, Expression> onItem) => list switch
    {
        BoundFilter filter when IsConditionFilter(filter) =>
            Each(filter.List, isNull, item => WithVariable(filter.Item, item, variable => Expression.IfThen(Truth(filter.Filter, wanted: true), onItem(variable)))),
        BoundFor loop when IsPlainLoop(loop) => Nested(loop.Iterators, 0, isNull, () => onItem(Build(loop.Body))),
        BoundList literal => Expression.Block(typeof(void), [.. literal.Items.Select(item => onItem(Build(item))), Expression.Empty()]),
        BoundBuiltinCall { Function.Name: "concatenate" } call when call.Arguments.All(argument => argument.Type.Kind == FeelKind.List) =>
            Expression.Block(typeof(void), [.. call.Arguments.Select(argument => Each(argument, isNull, onItem)), Expression.Empty()]),
        _ => EachStored(list, isNull, onItem),
    };

    private Expression Nested(IReadOnlyList<BoundIterator> iterators, int index, ParameterExpression isNull, Func<Expression> body)
    {
        if (index == iterators.Count)
        {
            return body();
        }

        var iterator = iterators[index];
        return Each(iterator.Domain, isNull, item => WithVariable(iterator.Variable, item, _ => Nested(iterators, index + 1, isNull, body)));
    }

    private BlockExpression EachStored(BoundNode list, ParameterExpression isNull, Func<TypedExpression, Expression> onItem)
    {
        var source = Expression.Variable(typeof(FeelList), "list");
        var index = Expression.Variable(typeof(int), "index");
        var done = Expression.Label("done");
        var item = new TypedExpression(Expression.Property(source, ListItem, index), Representation.Value);
        return Expression.Block(
            [source, index],
            Expression.Assign(source, As(Build(list), Representation.List)),
            Expression.IfThenElse(
                Expression.Equal(source, Expression.Constant(null, typeof(FeelList))),
                Expression.Assign(isNull, Expression.Constant(true)),
                Expression.Block(
                    Expression.Assign(index, Expression.Constant(0)),
                    Expression.Loop(
                        Expression.IfThenElse(
                            Expression.LessThan(index, Expression.Property(source, nameof(FeelList.Count))),
                            Expression.Block(onItem(item), Expression.PostIncrementAssign(index)),
                            Expression.Break(done)),
                        done))));
    }

    /// <summary>Puts an item into a variable; also into the frame when the body sends parts to the interpreter.</summary>
    private BlockExpression WithVariable(BoundSlot slot, TypedExpression item, Func<TypedExpression, Expression> body)
    {
        var representation = Representations.For(slot.Type);
        var variable = Expression.Variable(Representations.ClrType(representation), slot.Name);
        var typed = new TypedExpression(variable, representation);
        var hidden = locals.TryGetValue(slot.Slot, out var outer);
        locals[slot.Slot] = new LocalSlot(typed);
        var mark = interpretedCount;
        var inner = body(typed);
        var steps = new List<Expression> { Expression.Assign(variable, As(item, representation)) };
        if (interpretedCount != mark)
        {
            steps.Add(Expression.Assign(FrameSlot(slot.Slot), AsValue(typed)));
        }

        steps.Add(inner);
        if (hidden)
        {
            locals[slot.Slot] = outer;
        }
        else
        {
            locals.Remove(slot.Slot);
        }

        return Expression.Block(typeof(void), [variable], steps);
    }

    /// <summary>
    /// <c>some</c> is true when one turn is true, false when all are false; <c>every</c> is true when all are true, false when one is false.
    /// Over a list that is null neither is known.
    /// </summary>
    private BlockExpression Quantified(BoundQuantified quantified, bool wanted)
    {
        var result = Expression.Variable(typeof(bool), "result");
        var isNull = Expression.Variable(typeof(bool), "isNull");
        var stop = Expression.Label("stop");
        var oneDecides = quantified.Every != wanted;
        var leave = Expression.Block(Expression.Assign(result, Expression.Constant(oneDecides)), Expression.Goto(stop));
        var loop = Nested(quantified.Iterators, 0, isNull, () =>
        {
            var holds = Truth(quantified.Condition, wanted);
            return Expression.IfThen(oneDecides ? holds : Expression.Not(holds), leave);
        });
        return Expression.Block(
            [result, isNull],
            Expression.Assign(result, Expression.Constant(!oneDecides)),
            Expression.Assign(isNull, Expression.Constant(false)),
            loop,
            Expression.IfThen(isNull, Expression.Assign(result, Expression.Constant(false))),
            Expression.Label(stop),
            result);
    }
}
