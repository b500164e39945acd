using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Packs;

/// <summary>The files of one policy, wherever they lie: a folder of the pack, a draft, a stored version.</summary>
internal sealed class PolicyFolder
{
    /// <summary>Metadata, inputs, conditions, steps.</summary>
    public const string PolicyFile = "policy.yaml";

    /// <summary>Dated parameters.</summary>
    public const string ParametersFile = "parameters.yaml";

    /// <summary>The decision model.</summary>
    public const string ModelFile = "decision.dmn";

    /// <summary>Worked examples.</summary>
    public const string ExamplesFile = "examples.yaml";

    /// <summary>The clauses.</summary>
    public const string SourceFile = "source.md";

    private readonly Func<string, PackFile?> find;
    private readonly string path;

    private PolicyFolder(string path, Func<string, PackFile?> find)
    {
        this.path = path;
        this.find = find;
    }

    /// <summary>The names of the files, in the order they are shown.</summary>
    public static IReadOnlyList<string> FileNames { get; } = [PolicyFile, ParametersFile, ModelFile, ExamplesFile, SourceFile];

    /// <summary>A policy folder of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="policyFile">Its <c>policy.yaml</c>.</param>
    public static PolicyFolder InPack(Pack pack, PackFile policyFile)
    {
        var folder = policyFile.RelativePath[..(policyFile.RelativePath.LastIndexOf('/') + 1)];
        return new PolicyFolder(folder, name => pack.Find(folder + name));
    }

    /// <summary>Files that lie on no disk.</summary>
    /// <param name="texts">The texts by file name.</param>
    /// <param name="path">What problems show in front of the file names; empty, or ending in a slash.</param>
    /// <param name="origin">The id of the pack they belong to.</param>
    public static PolicyFolder Of(IReadOnlyDictionary<string, string> texts, string path, string origin) =>
        new(path, name => texts.TryGetValue(name, out var text) ? PackFile.OfText(path + name, text, origin) : null);

    /// <summary>A file; null when it is missing.</summary>
    public PackFile? Find(string name) => find(name);

    /// <summary>A file's path as problems show it.</summary>
    public string PathOf(string name) => path + name;

    /// <summary>A file's text; empty when it is missing.</summary>
    public string TextOf(string name) => Find(name)?.ReadText() ?? "";

    /// <summary>The texts of all files that are there, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts() =>
        FileNames.Where(name => Find(name) is not null).ToDictionary(name => name, TextOf, StringComparer.Ordinal);
}
