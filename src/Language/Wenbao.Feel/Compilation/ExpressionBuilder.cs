using System.Linq.Expressions;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Compilation;

/// <summary>Builds the code of one compiled function: bound nodes to expressions over unboxed values.</summary>
internal sealed partial class ExpressionBuilder
{
    private readonly ParameterExpression frame = Expression.Parameter(typeof(FeelValue[]), "frame");

    /// <summary>Input slots and members of input contexts, read once on entry.</summary>
    private readonly Dictionary<(int Slot, Representation Representation), ParameterExpression> inputs = [];
    private readonly Dictionary<(int Slot, int Member, Representation Representation), ParameterExpression> inputMembers = [];
    private readonly List<Expression> prologue = [];

    /// <summary>Slots that the code itself fills: iteration variables, context entries, table inputs.</summary>
    private readonly Dictionary<int, LocalSlot> locals = [];

    /// <summary>How many subtrees were sent to the interpreter, which reads its variables from the frame.</summary>
    private int interpretedCount;

    /// <summary>Wraps the body into a function over the frame.</summary>
    public Expression<TDelegate> Lambda<TDelegate>(Expression body)
        where TDelegate : Delegate
    {
        IEnumerable<ParameterExpression> variables = [.. inputs.Values, .. inputMembers.Values];
        return Expression.Lambda<TDelegate>(Expression.Block(variables, [.. prologue, body]), frame);
    }

    /// <summary>The code of a node, in the representation that its static type and shape allow.</summary>
    public TypedExpression Build(BoundNode node) => node switch
    {
        BoundLiteral literal => Literal(literal.Value),
        BoundError => Literal(FeelValue.Null),
        BoundSlot slot => Slot(slot),
        BoundMember member => Member(member),
        BoundBinary binary => Binary(binary),
        BoundNegate negate => Negate(negate),
        BoundIf choice => If(choice),
        BoundBetween or BoundIn or BoundQuantified => Condition(node),
        BoundFor loop when IsPlainLoop(loop) => Collected(loop),
        BoundFilter filter when IsConditionFilter(filter) => Collected(filter),
        BoundList list => ListLiteral(list),
        BoundBuiltinCall call => Call(call),
        BoundContext context when IsPlainContext(context) => Context(context),
        BoundDecisionTable table when IsPlainTable(table) => Table(table),
        _ => Interpreted(node),
    };

    /// <summary>The code as a <see cref="FeelValue"/>.</summary>
    public static Expression AsValue(TypedExpression typed) => Representations.Write(typed);

    /// <summary>The code in another representation; a value of another kind becomes null.</summary>
    public static Expression As(TypedExpression typed, Representation wanted)
    {
        if (typed.Representation == wanted)
        {
            return typed.Code;
        }

        return typed.Representation == Representation.Value
            ? Representations.Read(typed.Code, wanted)
            : Representations.Read(Representations.Write(typed), wanted);
    }

    /// <summary>Whether the value is exactly true (or exactly false).</summary>
    public static Expression IsExactly(TypedExpression typed, bool wanted) => typed.Representation switch
    {
        Representation.Boolean => Expression.Equal(typed.Code, Expression.Constant((bool?)wanted, typeof(bool?))),
        Representation.Value => Representations.Property(typed.Code, wanted ? nameof(FeelValue.IsTrue) : nameof(FeelValue.IsFalse)),
        _ => Expression.Constant(false),
    };

    /// <summary>Evaluates an entry into its slot, in a variable and in the frame, and gives the variable.</summary>
    public TypedExpression DefineEntry(BoundEntry entry, List<ParameterExpression> variables, List<Expression> steps)
    {
        // A function may call itself by the name of its entry: that is a matter of the whole entry.
        var value = IsFunction(entry)
            ? Interpreted(new BoundContext([entry], entry.Slot, entry.Value.Type, entry.Value.Span))
            : Build(entry.Value);
        var variable = Expression.Variable(value.Code.Type, entry.Name);
        variables.Add(variable);
        steps.Add(Expression.Assign(variable, value.Code));
        var typed = new TypedExpression(variable, value.Representation);
        steps.Add(Expression.Assign(FrameSlot(entry.Slot.Slot), AsValue(typed)));
        locals[entry.Slot.Slot] = new LocalSlot(typed);
        return typed;
    }

    private static TypedExpression Literal(FeelValue value)
    {
        var representation = value.Kind switch
        {
            FeelKind.Boolean => Representation.Boolean,
            FeelKind.Number => Representation.Number,
            FeelKind.String => Representation.Text,
            FeelKind.Date => Representation.Date,
            FeelKind.DaysTimeDuration => Representation.Seconds,
            FeelKind.YearsMonthsDuration => Representation.Months,
            FeelKind.List => Representation.List,
            FeelKind.Context => Representation.Context,
            _ => Representation.Value,
        };
        Expression code = representation switch
        {
            Representation.Boolean => Expression.Constant(value.AsBoolean(), typeof(bool?)),
            Representation.Number => Nullable(value.AsNumber()!.Value),
            Representation.Text => Expression.Constant(value.AsString(), typeof(string)),
            Representation.Date => Nullable(value.AsDate()!.Value),
            Representation.Seconds => Nullable(value.AsSeconds()!.Value),
            Representation.Months => Nullable(value.AsMonths()!.Value),
            Representation.List => Expression.Constant(value.AsList(), typeof(FeelList)),
            Representation.Context => Expression.Constant(value.AsContext(), typeof(FeelContext)),
            _ => Expression.Constant(value, typeof(FeelValue)),
        };
        return new(code, representation);
    }

    private static UnaryExpression Nullable<T>(T value)
        where T : struct => Expression.Convert(Expression.Constant(value), typeof(T?));

    private static bool IsFunction(BoundEntry entry) => entry.Value is BoundFunctionLiteral;

    private static bool IsNullLiteral(BoundNode node) => node is BoundLiteral { Value.IsNull: true } or BoundError;


    private TypedExpression Interpreted(BoundNode node)
    {
        interpretedCount++;
        var executable = Expression.Constant(SubtreeInterpreter.For(node), typeof(IFeelExecutable));
        var value = Expression.Call(executable, nameof(IFeelExecutable.Evaluate), null, frame);
        var representation = Representations.For(node.Type);
        return new(Representations.Read(value, representation), representation);
    }

    private IndexExpression FrameSlot(int slot) => Expression.ArrayAccess(frame, Expression.Constant(slot));

    private TypedExpression Slot(BoundSlot slot)
    {
        if (locals.TryGetValue(slot.Slot, out var local))
        {
            return local.Value;
        }

        var representation = Representations.For(slot.Type);
        if (!inputs.TryGetValue((slot.Slot, representation), out var variable))
        {
            variable = Expression.Variable(Representations.ClrType(representation), slot.Name);
            inputs.Add((slot.Slot, representation), variable);
            prologue.Add(Expression.Assign(variable, Representations.Read(FrameSlot(slot.Slot), representation)));
        }

        return new(variable, representation);
    }

    private TypedExpression Member(BoundMember member)
    {
        if (member.Target.Type.Kind == FeelKind.Context && member.Index >= 0)
        {
            return ContextMember(member);
        }

        if (member.Target.Type.Kind is FeelKind.List or FeelKind.Any or FeelKind.Context)
        {
            return Interpreted(member);
        }

        var target = Build(member.Target);
        var function = (target.Representation, member.Name) switch
        {
            (Representation.Seconds, "days") => nameof(TypedOperations.Days),
            (Representation.Months, "years") => nameof(TypedOperations.Years),
            (Representation.Months, "months") => nameof(TypedOperations.MonthsPart),
            (Representation.Date, "year") => nameof(TypedOperations.Year),
            (Representation.Date, "month") => nameof(TypedOperations.Month),
            (Representation.Date, "day") => nameof(TypedOperations.Day),
            _ => null,
        };
        return function is null ? Interpreted(member) : new(Operation(function, target.Code), Representation.Number);
    }

    private TypedExpression ContextMember(BoundMember member)
    {
        var representation = Representations.For(member.Type);
        var isInput = member.Target is BoundSlot { Slot: var slot } && !locals.ContainsKey(slot);
        if (isInput && inputMembers.TryGetValue((((BoundSlot)member.Target).Slot, member.Index, representation), out var known))
        {
            return new(known, representation);
        }

        var target = Build(member.Target);
        var read = Operation(nameof(TypedOperations.ReadMember), As(target, Representation.Context), Expression.Constant(member.Index), Expression.Constant(member.Name));
        var typed = Representations.Read(read, representation);
        if (!isInput)
        {
            return new(typed, representation);
        }

        var variable = Expression.Variable(typed.Type, member.Name);
        inputMembers.Add((((BoundSlot)member.Target).Slot, member.Index, representation), variable);
        prologue.Add(Expression.Assign(variable, typed));
        return new(variable, representation);
    }

    private TypedExpression If(BoundIf choice)
    {
        var condition = Truth(choice.Condition, wanted: true);
        var then = Build(choice.Then);
        var otherwise = Build(choice.Else);
        var representation = then.Representation == otherwise.Representation ? then.Representation
            : IsNullLiteral(choice.Then) ? otherwise.Representation
            : IsNullLiteral(choice.Else) ? then.Representation
            : Representation.Value;
        var code = Expression.Condition(condition, As(then, representation), As(otherwise, representation));
        return new(code, representation);
    }

    private static MethodCallExpression Operation(string name, params Expression[] arguments) =>
        Expression.Call(typeof(TypedOperations), name, null, arguments);

    /// <summary>What a slot holds that the code itself fills.</summary>
    private readonly record struct LocalSlot(TypedExpression Value);
}
