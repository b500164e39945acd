namespace Wenbao.Dmn;

/// <summary>Reads a model for people: what there is, what requires what, and the formula behind an id.</summary>
public sealed class DmnInspector
{
    private readonly DmnDefinitions definitions;
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> places = new(StringComparer.Ordinal);

    /// <summary>Prepares a model for reading.</summary>
    public DmnInspector(DmnDefinitions definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        this.definitions = definitions;
        foreach (var element in ModelSet.ElementsOf(definitions))
        {
            var expression = (element as DmnDecision)?.Logic ?? (element as DmnBusinessKnowledgeModel)?.Function?.Body;
            Note(element.Id, element.Name, expression is null ? null : ExpressionText.Write(expression), element.Place);
            Note(expression);
        }

        Decisions = [.. definitions.Decisions.Select(OutlineOf)];
    }

    /// <summary>The decisions, in the order of the text.</summary>
    public IReadOnlyList<DmnDecisionOutline> Decisions { get; }

    /// <summary>The FEEL text behind the id of a decision, business knowledge model, context entry, expression or table cell; boxed expressions are written as FEEL would write them. Null when the id has none.</summary>
    public string? TextOf(string id) => texts.GetValueOrDefault(id);

    /// <summary>The name behind the id of an element, context entry or column, as it stands in the XML; null when the id has none.</summary>
    public string? NameOf(string id) => names.GetValueOrDefault(id);

    /// <summary>Where the element with the id stands; null when there is none.</summary>
    public SourcePlace? PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : null;

    private DmnDecisionOutline OutlineOf(DmnDecision decision)
    {
        var entries = decision.Logic is DmnContextExpression context
            ? context.Entries.Select(entry => new DmnEntryOutline(entry.Id, entry.Variable?.Name, entry.Label, entry.Value is null ? "" : ExpressionText.Write(entry.Value), entry.Place))
            : [];
        return new DmnDecisionOutline(
            decision.Id,
            decision.Name,
            decision.Label,
            decision.Description,
            decision.Question,
            [.. decision.Requirements.Select(requirement => new DmnRequirementOutline(
                requirement.Kind,
                requirement.Target.Namespace,
                requirement.Target.ElementId,
                requirement.Target.Namespace is null ? ModelSet.ElementsOf(definitions).FirstOrDefault(element => element.Id == requirement.Target.ElementId)?.Name : null))],
            decision.Logic is null ? null : ExpressionText.Write(decision.Logic),
            [.. entries]);
    }

    private void Note(string? id, string? name, string? text, SourcePlace place)
    {
        if (id is null || !places.TryAdd(id, place))
        {
            return;
        }

        if (name is { Length: > 0 })
        {
            names.Add(id, name);
        }

        if (text is not null)
        {
            texts.Add(id, text);
        }
    }

    private void Note(DmnText? text)
    {
        if (text is not null)
        {
            Note(text.Id, null, text.Text.Trim(), text.Place);
        }
    }

    private void Note(DmnExpression? expression)
    {
        if (expression is null)
        {
            return;
        }

        Note(expression.Id, null, ExpressionText.Write(expression), expression.Place);
        switch (expression)
        {
            case DmnContextExpression context:
                foreach (var entry in context.Entries)
                {
                    Note(entry.Id, entry.Variable?.Name, entry.Value is null ? null : ExpressionText.Write(entry.Value), entry.Place);
                    Note(entry.Value);
                }

                break;
            case DmnDecisionTable table:
                Note(table);
                break;
            default:
                foreach (var part in PartsOf(expression).OfType<DmnExpression>())
                {
                    Note(part);
                }

                break;
        }
    }

    private void Note(DmnDecisionTable table)
    {
        foreach (var input in table.Inputs)
        {
            Note(input.Id, input.Label, input.Expression?.Text.Trim(), input.Place);
            Note(input.Expression);
        }

        foreach (var output in table.Outputs)
        {
            Note(output.Id, output.Name, null, output.Place);
            Note(output.Default);
        }

        foreach (var rule in table.Rules)
        {
            Note(rule.Id, null, ExpressionText.Write(table, rule), rule.Place);
            foreach (var cell in rule.InputEntries.Concat(rule.OutputEntries))
            {
                Note(cell);
            }
        }
    }

    private static IReadOnlyList<DmnExpression?> PartsOf(DmnExpression expression) => expression switch
    {
        DmnInvocation invocation => [invocation.Callee, .. invocation.Arguments.Select(argument => argument.Value)],
        DmnListExpression list => [.. list.Items],
        DmnRelation relation => [.. relation.Rows.SelectMany(row => row)],
        DmnFunctionDefinition function => [function.Body],
        DmnConditional conditional => [conditional.If, conditional.Then, conditional.Else],
        DmnIterator iterator => [iterator.In, iterator.Body],
        DmnFilter filter => [filter.In, filter.Match],
        _ => [],
    };
}

/// <summary>A decision as a reader sees it.</summary>
/// <param name="Requirements">What it requires, in the order of the text.</param>
/// <param name="Text">Its logic as FEEL text, or null when the model gives none.</param>
/// <param name="Entries">The entries when its logic is a boxed context, the result entry included; empty otherwise.</param>
public sealed record DmnDecisionOutline(
    string Id,
    string Name,
    string? Label,
    string? Description,
    string? Question,
    IReadOnlyList<DmnRequirementOutline> Requirements,
    string? Text,
    IReadOnlyList<DmnEntryOutline> Entries);

/// <summary>A requirement as a reader sees it.</summary>
/// <param name="Namespace">The namespace of the model that has the element; null means this one.</param>
/// <param name="Name">The element's name; null when it belongs to another model or does not exist.</param>
public sealed record DmnRequirementOutline(DmnRequirementKind Kind, string? Namespace, string ElementId, string? Name);

/// <summary>An entry of a boxed context as a reader sees it.</summary>
/// <param name="Id">The element id, or null.</param>
/// <param name="Name">The entry's name; null for the result entry.</param>
/// <param name="Text">Its formula as FEEL text; empty when the model gives none.</param>
public sealed record DmnEntryOutline(string? Id, string? Name, string? Label, string Text, SourcePlace Place);
