using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Explaining;

/// <summary>Keeps every case of one subject as it was decided, frame and all.</summary>
/// <param name="audience">The plans, so that the cases' keys are known; null when they are not needed.</param>
internal sealed class CaseCapture(AudiencePlan? audience = null) : ICaseListener
{
    /// <summary>A decided case.</summary>
    public sealed record Captured(int Plan, DateOnly On, FeelContext? Record, CaseDecision Decision, FeelValue[] Frame)
    {
        /// <summary>The key of the case; null when it was not asked for.</summary>
        public string? Key { get; init; }
    }

    /// <summary>The cases in the order they were decided.</summary>
    public List<Captured> Cases { get; } = [];

    /// <inheritdoc/>
    public void Decided(int plan, in CaseContext at, in CaseDecision decision, FeelValue[] frame) =>
        Cases.Add(new Captured(plan, at.EvaluationDate, at.Record, decision, (FeelValue[])frame.Clone()) { Key = audience?.Plans[plan].KeyOf(at) });
}
