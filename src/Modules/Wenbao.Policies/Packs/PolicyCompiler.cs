using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Packs;

/// <summary>Reads and compiles single policies in the surroundings of a pack: its departments and shared models.</summary>
internal sealed class PolicyCompiler
{
    private readonly Pack pack;
    private readonly IReadOnlyDictionary<string, LocalizedText> departments;
    private readonly PolicyModelReader models;

    public PolicyCompiler(Pack pack, PackReader reader)
    {
        this.pack = pack;
        departments = Departments(pack, reader);
        models = new PolicyModelReader(pack);
    }

    /// <summary>The pack's id.</summary>
    public string PackId => pack.Id;

    /// <summary>Reads the declaration of a policy; problems are collected in the reader.</summary>
    public Policy Read(PolicyFolder folder, VersionNumber number, PackReader reader) => PolicyReader.Read(folder, number, reader, departments);

    /// <summary>Reads a policy's model and compiles it.</summary>
    /// <returns>The program; or one problem whose details are all faults of the model.</returns>
    public Result<DecisionProgram> Compile(Policy policy, PolicyFolder folder) => folder.Find(PolicyFolder.ModelFile) is { } file
        ? models.Read(policy, file).Map(model => new DecisionProgram(policy, model))
        : PackProblems.FileMissing.At(folder.PathOf(PolicyFolder.PolicyFile), folder.PathOf(PolicyFolder.ModelFile));

    /// <summary>Reads and compiles a policy.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="number">The number of the version they are.</param>
    /// <param name="isDraft">Whether anybody may have written them, so that the small text that stands for a huge one is refused.</param>
    /// <returns>The program; or one problem whose details are all faults of all files.</returns>
    public Result<DecisionProgram> Compile(PolicyFolder folder, VersionNumber number, bool isDraft = false)
    {
        if (folder.Find(PolicyFolder.PolicyFile) is null)
        {
            return PackProblems.FileMissing.At(folder.PathOf(PolicyFolder.PolicyFile), folder.PathOf(PolicyFolder.PolicyFile));
        }

        var reader = new PackReader(refusesAliases: isDraft);
        var policy = Read(folder, number, reader);
        return reader.Complete(folder.PathOf(PolicyFolder.PolicyFile)) is { } defective ? defective : Compile(policy, folder);
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
