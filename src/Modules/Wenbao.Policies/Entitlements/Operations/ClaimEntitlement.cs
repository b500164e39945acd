using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Life;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Claims what a subject is entitled to under a policy (一键领取): decided afresh at submission; automatic policies are granted, wait for money or are refused with reasons at once, others wait for an officer.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="CaseKey">The period or event, such as <c>2020-03</c>; null for everything that can be claimed now.</param>
/// <param name="AccountTail">The last four digits of the account shown, by which the owner confirms it; officers may leave it out.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record ClaimEntitlement(string Policy, string Subject, string? CaseKey = null, string? AccountTail = null) : IOperation<ClaimReceipt>;

/// <summary>The receipt of a claim (受理回执). The same claim sent again is answered with the same receipt.</summary>
/// <param name="Receipt">The receipt's number.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="Cases">What was claimed.</param>
public sealed record ClaimReceipt(string Receipt, string Policy, string Subject, IReadOnlyList<ClaimedCase> Cases);

/// <summary>What came of a claimed case.</summary>
/// <param name="Entitlement">The entitlement's number.</param>
/// <param name="CaseKey">The period or event.</param>
/// <param name="State">The state.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Position">The place in the queue of its fund line, from 1; null when it does not wait for money.</param>
/// <param name="Reason">Why it was refused or cannot be decided yet; null otherwise.</param>
public sealed record ClaimedCase(long Entitlement, string CaseKey, EntitlementState State, Money Amount, long? Position, LocalizedText? Reason);

internal sealed class ClaimEntitlementHandler(MatchEngine engine, SubjectReader reader, ClaimDecider decider, PolicyStandings standings, BusinessClock clock) : IOperationHandler<ClaimEntitlement, ClaimReceipt>
{
    public async Task<Result<ClaimReceipt>> HandleAsync(ClaimEntitlement operation, OperationSession session, CancellationToken cancel)
    {
        var found = await FindAsync(operation, session.Scope, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var (audience, plan, subjectId) = found.Value;
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        var money = await decider.MoneyAsync([plan.Policy], store, session.Scope.Today, AcceptedSpan.Newest, cancel).ConfigureAwait(false);
        var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Claim, money, store, new GrantReader(session.UnitOfWork, engine.Library));
        var cases = await decider.DecideAsync(batch, [new ClaimTarget(plan.Policy.Id, subjectId) { CaseKey = operation.CaseKey }], cancel).ConfigureAwait(false);
        var wanted = Wanted(cases);
        if (wanted.Count == 0)
        {
            return await EarlierAsync(operation, plan, subjectId, session.Scope.Today, store, cancel).ConfigureAwait(false);
        }

        if (AccountFault(operation, plan.Policy, wanted, session.Scope) is { } fault)
        {
            return fault;
        }

        if (await RepeatedRefusalAsync(wanted, session, store, cancel).ConfigureAwait(false) is { } answered)
        {
            return answered;
        }

        using var book = new ClaimBook(session, store, order, clock.Now);
        return await SubmitAsync(operation, session, store, book, audience, wanted, cancel).ConfigureAwait(false);
    }

    private async Task<Result<(ClaimAudience Audience, ClaimPlan Plan, long SubjectId)>> FindAsync(ClaimEntitlement operation, OperationScope scope, CancellationToken cancel)
    {
        var plans = engine.ClaimPlansFor([operation.Policy]);
        if (!plans.IsSuccess)
        {
            return plans.Problem!;
        }

        if (!scope.Covers(operation.Subject))
        {
            return PolicyProblems.SubjectNotFound.At(operation.Subject, operation.Subject);
        }

        if (standings.ClaimRefusal(operation.Policy, scope.Today) is { } suspended)
        {
            return suspended;
        }

        var audience = plans.Value[0];
        var publicId = operation.Subject.Trim();
        if ((await reader.NumbersAsync(audience.Type, [publicId], cancel).ConfigureAwait(false)).TryGetValue(publicId, out var number))
        {
            return (audience, audience.Plans[0], number);
        }

        foreach (var other in engine.Audiences.Where(a => a.Type != audience.Type))
        {
            if ((await reader.NumbersAsync(other.Type, [publicId], cancel).ConfigureAwait(false)).Count > 0)
            {
                return PolicyProblems.OtherAudience.At(operation.Subject, operation.Policy);
            }
        }

        return PolicyProblems.SubjectNotFound.At(operation.Subject, operation.Subject);
    }

    /// <summary>What is claimed: everything that is eligible or only lacks data; where nothing is, the last case, so that it is refused with its reasons.</summary>
    private static List<CaseToDecide> Wanted(IReadOnlyList<CaseToDecide> cases)
    {
        var decided = cases.Where(c => c.Judged is not null).ToList();
        var hopeful = decided.Where(c => c.Verdict is not (ClaimVerdict.Ineligible or ClaimVerdict.EventTaken)).ToList();
        return hopeful.Count > 0 ? hopeful : decided.TakeLast(1).ToList();
    }

    private static Problem? AccountFault(ClaimEntitlement operation, Policy policy, List<CaseToDecide> wanted, OperationScope scope)
    {
        if (wanted.Any(c => c.Verdict == ClaimVerdict.AccountMissing))
        {
            return EntitlementProblems.AccountMissing.At(operation.Subject, policy.Title.Zh);
        }

        var own = wanted.Where(c => c.Judged is { IsEligible: true, Payee: not null, PayeeRule.Kind: not PayeeKind.Party }).Select(c => c.Judged!.Payee!.AccountNumber).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(operation.AccountTail))
        {
            return scope.Has(Duty.Owner) && !scope.Has(Duty.PolicyOfficer) ? EntitlementProblems.AccountTailNeeded.At(operation.Subject) : null;
        }

        return own.All(account => AccountTails.Of(account) == operation.AccountTail.Trim()) ? null : EntitlementProblems.AccountTailWrong.At(operation.Subject);
    }

    /// <summary>A claim that was refused today by the same version, sent again, is answered with the same receipt.</summary>
    private static async Task<ClaimReceipt?> RepeatedRefusalAsync(List<CaseToDecide> wanted, OperationSession session, EntitlementStore store, CancellationToken cancel)
    {
        if (wanted is not [{ Verdict: ClaimVerdict.Ineligible or ClaimVerdict.EventTaken } only])
        {
            return null;
        }

        var (policy, subject, key, today) = (only.Plan.Policy.Id, only.Row!.Id, only.Judged!.CaseKey, session.Scope.Today);
        var before = await store.Query.Where(e => e.Policy == policy && e.SubjectId == subject && e.CaseKey == key && e.State == EntitlementState.Refused && e.ClaimedOn == today)
            .OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        return before is { Receipt: { } receipt } && before.PolicyVersion == only.Plan.Policy.Version && before.AmountFen == 0
            ? await ReceiptAsync(receipt, [before], store, cancel).ConfigureAwait(false)
            : null;
    }

    /// <summary>Nothing is left to claim: the receipt of what was claimed before, or the problem that there is nothing.</summary>
    private static async Task<Result<ClaimReceipt>> EarlierAsync(ClaimEntitlement operation, ClaimPlan plan, long subjectId, DateOnly today, EntitlementStore store, CancellationToken cancel)
    {
        var policy = plan.Policy.Id;
        var before = await store.Query.Where(e => e.Policy == policy && e.SubjectId == subjectId && e.Receipt != null)
            .OrderByDescending(e => e.AcceptedNumber).ToListAsync(cancel).ConfigureAwait(false);
        before = [.. before.Where(e => e.State.IsLive() && (operation.CaseKey is null || e.CaseKey == operation.CaseKey))];
        return before is [{ Receipt: { } receipt }, ..]
            ? await ReceiptAsync(receipt, [.. before.Where(e => e.Receipt == receipt)], store, cancel).ConfigureAwait(false)
            : ClaimTerm.Refusal(plan.Policy, today) ?? EntitlementProblems.NothingToClaim.At(operation.Subject, operation.Subject, plan.Policy.Title.Zh);
    }

    private static async Task<Result<ClaimReceipt>> SubmitAsync(
        ClaimEntitlement operation, OperationSession session, EntitlementStore store, ClaimBook book, ClaimAudience audience, List<CaseToDecide> wanted, CancellationToken cancel)
    {
        var claimed = new List<Entitlement>();
        var told = await Claiming.ToldAsync(store, wanted, cancel).ConfigureAwait(false);
        string? receipt = null;
        foreach (var one in wanted)
        {
            var entitlement = Claiming.Submit(book, audience, one, told, receipt, onBehalf: !session.Scope.Has(Duty.Owner));
            receipt ??= entitlement.Receipt;
            claimed.Add(entitlement);
        }

        if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
        {
            return problem;
        }

        // Claims that come in by the thousand are found in the queue; a single one is told.
        var toDecide = claimed.Where(e => e is { State: EntitlementState.Claimed, ReasonZh: null }).Select(e => e.Id).ToList();
        await new NoticeWriter(session.UnitOfWork, book.Moment.At, book.Moment.On).TellOfficersAsync(NoticeKind.ToDecide, Duty.DepartmentOfficer, toDecide, cancel).ConfigureAwait(false);
        session.Describe(DecidedBy.Subject(claimed[0].Id), book.Digest);
        return await ReceiptAsync(receipt!, claimed, store, cancel).ConfigureAwait(false);
    }

    private static async Task<ClaimReceipt> ReceiptAsync(string receipt, IReadOnlyList<Entitlement> claimed, EntitlementStore store, CancellationToken cancel)
    {
        var cases = new List<ClaimedCase>();
        foreach (var entitlement in claimed.OrderBy(e => e.AcceptedNumber))
        {
            var position = entitlement is { State: EntitlementState.Waiting, Line: { } line }
                ? await store.Query.LongCountAsync(e => e.Line == line && e.State == EntitlementState.Waiting && e.AcceptedNumber <= entitlement.AcceptedNumber, cancel).ConfigureAwait(false)
                : (long?)null;
            cases.Add(new ClaimedCase(entitlement.Id, entitlement.CaseKey, entitlement.State, entitlement.Amount, position, EntitlementTexts.Reason(entitlement)));
        }

        return new ClaimReceipt(receipt, claimed[0].Policy, claimed[0].Subject, cases);
    }
}
