using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>How the figures wanted are read from the cases of one audience: per policy and figure, filter, column, steps and input.</summary>
internal sealed class FoundMeasurePlan
{
    private FoundMeasurePlan(AudiencePlan audience, IReadOnlyList<Reading>[] readings)
    {
        Audience = audience;
        Readings = readings;
    }

    /// <summary>One figure as read from one policy's cases.</summary>
    /// <param name="Measure">The figure's position.</param>
    /// <param name="Filter">Which subjects count; null for all.</param>
    /// <param name="Column">The attribute's column; -1 for none.</param>
    /// <param name="Steps">Positions of the steps added.</param>
    /// <param name="LessSteps">Positions of the steps taken off.</param>
    /// <param name="InputSlot">The slot of the input that is the whole; -1 for none.</param>
    public sealed record Reading(int Measure, AudienceFilter? Filter, int Column, IReadOnlyList<int> Steps, IReadOnlyList<int> LessSteps, int InputSlot);

    /// <summary>The audience.</summary>
    public AudiencePlan Audience { get; }

    /// <summary>The readings of each policy of the audience.</summary>
    public IReadOnlyList<Reading>[] Readings { get; }

    /// <summary>Binds the figures to an audience, adding the columns they need to its scan.</summary>
    public static Result<FoundMeasurePlan> Make(AudiencePlan audience, IReadOnlyList<FoundMeasure> measures)
    {
        var readings = new IReadOnlyList<Reading>[audience.Plans.Count];
        for (var plan = 0; plan < readings.Length; plan++)
        {
            var bound = new List<Reading>();
            for (var i = 0; i < measures.Count; i++)
            {
                if (measures[i].Policies.Contains(audience.Plans[plan].Program.Policy.Id))
                {
                    var reading = Bind(audience, audience.Plans[plan].Program, measures[i], i);
                    if (!reading.IsSuccess)
                    {
                        return reading.Problem!;
                    }

                    bound.Add(reading.Value);
                }
            }

            readings[plan] = bound;
        }

        return new FoundMeasurePlan(audience, readings);
    }

    private static Result<Reading> Bind(AudiencePlan audience, DecisionProgram program, FoundMeasure measure, int index)
    {
        AudienceFilter? filter = null;
        if (measure.Where.TryGetValue(program.Policy.Id, out var where))
        {
            var compiled = AudienceFilter.Compile(where, audience.Scan);
            if (!compiled.IsSuccess)
            {
                return compiled.Problem!;
            }

            filter = compiled.Value;
        }

        var column = measure.Attributes.TryGetValue(program.Policy.Id, out var attribute) ? audience.Scan.Column(attribute) : -1;
        if (attribute is not null && column < 0)
        {
            return PolicyProblems.UnboundInput.At(program.Policy.Id, "measure", attribute);
        }

        var input = program.Policy.Inputs.Select((candidate, i) => (candidate.Name, Slot: program.Model.InputSlots[i])).Where(c => c.Name == measure.Input).Select(c => c.Slot).DefaultIfEmpty(-1).First();
        return new Reading(index, filter, column, Positions(program, measure.Steps), Positions(program, measure.LessSteps), input);
    }

    private static int[] Positions(DecisionProgram program, IReadOnlyList<string> steps) =>
        [.. program.Model.Steps.Select((step, i) => (step.Id, i)).Where(s => steps.Contains(s.Id)).Select(s => s.i)];
}

/// <summary>Measures the found cases of a batch.</summary>
internal sealed class FoundMeter(FoundMeasurePlan plan, IReadOnlyList<FoundMeasure> measures) : IBatchListener
{
    private readonly FoundTally[] tallies = [.. measures.Select(m => new FoundTally(m))];
    private SubjectRow? subject;

    /// <inheritdoc/>
    public void Begin(SubjectRow row) => subject = row;

    /// <inheritdoc/>
    public void Decided(int index, in CaseContext at, in CaseDecision decision, FeelValue[] frame)
    {
        if (decision.Outcome != Outcome.Eligible)
        {
            return;
        }

        var program = plan.Audience.Plans[index].Program;
        foreach (var reading in plan.Readings[index])
        {
            if (reading.Filter is null || reading.Filter.Admits(at.Values))
            {
                tallies[reading.Measure].Add(
                    plan.Audience.Type.Id + "/" + subject!.PublicId,
                    Money.Round(decision.AmountYuan ?? 0m).Yuan,
                    reading.Column < 0 ? FeelValue.Null : subject.Values[reading.Column],
                    Sum(program, frame, reading.Steps) - Sum(program, frame, reading.LessSteps),
                    reading.InputSlot < 0 ? 0m : frame[reading.InputSlot].AsNumber() ?? 0m);
            }
        }
    }

    /// <summary>Adds what the batch came to.</summary>
    public void AddTo(IReadOnlyList<FoundTally> totals)
    {
        for (var i = 0; i < tallies.Length; i++)
        {
            totals[i].Add(tallies[i]);
        }
    }

    private static decimal Sum(DecisionProgram program, FeelValue[] frame, IReadOnlyList<int> steps)
    {
        var sum = 0m;
        foreach (var step in steps)
        {
            sum += program.StepValue(frame, step).AsNumber() ?? 0m;
        }

        return sum;
    }
}

/// <summary>The running total of one figure.</summary>
internal sealed class FoundTally(FoundMeasure measure)
{
    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private long cases;
    private decimal sum;
    private decimal whole;

    /// <summary>The figure so far.</summary>
    public decimal Result => measure.Figure switch
    {
        FoundFigure.Subjects or FoundFigure.Distinct => distinct.Count,
        FoundFigure.Cases => cases,
        FoundFigure.StepPercent => whole == 0m ? 0m : 100m * sum / whole,
        _ => sum,
    };

    /// <summary>Adds a found case.</summary>
    public void Add(string subject, decimal amount, FeelValue attribute, decimal steps, decimal input)
    {
        cases++;
        whole += input;
        switch (measure.Figure)
        {
            case FoundFigure.Subjects:
                distinct.Add(subject);
                break;
            case FoundFigure.Distinct:
                distinct.Add(Explaining.FeelDisplay.Plain(attribute));
                break;
            case FoundFigure.AttributeSum:
                sum += distinct.Add(subject) ? attribute.AsNumber() ?? 0m : 0m;
                break;
            case FoundFigure.Amount:
                sum += amount;
                break;
            default:
                sum += steps;
                break;
        }
    }

    /// <summary>Adds another tally of the same figure over other subjects.</summary>
    public void Add(FoundTally other)
    {
        cases += other.cases;
        whole += other.whole;
        sum += other.sum;
        distinct.UnionWith(other.distinct);
    }
}
