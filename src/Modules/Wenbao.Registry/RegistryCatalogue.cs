using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <summary>A pack's registry, ready to be used: the declaration with its derivation rules bound.</summary>
public sealed class RegistryCatalogue
{
    private readonly Dictionary<string, IAttributeRules> rules;

    private RegistryCatalogue(RegistryDeclaration declaration, Dictionary<string, IAttributeRules> rules)
    {
        Declaration = declaration;
        this.rules = rules;
    }

    /// <summary>The declaration.</summary>
    public RegistryDeclaration Declaration { get; }

    /// <summary>Reads the registry of a pack.</summary>
    /// <returns>The registry; or all mistakes of its files together, each with file and line.</returns>
    public static Result<RegistryCatalogue> Read(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        var catalogue = Read(pack, reader);
        return reader.Complete(catalogue, pack.Id);
    }

    /// <summary>Reads the registry of a pack together with other files; mistakes go to the reader.</summary>
    public static RegistryCatalogue Read(Pack pack, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(reader);
        var declarations = new RegistryDeclarationReader(pack, reader);
        var declaration = declarations.Read();
        var rules = declaration.SubjectTypes.ToDictionary(t => t.Id, t => AttributeRules.Make(pack, t, declarations.Derived), StringComparer.Ordinal);
        return new RegistryCatalogue(declaration, rules);
    }

    /// <summary>The subject type of an id, or <see cref="RegistryProblems.SubjectTypeUnknown"/>.</summary>
    public Result<SubjectType> FindType(string id) =>
        Declaration.Find(id) is { } type
            ? type
            : RegistryProblems.SubjectTypeUnknown.With(id, string.Join("、", Declaration.SubjectTypes.Select(t => t.Id)));

    /// <summary>The record list of an id, at the top or below; or <see cref="RegistryProblems.ListUnknown"/>.</summary>
    public static Result<RecordList> FindList(SubjectType type, string id)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.FindList(id) is { } list
            ? list
            : RegistryProblems.ListUnknown.With(type.Id, id, string.Join("、", type.AllLists.Select(l => l.Id)));
    }

    /// <summary>The rules of a type's derived attributes.</summary>
    internal IAttributeRules RulesOf(SubjectType type) => rules[type.Id];
}
