using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Life;
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
/// <param name="Clause">The anchor of the clause that sets the amount; null when the version is not at hand.</param>
/// <param name="ClauseText">Its text in the version that decided last, whatever is in force today.</param>
/// <param name="ClauseVersion">That version; before any decision the one that found it, else the one in force; null with <paramref name="Clause"/>.</param>
/// <param name="Position">The place in the queue of its line, from 1; null when it does not wait.</param>
/// <param name="ClaimableUntil">The last day on which it can be claimed; null for no limit.</param>
/// <param name="ClaimedBy">Who claimed, by id; null until claimed.</param>
/// <param name="Place">Where the money is, in one word.</param>
/// <param name="Answer">What the subject answered to the hold that stands; null while it is not held or not answered.</param>
/// <param name="Actions">What the reader may do with it as it stands.</param>
public sealed record EntitlementDetail(
    EntitlementItem Item, string Department, string Mode, string Settlement, LocalizedText? Reason, IReadOnlyList<EntitlementHistory> History, EntitlementDecision? Decision, PaymentState? Payment,
    string? Clause, string? ClauseText, string? ClauseVersion, long? Position, DateOnly? ClaimableUntil, string? ClaimedBy, MoneyPlace Place, string? Answer,
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

    /// <summary>Answer why it is held.</summary>
    Answer,
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

internal sealed class GetEntitlementHandler(Database database, EntitlementNames names, FrozenExplainer explainer, Matching.MatchEngine engine, PolicyEngines engines, IOperationPipeline pipeline) : IQueryHandler<GetEntitlement, EntitlementDetail>
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
            var answer = entitlement.IsHeld && history.LastOrDefault(h => h.Deed is EntitlementDeed.Held or EntitlementDeed.Answered) is { Deed: EntitlementDeed.Answered } given ? given.ReasonZh : null;
            var policy = PolicyOf(entitlement, decision);
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
                policy?.Version,
                position,
                entitlement.ClaimableUntil,
                entitlement.ClaimedBy,
                MoneyPlaces.Of(entitlement.State, entitlement.IsHeld, entitlement.Settlement, payment),
                answer,
                [.. ActionsOf(entitlement, payment, answer is not null, scope)]);
        }
    }

    /// <summary>Besides what can be done anyway: the subject answers a hold, and an officer who has the answer may ask once more.</summary>
    private static IEnumerable<EntitlementAction> ActionsOf(Entitlement entitlement, PaymentState? payment, bool isAnswered, OperationScope scope)
    {
        foreach (var action in EntitlementViews.ActionsOf(entitlement, payment, scope))
        {
            if (action == EntitlementAction.Unhold && isAnswered)
            {
                yield return EntitlementAction.Hold;
            }

            yield return action;
        }

        if (scope.Has(Duty.Owner) && entitlement.IsHeld && !isAnswered)
        {
            yield return EntitlementAction.Answer;
        }
    }

    /// <summary>The policy as it was when it decided: a later version says something else beside a frozen decision. Null when that version is not at hand.</summary>
    private Policy? PolicyOf(Entitlement entitlement, StoredDecision? decision)
    {
        var version = decision?.PolicyVersion ?? entitlement.PolicyVersion;
        var program = version.Length == 0 ? engine.Library.FindProgram(entitlement.Policy) : engines.FindProgram(entitlement.Policy, version);
        return program.IsSuccess ? program.Value.Policy : null;
    }
}
