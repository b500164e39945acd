using System.Text.RegularExpressions;
using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <inheritdoc cref="IAttributeRules"/>
internal sealed partial class AttributeRules : IAttributeRules
{
    private readonly List<Rule> rules;
    private readonly FramePool frames;
    private readonly int count;

    private AttributeRules(List<Rule> rules, FrameLayout layout, int count)
    {
        this.rules = rules;
        this.count = count;
        frames = new FramePool(layout.NewFrame);
        Derived = [.. rules.Select(r => r.Attribute.Index)];
    }

    public IReadOnlyList<int> Derived { get; }

    /// <summary>Binds the rules of a type; what cannot be bound is reported at its place.</summary>
    public static IAttributeRules Make(Pack pack, SubjectType type, IReadOnlyList<(SubjectType Type, RegistryAttribute Attribute, PackNode Node)> derived)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        foreach (var attribute in type.Attributes)
        {
            scope.Define(attribute.Id, attribute.Type.FeelType);
        }

        var rules = new List<Rule>();
        foreach (var (_, attribute, node) in derived.Where(d => d.Type == type))
        {
            var rule = attribute.Derivation switch
            {
                FeelDerivation feel => Bind(attribute, feel.Expression, node, scope) is { } executable ? new Rule(attribute, [feel.Expression], executable.Evaluate) : null,
                ModelDerivation model => ModelRule.Bind(pack, attribute, model, node, expression => Bind(attribute, expression, node, scope)) is { } bound
                    ? new Rule(attribute, [.. model.Inputs.Values], bound.Evaluate)
                    : null,
                _ => null,
            };
            if (rule is not null)
            {
                rules.Add(rule);
            }
        }

        return new AttributeRules(InOrder(rules, derived), layout, type.Attributes.Count);
    }

    public void Apply(FeelValue[] values)
    {
        if (rules.Count == 0)
        {
            return;
        }

        var frame = frames.Take();
        values.AsSpan(0, count).CopyTo(frame);
        foreach (var rule in rules)
        {
            frame[rule.Attribute.Index] = values[rule.Attribute.Index] = Fitting(rule.Evaluate(frame), rule.Attribute.Type);
        }

        frames.Return(frame);
    }

    private static IFeelExecutable? Bind(RegistryAttribute attribute, string expression, PackNode node, BindingScope scope)
    {
        var bound = FeelEngine.Bind(expression, scope.Nested());
        if (bound.Diagnostics.FirstOrDefault(d => d.Severity == FeelSeverity.Error) is { } wrong)
        {
            node.Report(RegistryProblems.DerivationUnfit, attribute.Id, $"{wrong.Code} {wrong.Zh}", $"{wrong.Code} {wrong.En}");
            return null;
        }

        return FeelExecutables.Compile(bound.Root);
    }

    /// <summary>A value that the column cannot hold becomes null; a decimal is rounded to its scale, halves up.</summary>
    private static FeelValue Fitting(FeelValue value, AttributeType type) => type.Kind switch
    {
        AttributeKind.Whole or AttributeKind.Decimal => value.AsNumber() is { } number ? FeelValue.Of(decimal.Round(number, type.Scale, MidpointRounding.AwayFromZero)) : FeelValue.Null,
        AttributeKind.Truth => FeelValue.Of(value.AsBoolean()),
        AttributeKind.Day => FeelValue.Of(value.AsDate()),
        AttributeKind.Choice => value.AsString() is { } code && type.Choices.Contains(code, StringComparer.Ordinal) ? value : FeelValue.Null,
        _ => FeelValue.Of(value.AsString()),
    };

    private static List<Rule> InOrder(List<Rule> rules, IReadOnlyList<(SubjectType Type, RegistryAttribute Attribute, PackNode Node)> derived)
    {
        var (ordered, left) = (new List<Rule>(), rules.ToList());
        while (left.Count > 0)
        {
            var next = left.Find(r => !left.Exists(other => r.Needs(other.Attribute.Id)));
            if (next is null)
            {
                var circle = string.Join(", ", left.Select(r => r.Attribute.Id));
                derived.First(d => d.Attribute == left[0].Attribute).Node.Report(RegistryProblems.DerivationCircle, circle);
                break;
            }

            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    [GeneratedRegex("\"(\\\\.|[^\"\\\\])*\"", RegexOptions.CultureInvariant)]
    private static partial Regex StringLiteral();

    private sealed record Rule(RegistryAttribute Attribute, IReadOnlyList<string> Expressions, Func<FeelValue[], FeelValue> Evaluate)
    {
        /// <summary>Whether an expression names the attribute, outside of texts.</summary>
        public bool Needs(string id) => Expressions.Any(e => Regex.IsMatch(StringLiteral().Replace(e, ""), $@"\b{id}\b", RegexOptions.CultureInvariant));
    }
}
