using System.Linq.Expressions;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Compilation;

/// <content>Contexts and decision tables.</content>
internal sealed partial class ExpressionBuilder
{
    private static bool IsPlainContext(BoundContext context) =>
        !context.Entries.Any(IsFunction) && context.Entries.DistinctBy(entry => entry.Name).Count() == context.Entries.Count;

    /// <summary>Tables with one output where at most one rule speaks.</summary>
    private static bool IsPlainTable(BoundDecisionTable table) =>
        table.HitPolicy is FeelHitPolicy.First or FeelHitPolicy.Unique && table.OutputNames.Count <= 1 && table.Rules.Count > 0;

    private TypedExpression Context(BoundContext context)
    {
        var variables = new List<ParameterExpression>();
        var steps = new List<Expression>();
        var values = new List<Expression>();
        foreach (var entry in context.Entries)
        {
            values.Add(AsValue(DefineEntry(entry, variables, steps)));
        }

        if (context.Result is { } resultNode)
        {
            var result = Build(resultNode);
            steps.Add(result.Code);
            return new(Expression.Block(result.Code.Type, variables, steps), result.Representation);
        }

        var shape = new FeelShape([.. context.Entries.Select(entry => entry.Name)]);
        var constructor = typeof(FeelContext).GetConstructor([typeof(FeelShape), typeof(FeelValue[])])!;
        steps.Add(Expression.New(constructor, Expression.Constant(shape), Expression.NewArrayInit(typeof(FeelValue), values)));
        return new(Expression.Block(typeof(FeelContext), variables, steps), Representation.Context);
    }

    private TypedExpression Table(BoundDecisionTable table)
    {
        var variables = new List<ParameterExpression>();
        var steps = new List<Expression>();
        foreach (var input in table.Inputs)
        {
            DefineEntry(input, variables, steps);
        }

        var outputs = table.Rules.Select(rule => Build(rule.Outputs[0])).ToArray();
        var preset = table.Defaults is [{ } node] ? Build(node) : Literal(FeelValue.Null);
        var isOneKind = outputs.All(output => output.Representation == outputs[0].Representation) && (table.Defaults is not [{ }] || preset.Representation == outputs[0].Representation);
        var representation = isOneKind ? outputs[0].Representation : Representation.Value;
        var type = Representations.ClrType(representation);
        var result = Expression.Variable(type, "output");
        var hits = Expression.Variable(typeof(int), "hits");
        var done = Expression.Label("done");
        variables.AddRange([result, hits]);
        steps.Add(Expression.Assign(hits, Expression.Constant(0)));
        for (var i = 0; i < outputs.Length; i++)
        {
            Expression match = Expression.Constant(true);
            foreach (var cell in table.Rules[i].Cells.OfType<BoundNode>())
            {
                match = Expression.AndAlso(match, Truth(cell, wanted: true));
            }

            var speak = Expression.Assign(result, As(outputs[i], representation));
            steps.Add(Expression.IfThen(match, Expression.Block(
                typeof(void),
                Expression.PreIncrementAssign(hits),
                speak,
                table.HitPolicy == FeelHitPolicy.First ? Expression.Goto(done) : Expression.Empty())));
        }

        // No rule gives the default; two rules of a unique table give null.
        steps.Add(Expression.Label(done));
        steps.Add(Expression.Condition(
            Expression.Equal(hits, Expression.Constant(1)),
            result,
            Expression.Condition(
                Expression.Equal(hits, Expression.Constant(0)),
                table.Defaults is [{ }] ? As(preset, representation) : Expression.Default(type),
                Expression.Default(type))));
        return new(Expression.Block(type, variables, steps), representation);
    }
}
