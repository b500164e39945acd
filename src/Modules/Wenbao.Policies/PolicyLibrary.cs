using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Packs;

namespace Wenbao.Policies;

/// <summary>Every policy in force (政策库), read and compiled once: the pack's, overlaid by versions that were published since. Immutable; shared by all.</summary>
public sealed class PolicyLibrary
{
    private readonly Dictionary<string, DecisionProgram> programs;
    private readonly IReadOnlyDictionary<string, PolicyFolder> folders;

    private PolicyLibrary(Pack pack, PolicyCompiler compiler, NoticeRules notices, IReadOnlyDictionary<string, PolicyFolder> folders, IEnumerable<DecisionProgram> programs)
    {
        Pack = pack;
        Notices = notices;
        Compiler = compiler;
        this.folders = folders;
        Programs = [.. programs.OrderBy(p => p.Policy.Number).ThenBy(p => p.Policy.Id, StringComparer.Ordinal)];
        Policies = [.. Programs.Select(p => p.Policy)];
        this.programs = Programs.ToDictionary(p => p.Policy.Id, StringComparer.Ordinal);
    }

    /// <summary>The pack it was read from.</summary>
    public Pack Pack { get; }

    /// <summary>The policies in catalogue order.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    /// <summary>What the pack wants to be told by itself.</summary>
    internal NoticeRules Notices { get; }

    internal IReadOnlyList<DecisionProgram> Programs { get; }

    /// <summary>Compiles further policies in the same surroundings.</summary>
    internal PolicyCompiler Compiler { get; }

    /// <summary>Reads every policy folder of the pack.</summary>
    /// <returns>The library; or one problem whose details are all faults of all policies.</returns>
    public static Result<PolicyLibrary> Load(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        var compiler = new PolicyCompiler(pack, reader);
        var folders = pack.Files("policies/*/" + PolicyFolder.PolicyFile).Select(file => PolicyFolder.InPack(pack, file)).ToList();
        var policies = folders.Select(folder => compiler.Read(folder, VersionNumber.First, reader)).ToList();
        var notices = NoticeRulesReader.Read(pack, reader);
        if (reader.Complete(pack.Id) is { } defective)
        {
            return defective;
        }

        var read = new Result<DecisionProgram>[policies.Count];
        Parallel.For(0, policies.Count, i => read[i] = compiler.Compile(policies[i], folders[i]));
        var faults = read.Where(r => !r.IsSuccess).Select(r => r.Problem!).ToList();
        if (faults.Count > 0)
        {
            return PackProblems.Defective.At(pack.Id, faults.Sum(f => f.Details?.Count ?? 1)) with { Details = [.. faults.SelectMany(f => f.Details ?? [f])] };
        }

        var byPolicy = policies.Select((policy, i) => (policy.Id, Folder: folders[i])).DistinctBy(x => x.Id, StringComparer.Ordinal).ToDictionary(x => x.Id, x => x.Folder, StringComparer.Ordinal);
        return new PolicyLibrary(pack, compiler, notices, byPolicy, read.Select(r => r.Value));
    }

    /// <summary>The policy of an id, or the problem that there is none.</summary>
    public Result<Policy> Find(string id) => FindProgram(id).Map(p => p.Policy);

    internal Result<DecisionProgram> FindProgram(string id) =>
        programs.TryGetValue(id, out var program) ? program : PolicyProblems.PolicyNotFound.With(id);

    /// <summary>The folder of one of the pack's own policies; null for a policy that the pack does not have.</summary>
    internal PolicyFolder? FolderInPack(string id) => folders.GetValueOrDefault(id);

    /// <summary>A library in which some policies are replaced, and new ones added.</summary>
    internal PolicyLibrary With(IReadOnlyCollection<DecisionProgram> published)
    {
        var replaced = published.Select(p => p.Policy.Id).ToHashSet(StringComparer.Ordinal);
        return new PolicyLibrary(Pack, Compiler, Notices, folders, Programs.Where(p => !replaced.Contains(p.Policy.Id)).Concat(published));
    }
}
