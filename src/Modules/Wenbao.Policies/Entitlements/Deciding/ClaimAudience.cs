using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Policies for one subject type, with everything that one reading of its subjects must bring to decide claims under them.</summary>
internal sealed class ClaimAudience
{
    private readonly Func<DateOnly, DateOnly?> termStart;

    private ClaimAudience(AudiencePlan audience, IReadOnlyList<ClaimPlan> plans, int holder, Func<DateOnly, DateOnly?> termStart)
    {
        Audience = audience;
        Plans = plans;
        Holder = holder;
        this.termStart = termStart;
    }

    /// <summary>The scan and the cases.</summary>
    public AudiencePlan Audience { get; }

    /// <summary>A plan a policy, in catalogue order.</summary>
    public IReadOnlyList<ClaimPlan> Plans { get; }

    /// <summary>The column of the display attribute.</summary>
    public int Holder { get; }

    /// <summary>The subject type.</summary>
    public SubjectType Type => Audience.Type;

    /// <summary>Makes the audience for claims.</summary>
    public static ClaimAudience Make(AudiencePlan audience, PolicyLibrary library, Func<DateOnly, DateOnly?> termStart)
    {
        var stepsRead = library.Policies.Where(p => p.Inputs.Any(i => i.Source is InputSource.Balance { LessStep: not null })).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var ordered = audience.Plans.OrderBy(p => p.Program.Policy.Number).ThenBy(p => p.Program.Policy.Id, StringComparer.Ordinal).ToList();
        var plans = ordered.Select((plan, i) => ClaimPlan.Make(plan, i, audience.Scan, stepsRead, termStart)).ToList();
        return new ClaimAudience(audience, plans, audience.Scan.Column(audience.Type.Display.Id), termStart);
    }

    /// <summary>The plan of a policy; null when it is not among them.</summary>
    public ClaimPlan? PlanOf(string policy) => Plans.FirstOrDefault(p => p.Policy.Id == policy);

    /// <summary>The first day of the school term of a day.</summary>
    public DateOnly? TermStartOf(DateOnly day) => termStart(day);

    /// <summary>The subject's name as the registry has it; its public id when it has none.</summary>
    public string NameOf(SubjectRow row) => row.Values[Holder].AsString() is { Length: > 0 } name ? name : row.PublicId;

    /// <summary>What to read of some subjects.</summary>
    public SubjectQuery QueryOf(IReadOnlyCollection<long> subjects, DateOnly asOf) => new()
    {
        Columns = Audience.Scan.Columns,
        Lists = [.. Audience.Scan.Lists.Select(l => l.Id)],
        AsOf = asOf,
        BatchSize = PolicyMatcher.BatchRows,
        Among = subjects,
    };
}
