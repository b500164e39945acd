using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>All that a pack declares about the registry (登记库声明): subject types with attributes and lists, and the code lists they are checked against.</summary>
public sealed class RegistryDeclaration
{
    private readonly Dictionary<string, SubjectType> types;

    internal RegistryDeclaration(IReadOnlyList<SubjectType> subjectTypes, CodeTree? industries, CodeTree? divisions)
    {
        SubjectTypes = subjectTypes;
        Industries = industries;
        Divisions = divisions;
        types = subjectTypes.ToDictionary(t => t.Id, StringComparer.Ordinal);
    }

    /// <summary>The subject types, in order of their ids.</summary>
    public IReadOnlyList<SubjectType> SubjectTypes { get; }

    /// <summary>The industries; null when the pack has no such list.</summary>
    public CodeTree? Industries { get; }

    /// <summary>The administrative divisions; null when the pack has no such list.</summary>
    public CodeTree? Divisions { get; }

    /// <summary>The subject type of an id, or null.</summary>
    public SubjectType? Find(string id) => types.GetValueOrDefault(id);
}
