using Wenbao.Feel;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Matching;

/// <summary>The cell of one policy and one subject: what its best case came to.</summary>
/// <param name="Decision">The best case's decision: eligible before undetermined before ineligible, the latest of equals.</param>
/// <param name="On">The best case's evaluation date.</param>
/// <param name="FoundCases">How many cases are eligible.</param>
/// <param name="AmountFen">The sum of their amounts, in fen.</param>
internal readonly record struct Cell(CaseDecision Decision, DateOnly On, int FoundCases, long AmountFen);

/// <summary>Told of every case that is decided; used to keep the inputs and steps of what is found.</summary>
internal interface ICaseListener
{
    /// <summary>A case was decided; its inputs and steps stand in the frame until the next one.</summary>
    void Decided(int plan, in CaseContext at, in CaseDecision decision, FeelValue[] frame);
}

/// <summary>Judges subjects of one type by every policy for them. One judge belongs to one thread.</summary>
/// <param name="audience">The policies.</param>
/// <param name="inFull">Whether every failing condition is told apart into definite and unknown, as explanations need; a pass only needs the outcome.</param>
internal sealed class SubjectJudge(AudiencePlan audience, bool inFull = false)
{
    private readonly FeelValue[][] frames = [.. audience.Plans.Select(p => p.Program.NewFrame())];
    private readonly SubjectMemory memory = new();
    private readonly List<(DateOnly On, FeelContext? Record)> cases = [];
    private readonly long[] ticks = new long[audience.Plans.Count];

    /// <summary>Time spent on each policy so far, in ticks of the stopwatch.</summary>
    public IReadOnlyList<long> Ticks => ticks;

    /// <summary>Judges a subject.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cells">Receives a cell a policy; null where the subject is not judged.</param>
    /// <param name="listener">Told of each case, or null.</param>
    public void Judge(in JudgedSubject subject, DateOnly asOf, Cell?[] cells, ICaseListener? listener = null)
    {
        memory.Clear();
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var plan = 0; plan < audience.Plans.Count; plan++)
        {
            cells[plan] = Judge(plan, subject, asOf, listener);
            var after = System.Diagnostics.Stopwatch.GetTimestamp();
            ticks[plan] += after - before;
            before = after;
        }
    }

    private Cell? Judge(int index, in JudgedSubject subject, DateOnly asOf, ICaseListener? listener)
    {
        var plan = audience.Plans[index];
        var monthly = plan.Program.Policy.Decide is DecidePlan.EachMonth;
        if (!monthly && plan.Filter is { } filter && !filter.Admits(subject.Values))
        {
            return null;
        }

        plan.Collect(subject.Lists, asOf, cases);
        Cell? best = null;
        foreach (var (on, record) in cases)
        {
            var at = new CaseContext { Values = monthly ? subject.ValuesAt(on) : subject.Values, Lists = subject.Lists, Record = record, EvaluationDate = on, Memory = memory };
            if (monthly && plan.Filter is { } monthFilter && !monthFilter.Admits(at.Values))
            {
                continue;
            }

            if (!plan.Fill(at, frames[index]))
            {
                continue;
            }

            var decision = inFull ? plan.Program.Decide(frames[index]) : plan.Program.DecideOutcome(frames[index]);
            listener?.Decided(index, at, decision, frames[index]);
            best = Better(best, decision, on);
            if (decision.Outcome == Outcome.Eligible && (audience.InOrder || plan.KeepsMemory))
            {
                Remember(plan, on, decision, frames[index]);
            }
        }

        return best;
    }

    private static Cell Better(Cell? best, CaseDecision decision, DateOnly on)
    {
        var found = decision.Outcome == Outcome.Eligible ? 1 : 0;
        var fen = found == 1 ? Fen(decision.AmountYuan) : 0;
        return best is not { } before ? new Cell(decision, on, found, fen)
            : decision.Outcome >= before.Decision.Outcome ? new Cell(decision, on, before.FoundCases + found, before.AmountFen + fen)
            : before with { FoundCases = before.FoundCases + found, AmountFen = before.AmountFen + fen };
    }

    private static long Fen(decimal? yuan) => yuan is { } amount ? Kernel.Money.Round(amount).Fen : 0;

    private void Remember(CasePlan plan, DateOnly on, CaseDecision decision, FeelValue[] frame)
    {
        var policy = plan.Program.Policy;
        var steps = new (string, FeelValue)[plan.Program.Model.Steps.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = (plan.Program.Model.Steps[i].Id, plan.Program.StepValue(frame, i));
        }

        memory.Add(new SubjectMemory.Grant(policy.Id, policy.PeriodKind, on, decision.AmountYuan ?? 0m, steps));
    }
}
