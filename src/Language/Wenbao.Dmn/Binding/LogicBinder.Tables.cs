using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

internal sealed partial class LogicBinder
{
    private BoundNode BindTable(DmnDecisionTable table, LogicScope scope)
    {
        if (table.Outputs.Count == 0)
        {
            return Nothing;
        }

        var inputs = table.Inputs.Select(input => BindInput(input, scope)).ToList();
        var outputTypes = table.Outputs.Select(output => Type(output.TypeRef, output.Place, scope)).ToList();
        var rules = table.Rules.Select(rule => BindRule(rule, inputs, outputTypes, scope)).ToList();
        var defaults = table.Outputs.Select((output, column) => output.Default is { } text ? BindOutput(text, outputTypes[column], scope) : null).ToList();
        var priorities = table.Outputs.Select((output, column) => Priorities(output, outputTypes[column], scope)).ToList();
        if (table.HitPolicy is FeelHitPolicy.Priority or FeelHitPolicy.OutputOrder && priorities.TrueForAll(values => values.Count == 0))
        {
            sink.Report(DmnDiagnosticKinds.PriorityMissing, scope.Model, table.Place, table.Id ?? scope.ElementId, table.HitPolicy);
        }

        var bound = new BoundDecisionTable(
            table.HitPolicy,
            table.Aggregation,
            inputs,
            rules,
            table.Outputs.Count == 1 ? [] : [.. table.Outputs.Select(output => output.Name!)],
            priorities,
            defaults,
            TableType(table, outputTypes, rules, defaults),
            default);
        return GuardInputs(table, bound, scope);
    }

    private BoundEntry BindInput(DmnTableInput input, LogicScope scope)
    {
        var value = input.Expression is { } text ? FeelTexts.Bind(text, scope, sink) : Nothing;
        var declared = Type(input.TypeRef, input.Place, scope).Feel;
        value = Fit(value, declared, scope, null);
        var name = input.Expression?.Text.Trim() ?? "";
        return new BoundEntry(name, Allocate(name, declared.Kind == FeelKind.Any ? value.Type : declared), value);
    }

    private BoundRule BindRule(DmnTableRule rule, List<BoundEntry> inputs, List<ResolvedType> outputTypes, LogicScope scope)
    {
        var cells = rule.InputEntries.Select((entry, column) => entry.Text.Trim() is "-" or "" ? null : FeelTexts.BindTests(entry, inputs[column].Slot, scope, sink));
        var outputs = rule.OutputEntries.Select((entry, column) => BindOutput(entry, outputTypes[column], scope));
        return new BoundRule([.. cells], [.. outputs], rule.Id);
    }

    private BoundNode BindOutput(DmnText text, ResolvedType type, LogicScope scope)
    {
        var node = string.IsNullOrWhiteSpace(text.Text) || text.Text.Trim() == "-" ? Nothing : FeelTexts.Bind(text, scope, sink);
        return Fit(node, type.Feel, scope, new DmnLiteralExpression(text.Id, null, text, null, text.Place));
    }

    /// <summary>The order of a column's outputs: its output values, else the allowed values of its type.</summary>
    private IReadOnlyList<FeelValue> Priorities(DmnTableOutput output, ResolvedType type, LogicScope scope)
    {
        if (output.OutputValues is not { } text || string.IsNullOrWhiteSpace(text.Text) || text.Text.Trim() == "-")
        {
            return type.Allowed?.Values ?? [];
        }

        var tests = FeelTexts.BindTests(text, Allocate("?", type.Feel), scope, sink);
        var values = AllowedValuesReader.ConstantsOf(tests);
        if (values is null)
        {
            sink.Report(DmnDiagnosticKinds.PriorityNotConstant, scope.Model, text.Place, text.Id ?? scope.ElementId, text.Text.Trim());
        }

        return values ?? [];
    }

    /// <summary>
    /// An input outside its input values makes the table null. Source: DMN 1.5 §8.2.5. A null input passes: it is a missing value, not one outside
    /// (product decision).
    /// </summary>
    private BoundNode GuardInputs(DmnDecisionTable table, BoundDecisionTable bound, LogicScope scope)
    {
        BoundNode? guard = null;
        var entries = new List<BoundEntry>();
        var inputs = bound.Inputs.ToList();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (table.Inputs[i].InputValues is not { } text || string.IsNullOrWhiteSpace(text.Text) || text.Text.Trim() == "-")
            {
                continue;
            }

            var given = Allocate(inputs[i].Name, inputs[i].Slot.Type);
            entries.Add(new BoundEntry(inputs[i].Name, given, inputs[i].Value));
            inputs[i] = inputs[i] with { Value = given };
            var allowed = new BoundBinary(
                FeelOperator.Or,
                new BoundBinary(FeelOperator.Equal, given, Nothing, FeelType.Boolean, default),
                FeelTexts.BindTests(text, given, scope, sink),
                FeelType.Boolean,
                default);
            guard = guard is null ? allowed : new BoundBinary(FeelOperator.And, guard, allowed, FeelType.Boolean, default);
        }

        return guard is null
            ? bound
            : new BoundContext(entries, new BoundIf(guard, bound with { Inputs = inputs }, Nothing, bound.Type, default), bound.Type, default);
    }

    private static FeelType TableType(DmnDecisionTable table, List<ResolvedType> outputTypes, List<BoundRule> rules, List<BoundNode?> defaults)
    {
        if (table.Aggregation is FeelAggregation.Count or FeelAggregation.Sum && table.Outputs.Count > 1)
        {
            return FeelType.Any;
        }

        if (table.Aggregation == FeelAggregation.Count)
        {
            return FeelType.Number;
        }

        var columns = outputTypes.Select((type, column) => type.Feel.Kind != FeelKind.Any
            ? type.Feel
            : Common(rules.Select(rule => rule.Outputs[column].Type).Concat(defaults[column] is { } node ? [node.Type] : []))).ToList();
        var one = columns.Count == 1
            ? columns[0]
            : FeelType.ContextOf([.. columns.Select((type, column) => new FeelMember(table.Outputs[column].Name!, type))]);

        // Without a hit the table is null, which is of every type.
        var isList = table.HitPolicy is FeelHitPolicy.RuleOrder or FeelHitPolicy.OutputOrder or FeelHitPolicy.Collect && table.Aggregation == FeelAggregation.None;
        return isList ? FeelType.ListOf(one) : one;
    }
}
