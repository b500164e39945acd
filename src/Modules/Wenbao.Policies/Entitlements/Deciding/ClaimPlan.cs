using Wenbao.Feel;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>How claims under one policy are decided (申领判定方案): its cases, its events, who is paid.</summary>
internal sealed class ClaimPlan
{
    private readonly PayeePlan[] payees;

    private ClaimPlan(CasePlan cases, int index, RecordList? judged, EventPlan? events, PayeePlan[] payees, IReadOnlySet<string> stepsRead)
    {
        Cases = cases;
        Index = index;
        Judged = judged;
        Events = events;
        this.payees = payees;
        IsStepRead = stepsRead.Contains(cases.Program.Policy.Id);
        FundsAsked = cases.FundsAsked;
        FreeRecordsInput = cases.FreeRecordsInput;
        LentInput = cases.Program.Policy.Loan is { } loan ? Array.FindIndex([.. cases.Program.Policy.Inputs], i => i.Name == loan.AmountInput) : -1;
        LentDaysInput = cases.Program.Policy.Loan is { } lent ? Array.FindIndex([.. cases.Program.Policy.Inputs], i => i.Name == lent.DaysInput) : -1;
        Scope = GrantScope.Of(cases.Program.Policy);
        InputsRead = [.. Policy.Inputs.Select(i => i.Source).OfType<InputSource.GrantedValues>().Select(v => v.Input).Distinct(StringComparer.Ordinal)];
        Links = [.. Policy.Links, .. Policy.Inputs.Select(i => i.Source).OfType<InputSource.GrantedLinked>().Select(l => l.Link)];
    }

    /// <summary>Its cases and inputs.</summary>
    public CasePlan Cases { get; }

    /// <summary>Its position among the plans of its audience.</summary>
    public int Index { get; }

    /// <summary>The policy.</summary>
    public Policy Policy => Cases.Program.Policy;

    /// <summary>The list judged record by record; null when the subject itself is.</summary>
    public RecordList? Judged { get; }

    /// <summary>Which events a case uses up; null when the period is enough.</summary>
    public EventPlan? Events { get; }

    /// <summary>Whether some input asks what the steps of earlier grants used up.</summary>
    public bool IsStepRead { get; }

    /// <summary>Inputs whose values in earlier grants are asked for.</summary>
    public IReadOnlyList<string> InputsRead { get; }

    /// <summary>How grants of other subjects are found that concern the policy.</summary>
    public IReadOnlyList<PolicyLink> Links { get; }

    /// <summary>The lines whose balances the inputs ask for.</summary>
    public IReadOnlyList<(string Line, bool AsksOutstanding)> FundsAsked { get; }

    /// <summary>The input that leaves out used records, or -1.</summary>
    public int FreeRecordsInput { get; }

    /// <summary>The input that holds the sum lent, or -1.</summary>
    public int LentInput { get; }

    /// <summary>The input that holds the days it is lent for, or -1.</summary>
    public int LentDaysInput { get; }

    /// <summary>What has to be known of its grants when other policies ask.</summary>
    public GrantScope Scope { get; }

    /// <summary>Whether an eligible claim is granted without a person.</summary>
    public bool IsAutomatic => Policy.Mode is "auto_grant" or "instant";

    /// <summary>Whether somebody is paid, so that an account is needed.</summary>
    public bool NeedsPayee => Policy.Settlement is "pay" or "supplier";

    /// <summary>Makes the plan, adding what it reads to the scan.</summary>
    public static ClaimPlan Make(CasePlan cases, int index, ScanColumns scan, IReadOnlySet<string> stepsRead, Func<DateOnly, DateOnly?> termStart)
    {
        var policy = cases.Program.Policy;
        var judged = cases.RecordList < 0 ? null : scan.Lists[cases.RecordList];
        return new ClaimPlan(
            cases, index, judged, EventPlan.Make(policy, scan, termStart), [.. policy.Payees.Select(rule => PayeePlan.Make(rule, scan, judged))], stepsRead);
    }

    /// <summary>Who is paid for the case in the frame; null when nobody is.</summary>
    public PayeePlan? PayeeOf(FeelValue[] frame)
    {
        var rule = Cases.Program.PayeeOf(frame);
        return rule is null ? null : Array.Find(payees, p => ReferenceEquals(p.Rule, rule));
    }
}
