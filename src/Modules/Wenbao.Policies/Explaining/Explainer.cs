using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Possibilities;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Explaining;

/// <summary>Turns decided cases into explanations.</summary>
internal sealed class Explainer(AudiencePlan audience, ISubjectProvenance provenance, string subject)
{
    /// <summary>The explanation of every policy that was judged, in catalogue order.</summary>
    public IReadOnlyList<PolicyExplanation> Explain(CaseCapture capture) =>
        [.. capture.Cases.GroupBy(c => c.Plan).OrderBy(g => g.Key).Select(group =>
        {
            var cases = group.Select(Explain).ToList();
            var best = cases.Aggregate((before, next) => next.Outcome >= before.Outcome ? next : before);
            return new PolicyExplanation(best.Policy, best, cases, new Money(cases.Sum(c => c.Amount.Fen)));
        })];

    private Explanation Explain(CaseCapture.Captured captured)
    {
        var plan = audience.Plans[captured.Plan];
        var program = plan.Program;
        var decision = captured.Decision;
        var eligible = decision.Outcome == Outcome.Eligible;
        return new Explanation
        {
            Subject = subject,
            Policy = program.Policy,
            EvaluationDate = captured.On,
            Outcome = decision.Outcome,
            IsNearMiss = decision.IsNearMiss(program.Policy.MendableConditions()),
            Conditions = [.. program.Policy.Conditions.Select((_, i) => Condition(plan, captured, i))],
            Amount = eligible ? Money.Round(decision.AmountYuan ?? 0m) : Money.Zero,
            Steps = eligible ? [.. program.Policy.Steps.Select((step, i) => Step(program, step, i, captured.Frame))] : [],
            Record = RecordKey(plan, captured.Record),
            CaseKey = captured.Key,
        };
    }

    private ExplainedCondition Condition(CasePlan plan, CaseCapture.Captured captured, int index)
    {
        var program = plan.Program;
        var condition = program.Policy.Conditions[index];
        var entry = program.Model.Conditions[index];
        var bit = 1u << index;
        bool? result = (captured.Decision.Failed & bit) == 0 ? true : (captured.Decision.Unknown & bit) != 0 ? null : false;
        var slots = program.Model.SlotsBehind(entry.Value);
        var inputs = program.Policy.Inputs.Select((input, i) => (input, i))
            .Where(x => slots.Contains(program.Model.InputSlots[x.i]))
            .Select(x => Input(plan, captured, x.input, x.i, result is null)).ToList();
        return new ExplainedCondition(
            condition.Id,
            new LocalizedText(entry.Label, condition.EnglishLabel ?? entry.Label),
            condition.Reason,
            result,
            condition.Clause,
            entry.Text,
            inputs,
            condition.Mend,
            result == false ? Gap(entry.Value, captured.Frame) : null);
    }

    private ExplainedInput Input(CasePlan plan, CaseCapture.Captured captured, PolicyInput input, int index, bool isUndetermined)
    {
        var label = plan.Program.Model.InputLabels[index];
        var value = captured.Frame[plan.Program.Model.InputSlots[index]];
        var (source, asOf) = SourceOf(plan, input, captured.On);
        return new ExplainedInput(
            input.Name,
            input.Label ?? new LocalizedText(label, label),
            value,
            input.Type,
            input.Unit,
            source,
            asOf,
            isUndetermined && value.IsNull && input.NullKind == NullKind.Unknown,
            value.IsNull ? input.NullMeans : null);
    }

    private (LocalizedText Source, DateOnly? AsOf) SourceOf(CasePlan plan, PolicyInput input, DateOnly on)
    {
        switch (input.Source)
        {
            case InputSource.Attribute attribute:
                return provenance.OfAttribute(attribute.Path);
            case InputSource.Records records:
                return provenance.OfList(plan.RecordList >= 0 && audience.Scan.Lists[plan.RecordList].Children.Any(c => c.Id == records.List)
                    ? audience.Scan.Lists[plan.RecordList].Id
                    : records.List);
            case InputSource.MonthlySum sum:
                return provenance.OfList(sum.List);
            case InputSource.CaseField:
                return provenance.OfList(audience.Scan.Lists[plan.RecordList].Id);
            case InputSource.Series:
                return (SourceTexts.Series, on);
            case InputSource.EvaluationDate or InputSource.EvaluationMonth or InputSource.TermStart:
                return (SourceTexts.Clock, null);
            default:
                return (SourceTexts.Entitlements, on);
        }
    }

    private static ExplainedStep Step(DecisionProgram program, PolicyStep step, int index, FeelValue[] frame)
    {
        var entry = program.Model.Steps[index];
        return new ExplainedStep(step.Id, new LocalizedText(entry.Label, step.EnglishLabel), program.StepValue(frame, index), entry.Text, step.Clause);
    }

    private static ExplainedGap? Gap(BoundNode condition, FeelValue[] frame)
    {
        if (ComparisonGap.Of(condition, frame) is not { } gap || gap.Actual.IsNull || gap.Threshold.IsNull)
        {
            return null;
        }

        decimal? distance = gap.Actual.AsNumber() is { } actual && gap.Threshold.AsNumber() is { } threshold ? Math.Abs(threshold - actual)
            : gap.Actual.AsDate() is { } day && gap.Threshold.AsDate() is { } limit ? Math.Abs(limit.DayNumber - day.DayNumber)
            : null;
        return new ExplainedGap(gap.Actual, OperatorText(gap.Operator), gap.Threshold, distance);
    }

    private static string OperatorText(FeelOperator comparison) => comparison switch
    {
        FeelOperator.Less => "<",
        FeelOperator.LessOrEqual => "<=",
        FeelOperator.Greater => ">",
        FeelOperator.GreaterOrEqual => ">=",
        FeelOperator.NotEqual => "!=",
        _ => "=",
    };

    private string? RecordKey(CasePlan plan, FeelContext? record)
    {
        if (record is null)
        {
            return null;
        }

        var list = audience.Scan.Lists[plan.RecordList];
        return string.Join(" ", list.OwnKey.Select(k => FeelDisplay.Plain(record[list.Shape.IndexOf(k.Id)])));
    }
}

/// <summary>Names of sources that are no register.</summary>
internal static class SourceTexts
{
    public static readonly LocalizedText Series = new("公布的指标序列", "published series");
    public static readonly LocalizedText Clock = new("判定日", "evaluation date");
    public static readonly LocalizedText Entitlements = new("权益记录", "entitlement records");
}

/// <summary>Where the values of one subject come from.</summary>
internal interface ISubjectProvenance
{
    /// <summary>Source and day of an attribute, or of one behind a reference.</summary>
    (LocalizedText Source, DateOnly? AsOf) OfAttribute(string path);

    /// <summary>Source and day of a record list.</summary>
    (LocalizedText Source, DateOnly? AsOf) OfList(string list);
}
