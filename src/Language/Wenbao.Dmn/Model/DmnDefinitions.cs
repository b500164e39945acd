namespace Wenbao.Dmn;

/// <summary>A DMN model as written: elements in the order of the text, names and references not yet resolved. Immutable.</summary>
/// <param name="Id">The element id, or null.</param>
/// <param name="Name">The model's name; empty when none is given.</param>
/// <param name="Namespace">The namespace other models import it by; empty when none is given.</param>
/// <param name="SpecificationVersion">The DMN version of the XML namespace, such as <c>1.5</c>.</param>
/// <param name="ExpressionLanguage">The language of expressions that name none; null means FEEL.</param>
/// <param name="Place">Where the root element stands.</param>
public sealed record DmnDefinitions(
    string? Id,
    string Name,
    string Namespace,
    string SpecificationVersion,
    string? ExpressionLanguage,
    IReadOnlyList<DmnImport> Imports,
    IReadOnlyList<DmnItemDefinition> ItemDefinitions,
    IReadOnlyList<DmnInputData> InputData,
    IReadOnlyList<DmnBusinessKnowledgeModel> BusinessKnowledgeModels,
    IReadOnlyList<DmnDecision> Decisions,
    IReadOnlyList<DmnDecisionService> DecisionServices,
    SourcePlace Place);

/// <summary>An import of another model (or of something else, by its import type).</summary>
/// <param name="Name">The prefix its names are used with: <c>prefix.name</c>; empty means without prefix.</param>
/// <param name="Namespace">The namespace of the imported model.</param>
/// <param name="ImportType">The kind of what is imported: for DMN models the XML namespace of DMN.</param>
/// <param name="LocationUri">Where the author found it; for information, never followed.</param>
public sealed record DmnImport(string? Id, string Name, string Namespace, string ImportType, string? LocationUri, SourcePlace Place);

/// <summary>A type: an alias of another, a structure of components, or a function; with or without a constraint on its values.</summary>
/// <param name="Name">The name of the type, or of the component.</param>
/// <param name="IsCollection">Whether values are lists of what else is said.</param>
/// <param name="TypeRef">The type it is an alias of, or null.</param>
/// <param name="AllowedValues">Unary tests each item must satisfy, or null.</param>
/// <param name="TypeConstraint">Unary tests the whole value must satisfy, or null. DMN 1.5.</param>
/// <param name="Components">The members of a structure; empty otherwise.</param>
/// <param name="Function">The signature of a function type, or null.</param>
public sealed record DmnItemDefinition(
    string? Id,
    string Name,
    string? Label,
    bool IsCollection,
    string? TypeRef,
    DmnText? AllowedValues,
    DmnText? TypeConstraint,
    IReadOnlyList<DmnItemDefinition> Components,
    DmnFunctionItem? Function,
    SourcePlace Place);

/// <summary>The signature of a function type.</summary>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="ResultTypeRef">The result type, or null for any.</param>
public sealed record DmnFunctionItem(IReadOnlyList<DmnVariable> Parameters, string? ResultTypeRef);

/// <summary>A name with a type: the variable of an element, a context entry, a parameter.</summary>
/// <param name="Name">The name, white space normalised.</param>
/// <param name="TypeRef">The type's name, or null for any.</param>
public sealed record DmnVariable(string? Id, string Name, string? TypeRef, SourcePlace Place);

/// <summary>A FEEL text inside the model.</summary>
/// <param name="Id">The id of the element that holds it, or null.</param>
/// <param name="Text">The text as written, entities resolved.</param>
/// <param name="Place">Where the text starts.</param>
public sealed record DmnText(string? Id, string Text, SourcePlace Place);

/// <summary>A decision, input data, business knowledge model or decision service.</summary>
/// <param name="Id">The element id references point to; made from the name when none is written.</param>
/// <param name="Name">The name, white space normalised.</param>
/// <param name="Label">What diagrams and screens may show in place of the name, or null.</param>
/// <param name="Description">Free text, or null.</param>
/// <param name="Variable">The variable its value is known by, or null: then the name, of any type.</param>
public abstract record DmnElement(string Id, string Name, string? Label, string? Description, DmnVariable? Variable, SourcePlace Place)
{
    /// <summary>The name expressions use.</summary>
    public string VariableName => Variable is { Name.Length: > 0 } variable ? variable.Name : Name;
}

/// <summary>A value given from outside.</summary>
public sealed record DmnInputData(string Id, string Name, string? Label, string? Description, DmnVariable? Variable, SourcePlace Place)
    : DmnElement(Id, Name, Label, Description, Variable, Place);

/// <summary>A decision.</summary>
/// <param name="Question">The question it answers, or null.</param>
/// <param name="AllowedAnswers">The answers it may give, in words, or null.</param>
/// <param name="Requirements">Inputs, decisions and functions its logic may name.</param>
/// <param name="Logic">The logic; null when the model does not say: its value is then null unless given.</param>
public sealed record DmnDecision(
    string Id,
    string Name,
    string? Label,
    string? Description,
    string? Question,
    string? AllowedAnswers,
    DmnVariable? Variable,
    IReadOnlyList<DmnRequirement> Requirements,
    DmnExpression? Logic,
    SourcePlace Place)
    : DmnElement(Id, Name, Label, Description, Variable, Place);

/// <summary>A business knowledge model: a named function.</summary>
/// <param name="Function">Its function; null when the model does not say.</param>
public sealed record DmnBusinessKnowledgeModel(
    string Id,
    string Name,
    string? Label,
    string? Description,
    DmnVariable? Variable,
    IReadOnlyList<DmnRequirement> Requirements,
    DmnFunctionDefinition? Function,
    SourcePlace Place)
    : DmnElement(Id, Name, Label, Description, Variable, Place);

/// <summary>A decision service: some decisions offered as a function of input decisions and input data.</summary>
/// <param name="OutputDecisions">Decisions whose values are the result: one gives its value, several give a context.</param>
/// <param name="EncapsulatedDecisions">Decisions evaluated inside.</param>
/// <param name="InputDecisions">Decisions whose values are parameters, in order, behind the input data.</param>
/// <param name="InputData">Input data that are parameters, in order.</param>
public sealed record DmnDecisionService(
    string Id,
    string Name,
    string? Label,
    string? Description,
    DmnVariable? Variable,
    IReadOnlyList<DmnReference> OutputDecisions,
    IReadOnlyList<DmnReference> EncapsulatedDecisions,
    IReadOnlyList<DmnReference> InputDecisions,
    IReadOnlyList<DmnReference> InputData,
    SourcePlace Place)
    : DmnElement(Id, Name, Label, Description, Variable, Place);

/// <summary>A reference to an element.</summary>
/// <param name="Namespace">The namespace of the model that has it; null means this model.</param>
/// <param name="ElementId">The element's id.</param>
public sealed record DmnReference(string? Namespace, string ElementId, SourcePlace Place);

/// <summary>What a requirement points to.</summary>
public enum DmnRequirementKind
{
    /// <summary>Input data.</summary>
    Input,

    /// <summary>Another decision.</summary>
    Decision,

    /// <summary>A business knowledge model or decision service.</summary>
    Knowledge,
}

/// <summary>A requirement: logic may name only what is required.</summary>
public sealed record DmnRequirement(DmnRequirementKind Kind, DmnReference Target);
