using Wenbao.Feel;

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
