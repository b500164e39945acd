using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Tests.Deciding;

/// <summary>The reference for decisions: conditions and steps run one by one by the general interpreter, two-valued; what is missing is tried out value by value.</summary>
internal sealed class PlainEvaluation
{
    private readonly (int Slot, IFeelExecutable Logic)[] before;
    private readonly (int Slot, IFeelExecutable Logic)[] conditions;
    private readonly (int Slot, IFeelExecutable Logic)[] steps;

    public PlainEvaluation(DecisionProgram program)
    {
        Program = program;
        before = [.. program.Model.Prerequisites.Select(p => (p.Slot, FeelExecutables.Interpret(p.Logic)))];
        conditions = [.. program.Model.Conditions.Select(c => (c.Slot.Slot, FeelExecutables.Interpret(c.Value)))];
        steps = [.. program.Model.Steps.Select(s => (s.Slot.Slot, FeelExecutables.Interpret(s.Value)))];
        MissableInputs = [.. program.Model.Conditions.Select(c => Missable(c.Value))];
    }

    public DecisionProgram Program { get; }

    /// <summary>For each condition, the inputs of null kind <i>unknown</i> that it reads, by position.</summary>
    public IReadOnlyList<IReadOnlyList<int>> MissableInputs { get; }

    /// <summary>The frame of a case as it is given.</summary>
    public FeelValue[] Frame(System.Text.Json.JsonElement inputs)
    {
        var frame = new FeelValue[Program.Model.FrameSize];
        Assert.Null(InputJson.Fill(Program, inputs, frame));
        return frame;
    }

    /// <summary>Which conditions do not hold, as a bit mask.</summary>
    public uint Failed(FeelValue[] frame)
    {
        Run(before, frame);
        Run(conditions, frame);
        uint failed = 0;
        for (var i = 0; i < conditions.Length; i++)
        {
            failed |= frame[conditions[i].Slot].IsTrue ? 0 : 1u << i;
        }

        return failed;
    }

    /// <summary>The last step of the amount, after <see cref="Failed"/>.</summary>
    public decimal? Amount(FeelValue[] frame)
    {
        Run(steps, frame);
        return frame[steps[^1].Slot].AsNumber();
    }

    /// <summary>Whether some of the values tried makes the condition hold.</summary>
    public bool HoldsForSome(FeelValue[] frame, int condition, TrialValues values)
    {
        var open = MissableInputs[condition].Where(i => frame[Program.Model.InputSlots[i]].IsNull).ToList();
        var tried = (FeelValue[])frame.Clone();
        foreach (var choice in values.Choices(open, frame))
        {
            for (var i = 0; i < open.Count; i++)
            {
                tried[Program.Model.InputSlots[open[i]]] = choice[i];
            }

            Run(before, tried);
            for (var i = 0; i <= condition; i++)
            {
                tried[conditions[i].Slot] = conditions[i].Logic.Evaluate(tried);
            }

            if (tried[conditions[condition].Slot].IsTrue)
            {
                return true;
            }
        }

        return false;
    }

    private static void Run((int Slot, IFeelExecutable Logic)[] parts, FeelValue[] frame)
    {
        foreach (var (slot, logic) in parts)
        {
            frame[slot] = logic.Evaluate(frame);
        }
    }

    private List<int> Missable(BoundNode condition)
    {
        var slots = Program.Model.SlotsBehind(condition);
        return [.. Enumerable.Range(0, Program.Policy.Inputs.Count)
            .Where(i => Program.Policy.Inputs[i].NullKind == NullKind.Unknown && slots.Contains(Program.Model.InputSlots[i]))];
    }
}
