using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Feel.Evaluation;
using Wenbao.Feel.Possibilities;
using Wenbao.Registry;

namespace Wenbao.Policies.Deciding;

/// <summary>A policy's model made ready to run: inputs are slots of a frame, the conditions one compiled mask, the steps compiled one by one. Shared by all threads; frames are not.</summary>
internal sealed partial class DecisionProgram
{
    /// <summary>The largest amount taken for one; anything beyond is a fault of the model.</summary>
    public const decimal AmountYuanMax = 1_000_000_000_000m;

    private readonly Func<FeelValue[], ulong> holdingConditions;
    private readonly (int Slot, IFeelExecutable Executable)[] constants;
    private readonly (int Slot, IFeelExecutable Executable)[] prerequisites;
    private readonly IFeelExecutable[] steps;
    private readonly int[] stepSlots;
    private readonly ulong[] unknownInputsOfCondition;
    private readonly PossibilityEvaluator[] possibilities;
    private readonly UnknownSlot?[] unknownSlots;
    private readonly int evaluationDateSlot;
    private readonly CaseRules rules;

    public DecisionProgram(Policy policy, PolicyModel model)
    {
        Policy = policy;
        Model = model;
        evaluationDateSlot = policy.Inputs.Select((input, i) => (input, i)).Where(x => x.input.Source is InputSource.EvaluationDate).Select(x => model.InputSlots[x.i]).DefaultIfEmpty(-1).First();
        AllConditions = (uint)((1UL << model.Conditions.Count) - 1);
        holdingConditions = model.ConditionsReferToEachOther
            ? FeelCompiler.CompileEntryMask([.. model.Conditions.Select(c => new BoundEntry(c.Label, c.Slot, c.Value))])
            : FeelCompiler.CompilePredicateMask([.. model.Conditions.Select(c => c.Value)]);
        constants = [.. model.Prerequisites.Where(p => p.IsConstant).Select(p => (p.Slot, FeelCompiler.Compile(p.Logic)))];
        prerequisites = [.. model.Prerequisites.Where(p => !p.IsConstant).Select(p => (p.Slot, FeelCompiler.Compile(p.Logic)))];
        steps = [.. model.Steps.Select(s => FeelCompiler.Compile(s.Value))];
        stepSlots = [.. model.Steps.Select(s => s.Slot.Slot)];
        unknownSlots = [.. policy.Inputs.Select((input, i) => input.NullKind == NullKind.Unknown ? new UnknownSlot(model.InputSlots[i], PossibleDomain.Of(input)) : null)];
        var definitions = model.Prerequisites.Where(p => !p.IsConstant).ToDictionary(p => p.Slot, p => p.Logic);
        possibilities = [.. model.Conditions.Select(c => PossibilityEvaluator.For(c.Value, definitions))];
        unknownInputsOfCondition = [.. model.Conditions.Select(c => UnknownInputsIn(c.Value))];
        rules = new CaseRules(policy, model.InputSlots);
    }

    private DecisionProgram(DecisionProgram compiled, Policy policy)
    {
        Policy = policy;
        Model = compiled.Model;
        evaluationDateSlot = compiled.evaluationDateSlot;
        AllConditions = compiled.AllConditions;
        holdingConditions = compiled.holdingConditions;
        constants = compiled.constants;
        prerequisites = compiled.prerequisites;
        steps = compiled.steps;
        stepSlots = compiled.stepSlots;
        unknownInputsOfCondition = compiled.unknownInputsOfCondition;
        possibilities = compiled.possibilities;
        unknownSlots = compiled.unknownSlots;
        rules = compiled.rules;
    }

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <summary>Its bound model.</summary>
    public PolicyModel Model { get; }

    /// <summary>The mask with every condition's bit.</summary>
    public uint AllConditions { get; }

    /// <summary>The same model under another id or with other parameters; nothing is compiled again.</summary>
    /// <param name="policy">The policy, with the same inputs, conditions and steps.</param>
    public DecisionProgram With(Policy policy) => new(this, policy);

    /// <summary>The same model with its parameters as they are on a day, on every day.</summary>
    public DecisionProgram WithRulesOf(DateOnly day) =>
        With(Policy with { Parameters = [.. Policy.Parameters.Select(p => p with { Values = [new DatedValue(DateOnly.MinValue, p.On(day))] })] });

    /// <summary>A new frame with room for every slot.</summary>
    public FeelValue[] NewFrame()
    {
        var frame = new FeelValue[Model.FrameSize];
        foreach (var (slot, executable) in constants)
        {
            frame[slot] = executable.Evaluate(frame);
        }

        return frame;
    }

    /// <summary>Decides the case whose inputs stand in the frame, telling of every failing condition whether it could hold.</summary>
    public CaseDecision Decide(FeelValue[] frame)
    {
        var failed = Failed(frame);
        if (failed == 0)
        {
            return new CaseDecision(Outcome.Eligible, 0, 0, Amount(frame));
        }

        var unknown = UnknownConditions(frame, failed, stopAtDefinite: false);
        return new CaseDecision(failed == unknown ? Outcome.Undetermined : Outcome.Ineligible, failed, unknown, 0m);
    }

    /// <summary>Decides the case for a pass over the registry: once one condition fails for certain the outcome is known, and whether the others could hold is not looked at.</summary>
    /// <returns>The decision; its unknown conditions are complete only when the outcome is undetermined.</returns>
    public CaseDecision DecideOutcome(FeelValue[] frame)
    {
        var failed = Failed(frame);
        if (failed == 0)
        {
            return new CaseDecision(Outcome.Eligible, 0, 0, Amount(frame));
        }

        var unknown = UnknownConditions(frame, failed, stopAtDefinite: true);
        return failed == unknown ? new CaseDecision(Outcome.Undetermined, failed, unknown, 0m) : new CaseDecision(Outcome.Ineligible, failed, 0, 0m);
    }

    /// <summary>The value of each step for a case that is eligible; <see cref="Decide"/> has put them into the frame.</summary>
    public FeelValue StepValue(FeelValue[] frame, int step) => frame[stepSlots[step]];

    /// <summary>Which line pays the case whose inputs stand in the frame; null when no money is concerned.</summary>
    public PolicyFunding? FundingOf(FeelValue[] frame) => rules.FundingOf(frame);

    /// <summary>Who is paid for the case whose inputs stand in the frame; null when nobody is.</summary>
    public PayeeRule? PayeeOf(FeelValue[] frame) => rules.PayeeOf(frame);

    private decimal? Amount(FeelValue[] frame)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            frame[stepSlots[i]] = steps[i].Evaluate(frame);
        }

        return frame[stepSlots[^1]].AsNumber() is { } amount && Math.Abs(amount) <= AmountYuanMax ? amount : null;
    }

    private uint UnknownConditions(FeelValue[] frame, uint failed, bool stopAtDefinite)
    {
        ulong missing = 0;
        for (var i = 0; i < unknownSlots.Length; i++)
        {
            if (unknownSlots[i] is { } slot && frame[slot.Slot].IsNull)
            {
                missing |= 1UL << i;
            }
        }

        uint unknown = 0;
        if (missing == 0 || (stopAtDefinite && HasDefiniteFailure(failed, missing)))
        {
            return 0;
        }

        for (var condition = 0; condition < unknownInputsOfCondition.Length; condition++)
        {
            var mattering = missing & unknownInputsOfCondition[condition];
            if ((failed & (1u << condition)) == 0 || mattering == 0)
            {
                continue;
            }

            if (CouldHold(frame, condition, mattering))
            {
                unknown |= 1u << condition;
            }
            else if (stopAtDefinite)
            {
                return 0;
            }
        }

        return unknown;
    }

    private bool HasDefiniteFailure(uint failed, ulong missing)
    {
        for (; failed != 0; failed &= failed - 1)
        {
            if ((missing & unknownInputsOfCondition[System.Numerics.BitOperations.TrailingZeroCount(failed)]) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private uint Failed(FeelValue[] frame)
    {
        foreach (var (slot, executable) in prerequisites)
        {
            frame[slot] = executable.Evaluate(frame);
        }

        return AllConditions & ~(uint)holdingConditions(frame);
    }

    private bool CouldHold(FeelValue[] frame, int condition, ulong missing)
    {
        var slots = new List<UnknownSlot>(System.Numerics.BitOperations.PopCount(missing));
        for (var i = 0; i < unknownSlots.Length; i++)
        {
            if ((missing & (1UL << i)) != 0)
            {
                slots.Add(unknownSlots[i]!);
            }
        }

        return possibilities[condition].Evaluate(frame, slots).MayBeTrue;
    }

    private ulong UnknownInputsIn(BoundNode condition)
    {
        var slots = Model.SlotsBehind(condition);
        ulong mask = 0;
        for (var i = 0; i < unknownSlots.Length; i++)
        {
            mask |= unknownSlots[i] is { } unknown && slots.Contains(unknown.Slot) ? 1UL << i : 0;
        }

        return mask;
    }
}
