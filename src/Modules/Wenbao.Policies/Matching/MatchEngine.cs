using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>The policies of a pack, bound to the registry it declares; made once, shared by all.</summary>
internal sealed class MatchEngine
{
    private readonly RegistryDeclaration declaration;
    private readonly PolicySurroundings surroundings;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Result<IReadOnlyList<Entitlements.ClaimAudience>>> claimPlans = new(StringComparer.Ordinal);

    private MatchEngine(PolicyLibrary library, RegistryDeclaration declaration, PolicySurroundings surroundings, IReadOnlyList<AudiencePlan> audiences)
    {
        Library = library;
        Audiences = audiences;
        this.declaration = declaration;
        this.surroundings = surroundings;
    }

    /// <summary>The policies.</summary>
    public PolicyLibrary Library { get; }

    /// <summary>A plan a subject type that has policies, each policy judged alone.</summary>
    public IReadOnlyList<AudiencePlan> Audiences { get; }

    /// <summary>A digest of the versions of all policies.</summary>
    public string PolicyDigest => DigestOf(p => p.Version);

    /// <summary>A digest of the versions that policies have somewhere, in the order of this library.</summary>
    /// <param name="versionOf">The version of a policy there; null for none.</param>
    public string DigestOf(Func<Policy, string?> versionOf) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Library.Policies.Select(p => p.Id + " " + versionOf(p))))));

    /// <summary>Binds the policies of a library; every input must be found in the registry's declaration.</summary>
    public static Result<MatchEngine> Make(PolicyLibrary library, RegistryDeclaration declaration)
    {
        var reader = new PackReader();
        var surroundings = new PolicySurroundings(PackReference.Series(library.Pack, reader), TermStarts(library.Pack, reader));
        if (reader.Complete(library.Pack.Id) is { } defective)
        {
            return defective;
        }

        var audiences = Bind(library.Programs, declaration, surroundings, MemoryKind.Alone);
        return audiences.Map(plans => new MatchEngine(library, declaration, surroundings, plans));
    }

    /// <summary>The engine of another library in the same surroundings.</summary>
    public Result<MatchEngine> With(PolicyLibrary library) =>
        Bind(library.Programs, declaration, surroundings, MemoryKind.Alone).Map(plans => new MatchEngine(library, declaration, surroundings, plans));

    /// <summary>A plan of programs that need not be in force, all for one subject type, each judged alone.</summary>
    public Result<AudiencePlan> PlanFor(IReadOnlyList<DecisionProgram> programs) => Bind(programs, declaration, surroundings, MemoryKind.Alone).Map(plans => plans.Single());

    /// <summary>Plans for some of the policies only.</summary>
    /// <param name="policies">Their ids; unknown ones are a problem.</param>
    /// <param name="inOrder">Whether a found policy shuts out those it excludes.</param>
    public Result<IReadOnlyList<AudiencePlan>> PlansFor(IReadOnlyCollection<string> policies, bool inOrder) =>
        PlansFor(policies, inOrder ? MemoryKind.Found : MemoryKind.Alone);

    /// <summary>Plans for some of the policies only.</summary>
    /// <param name="policies">Their ids; unknown ones are a problem.</param>
    /// <param name="memory">What the inputs that tell of earlier grants read.</param>
    public Result<IReadOnlyList<AudiencePlan>> PlansFor(IReadOnlyCollection<string> policies, MemoryKind memory)
    {
        var programs = new List<DecisionProgram>();
        foreach (var id in policies)
        {
            var program = Library.FindProgram(id);
            if (!program.IsSuccess)
            {
                return program.Problem!;
            }

            programs.Add(program.Value);
        }

        return Bind(programs, declaration, surroundings, memory);
    }

    /// <summary>Plans for deciding claims under some policies: with what was really granted, events, payees and lines of money.</summary>
    /// <param name="policies">Their ids; unknown ones are a problem.</param>
    public Result<IReadOnlyList<Entitlements.ClaimAudience>> ClaimPlansFor(IReadOnlyCollection<string> policies)
    {
        var ids = policies.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return claimPlans.GetOrAdd(string.Join(' ', ids), _ => PlansFor(ids, MemoryKind.Granted).Map(audiences =>
            (IReadOnlyList<Entitlements.ClaimAudience>)[.. audiences.Select(a => Entitlements.ClaimAudience.Make(a, Library, TermStartOf))]));
    }

    /// <summary>The plan of one program, in force or not any more.</summary>
    public Result<AudiencePlan> PlanOf(DecisionProgram program) => Bind([program], declaration, surroundings, MemoryKind.Granted).Map(plans => plans[0]);

    /// <summary>A plan for deciding claims by one program, in force or not.</summary>
    public Result<Entitlements.ClaimAudience> ClaimPlanOf(DecisionProgram program) => PlanOf(program).Map(plan => Entitlements.ClaimAudience.Make(plan, Library, TermStartOf));

    /// <summary>The plan of a subject type; null when no policy is for it.</summary>
    public AudiencePlan? AudienceOf(string subjectType) => Audiences.FirstOrDefault(a => a.Type.Id == subjectType);

    /// <summary>The first day of the last school term that has begun on a day; null before the first.</summary>
    public DateOnly? TermStartOf(DateOnly day) => surroundings.TermStartOf(day);

    private static Result<IReadOnlyList<AudiencePlan>> Bind(IReadOnlyList<DecisionProgram> programs, RegistryDeclaration declaration, PolicySurroundings surroundings, MemoryKind memory)
    {
        var plans = new List<AudiencePlan>();
        foreach (var group in programs.GroupBy(p => p.Policy.Audience))
        {
            if (declaration.Find(group.Key) is not { } type)
            {
                return PolicyProblems.UnboundInput.At(group.First().Policy.Id, "audience", group.Key);
            }

            if (group.Select(p => MoneyNames.Check(p.Policy, type)).FirstOrDefault(p => p is not null) is { } undeclared)
            {
                return undeclared;
            }

            var plan = AudiencePlan.Make(type, declaration, group, surroundings, memory);
            if (!plan.IsSuccess)
            {
                return plan.Problem!;
            }

            plans.Add(plan.Value);
        }

        return plans;
    }

    private static IReadOnlyList<DateOnly> TermStarts(Pack pack, PackReader reader) =>
        pack.Find("calendars/school-terms.yaml") is { } file
            ? [.. reader.ReadYaml(file).Required("terms").Items().Select(t => t.AllowAny().Required("start").Date()).Order()]
            : [];
}
