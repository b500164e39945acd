using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary>A decision table with one output where one rule speaks: the outputs of the rules that may match.</summary>
internal sealed class TableNode : SetNode
{
    private readonly (int Slot, SetNode Value)[] inputs;
    private readonly (SetNode?[] Cells, SetNode Output)[] rules;
    private readonly SetNode? fallbackOutput;
    private readonly bool isUnique;
    private readonly SetNode otherwise;

    public TableNode(BoundDecisionTable table, Func<BoundNode, SetNode> build, SetNode otherwise)
    {
        inputs = [.. table.Inputs.Select(input => (input.Slot.Slot, build(input.Value)))];
        rules = [.. table.Rules.Select(rule => (rule.Cells.Select(cell => cell is null ? null : build(cell)).ToArray(), build(rule.Outputs[0])))];
        fallbackOutput = table.Defaults is [{ } output] ? build(output) : null;
        isUnique = table.HitPolicy == FeelHitPolicy.Unique;
        this.otherwise = otherwise;
    }

    /// <summary>Whether the table is of this sort.</summary>
    public static bool Supports(BoundDecisionTable table) => table.HitPolicy is FeelHitPolicy.First or FeelHitPolicy.Unique && table.OutputNames.Count <= 1;

    public override Possible Evaluate(SetContext context)
    {
        if (otherwise.Evaluate(context) is { Kind: not PossibleKind.Anything } exact)
        {
            return exact;
        }

        foreach (var (slot, value) in inputs)
        {
            context.Push(slot, value.Evaluate(context));
        }

        var result = Spoken(context);
        foreach (var _ in inputs)
        {
            context.Pop();
        }

        return result;
    }

    private Possible Spoken(SetContext context)
    {
        Possible? result = null;
        var depends = 0UL;
        foreach (var (cells, output) in rules)
        {
            var match = Possible.Truths(true, false, false);
            foreach (var cell in cells)
            {
                match = cell is null ? match : PossibleComparison.And(match, cell.Evaluate(context));
            }

            depends |= match.Depends;
            if (!match.MayBeTrue)
            {
                continue;
            }

            var value = output.Evaluate(context);
            result = result is { } before ? Possible.Union(before, value, before.Depends | value.Depends | depends) : value;
            if (!isUnique && !match.MayBeFalse && !match.MayBeNull)
            {
                return result.Value;
            }
        }

        // Two rules of a unique table that match at once give null; so no more is claimed than that null may be.
        var last = fallbackOutput?.Evaluate(context) ?? Possible.Nothing;
        last = isUnique ? last.WithNull(true) : last;
        return result is { } some ? Possible.Union(some, last, some.Depends | last.Depends | depends) : last;
    }
}
