using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>One entitlement with its history, the frozen decision with every reason, and where the money is (权益详情).</summary>
/// <param name="Id">The number.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetEntitlement(long Id) : IQuery<EntitlementDetail>;

/// <summary>An entitlement in full.</summary>
/// <param name="Item">What lists show of it.</param>
/// <param name="Department">The department in charge, by its Chinese name.</param>
/// <param name="Mode">How its policy is handled.</param>
/// <param name="Settlement">How its policy is settled.</param>
/// <param name="Reason">Why it stands as it does; null where nothing has to be said.</param>
/// <param name="History">What happened, earliest first.</param>
/// <param name="Decision">The frozen decision; null before any.</param>
/// <param name="Payment">Where the money is; null where funds know nothing of it.</param>
/// <param name="Clause">The anchor of the clause that sets the amount; null when the policy is no longer in the library.</param>
/// <param name="ClauseText">Its text.</param>
/// <param name="Position">The place in the queue of its line, from 1; null when it does not wait.</param>
/// <param name="ClaimableUntil">The last day on which it can be claimed; null for no limit.</param>
/// <param name="ClaimedBy">Who claimed, by id; null until claimed.</param>
/// <param name="Place">Where the money is, in one word.</param>
/// <param name="Actions">What the reader may do with it as it stands.</param>
public sealed record EntitlementDetail(
    EntitlementItem Item, string Department, string Mode, string Settlement, LocalizedText? Reason, IReadOnlyList<EntitlementHistory> History, EntitlementDecision? Decision, PaymentState? Payment,
    string? Clause, string? ClauseText, long? Position, DateOnly? ClaimableUntil, string? ClaimedBy, MoneyPlace Place,
    IReadOnlyList<EntitlementAction> Actions);

/// <summary>What can be done with an entitlement.</summary>
public enum EntitlementAction
{
    /// <summary>Grant the claim.</summary>
    Grant,

    /// <summary>Refuse the claim.</summary>
    Refuse,

    /// <summary>Hold it.</summary>
    Hold,

    /// <summary>Let it go on.</summary>
    Unhold,

    /// <summary>Take the grant back.</summary>
    Revoke,

    /// <summary>Decide the frozen inputs again.</summary>
    Replay,
}

/// <summary>Something that happened to an entitlement.</summary>
public sealed record EntitlementHistory(EntitlementDeed Deed, DateTimeOffset At, DateOnly On, string Actor, EntitlementState State, Money Amount, LocalizedText? Reason);

/// <summary>A frozen decision.</summary>
/// <param name="DecidedOn">The business day.</param>
/// <param name="DecidedBy">Who: an actor's id, or <c>model</c>.</param>
/// <param name="PolicyVersion">The version that decided.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Explanation">Every condition with the frozen values, and every step; null when the version is not at hand.</param>
public sealed record EntitlementDecision(DateOnly DecidedOn, string DecidedBy, string PolicyVersion, Outcome Outcome, Money Amount, Explanation? Explanation);

internal sealed class GetEntitlementHandler(Database database, EntitlementNames names, FrozenExplainer explainer, Matching.MatchEngine engine, IOperationPipeline pipeline) : IQueryHandler<GetEntitlement, EntitlementDetail>
{
    public async Task<Result<EntitlementDetail>> HandleAsync(GetEntitlement query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var entitlement = await db.Entitlements.FirstOrDefaultAsync(e => e.Id == query.Id, cancel).ConfigureAwait(false);
            if (entitlement is null || EntitlementAccess.Refuses(scope, entitlement) is not null)
            {
                return EntitlementProblems.EntitlementNotFound.With(query.Id);
            }

            var history = await db.Events.Where(e => e.EntitlementId == query.Id).OrderBy(e => e.Version).ToListAsync(cancel).ConfigureAwait(false);
            var decision = entitlement.DecisionVersion is { } version
                ? await db.Decisions.FirstOrDefaultAsync(d => d.EntitlementId == query.Id && d.Version == version, cancel).ConfigureAwait(false)
                : null;
            var position = entitlement is { State: EntitlementState.Waiting, Line: { } line }
                ? await db.Entitlements.LongCountAsync(e => e.Line == line && e.State == EntitlementState.Waiting && e.AcceptedNumber <= entitlement.AcceptedNumber, cancel).ConfigureAwait(false)
                : (long?)null;
            var payments = await pipeline.AskAsync(new FindPayments([query.Id]), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
            var payment = payments.IsSuccess ? payments.Value is [var first, ..] ? first : null : null;
            var policy = engine.Library.Find(entitlement.Policy) is { IsSuccess: true, Value: { } found } ? found : null;
            var clause = policy?.Steps[^1].Clause;
            return new EntitlementDetail(
                (await names.ItemsAsync([entitlement], cancel).ConfigureAwait(false))[0],
                entitlement.Department,
                entitlement.Mode,
                entitlement.Settlement,
                EntitlementTexts.Reason(entitlement),
                [.. history.Select(h => new EntitlementHistory(h.Deed, h.At, h.On, h.Actor, h.State, new Money(h.AmountFen), EntitlementTexts.Reason(h.ReasonZh, h.ReasonEn)))],
                decision is null ? null : explainer.Explain(entitlement, decision),
                payment,
                clause,
                policy?.Clauses.FirstOrDefault(c => c.Anchor == clause)?.Text,
                position,
                entitlement.ClaimableUntil,
                entitlement.ClaimedBy,
                MoneyPlaces.Of(entitlement.State, entitlement.IsHeld, entitlement.Settlement, payment),
                [.. EntitlementViews.ActionsOf(entitlement, payment, scope)]);
        }
    }
}
