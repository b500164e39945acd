using System.Runtime.CompilerServices;
using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Dmn;

/// <summary>One evaluation: a frame, filled from the inputs upwards.</summary>
internal sealed class DmnRun
{
    /// <summary>What was made ready to run once stays so as long as its model lives.</summary>
    private static readonly ConditionalWeakTable<BoundNode, IFeelExecutable> Executables = [];

    private readonly BoundModel model;
    private readonly FeelValue[] frame;
    private readonly HashSet<int> given = [];
    private readonly List<DmnDiagnostic> diagnostics = [];

    public DmnRun(BoundModel model, IReadOnlyDictionary<string, FeelValue> inputs)
    {
        this.model = model;
        frame = new FeelValue[model.Layout.Size];
        foreach (var (name, value) in inputs)
        {
            Give(name, value);
        }

        foreach (var function in model.Functions)
        {
            frame[function.Slot] = Executable(function.Logic).Evaluate(frame);
        }
    }

    public IReadOnlyList<DmnDiagnostic> Diagnostics => diagnostics;

    public FeelValue ValueOf(BoundDecision wanted)
    {
        var needed = Needed(wanted);
        foreach (var decision in model.Decisions)
        {
            if (needed.Contains(decision) && given.Add(decision.Slot))
            {
                frame[decision.Slot] = Executable(decision.Logic).Evaluate(frame);
            }
        }

        return frame[wanted.Slot];
    }

    public DmnResult Call(BoundKnowledge function, IReadOnlyDictionary<string, FeelValue> arguments)
    {
        if (frame[function.Slot].AsFunction() is not { } callee)
        {
            return new DmnResult(FeelValue.Null, diagnostics);
        }

        foreach (var name in arguments.Keys.Where(name => !callee.Parameters.Contains(name)))
        {
            diagnostics.Add(DmnDiagnosticKinds.InputNotFound.At(default, null, name));
        }

        var types = (function.Type as FunctionFeelType)?.Parameters;
        var values = callee.Parameters
            .Select((name, index) => TypeConformance.Conform(arguments.GetValueOrDefault(name), types is null ? FeelType.Any : types[index]))
            .ToArray();
        return new DmnResult(callee.Invoke(values), diagnostics);
    }

    private static IFeelExecutable Executable(BoundNode logic) => Executables.GetValue(logic, FeelExecutables.Interpret);

    private HashSet<BoundDecision> Needed(BoundDecision wanted)
    {
        var needed = new HashSet<BoundDecision>(ReferenceEqualityComparer.Instance) { wanted };
        for (var i = model.Decisions.Count - 1; i >= 0; i--)
        {
            var decision = model.Decisions[i];
            if (needed.Contains(decision) && !given.Contains(decision.Slot))
            {
                needed.UnionWith(model.Decisions.Take(i).Where(earlier => decision.RequiredSlots.Contains(earlier.Slot)));
            }
        }

        return needed;
    }

    private void Give(string name, FeelValue value)
    {
        if (name is "today()" or "now()")
        {
            frame[name == "now()" ? model.NowSlot : model.TodaySlot] = TypeConformance.Conform(value, name == "now()" ? FeelType.DateTime : FeelType.Date);
            return;
        }

        var named = model.Inputs.Where(input => input.Name == name || input.Id == name || input.Model + "#" + input.Id == name).ToList();
        var targets = named.Exists(input => !input.IsImported) ? named.Where(input => !input.IsImported).ToList() : named;
        foreach (var input in targets)
        {
            frame[input.Slot] = Accept(input, value);
        }

        if (targets.Count > 0)
        {
            return;
        }

        if (model.FindDecision(name) is { } decision)
        {
            frame[decision.Slot] = TypeConformance.Conform(value, decision.Type);
            given.Add(decision.Slot);
        }
        else
        {
            diagnostics.Add(DmnDiagnosticKinds.InputNotFound.At(default, null, name));
        }
    }

    private FeelValue Accept(BoundInput input, FeelValue value)
    {
        if (!TypeConformance.TryConform(value, input.Type, out var conformed))
        {
            diagnostics.Add(DmnDiagnosticKinds.InputWrongType.At(default, input.Id, input.Name, LogicBinder.NameOf(input.Type)));
        }
        else if (input.Resolved.FindForbidden(conformed) is { } forbidden)
        {
            diagnostics.Add(DmnDiagnosticKinds.InputNotAllowed.At(default, input.Id, input.Name, FeelText.Write(forbidden.Value), forbidden.Allowed.Text.Trim()));
            return FeelValue.Null;
        }

        return conformed;
    }
}
