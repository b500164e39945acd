namespace Wenbao.Feel.Binding;

/// <summary>A node of the bound tree: names are slots, static types are known, source spans are kept. Immutable.</summary>
/// <param name="Type">The static type; <see cref="FeelType.Any"/> where it is not known.</param>
/// <param name="Span">Where the node stands in its text.</param>
public abstract record BoundNode(FeelType Type, TextSpan Span);

/// <summary>A constant.</summary>
public sealed record BoundLiteral(FeelValue Value, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>An expression whose meaning is null for a reason known when binding (an unknown name, a wrong type): it evaluates to null.</summary>
public sealed record BoundError(FeelDiagnostic Diagnostic, TextSpan Span) : BoundNode(FeelType.Null, Span);

/// <summary>A variable: an input, a decision, a context entry, an iteration variable, a parameter or <c>?</c>. All of one executable share one frame of slots.</summary>
/// <param name="Slot">The position in the frame.</param>
/// <param name="Name">The name in the text, for traces.</param>
public sealed record BoundSlot(int Slot, string Name, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A member of a context, or a property of a temporal value, duration or range (<c>.year</c>, <c>.days</c>, <c>.start included</c>). On a list it maps over the items.</summary>
/// <param name="Target">The value that has the member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Index">The position when the target's static type is a context type that has the member; else -1, found by name.</param>
public sealed record BoundMember(BoundNode Target, string Name, int Index, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A name inside a filter over items of unknown type: the item's member of that name when it has one, else the outer meaning.</summary>
/// <param name="Item">The slot of the item.</param>
/// <param name="Name">The name.</param>
/// <param name="Outer">The meaning outside the filter; null literal when there is none.</param>
public sealed record BoundItemName(BoundSlot Item, string Name, BoundNode Outer, TextSpan Span) : BoundNode(FeelType.Any, Span);

/// <summary>Operators with two operands.</summary>
public enum FeelOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>**</c></summary>
    Power,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>and</c>, three-valued</summary>
    And,

    /// <summary><c>or</c>, three-valued</summary>
    Or,
}

/// <summary>An operator with two operands.</summary>
public sealed record BoundBinary(FeelOperator Operator, BoundNode Left, BoundNode Right, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>Arithmetic negation.</summary>
public sealed record BoundNegate(BoundNode Operand, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary><c>if … then … else …</c>; anything but true takes the else branch.</summary>
public sealed record BoundIf(BoundNode Condition, BoundNode Then, BoundNode Else, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>One iteration of a <c>for</c> or a quantifier. The domain is a list (or a range value); or two numbers or dates counted from one to the other, when <paramref name="End"/> is given.</summary>
public sealed record BoundIterator(BoundSlot Variable, BoundNode Domain, BoundNode? End);

/// <summary><c>for … in …, … return …</c>; later iterators see earlier variables.</summary>
/// <param name="Iterators">One or more.</param>
/// <param name="Partial">The slot of <c>partial</c>, or null when the body does not use it.</param>
/// <param name="Body">What each turn gives.</param>
public sealed record BoundFor(IReadOnlyList<BoundIterator> Iterators, BoundSlot? Partial, BoundNode Body, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary><c>some … satisfies</c> or <c>every … satisfies</c>.</summary>
public sealed record BoundQuantified(bool Every, IReadOnlyList<BoundIterator> Iterators, BoundNode Condition, TextSpan Span) : BoundNode(FeelType.Boolean, Span);

/// <summary><c>list[…]</c>: by condition when the filter is boolean, by position from 1 (negative from the end) when it is a number.</summary>
public sealed record BoundFilter(BoundNode List, BoundSlot Item, BoundNode Filter, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary><c>value in (tests)</c>, or the unary tests of a decision table's cell over its input. True when one test is true; with <paramref name="Negated"/> (<c>not(…)</c>) the opposite.</summary>
/// <param name="Value">The tested value.</param>
/// <param name="Tests">The tests; none means <c>-</c>, always true.</param>
/// <param name="Negated">Whether the tests stand inside <c>not(…)</c>.</param>
public sealed record BoundIn(BoundNode Value, IReadOnlyList<BoundTest> Tests, bool Negated, TextSpan Span) : BoundNode(FeelType.Boolean, Span);

/// <summary>One unary test.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.13 (decision table), grammar rules 7 to 17.</remarks>
public abstract record BoundTest(TextSpan Span);

/// <summary>A comparison with an operand: <c>&lt; 5</c>, <c>= x</c>; or an operand alone: equal to it, or in it when it is a list or a range.</summary>
/// <param name="Operator">The comparison; <see cref="FeelOperator.Equal"/> with <paramref name="Implicit"/> for an operand alone.</param>
/// <param name="Operand">The operand.</param>
/// <param name="Implicit">Whether no operator was written, so that lists and ranges mean membership.</param>
public sealed record BoundComparisonTest(FeelOperator Operator, BoundNode Operand, bool Implicit, TextSpan Span) : BoundTest(Span);

/// <summary>An interval written in place: <c>[1..5)</c>.</summary>
public sealed record BoundIntervalTest(BoundNode Start, bool StartIncluded, BoundNode End, bool EndIncluded, TextSpan Span) : BoundTest(Span);

/// <summary>An expression with <c>?</c> standing for the tested value; true when the expression is true.</summary>
/// <param name="Input">The slot of <c>?</c>.</param>
/// <param name="Condition">The expression.</param>
public sealed record BoundExpressionTest(BoundSlot Input, BoundNode Condition, TextSpan Span) : BoundTest(Span);

/// <summary><c>value between low and high</c>, both ends included.</summary>
public sealed record BoundBetween(BoundNode Value, BoundNode Low, BoundNode High, TextSpan Span) : BoundNode(FeelType.Boolean, Span);

/// <summary>A call of a built-in function.</summary>
/// <param name="Function">The function's overload.</param>
/// <param name="Arguments">One a parameter, in the overload's order; named arguments are sorted already, missing optional ones are null literals.</param>
public sealed record BoundBuiltinCall(BuiltinFunction Function, IReadOnlyList<BoundNode> Arguments, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A call of a function value: a function definition, a business knowledge model, a decision service.</summary>
public sealed record BoundInvocation(BoundNode Callee, IReadOnlyList<BoundNode> Arguments, IReadOnlyList<string>? ArgumentNames, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A function definition; its body sees the slots around it.</summary>
public sealed record BoundFunctionLiteral(IReadOnlyList<BoundSlot> Parameters, BoundNode Body, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>An entry of a context: its value stands in a slot that later entries see.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Value">Its expression.</param>
public sealed record BoundEntry(string Name, BoundSlot Slot, BoundNode Value);

/// <summary>A context literal or boxed context. With <paramref name="Result"/> (a boxed context's last, nameless entry) the value is that.</summary>
public sealed record BoundContext(IReadOnlyList<BoundEntry> Entries, BoundNode? Result, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A list literal.</summary>
public sealed record BoundList(IReadOnlyList<BoundNode> Items, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary>A range as a value; a null bound is unbounded.</summary>
public sealed record BoundRange(BoundNode? Start, bool StartIncluded, BoundNode? End, bool EndIncluded, FeelType Type, TextSpan Span) : BoundNode(Type, Span);

/// <summary><c>value instance of type</c>.</summary>
public sealed record BoundInstanceOf(BoundNode Value, FeelType Tested, TextSpan Span) : BoundNode(FeelType.Boolean, Span);

/// <summary>A decision table over bound inputs; <c>Wenbao.Dmn</c> makes it.</summary>
/// <param name="HitPolicy">Which of the matching rules speak.</param>
/// <param name="Aggregation">For Collect: how outputs are put together; none gives the list.</param>
/// <param name="Inputs">The input expressions with the slots their values stand in while the cells are tested.</param>
/// <param name="Rules">The rules, in order.</param>
/// <param name="OutputNames">One name an output column; a single unnamed column has none.</param>
/// <param name="OutputPriorities">For Priority and Output order: a column's allowed values from first to last; empty where not declared.</param>
/// <param name="Defaults">A column's default output, or null where none is given.</param>
public sealed record BoundDecisionTable(
    FeelHitPolicy HitPolicy,
    FeelAggregation Aggregation,
    IReadOnlyList<BoundEntry> Inputs,
    IReadOnlyList<BoundRule> Rules,
    IReadOnlyList<string> OutputNames,
    IReadOnlyList<IReadOnlyList<FeelValue>> OutputPriorities,
    IReadOnlyList<BoundNode?> Defaults,
    FeelType Type,
    TextSpan Span) : BoundNode(Type, Span);

/// <summary>A rule of a decision table.</summary>
/// <param name="Cells">One condition an input, a boolean node over the input's slot; null for <c>-</c>.</param>
/// <param name="Outputs">One expression an output column.</param>
/// <param name="Id">The rule's element id, or null.</param>
public sealed record BoundRule(IReadOnlyList<BoundNode?> Cells, IReadOnlyList<BoundNode> Outputs, string? Id);

/// <summary>Hit policies of decision tables. Source: DMN 1.5 §8.2.10.</summary>
public enum FeelHitPolicy
{
    /// <summary>U: at most one rule matches.</summary>
    Unique,

    /// <summary>A: all matching rules agree.</summary>
    Any,

    /// <summary>P: the matching rule with the highest output priority.</summary>
    Priority,

    /// <summary>F: the first matching rule.</summary>
    First,

    /// <summary>R: all matching rules in rule order.</summary>
    RuleOrder,

    /// <summary>O: all matching rules in the order of output priority.</summary>
    OutputOrder,

    /// <summary>C: all matching rules, in no order or aggregated.</summary>
    Collect,
}

/// <summary>Aggregations of Collect.</summary>
public enum FeelAggregation
{
    /// <summary>The list of outputs.</summary>
    None,

    /// <summary>C+</summary>
    Sum,

    /// <summary>C#</summary>
    Count,

    /// <summary>C&lt;</summary>
    Min,

    /// <summary>C&gt;</summary>
    Max,
}
