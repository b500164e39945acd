using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Packs;

namespace Wenbao.Policies;

/// <summary>Every policy of a pack (政策库), read and compiled once. Immutable; shared by all.</summary>
public sealed class PolicyLibrary
{
    private readonly Dictionary<string, DecisionProgram> programs;

    private PolicyLibrary(Pack pack, IReadOnlyList<DecisionProgram> programs)
    {
        Pack = pack;
        Programs = programs;
        Policies = [.. programs.Select(p => p.Policy)];
        this.programs = programs.ToDictionary(p => p.Policy.Id, StringComparer.Ordinal);
    }

    /// <summary>The pack it was read from.</summary>
    public Pack Pack { get; }

    /// <summary>The policies in catalogue order.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    internal IReadOnlyList<DecisionProgram> Programs { get; }

    /// <summary>Reads every policy folder of the pack.</summary>
    /// <returns>The library; or one problem whose details are all faults of all policies.</returns>
    public static Result<PolicyLibrary> Load(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        var departments = Departments(pack, reader);
        var models = new PolicyModelReader(pack);
        var files = pack.Files("policies/*/policy.yaml");
        var policies = files.Select(file => PolicyReader.Read(pack, file, reader, departments)).ToList();
        if (reader.Complete(pack.Id) is { } defective)
        {
            return defective;
        }

        var read = new Result<DecisionProgram>[policies.Count];
        Parallel.For(0, policies.Count, i => read[i] = ReadProgram(pack, models, policies[i], files[i]));
        var faults = read.Where(r => !r.IsSuccess).Select(r => r.Problem!).ToList();
        if (faults.Count > 0)
        {
            return PackProblems.Defective.At(pack.Id, faults.Sum(f => f.Details?.Count ?? 1)) with { Details = [.. faults.SelectMany(f => f.Details ?? [f])] };
        }

        return new PolicyLibrary(pack, [.. read.Select(r => r.Value).OrderBy(p => p.Policy.Number).ThenBy(p => p.Policy.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The policy of an id, or the problem that there is none.</summary>
    public Result<Policy> Find(string id) => FindProgram(id).Map(p => p.Policy);

    internal Result<DecisionProgram> FindProgram(string id) =>
        programs.TryGetValue(id, out var program) ? program : PolicyProblems.PolicyNotFound.With(id);

    private static Result<DecisionProgram> ReadProgram(Pack pack, PolicyModelReader models, Policy policy, PackFile file)
    {
        var path = file.RelativePath[..file.RelativePath.LastIndexOf('/')] + "/decision.dmn";
        return pack.Find(path) is { } modelFile
            ? models.Read(policy, modelFile).Map(model => new DecisionProgram(policy, model))
            : PackProblems.FileMissing.At(file.Display, path);
    }

    private static Dictionary<string, LocalizedText> Departments(Pack pack, PackReader reader)
    {
        if (pack.Find("registry/sources.yaml") is not { } file)
        {
            return [];
        }

        return reader.ReadYaml(file).AllowAny().Required("departments").Items()
            .Select(d => d.AllowAny().Required("name").LocalizedText())
            .DistinctBy(n => n.Zh).ToDictionary(n => n.Zh, StringComparer.Ordinal);
    }
}
