using System.Collections.Concurrent;
using Wenbao.Feel;

namespace Wenbao.Policies.Deciding;

/// <summary>The dated parameters of a program: the context 参数 as it stands on a day.</summary>
internal sealed partial class DecisionProgram
{
    private readonly ConcurrentDictionary<DateOnly, FeelValue> parametersByDay = new();

    /// <summary>The context of parameters in force on a day; made once a day and shared, since contexts never change.</summary>
    public FeelValue ParametersOn(DateOnly day) => parametersByDay.GetOrAdd(day, static (on, program) =>
    {
        var byName = program.Policy.Parameters.ToDictionary(p => p.Name.Zh, StringComparer.Ordinal);
        var shape = program.Model.ParameterShape;
        return FeelValue.Of(new FeelContext(shape, [.. shape.Names.Select(name => byName.TryGetValue(name, out var parameter) ? parameter.On(on) : FeelValue.Null)]));
    }, this);

    /// <summary>The evaluation date in the frame; the first day of validity for a model that has none.</summary>
    public DateOnly EvaluationDateOf(FeelValue[] frame) =>
        evaluationDateSlot >= 0 && frame[evaluationDateSlot].AsDate() is { } day ? day : Policy.Validity.From;
}
