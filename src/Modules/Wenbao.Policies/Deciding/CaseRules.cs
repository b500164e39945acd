using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Kernel;

namespace Wenbao.Policies.Deciding;

/// <summary>Rules that choose by the inputs of a decided case: which line pays, who is paid. Their conditions are FEEL over the catalogue names of the inputs; the first that holds is taken.</summary>
internal sealed class CaseRules
{
    private readonly Condition?[] funding;
    private readonly Condition?[] payees;
    private readonly Policy policy;

    /// <summary>Compiles the rules of a policy.</summary>
    /// <param name="policy">The policy; its reader has made sure that every condition binds.</param>
    /// <param name="inputSlots">Where the frame of its program holds each input.</param>
    public CaseRules(Policy policy, IReadOnlyList<int> inputSlots)
    {
        this.policy = policy;
        funding = [.. policy.Funding.Select(f => Compile(f.When, policy.Inputs, inputSlots))];
        payees = [.. policy.Payees.Select(p => Compile(p.When, policy.Inputs, inputSlots))];
    }

    /// <summary>Which line pays the case in the frame; null when the policy concerns no money or no rule holds.</summary>
    public PolicyFunding? FundingOf(FeelValue[] frame) => First(funding, policy.Funding, frame);

    /// <summary>Who is paid for the case in the frame; null when nobody is.</summary>
    public PayeeRule? PayeeOf(FeelValue[] frame) => First(payees, policy.Payees, frame);

    /// <summary>What is wrong with a condition: names that are no inputs, other mistakes, or a value that is not true or false.</summary>
    public static IReadOnlyList<LocalizedText> Faults(string when, IReadOnlyList<PolicyInput> inputs)
    {
        var bound = Bind(when, inputs, out _, out _);
        List<LocalizedText> faults = [.. bound.Diagnostics.Where(d => d.Severity == FeelSeverity.Error).Select(d => new LocalizedText($"{d.Code} {d.Zh}", $"{d.Code} {d.En}"))];
        if (faults.Count == 0 && bound.Root.Type != FeelType.Boolean)
        {
            faults.Add(new LocalizedText("条件的结果应为真或假", "the condition must give true or false"));
        }

        return faults;
    }

    private static T? First<T>(Condition?[] conditions, IReadOnlyList<T> rules, FeelValue[] frame)
        where T : class
    {
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i]?.Holds(frame) != false)
            {
                return rules[i];
            }
        }

        return null;
    }

    private static Condition? Compile(string? when, IReadOnlyList<PolicyInput> inputs, IReadOnlyList<int> inputSlots)
    {
        if (when is null)
        {
            return null;
        }

        var bound = Bind(when, inputs, out var slots, out var size);
        return new Condition(FeelCompiler.CompilePredicate(bound.Root), size, [.. slots.Select((slot, i) => (From: inputSlots[i], To: slot)).Where(m => m.From >= 0)]);
    }

    private static BoundExpression Bind(string when, IReadOnlyList<PolicyInput> inputs, out int[] slots, out int size)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        slots = [.. inputs.Select(i => scope.Define(i.Name, TypeOf(i.Type)).Slot)];
        var bound = FeelEngine.Bind(FeelEngine.Parse(when, scope.Names), scope);
        size = layout.Size;
        return bound;
    }

    private static FeelType TypeOf(InputType type) => type.Kind switch
    {
        InputKind.Number => FeelType.Number,
        InputKind.Boolean => FeelType.Boolean,
        InputKind.Date => FeelType.Date,
        InputKind.Text or InputKind.Code => FeelType.String,
        InputKind.TextList => FeelType.ListOf(FeelType.String),
        _ => FeelType.Any,
    };

    private sealed class Condition(Func<FeelValue[], bool> predicate, int size, (int From, int To)[] moves)
    {
        public bool Holds(FeelValue[] frame)
        {
            var own = new FeelValue[size];
            foreach (var (from, to) in moves)
            {
                own[to] = frame[from];
            }

            return predicate(own);
        }
    }
}
