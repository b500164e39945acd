using Wenbao.Feel;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Dmn;

/// <summary>Evaluates decisions one by one through the general interpreter: simple, complete, not the fast path over many subjects.</summary>
public static class DmnEngine
{
    /// <summary>Evaluates a decision.</summary>
    /// <param name="model">The model.</param>
    /// <param name="decision">The id or the name of a decision.</param>
    /// <param name="inputs">
    /// Values by name: of input data (name or id; for one of an imported model also <c>namespace#id</c>), or of a decision, whose value is then taken
    /// as given; and of <c>today()</c> and <c>now()</c>. What is not given is null: no clock is read.
    /// </param>
    /// <returns>The value and what was found wrong with the request; findings about the model are in <see cref="BoundModel.Diagnostics"/>.</returns>
    public static DmnResult Evaluate(BoundModel model, string decision, IReadOnlyDictionary<string, FeelValue> inputs)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputs);
        if (model.FindDecision(decision) is not { } found)
        {
            return new DmnResult(FeelValue.Null, [DmnDiagnosticKinds.DecisionNotFound.At(default, null, decision)]);
        }

        var run = new DmnRun(model, inputs);
        return new DmnResult(run.ValueOf(found), run.Diagnostics);
    }

    /// <summary>Calls a business knowledge model or decision service with arguments by name.</summary>
    /// <param name="model">The model.</param>
    /// <param name="function">The id or the name of the function.</param>
    /// <param name="arguments">Values by the names of the parameters. What is not given is null.</param>
    public static DmnResult Invoke(BoundModel model, string function, IReadOnlyDictionary<string, FeelValue> arguments)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(arguments);
        var found = model.Functions.Where(one => one.Id == function || one.Name == function).OrderBy(one => one.IsImported).FirstOrDefault();
        if (found is null)
        {
            return new DmnResult(FeelValue.Null, [DmnDiagnosticKinds.DecisionNotFound.At(default, null, function)]);
        }

        return new DmnRun(model, new Dictionary<string, FeelValue>(StringComparer.Ordinal)).Call(found, arguments);
    }
}

/// <summary>A value and the findings on the way to it.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Diagnostics">What was found wrong with the values given.</param>
public sealed record DmnResult(FeelValue Value, IReadOnlyList<DmnDiagnostic> Diagnostics);

/// <summary>One evaluation: a frame, filled from the inputs upwards.</summary>
internal sealed class DmnRun
{
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
            frame[function.Slot] = FeelExecutables.Interpret(function.Logic).Evaluate(frame);
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
                frame[decision.Slot] = FeelExecutables.Interpret(decision.Logic).Evaluate(frame);
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
