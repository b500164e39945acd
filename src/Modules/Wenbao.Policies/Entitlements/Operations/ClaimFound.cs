using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Life;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Claims on behalf of everyone whom matching found, onto the accounts on record (批量代为申领). Each claim is decided afresh; those of automatic policies are granted at once. What is claimed already is passed over, so it can be sent again after it was stopped.</summary>
/// <param name="Policies">The policies' ids; those of one subject type are decided in one reading, and see each other's grants in catalogue order.</param>
/// <param name="From">The first evaluation date; null for no limit.</param>
/// <param name="Through">The last evaluation date; null for today.</param>
/// <param name="After">Where to go on: the subject's number that the answer before told; null to begin.</param>
/// <param name="SubjectsMax">The most subjects in this call; null for all.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record ClaimFound(IReadOnlyList<string> Policies, DateOnly? From = null, DateOnly? Through = null, FoundPosition? After = null, int? SubjectsMax = null)
    : IOperation<ClaimedFound>;

/// <summary>A place among the found subjects.</summary>
/// <param name="SubjectType">The subject type.</param>
/// <param name="SubjectId">The number of the last subject that was dealt with.</param>
public sealed record FoundPosition(string SubjectType, long SubjectId);

/// <summary>What a bulk claim came to.</summary>
/// <param name="Policies">A line a policy, in the order asked for.</param>
/// <param name="Next">Where to go on; null when everybody was dealt with.</param>
public sealed record ClaimedFound(IReadOnlyList<ClaimedPolicy> Policies, FoundPosition? Next);

/// <summary>What a bulk claim came to under one policy.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Claimed">Claims accepted, granted and waiting ones included.</param>
/// <param name="Granted">Of them granted at once.</param>
/// <param name="Waiting">Of them waiting for money.</param>
/// <param name="ToDecide">Of them waiting for an officer or a datum.</param>
/// <param name="NotEntitled">Found, but not entitled when decided afresh: passed over.</param>
/// <param name="AccountMissing">Passed over because no account is known; the subjects were told.</param>
/// <param name="Amount">The amount granted.</param>
public sealed record ClaimedPolicy(string Policy, long Claimed, long Granted, long Waiting, long ToDecide, long NotEntitled, long AccountMissing, Money Amount)
{
    /// <summary>Both together, where everyone is claimed for in several calls.</summary>
    public ClaimedPolicy Plus(ClaimedPolicy other) => this with
    {
        Claimed = Claimed + other.Claimed,
        Granted = Granted + other.Granted,
        Waiting = Waiting + other.Waiting,
        ToDecide = ToDecide + other.ToDecide,
        NotEntitled = NotEntitled + other.NotEntitled,
        AccountMissing = AccountMissing + other.AccountMissing,
        Amount = Amount + other.Amount,
    };
}

internal sealed class ClaimFoundHandler(MatchEngine engine, ClaimDecider decider, PolicyStandings standings, BusinessClock clock, JobProgress progress) : IOperationHandler<ClaimFound, ClaimedFound>
{
    public async Task<Result<ClaimedFound>> HandleAsync(ClaimFound operation, OperationSession session, CancellationToken cancel)
    {
        var plans = engine.ClaimPlansFor(operation.Policies);
        if ((plans.Problem ?? operation.Policies.Select(p => standings.ClaimRefusal(p, session.Scope.Today)).FirstOrDefault(p => p is not null)) is { } refused)
        {
            return refused;
        }

        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        var money = await decider.MoneyAsync(plans.Value.SelectMany(a => a.Plans).Select(p => p.Policy), store, session.Scope.Today, AcceptedSpan.Newest, cancel).ConfigureAwait(false);
        book.Money = money;
        var counts = operation.Policies.Distinct(StringComparer.Ordinal).ToDictionary(p => p, _ => new Counts(), StringComparer.Ordinal);
        FoundPosition? next = null;
        var left = operation.SubjectsMax ?? int.MaxValue;
        foreach (var audience in plans.Value.OrderBy(a => a.Type.Id, StringComparer.Ordinal).SkipWhile(a => operation.After is { } after && a.Type.Id != after.SubjectType))
        {
            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Claim, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            progress.Begin(ClaimRunTexts.Claiming(audience.Type.Title));
            var after = operation.After is { } start && start.SubjectType == audience.Type.Id ? start.SubjectId : 0;
            var cursor = new FoundCursor(session.UnitOfWork, audience.Plans.Select(p => p.Policy.Id), after);
            while (left > 0 && await cursor.NextAsync(Math.Min(left, ClaimDecider.SubjectsAtOnce), cancel).ConfigureAwait(false) is { Count: > 0 } found)
            {
                progress.ThrowIfCancelled();
                var problem = await ClaimAsync(operation, batch, book, found, counts, cancel).ConfigureAwait(false);
                if (problem is not null)
                {
                    return problem;
                }

                after = found[^1].Subject;
                left -= found.Select(f => f.Subject).Distinct().Count();
                progress.Advance(found.Count);
                next = left > 0 ? null : new FoundPosition(audience.Type.Id, after);
            }

            if (left <= 0)
            {
                break;
            }
        }

        session.Describe(string.Create(CultureInfo.InvariantCulture, $"claims/{session.Scope.Today:yyyy-MM-dd}"), book.Digest);
        return new ClaimedFound([.. operation.Policies.Select(p => counts[p].Line(p))], next);
    }

    private async Task<Problem?> ClaimAsync(
        ClaimFound operation, ClaimBatch batch, ClaimBook book, List<(long Subject, string Policy)> found, Dictionary<string, Counts> counts, CancellationToken cancel)
    {
        var targets = found.Select(f => new ClaimTarget(f.Policy, f.Subject) { From = operation.From, Through = operation.Through }).ToList();
        var cases = await decider.DecideAsync(batch, targets, cancel).ConfigureAwait(false);
        var taken = cases.Where(c => c.Verdict is not (ClaimVerdict.NoCase or ClaimVerdict.Ineligible or ClaimVerdict.EventTaken or ClaimVerdict.Undetermined or ClaimVerdict.AccountMissing)).ToList();
        var told = await Claiming.ToldAsync(batch.Store, taken, cancel).ConfigureAwait(false);
        var claimed = taken.Select(c => (Case: c, Entitlement: Claiming.Submit(book, batch.Audience, c, told, receipt: null, onBehalf: true))).ToList();
        if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
        {
            return problem;
        }

        foreach (var (one, entitlement) in claimed)
        {
            counts[one.Plan.Policy.Id].Add(entitlement);
        }

        foreach (var one in cases)
        {
            counts[one.Plan.Policy.Id].PassOver(one.Verdict);
        }

        await TellWithoutAccountAsync(batch, book, cases, cancel).ConfigureAwait(false);
        return null;
    }

    private static Task TellWithoutAccountAsync(ClaimBatch batch, ClaimBook book, IReadOnlyList<CaseToDecide> cases, CancellationToken cancel)
    {
        var without = cases.Where(c => c.Verdict == ClaimVerdict.AccountMissing).Select(c => (Subject: c.Row!.PublicId, Policy: c.Plan.Policy.Id)).Distinct().ToList();
        return without.Count == 0
            ? Task.CompletedTask
            : new NoticeWriter(batch.Store.Work, book.Moment.At, book.Moment.On).TellAboutAsync(NoticeKind.AccountMissing, batch.Audience.Type.Id, without, cancel);
    }

    private sealed class Counts
    {
        private long claimed;
        private long granted;
        private long waiting;
        private long notEntitled;
        private long accountMissing;
        private long grantedFen;

        public void Add(Entitlement entitlement)
        {
            claimed++;
            waiting += entitlement.State == EntitlementState.Waiting ? 1 : 0;
            if (entitlement.State.IsGranted())
            {
                granted++;
                grantedFen += entitlement.AmountFen;
            }
        }

        public void PassOver(ClaimVerdict verdict)
        {
            notEntitled += verdict is ClaimVerdict.Ineligible or ClaimVerdict.EventTaken or ClaimVerdict.Undetermined ? 1 : 0;
            accountMissing += verdict == ClaimVerdict.AccountMissing ? 1 : 0;
        }

        public ClaimedPolicy Line(string policy) =>
            new(policy, claimed, granted, waiting, claimed - granted - waiting, notEntitled, accountMissing, new Money(grantedFen));
    }
}

/// <summary>What long work on entitlements is called.</summary>
internal static class ClaimRunTexts
{
    public static LocalizedText Claiming(LocalizedText subjects) => new($"申领：{subjects.Zh}", $"Claiming: {subjects.En}");

    public static LocalizedText Telling(LocalizedText subjects) => new($"告知：{subjects.Zh}", $"Telling: {subjects.En}");

    public static readonly LocalizedText Granting = new("批准", "Granting");

    public static readonly LocalizedText Revising = new("修订按月累计的减免", "Raising reliefs that grow by month");

    public static readonly LocalizedText Following = new("随数据变化重新判定权益", "Deciding entitlements again after changes");

    public static readonly LocalizedText Lapsing = new("处理到期未申领的权益", "Lapsing what was not claimed in time");
}
