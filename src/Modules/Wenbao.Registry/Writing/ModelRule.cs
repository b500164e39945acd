using Wenbao.Dmn;
using Wenbao.Feel;
using Wenbao.Feel.Evaluation;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <summary>A derived attribute that a decision of a model gives.</summary>
internal sealed class ModelRule
{
    private readonly List<(IFeelExecutable From, int Slot, FeelType Type)> inputs;
    private readonly List<(IFeelExecutable Logic, int Slot)> steps;
    private readonly int result;
    private readonly FramePool frames;

    private ModelRule(BoundModel model, List<(IFeelExecutable, int, FeelType)> inputs, BoundDecision decision)
    {
        this.inputs = inputs;
        result = decision.Slot;
        var needed = Needed(model, decision);
        steps = [.. model.Decisions.Where(d => needed.Contains(d.Id)).Select(d => (FeelExecutables.Compile(d.Logic), d.Slot))];
        frames = new FramePool(() =>
        {
            var frame = model.Layout.NewFrame();
            foreach (var function in model.Functions)
            {
                frame[function.Slot] = FeelExecutables.Interpret(function.Logic).Evaluate(frame);
            }

            return frame;
        });
    }

    /// <summary>Binds the model; what cannot be bound is reported at the rule.</summary>
    public static ModelRule? Bind(Pack pack, RegistryAttribute attribute, ModelDerivation derivation, PackNode node, Func<string, IFeelExecutable?> bindInput)
    {
        if (pack.Find(derivation.Model) is not { } file)
        {
            node.Report(PackProblems.FileMissing, derivation.Model);
            return null;
        }

        var document = DmnReader.Read(file.ReadText());
        var model = DmnBinder.Bind(document.Definitions);
        if (document.Diagnostics.Concat(model.Diagnostics).FirstOrDefault(d => d.Severity == FeelSeverity.Error) is { } wrong)
        {
            node.Report(RegistryProblems.DerivationUnfit, attribute.Id, $"{wrong} ({file.Display})", $"{wrong.Code} {wrong.Place} {wrong.En} ({file.Display})");
            return null;
        }

        if (model.FindDecision(derivation.Decision) is not { } decision)
        {
            node.Report(RegistryProblems.DerivationUnfit, attribute.Id, $"{file.Display} 中没有决策“{derivation.Decision}”", $"{file.Display} has no decision “{derivation.Decision}”");
            return null;
        }

        var inputs = new List<(IFeelExecutable, int, FeelType)>();
        foreach (var (name, expression) in derivation.Inputs)
        {
            if (model.Inputs.FirstOrDefault(i => i.Id == name || i.Name == name) is not { } input)
            {
                node.Report(RegistryProblems.DerivationUnfit, attribute.Id, $"{file.Display} 中没有输入“{name}”", $"{file.Display} has no input “{name}”");
            }
            else if (bindInput(expression) is { } executable)
            {
                inputs.Add((executable, input.Slot, input.Type));
            }
        }

        return new ModelRule(model, inputs, decision);
    }

    /// <summary>The decision's value over the attributes of a subject.</summary>
    public FeelValue Evaluate(FeelValue[] attributes)
    {
        var frame = frames.Take();
        foreach (var (from, slot, type) in inputs)
        {
            frame[slot] = TypeConformance.Conform(from.Evaluate(attributes), type);
        }

        foreach (var (logic, slot) in steps)
        {
            frame[slot] = logic.Evaluate(frame);
        }

        var value = frame[result];
        frames.Return(frame);
        return value;
    }

    private static HashSet<string> Needed(BoundModel model, BoundDecision decision)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal) { decision.Id };
        foreach (var one in model.Decisions.Reverse().Where(d => needed.Contains(d.Id)))
        {
            needed.UnionWith(one.RequiredDecisions);
        }

        return needed;
    }
}
