using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Explaining;
using Wenbao.Policies.Life;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Explains frozen decisions from their own inputs, and decides them again (判定说明与重算).</summary>
internal sealed class FrozenExplainer(MatchEngine engine, PolicyEngines engines)
{
    /// <summary>The decision with every reason.</summary>
    public EntitlementDecision Explain(Entitlement entitlement, StoredDecision stored)
    {
        var frozen = FrozenDecision.Read(stored.Content);
        return new EntitlementDecision(
            stored.DecidedOn, stored.DecidedBy, stored.PolicyVersion, stored.Outcome, new Money(stored.AmountFen), Explanation(entitlement, stored, frozen));
    }

    /// <summary>Decides the frozen inputs again with the version that decided them.</summary>
    /// <returns>The decision; or the problem that the version is not at hand, or that something else comes out.</returns>
    public Result<CaseDecision> Replay(StoredDecision stored)
    {
        var program = ProgramOf(stored);
        if (!program.IsSuccess)
        {
            return program.Problem!;
        }

        var frozen = FrozenDecision.Read(stored.Content);
        var frame = program.Value.NewFrame();
        if (InputJson.Fill(program.Value, frozen.Inputs, frame) is { } unread)
        {
            return unread;
        }

        var decision = program.Value.Decide(frame);
        var (before, after) = (Told(frozen.Outcome, frozen.Failed, frozen.Unknown, frozen.Amount), Told(program.Value, decision));
        return before == after ? decision : EntitlementProblems.ReplayDiffers.At(DecidedBy.Subject(stored.EntitlementId), stored.EntitlementId, before, after);
    }

    private Explanation? Explanation(Entitlement entitlement, StoredDecision stored, FrozenDecision frozen)
    {
        if (ProgramOf(stored) is not { IsSuccess: true, Value: { } program } || engine.PlanOf(program) is not { IsSuccess: true, Value: { } audience })
        {
            return null;
        }

        var frame = program.NewFrame();
        if (InputJson.Fill(program, frozen.Inputs, frame) is not null)
        {
            return null;
        }

        var decision = program.Decide(frame);
        var capture = new CaseCapture();
        capture.Cases.Add(new CaseCapture.Captured(0, frozen.On, null, decision, frame));
        return new Explainer(audience, new FrozenProvenance(audience, frozen.On), entitlement.Subject).Explain(capture)[0].Best;
    }

    private Result<DecisionProgram> ProgramOf(StoredDecision stored)
    {
        var program = engines.FindProgram(stored.Policy, stored.PolicyVersion);
        return program.IsSuccess
            ? program
            : EntitlementProblems.VersionGone.At(DecidedBy.Subject(stored.EntitlementId), stored.Policy, stored.PolicyVersion);
    }

    private static string Told(DecisionProgram program, in CaseDecision decision) =>
        Told(decision.Outcome, Ids(program, decision.Failed), Ids(program, decision.Unknown), Money.Round(decision.AmountYuan ?? 0m).ToString());

    private static string Told(Outcome outcome, IEnumerable<string> failed, IEnumerable<string> unknown, string amount) =>
        $"{OutcomeText.Code(outcome)} [{string.Join(",", failed)}] [{string.Join(",", unknown)}] {amount}";

    private static IEnumerable<string> Ids(DecisionProgram program, uint mask) => program.Policy.Conditions.Where((_, i) => (mask & (1u << i)) != 0).Select(c => c.Id);

    /// <summary>Where frozen values came from: the declared sources, as of the evaluation date.</summary>
    private sealed class FrozenProvenance(AudiencePlan audience, DateOnly on) : ISubjectProvenance
    {
        private static readonly LocalizedText Registry = new("登记库", "registry");

        public (LocalizedText Source, DateOnly? AsOf) OfAttribute(string path) => (audience.Scan.AttributeAt(path)?.Source?.Text ?? Registry, on);

        public (LocalizedText Source, DateOnly? AsOf) OfList(string list) => (audience.Scan.Lists.FirstOrDefault(l => l.Id == list)?.Source?.Text ?? Registry, on);
    }
}
