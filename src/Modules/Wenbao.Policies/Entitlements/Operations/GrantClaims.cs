using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies;

/// <summary>
/// Grants claims that wait for a person (审核批准). Each is decided again for the day it was accepted, from the present data; what is not eligible any more is left for the officer to look
/// at. Where a line has a ceiling, the order of acceptance counts, not that of the officers: a claim waits when its money would be lacking to earlier ones that are still under review.
/// Nobody grants what he claimed on behalf, and nothing is granted under a suspended policy.
/// </summary>
/// <param name="Entitlements">The entitlements, at most 10,000; null for all claims of <paramref name="Policies"/>.</param>
/// <param name="Policies">The policies whose claims are granted; null with <paramref name="Entitlements"/>.</param>
/// <param name="AcceptedThrough">Only claims accepted on or before this business day; null for all.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer)]
public sealed record GrantClaims(IReadOnlyList<long>? Entitlements, IReadOnlyList<string>? Policies = null, DateOnly? AcceptedThrough = null) : IOperation<GrantedClaims>, IValidated
{
    /// <summary>The most entitlements named in one call.</summary>
    public const int EntitlementsMax = 10_000;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Entitlements is { Count: > EntitlementsMax })
        {
            yield return EntitlementProblems.TooMany.With(EntitlementsMax);
        }

        if (Entitlements is null == Policies is null)
        {
            yield return EntitlementProblems.FilterUnknown.With("entitlements, policies");
        }
    }
}

/// <summary>What came of granting.</summary>
/// <param name="Granted">How many were granted.</param>
/// <param name="Amount">Their amount.</param>
/// <param name="Waiting">How many wait for money.</param>
/// <param name="Left">Claims that could not be granted, with the reason; at most 100 are named.</param>
/// <param name="LeftCount">How many could not be.</param>
public sealed record GrantedClaims(long Granted, Money Amount, long Waiting, IReadOnlyList<ClaimLeft> Left, long LeftCount);

/// <summary>A claim that could not be granted.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Code">The code of the problem.</param>
/// <param name="Reason">The problem in words.</param>
public sealed record ClaimLeft(long Entitlement, string Code, LocalizedText Reason);

internal sealed class GrantClaimsHandler(MatchEngine engine, ClaimDecider decider, PolicyStandings standings, BusinessClock clock, JobProgress progress)
    : IOperationHandler<GrantClaims, GrantedClaims>
{
    private const int LeftNamedMax = 100;

    public async Task<Result<GrantedClaims>> HandleAsync(GrantClaims operation, OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        var claims = await ClaimsAsync(operation, store, cancel).ConfigureAwait(false);
        if (operation.Entitlements is [var single] && Unfit(claims, single, session) is { } unfit)
        {
            return unfit;
        }

        var outcome = new Tally();
        foreach (var id in (operation.Entitlements ?? []).Except(claims.Select(c => c.Id)))
        {
            outcome.Leave(id, EntitlementProblems.EntitlementNotFound.With(id));
        }

        progress.Begin(ClaimRunTexts.Granting, claims.Count);
        var standing = claims.Select(c => c.Policy).Distinct(StringComparer.Ordinal).ToDictionary(p => p, p => standings.Standing(p, session.Scope.Today), StringComparer.Ordinal);
        var ready = claims.Where(c => IsReady(c, session, standing[c.Policy], outcome)).OrderBy(c => c.AcceptedNumber).ToList();
        if (await GrantAsync(session, store, book, ready, outcome, cancel).ConfigureAwait(false) is { } problem)
        {
            return problem;
        }

        if (operation.Entitlements is [_] && outcome.Left is [{ } only])
        {
            return only.Problem;
        }

        session.Describe(operation.Entitlements is [var one] ? DecidedBy.Subject(one) : string.Create(CultureInfo.InvariantCulture, $"grants/{session.Scope.Today:yyyy-MM-dd}"), book.Digest);
        return outcome.Result(LeftNamedMax);
    }

    private static async Task<List<Entitlement>> ClaimsAsync(GrantClaims operation, EntitlementStore store, CancellationToken cancel)
    {
        if (operation.Entitlements is { } ids)
        {
            return await store.FindAsync([.. ids.Distinct()], cancel).ConfigureAwait(false);
        }

        var policies = operation.Policies!.ToList();
        var open = store.Query.Where(e => e.State == EntitlementState.Claimed && policies.Contains(e.Policy));
        if (operation.AcceptedThrough is { } day)
        {
            open = open.Where(e => e.ClaimedOn <= day);
        }

        return await open.OrderBy(e => e.AcceptedNumber).ToListAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>The problem of a single claim that is not there or was changed since the officer saw it.</summary>
    private static Problem? Unfit(List<Entitlement> claims, long id, OperationSession session) =>
        claims is not [{ } claim] ? EntitlementProblems.EntitlementNotFound.With(id) : session.ExpectedVersion?.Check(claim.Version, DecidedBy.Subject(id));

    private static bool IsReady(Entitlement claim, OperationSession session, PolicyStanding standing, Tally outcome)
    {
        var problem = EntitlementAccess.Refuses(session.Scope, claim)
            ?? (claim.State != EntitlementState.Claimed ? EntitlementAccess.WrongState(claim)
            : claim.IsHeld ? EntitlementProblems.EntitlementHeld.With(claim.Id)
            : standing is { Kind: PolicyStandingKind.Suspended, Reason: { } why } ? EntitlementProblems.GrantSuspended.At(DecidedBy.Subject(claim.Id), claim.Id, standing.Since, why.Zh, why.En)
            : claim.Mode == "review" && claim.ClaimedBy == session.Scope.Actor ? EntitlementProblems.SamePerson.With(session.Scope.Actor)
            : null);
        if (problem is not null)
        {
            outcome.Leave(claim.Id, problem);
        }

        return problem is null;
    }

    private async Task<Problem?> GrantAsync(OperationSession session, EntitlementStore store, ClaimBook book, List<Entitlement> ready, Tally outcome, CancellationToken cancel)
    {
        var plans = engine.ClaimPlansFor([.. ready.Select(c => c.Policy).Distinct(StringComparer.Ordinal).Where(p => engine.Library.Find(p).IsSuccess)]);
        if (!plans.IsSuccess)
        {
            return plans.Problem;
        }

        var money = await decider.MoneyAsync(plans.Value.SelectMany(a => a.Plans).Select(p => p.Policy), store, session.Scope.Today, AcceptedSpan.Of(ready), cancel).ConfigureAwait(false);
        book.Money = money;
        var lines = ready.Where(c => c.Line is not null && money.IsWaitedFor(c.Line, c.AcceptedNumber!.Value)).Select(c => c.Line!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var turn in ClaimTurns.Of(ready))
        {
            if (plans.Value.FirstOrDefault(a => a.Type.Id == turn[0].SubjectType) is not { } audience)
            {
                continue;
            }

            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Grant, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            foreach (var some in turn.Where(c => audience.PlanOf(c.Policy) is not null).Chunk(ClaimDecider.SubjectsAtOnce))
            {
                progress.ThrowIfCancelled();
                var cases = await decider.DecideAsync(batch, [.. some.Select(c => new ClaimTarget(c.Policy, c.SubjectId, c))], cancel).ConfigureAwait(false);
                var granted = cases.Where(c => Settle(book, audience, c, session.Scope.Actor, outcome)).Select(c => c.Target.Existing!).ToList();
                if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
                {
                    return problem;
                }

                granted.ForEach(outcome.Grant);
                progress.Advance(some.Length);
            }
        }

        return await QueueTurns.ServeAsync(session, lines, cancel).ConfigureAwait(false);
    }

    private static bool Settle(ClaimBook book, ClaimAudience audience, CaseToDecide one, string actor, Tally outcome)
    {
        var claim = one.Target.Existing!;
        switch (one.Verdict)
        {
            case ClaimVerdict.Grantable:
                book.Decide(claim, one.Judged!, actor, usesEvents: true);
                book.Grant(claim, audience, one.Judged!, actor);
                return true;
            case ClaimVerdict.MustWait:
                book.Decide(claim, one.Judged!, actor, usesEvents: true);
                book.Queue(claim, one.WaitsFor);
                return true;
            default:
                outcome.Leave(claim.Id, EntitlementAccess.WhyNot(one));
                return false;
        }
    }

    private sealed class Tally
    {
        private long granted;
        private long waiting;
        private long fen;

        public List<(long Id, Problem Problem)> Left { get; } = [];

        public void Leave(long id, Problem problem) => Left.Add((id, problem));

        public void Grant(Entitlement entitlement)
        {
            waiting += entitlement.State == EntitlementState.Waiting ? 1 : 0;
            if (entitlement.State.IsGranted())
            {
                granted++;
                fen += entitlement.AmountFen;
            }
        }

        public GrantedClaims Result(int named) =>
            new(granted, new Money(fen), waiting, [.. Left.Take(named).Select(l => new ClaimLeft(l.Id, l.Problem.Code, l.Problem.What))], Left.Count);
    }
}
