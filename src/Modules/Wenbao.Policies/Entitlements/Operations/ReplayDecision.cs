using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Decides the frozen inputs of an entitlement again with the version that decided them (重算): the same result, or a problem that names the difference.</summary>
/// <param name="Entitlement">The entitlement.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record ReplayDecision(long Entitlement) : IQuery<ReplayedDecision>;

/// <summary>A decision that came out again.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="PolicyVersion">The version that decided.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Amount">The amount.</param>
public sealed record ReplayedDecision(long Entitlement, string Policy, string PolicyVersion, Outcome Outcome, Money Amount);

internal sealed class ReplayDecisionHandler(Database database, FrozenExplainer explainer) : IQueryHandler<ReplayDecision, ReplayedDecision>
{
    public async Task<Result<ReplayedDecision>> HandleAsync(ReplayDecision query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var entitlement = await db.Entitlements.FirstOrDefaultAsync(e => e.Id == query.Entitlement, cancel).ConfigureAwait(false);
            if (entitlement?.DecisionVersion is not { } version || EntitlementAccess.Refuses(scope, entitlement) is not null)
            {
                return EntitlementProblems.EntitlementNotFound.With(query.Entitlement);
            }

            var stored = await db.Decisions.FirstAsync(d => d.EntitlementId == query.Entitlement && d.Version == version, cancel).ConfigureAwait(false);
            return explainer.Replay(stored).Map(decision => new ReplayedDecision(
                query.Entitlement, stored.Policy, stored.PolicyVersion, decision.Outcome, decision.Outcome == Outcome.Eligible ? Money.Round(decision.AmountYuan ?? 0m) : Money.Zero));
        }
    }
}
