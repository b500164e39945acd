using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>One batch of claims being decided: first every subject by itself, on all processors, as if the money sufficed; then in order, where money, and events shared with others, have their say.</summary>
internal sealed class ClaimRun(
    ClaimBatch batch,
    Dictionary<long, SubjectRow> rows,
    Dictionary<long, SubjectGrants> grants,
    Dictionary<(string Group, string Identity), long> taken,
    IReadOnlyDictionary<string, ISet<string>> outstanding,
    Func<string, Payee?> parties)
{
    /// <summary>From so many cases on, several threads decide.</summary>
    private const int CasesForThreads = 64;

    private readonly HashSet<long> disturbed = [];
    private readonly Dictionary<long, SubjectMemory> memories = [];
    private readonly Dictionary<long, List<SubjectMemory.Grant>> granted = [];
    private ClaimJudge? orderedJudge;

    /// <summary>Decides the targets.</summary>
    public IReadOnlyList<CaseToDecide> Decide(IReadOnlyList<ClaimTarget> targets, CancellationToken cancel)
    {
        var cases = targets.SelectMany(Cases).ToList();
        if (targets.Any(t => t.Existing is null))
        {
            cases = [.. cases.OrderBy(c => c.On).ThenBy(c => c.Plan.Index).ThenBy(c => c.Target.SubjectId)];
        }

        JudgeAlone(cases, cancel);
        foreach (var one in cases)
        {
            cancel.ThrowIfCancellationRequested();
            Settle(one);
        }

        return cases;
    }

    /// <summary>The cases of a target, without those that live entitlements keep; one without a row or record when there is none.</summary>
    private IEnumerable<CaseToDecide> Cases(ClaimTarget target)
    {
        var plan = batch.Audience.PlanOf(target.Policy)!;
        if (!rows.TryGetValue(target.SubjectId, out var row))
        {
            yield return new CaseToDecide(target, plan, batch.AsOf, null, factsOn: null);
            yield break;
        }

        var monthly = plan.Policy.Decide is DecidePlan.EachMonth;
        var once = plan.Policy.Decide is DecidePlan.OncePerSubject;
        var own = once ? OwnDay(target) : null;
        var collected = new List<(DateOnly On, Feel.FeelContext? Record)>();
        if (own is { } day)
        {
            collected.Add((day.On, null));
        }
        else
        {
            plan.Cases.Collect(row.Lists, CollectDay(target), collected);
        }

        var any = false;
        foreach (var (on, record) in collected)
        {
            if (!IsWanted(target, plan, row, on, record))
            {
                continue;
            }

            any = true;
            DateOnly? factsOn = own is { } kept ? kept.FactsOn : monthly || (once && CollectDay(target) != batch.AsOf) ? on : null;
            yield return new CaseToDecide(target, plan, on, record, factsOn) { Row = row };
        }

        if (!any && target.Existing is not null)
        {
            yield return new CaseToDecide(target, plan, target.Existing.DecidedFor, null, factsOn: null);
        }
    }

    /// <summary>The day that an entitlement of one case a subject is decided for: once claimed, the day of acceptance, by the facts known now; once granted, the same with the facts of the grant.</summary>
    /// <returns>Null when it is decided for today.</returns>
    /// <remarks>Source: catalogue, <c>eval_date</c> (判定日为受理日); ADR 0015.</remarks>
    private static (DateOnly On, DateOnly? FactsOn)? OwnDay(ClaimTarget target) => target.Existing switch
    {
        { } granted when target.KeepsDay => (granted.DecidedFor, granted.GrantedOn ?? granted.DecidedFor),
        { State: EntitlementState.Claimed or EntitlementState.Waiting, ClaimedOn: { } accepted } => (accepted, null),
        _ => null,
    };

    /// <summary>Cases are collected within the year of a day: an entitlement of last year wants last year's.</summary>
    private DateOnly CollectDay(ClaimTarget target) => target.Existing is { } existing && existing.DecidedFor.Year < batch.AsOf.Year
        ? new DateOnly(existing.DecidedFor.Year, 12, 31)
        : batch.AsOf;

    private bool IsWanted(ClaimTarget target, ClaimPlan plan, SubjectRow row, DateOnly on, Feel.FeelContext? record)
    {
        if (on < target.From || on > target.Through || (target.Existing is null && ClaimTerm.IsOver(plan.Policy, on, batch.AsOf)))
        {
            return false;
        }

        // A key that only the inputs tell is looked at when they are read.
        if (CaseKeys.Of(plan.Policy, plan.Judged, on, record, batch.Audience.TermStartOf(on)) is not { } key)
        {
            return true;
        }

        return target.Existing is { } existing ? existing.CaseKey == key || IsOnlyCase(plan)
            : (target.CaseKey ?? key) == key && !IsKept(row.Id, plan, key);
    }

    /// <summary>Whether the policy has one case a subject at a time, so that an entitlement under a day's or year's key is decided again by it.</summary>
    private static bool IsOnlyCase(ClaimPlan plan) => plan.Policy.Decide is DecidePlan.OncePerSubject;

    /// <summary>Whether a claimed or granted entitlement keeps the case to itself; one that was only told does not.</summary>
    private bool IsKept(long subject, ClaimPlan plan, string key) =>
        grants.TryGetValue(subject, out var of) && of.Live.TryGetValue((plan.Policy.Id, key), out var live) && live.State != EntitlementState.Notified;

    private void JudgeAlone(List<CaseToDecide> cases, CancellationToken cancel)
    {
        var bySubject = cases.Where(c => c.Row is not null).GroupBy(c => c.Target.SubjectId).ToList();
        foreach (var subject in bySubject)
        {
            // Where the ledger's balance is an input, the order over all subjects counts: such subjects are decided in their turn.
            if (subject.Any(c => c.Plan.FundsAsked.Count > 0))
            {
                disturbed.Add(subject.Key);
            }
        }

        var alone = bySubject.Where(s => !disturbed.Contains(s.Key)).ToList();
        if (cases.Count < CasesForThreads)
        {
            var judge = NewJudge();
            alone.ForEach(subject => JudgeSubject(judge, subject));
            return;
        }

        Parallel.ForEach(
            alone,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            NewJudge,
            (subject, _, judge) =>
            {
                JudgeSubject(judge, subject);
                return judge;
            },
            _ => { });
    }

    private ClaimJudge NewJudge() => new(batch.Audience, parties);

    private void JudgeSubject(ClaimJudge judge, IEnumerable<CaseToDecide> cases)
    {
        SubjectMemory? memory = null;
        foreach (var one in cases)
        {
            memory ??= NewMemory(one.Row!);
            Judge(judge, one, memory);
            if (WouldGrant(one) && !one.Judged!.Events.Any(e => IsTaken(one, e)) && !(one.Judged.Funding is { } funding && batch.Money.IsBlocked(funding.Line, one.Number)))
            {
                memory.Add(one.Judged.AsGrant(-1));
            }
        }
    }

    /// <summary>Gives the case its verdict, in order; a case whose subject was disturbed by money or events before is decided again.</summary>
    private void Settle(CaseToDecide one)
    {
        if (one.Row is null)
        {
            return;
        }

        // Records of a list that an earlier case of the batch has used up are left out, and the rest is decided again.
        var loses = one is { Plan.Events.IsListInput: true, Judged: { } alone } && alone.Events.Any(e => IsTaken(one, e));
        if (loses || disturbed.Contains(one.Row.Id))
        {
            Judge(orderedJudge ??= NewJudge(), one, MemoryInOrder(one.Row));
        }

        one.Verdict = VerdictOf(one);
        KeepMoney(one);
        if (one.Verdict is ClaimVerdict.Eligible or ClaimVerdict.MustWait or ClaimVerdict.Grantable or ClaimVerdict.Undetermined && WishOf(one) != ClaimWish.Compare)
        {
            foreach (var identity in one.Judged!.Events)
            {
                taken[(one.Plan.Events!.Group, identity)] = one.Target.Existing?.Id ?? -1;
            }
        }

        if (one.Verdict == ClaimVerdict.Grantable)
        {
            Remember(one);
        }
        else if (WouldGrant(one))
        {
            disturbed.Add(one.Row.Id);
        }
    }

    private ClaimVerdict VerdictOf(CaseToDecide one)
    {
        if (one.Judged is not { } judged)
        {
            return ClaimVerdict.NoCase;
        }

        if (!judged.IsEligible)
        {
            return judged.Decision.Outcome == Outcome.Undetermined ? ClaimVerdict.Undetermined : ClaimVerdict.Ineligible;
        }

        if (judged.Events.Any(e => IsTaken(one, e)))
        {
            return ClaimVerdict.EventTaken;
        }

        if (judged.LacksAccount)
        {
            return ClaimVerdict.AccountMissing;
        }

        if (!WouldGrant(one) || one.Target.Existing is { IsHeld: true })
        {
            return ClaimVerdict.Eligible;
        }

        return TakesMoney(one, judged) ? ClaimVerdict.Grantable : ClaimVerdict.MustWait;
    }

    /// <summary>Takes the money of a claim from what is left.</summary>
    /// <returns>False when it must wait.</returns>
    private bool TakesMoney(CaseToDecide one, JudgedCase judged)
    {
        var policy = one.Plan.Policy;
        if (judged.Funding is not { } funding)
        {
            return true;
        }

        if (policy.ConsumesOutstandingUse || policy.PaysPartially)
        {
            batch.Money.Spend(funding.Line, policy.ConsumesOutstandingUse ? judged.Lent : judged.Amount);
            return true;
        }

        if (judged.Amount == Money.Zero || !one.Plan.NeedsPayee)
        {
            return true;
        }

        one.WaitsFor = batch.Money.Take(funding.Line, judged.Amount, one.Number);
        return one.WaitsFor is null;
    }

    /// <summary>Keeps money for a claim that a person decides later, and no more for one that was decided or wants none.</summary>
    private void KeepMoney(CaseToDecide one)
    {
        var existing = one.Target.Existing;
        if (existing is { State: not EntitlementState.Claimed } or { IsHeld: true } || WishOf(one) == ClaimWish.Compare)
        {
            return;
        }

        // What an officer could not grant stays undecided, with what was advised before.
        var isDecided = one.Verdict is ClaimVerdict.Grantable or ClaimVerdict.MustWait;
        if (existing?.Line is { } line && (isDecided || (WishOf(one) == ClaimWish.Claim && one.Verdict != ClaimVerdict.AccountMissing)))
        {
            batch.Money.Release(line, one.Number);
        }

        if (one is { Verdict: ClaimVerdict.Eligible, Judged: { Funding: { } funding } judged, Plan: { NeedsPayee: true, Policy.ConsumesOutstandingUse: false } }
            && WishOf(one) == ClaimWish.Claim)
        {
            batch.Money.Reserve(funding.Line, judged.Amount, one.Number);
        }
    }

    private bool WouldGrant(CaseToDecide one) => one.Judged is { IsEligible: true, LacksAccount: false }
        && (WishOf(one) == ClaimWish.Grant || (WishOf(one) == ClaimWish.Claim && one.Plan.IsAutomatic));

    private ClaimWish WishOf(CaseToDecide one) => one.Target.Wish ?? batch.Wish;

    private void Judge(ClaimJudge judge, CaseToDecide one, SubjectMemory memory)
    {
        memory.LeaveOut(one.Target.Existing?.Id ?? 0);
        one.Judged = judge.Judge(one.Plan, one.Row!, one.On, one.Record, one.FactsOn, memory, identity => IsTaken(one, identity), one.Target.Frozen);
        if (one.Judged is { } judged && one.Target.Existing is null && ((one.Target.CaseKey ?? judged.CaseKey) != judged.CaseKey || IsKept(one.Row!.Id, one.Plan, judged.CaseKey)))
        {
            one.Judged = null;
        }
    }

    private bool IsTaken(CaseToDecide one, string identity) =>
        taken.TryGetValue((one.Plan.Events!.Group, identity), out var by) && (one.Target.Existing is null || by != one.Target.Existing.Id);

    private SubjectMemory NewMemory(SubjectRow row)
    {
        var memory = new SubjectMemory { Funds = new SubjectFunds(batch.Money, outstanding, row.PublicId) };
        foreach (var grant in grants.TryGetValue(row.Id, out var of) ? of.Grants : [])
        {
            memory.Add(grant);
        }

        return memory;
    }

    private SubjectMemory MemoryInOrder(SubjectRow row)
    {
        if (!memories.TryGetValue(row.Id, out var memory))
        {
            memories[row.Id] = memory = NewMemory(row);
            foreach (var grant in granted.TryGetValue(row.Id, out var before) ? before : [])
            {
                memory.Add(grant);
            }
        }

        return memory;
    }

    private void Remember(CaseToDecide one)
    {
        if (one.Judged is { Funding: { } lender } lent && lent.Lent > Money.Zero && outstanding.TryGetValue(lender.Line, out var borrowers))
        {
            borrowers.Add(one.Row!.PublicId);
        }

        var grant = one.Judged!.AsGrant(-1);
        if (!granted.TryGetValue(one.Row!.Id, out var list))
        {
            granted[one.Row.Id] = list = [];
        }

        list.Add(grant);
        if (memories.TryGetValue(one.Row.Id, out var memory))
        {
            memory.Add(grant);
        }
    }
}
