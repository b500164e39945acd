using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Server;

/// <summary>Plays what happens to claims: they come in, people decide them, money that was lent comes back.</summary>
internal sealed class HistoryClaims(HistoryPlan plan, HistoryDesk desk, WorkCalendar calendar, FundLines lines, PolicyLibrary library)
{
    private readonly Dictionary<HistoryPlan.ClaimRun, DateOnly> claimedThrough = new(ReferenceEqualityComparer.Instance);
    private readonly List<(DateOnly On, DateOnly Claimed, IReadOnlyList<string> Policies)> reviews = [];

    /// <summary>How many claims came in.</summary>
    public long Claimed { get; private set; }

    /// <summary>Money of revolving funds that is due comes back.</summary>
    public async Task<Problem?> ReturnLoansAsync(DateOnly today)
    {
        foreach (var line in lines.All.Where(l => l.Kind == FundLineKind.Revolving))
        {
            // Those due first stand in front, and what came back is gone from the page that is asked for next.
            while (true)
            {
                var loans = await desk.AskAsync(HistoryDesk.FinanceOfficer, new FindLoans(line.Id, LoanFilter.Outstanding)).ConfigureAwait(false);
                if (!loans.IsSuccess)
                {
                    return loans.Problem;
                }

                var due = loans.Value.Loans.Where(l => l.DueOn <= today).ToList();
                if (due.Count == 0)
                {
                    break;
                }

                foreach (var loan in due)
                {
                    var returned = await desk.SendAsync(HistoryDesk.FinanceOfficer, new ReturnToFund(loan.Id, loan.Outstanding, loan.Contract)).ConfigureAwait(false);
                    if (!returned.IsSuccess)
                    {
                        return returned.Problem;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>What is claimed on the day comes in, and is granted at once where the policy grants by itself.</summary>
    public async Task<Problem?> ClaimAsync(DateOnly today)
    {
        foreach (var run in plan.Claims.Where(r => r.On.FallsOn(today)))
        {
            // Nobody asks for what is not in force yet, or no longer.
            var inForce = run.Policies.Where(id => library.Find(id).Value.Validity.Contains(today)).ToList();
            if (inForce.Count == 0)
            {
                continue;
            }

            var from = claimedThrough.TryGetValue(run, out var last) ? last.AddDays(1) : plan.Days.From;
            var claimed = await desk.SendAsync(HistoryDesk.Operator, new ClaimFound(inForce, from, today)).ConfigureAwait(false);
            if (!claimed.IsSuccess)
            {
                return claimed.Problem;
            }

            claimedThrough[run] = today;
            Claimed += claimed.Value.Policies.Sum(p => p.Claimed);
            var toDecide = claimed.Value.Policies.Where(p => p.ToDecide > 0).Select(p => p.Policy).ToList();
            if (toDecide.Count > 0)
            {
                var due = calendar.Add(today, run.ReviewAfter);
                if (!due.IsSuccess)
                {
                    return due.Problem;
                }

                reviews.Add((due.Value, today, toDecide));
            }
        }

        return null;
    }

    /// <summary>People decide the claims whose turn it is.</summary>
    public async Task<Problem?> ReviewAsync(DateOnly today)
    {
        foreach (var (_, claimed, policies) in reviews.Where(r => r.On <= today).ToList())
        {
            var granted = await desk.SendAsync(HistoryDesk.Reviewer, new GrantClaims(null, policies, claimed)).ConfigureAwait(false);
            if (!granted.IsSuccess)
            {
                return granted.Problem;
            }
        }

        reviews.RemoveAll(r => r.On <= today);
        return null;
    }
}
