namespace Wenbao.Dmn;

/// <summary>Writes boxed expressions the way FEEL would write them, for reading.</summary>
internal static class ExpressionText
{
    public static string Write(DmnExpression? expression) => expression switch
    {
        null => "null",
        DmnLiteralExpression literal => literal.Text.Text.Trim(),
        DmnContextExpression context => WriteContext(context),
        DmnInvocation invocation => $"{Write(invocation.Callee)}({Join(invocation.Arguments.Select(argument => $"{argument.Parameter.Name}: {Write(argument.Value)}"))})",
        DmnListExpression list => $"[{Join(list.Items.Select(Write))}]",
        DmnRelation relation => $"[{Join(relation.Rows.Select(row => WriteRow(relation, row)))}]",
        DmnFunctionDefinition function => $"function({Join(function.Parameters.Select(parameter => parameter.Name))}) {Write(function.Body)}",
        DmnConditional conditional => $"if {Write(conditional.If)} then {Write(conditional.Then)} else {Write(conditional.Else)}",
        DmnIterator { Kind: DmnIteratorKind.For } loop => $"for {loop.Variable} in {Write(loop.In)} return {Write(loop.Body)}",
        DmnIterator quantified => $"{(quantified.Kind == DmnIteratorKind.Some ? "some" : "every")} {quantified.Variable} in {Write(quantified.In)} satisfies {Write(quantified.Body)}",
        DmnFilter filter => $"{Write(filter.In)}[{Write(filter.Match)}]",
        DmnDecisionTable table => string.Join("\n", table.Rules.Select(rule => Write(table, rule))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A rule as <c>input cell, input cell → output</c>; cells that match everything are left out.</summary>
    public static string Write(DmnDecisionTable table, DmnTableRule rule)
    {
        var conditions = table.Inputs.Zip(rule.InputEntries)
            .Where(pair => pair.Second.Text.Trim() is not ("-" or ""))
            .Select(pair => $"{pair.First.Expression?.Text.Trim()} in ({pair.Second.Text.Trim()})");
        var outputs = table.Outputs.Zip(rule.OutputEntries)
            .Select(pair => table.Outputs.Count == 1 ? pair.Second.Text.Trim() : $"{pair.First.Name}: {pair.Second.Text.Trim()}");
        var condition = string.Join(" and ", conditions);
        return $"{(condition.Length == 0 ? "-" : condition)} → {Join(outputs)}";
    }

    private static string WriteContext(DmnContextExpression context)
    {
        var entries = context.Entries.Where(entry => entry.Variable is not null).Select(entry => $"{entry.Variable!.Name}: {Write(entry.Value)}");
        var written = $"{{{Join(entries)}}}";
        return context.Entries.LastOrDefault(entry => entry.Variable is null) is { } result ? $"{written} → {Write(result.Value)}" : written;
    }

    private static string WriteRow(DmnRelation relation, IReadOnlyList<DmnExpression> row) =>
        $"{{{Join(relation.Columns.Zip(row, (column, cell) => $"{column.Name}: {Write(cell)}"))}}}";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
