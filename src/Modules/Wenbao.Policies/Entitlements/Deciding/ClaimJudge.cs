using System.Buffers;
using Wenbao.Feel;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Decides single cases for claims, in full. One judge belongs to one thread.</summary>
/// <param name="audience">The policies.</param>
/// <param name="parties">Looks up one of the pack's parties by its id.</param>
internal sealed class ClaimJudge(ClaimAudience audience, Func<string, Payee?> parties)
{
    /// <summary>The most records of a list that are tried one by one when it is found out which of them a claim needs.</summary>
    public const int RecordsTriedMax = 400;

    private readonly FeelValue[][] frames = [.. audience.Plans.Select(p => p.Cases.Program.NewFrame())];
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>Decides a case.</summary>
    /// <param name="plan">The policy's plan.</param>
    /// <param name="row">The subject.</param>
    /// <param name="on">The evaluation date.</param>
    /// <param name="record">The record judged; null when the subject itself is.</param>
    /// <param name="factsOn">The day whose values count; null for those of the day read.</param>
    /// <param name="memory">What the subject was granted; the entitlement decided is left out of it.</param>
    /// <param name="isTaken">Whether another entitlement has used up an event.</param>
    /// <param name="frozen">A decision whose inputs about grants and balances are taken; null to read them.</param>
    /// <returns>The decided case; null when the policy is not judged for the subject.</returns>
    public JudgedCase? Judge(ClaimPlan plan, SubjectRow row, DateOnly on, FeelContext? record, DateOnly? factsOn, SubjectMemory memory, Predicate<string> isTaken, FrozenDecision? frozen = null)
    {
        var at = new CaseContext
        {
            Values = factsOn is { } day ? row.ValuesAt(day) : row.Values,
            Lists = row.Lists,
            Record = record,
            EvaluationDate = on,
            Memory = memory,
            CaseKey = CaseKeys.Of(plan.Policy, plan.Judged, on, record, audience.TermStartOf(on)),
            FreeRecords = plan.Events is { IsListInput: true } events ? events.Free(row, on, isTaken) : null,
        };
        if (plan.Cases.Filter is { } filter && !filter.Admits(at.Values))
        {
            return null;
        }

        var frame = frames[plan.Index];
        if (!plan.Cases.Fill(at, frame))
        {
            return null;
        }

        var values = plan.Cases.ReadInputs(at);
        if (at.CaseKey is null)
        {
            // The event's inputs tell the key; the grants of the same event can only be looked up with it.
            at.CaseKey = CaseKeys.OfInputs(plan.Policy, values);
            plan.Cases.Fill(at, frame);
            values = plan.Cases.ReadInputs(at);
        }

        var program = plan.Cases.Program;
        if (frozen is not null)
        {
            TakeFrozen(program, frozen, values, frame);
        }

        var decision = program.Decide(frame);
        var eligible = decision.Outcome == Outcome.Eligible;
        var written = FrozenDecision.Write(program, on, decision, values, frame, buffer);
        var rule = eligible ? plan.PayeeOf(frame) : null;
        return new JudgedCase
        {
            Plan = plan,
            Row = row,
            On = on,
            CaseKey = at.CaseKey,
            Decision = decision,
            Amount = eligible ? Money.Round(decision.AmountYuan ?? 0m) : Money.Zero,
            Frozen = written,
            Lent = eligible && plan.LentInput >= 0 && values[plan.LentInput].AsNumber() is { } lent ? Money.Round(lent) : Money.Zero,
            LentDays = eligible && plan.LentDaysInput >= 0 && values[plan.LentDaysInput].AsNumber() is { } days ? (int)days : 0,
            Funding = eligible ? program.FundingOf(frame) : null,
            PayeeRule = rule?.Rule,
            Payee = rule?.Find(row, record, parties),
            Steps = eligible && plan.IsStepRead ? Steps(program, frame) : [],
            InputsRead = [.. plan.InputsRead.Select(name => (name, values[IndexOf(plan.Policy, name)]))],
            // Last: it decides again and again, in the same frame.
            Events = decision.Outcome == Outcome.Ineligible ? [] : EventsOf(plan, at, row, values, decision, frame),
        };
    }

    /// <summary>Puts the inputs that tell of grants and balances as a decision had them.</summary>
    private static void TakeFrozen(DecisionProgram program, FrozenDecision frozen, FeelValue[] values, FeelValue[] frame)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (program.Policy.Inputs[i].Source.TellsOfGrants
                && InputJson.ReadInput(program, i, frozen.Inputs) is { IsSuccess: true } read)
            {
                values[i] = read.Value;
                if (program.Model.InputSlots[i] >= 0)
                {
                    frame[program.Model.InputSlots[i]] = read.Value;
                }
            }
        }
    }

    private static int IndexOf(Policy policy, string input) => Array.FindIndex([.. policy.Inputs], i => i.Name == input);

    private static (string, FeelValue)[] Steps(DecisionProgram program, FeelValue[] frame) =>
        [.. program.Model.Steps.Select((step, i) => (step.Id, program.StepValue(frame, i)))];

    /// <summary>The events that the case uses up: of a list, the fewest records, the earliest first, that give the same amount; the others stay free.</summary>
    private static IReadOnlyList<string> EventsOf(ClaimPlan plan, in CaseContext at, SubjectRow row, FeelValue[] values, in CaseDecision decision, FeelValue[] frame)
    {
        if (plan.Events is not { } events)
        {
            return [];
        }

        var all = events.Of(row, at.EvaluationDate, at.Record, values, at.FreeRecords);
        if (!events.IsListInput || decision.Outcome != Outcome.Eligible || all.Count is 0 or > RecordsTriedMax)
        {
            return all;
        }

        var without = new HashSet<string>(StringComparer.Ordinal);
        var trial = at;
        var free = at.FreeRecords ?? row.Lists[plan.Cases.FreeRecordsList];
        var taken = events.Of(row, at.EvaluationDate, at.Record, values, row.Lists[plan.Cases.FreeRecordsList]).Except(all, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        for (var i = all.Count - 1; i >= 0; i--)
        {
            without.Add(all[i]);
            trial.FreeRecords = events.Free(row, at.EvaluationDate, identity => taken.Contains(identity) || without.Contains(identity)) ?? free;
            plan.Cases.Fill(trial, frame);
            var other = plan.Cases.Program.DecideOutcome(frame);
            if (other.Outcome != Outcome.Eligible || other.AmountYuan != decision.AmountYuan)
            {
                without.Remove(all[i]);
            }
        }

        return [.. all.Where(identity => !without.Contains(identity))];
    }
}
