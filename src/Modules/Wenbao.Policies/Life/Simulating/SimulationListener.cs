using Wenbao.Feel;
using Wenbao.Feel.Possibilities;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Explaining;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Life;

/// <summary>Keeps of a batch what the cells do not: the eligible cases with their days, and how far near misses of the draft are from the threshold.</summary>
internal sealed class SimulationListener(AudiencePlan audience, int after, uint mendable) : IBatchListener
{
    private readonly Dictionary<long, NearGap?> gaps = [];
    private long subject;

    /// <summary>Eligible cases of both sides.</summary>
    public List<SimulatedCase> Cases { get; } = [];

    /// <inheritdoc/>
    public void Begin(SubjectRow row) => subject = row.Id;

    /// <inheritdoc/>
    public void Decided(int plan, in CaseContext at, in CaseDecision decision, FeelValue[] frame)
    {
        if (decision.Outcome == Outcome.Eligible)
        {
            var fen = decision.AmountYuan is { } yuan ? Kernel.Money.Round(yuan).Fen : 0;
            Cases.Add(new SimulatedCase(at.EvaluationDate, subject, fen, plan == after, audience.Plans[plan].Program.FundingOf(frame)?.Line));
        }
        else if (plan == after && decision.IsNearMiss(mendable))
        {
            // Of equal cases a cell stands for the latest, so the latest gap is the cell's.
            gaps[subject] = GapOf(audience.Plans[after].Program.Model.Conditions[decision.SingleFailure].Value, frame);
        }
    }

    /// <summary>The gap of a subject; null when its condition is no single comparison.</summary>
    public NearGap? GapOf(long subjectId) => gaps.GetValueOrDefault(subjectId);

    private static NearGap? GapOf(Feel.Binding.BoundNode condition, FeelValue[] frame)
    {
        if (ComparisonGap.Of(condition, frame) is not { } gap || gap.Actual.IsNull || gap.Threshold.IsNull)
        {
            return null;
        }

        decimal? distance = gap.Actual.AsNumber() is { } actual && gap.Threshold.AsNumber() is { } threshold ? Math.Abs(threshold - actual)
            : gap.Actual.AsDate() is { } day && gap.Threshold.AsDate() is { } limit ? Math.Abs(limit.DayNumber - day.DayNumber)
            : null;
        return new NearGap(FeelDisplay.Plain(gap.Actual), FeelDisplay.Plain(gap.Threshold), distance);
    }
}
