namespace Wenbao.Dmn;

/// <summary>A boxed expression. Immutable.</summary>
/// <param name="Id">The element id, or null.</param>
/// <param name="TypeRef">The declared type's name, or null.</param>
/// <param name="Place">Where the element stands.</param>
/// <remarks>Source: DMN 1.5 §10.2 (boxed expressions).</remarks>
public abstract record DmnExpression(string? Id, string? TypeRef, SourcePlace Place);

/// <summary>A FEEL expression.</summary>
/// <param name="ExpressionLanguage">The language; null means that of the model.</param>
public sealed record DmnLiteralExpression(string? Id, string? TypeRef, DmnText Text, string? ExpressionLanguage, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>A context: named entries, later ones see earlier ones; a last entry without name gives the result.</summary>
public sealed record DmnContextExpression(string? Id, string? TypeRef, IReadOnlyList<DmnContextEntry> Entries, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>An entry of a boxed context.</summary>
/// <param name="Id">The id of the entry; conditions and amount steps are known by it.</param>
/// <param name="Variable">Name and type; null for the result entry.</param>
/// <param name="Value">The expression; null when it is missing (reported when reading).</param>
public sealed record DmnContextEntry(string? Id, string? Label, DmnVariable? Variable, DmnExpression? Value, SourcePlace Place);

/// <summary>A call with arguments by name.</summary>
/// <param name="Callee">What gives the function; null when it is missing (reported when reading).</param>
public sealed record DmnInvocation(string? Id, string? TypeRef, DmnExpression? Callee, IReadOnlyList<DmnArgument> Arguments, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>An argument of a boxed invocation.</summary>
/// <param name="Parameter">The parameter's name and the declared type.</param>
/// <param name="Value">The expression; null means the value null.</param>
public sealed record DmnArgument(DmnVariable Parameter, DmnExpression? Value);

/// <summary>A list.</summary>
public sealed record DmnListExpression(string? Id, string? TypeRef, IReadOnlyList<DmnExpression> Items, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>A relation: a list of contexts with the same names.</summary>
/// <param name="Columns">The names and types, in order.</param>
/// <param name="Rows">One expression a column in each row.</param>
public sealed record DmnRelation(string? Id, string? TypeRef, IReadOnlyList<DmnVariable> Columns, IReadOnlyList<IReadOnlyList<DmnExpression>> Rows, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>A function definition.</summary>
/// <param name="Kind">FEEL, or a kind this engine does not run: such a function gives null.</param>
public sealed record DmnFunctionDefinition(string? Id, string? TypeRef, DmnFunctionKind Kind, IReadOnlyList<DmnVariable> Parameters, DmnExpression? Body, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>The kinds of functions.</summary>
public enum DmnFunctionKind
{
    /// <summary>The body is an expression.</summary>
    Feel,

    /// <summary>A Java method: not run here.</summary>
    Java,

    /// <summary>A PMML model: not run here.</summary>
    Pmml,
}

/// <summary>A boxed conditional. A part that is missing is null (reported when reading).</summary>
public sealed record DmnConditional(string? Id, string? TypeRef, DmnExpression? If, DmnExpression? Then, DmnExpression? Else, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>The kinds of boxed iterators.</summary>
public enum DmnIteratorKind
{
    /// <summary>A list with one value a turn.</summary>
    For,

    /// <summary>Whether some turn is true.</summary>
    Some,

    /// <summary>Whether every turn is true.</summary>
    Every,
}

/// <summary>A boxed iterator. A part that is missing is null (reported when reading).</summary>
/// <param name="Variable">The name of the iteration variable.</param>
/// <param name="In">The list.</param>
/// <param name="InTypeRef">The declared type of the list, or null.</param>
/// <param name="Body">What each turn returns or must satisfy.</param>
public sealed record DmnIterator(string? Id, string? TypeRef, DmnIteratorKind Kind, string Variable, DmnExpression? In, string? InTypeRef, DmnExpression? Body, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>A boxed filter. A part that is missing is null (reported when reading).</summary>
public sealed record DmnFilter(string? Id, string? TypeRef, DmnExpression? In, DmnExpression? Match, SourcePlace Place) : DmnExpression(Id, TypeRef, Place);

/// <summary>A decision table.</summary>
/// <param name="HitPolicy">Which of the matching rules speak.</param>
/// <param name="Aggregation">For Collect: how outputs are put together.</param>
/// <param name="OutputLabel">The heading above the outputs, or null.</param>
/// <param name="Annotations">Names of the annotation columns; for people only.</param>
public sealed record DmnDecisionTable(
    string? Id,
    string? TypeRef,
    Feel.Binding.FeelHitPolicy HitPolicy,
    Feel.Binding.FeelAggregation Aggregation,
    string? OutputLabel,
    IReadOnlyList<DmnTableInput> Inputs,
    IReadOnlyList<DmnTableOutput> Outputs,
    IReadOnlyList<string> Annotations,
    IReadOnlyList<DmnTableRule> Rules,
    SourcePlace Place)
    : DmnExpression(Id, TypeRef, Place);

/// <summary>An input column.</summary>
/// <param name="Expression">What is tested; null when it is missing (reported when reading).</param>
/// <param name="TypeRef">The declared type of the input expression, or null.</param>
/// <param name="InputValues">Unary tests the input must satisfy, or null.</param>
public sealed record DmnTableInput(string? Id, string? Label, DmnText? Expression, string? TypeRef, DmnText? InputValues, SourcePlace Place);

/// <summary>An output column.</summary>
/// <param name="Name">The member's name when there are several columns; null for a single one.</param>
/// <param name="OutputValues">The values the column may give, in order of priority, or null.</param>
/// <param name="Default">The value when no rule matches, or null.</param>
public sealed record DmnTableOutput(string? Id, string? Name, string? Label, string? TypeRef, DmnText? OutputValues, DmnText? Default, SourcePlace Place);

/// <summary>A rule.</summary>
/// <param name="InputEntries">Unary tests, one a column.</param>
/// <param name="OutputEntries">Expressions, one a column.</param>
/// <param name="Annotations">Texts for people, one a column.</param>
public sealed record DmnTableRule(string? Id, IReadOnlyList<DmnText> InputEntries, IReadOnlyList<DmnText> OutputEntries, IReadOnlyList<string> Annotations, SourcePlace Place);
