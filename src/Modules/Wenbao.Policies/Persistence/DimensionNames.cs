using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Policies.Persistence;

/// <summary>What the codes of towns, industries and sizes are called in a district.</summary>
internal sealed class DimensionNames(RegistryDeclaration declaration)
{
    /// <summary>A code's name: its label, its entry in the code list, or the code itself.</summary>
    /// <param name="subjectType">The subject's type.</param>
    /// <param name="dimension"><c>town</c>, <c>industry</c> or <c>size</c>.</param>
    /// <param name="code">The code.</param>
    public LocalizedText Of(string subjectType, string dimension, string code)
    {
        if (declaration.Find(subjectType)?.Dimensions.GetValueOrDefault(dimension)?.Labels.TryGetValue(code, out var label) == true)
        {
            return label;
        }

        var list = dimension switch { "town" => declaration.Divisions, "industry" => declaration.Industries, _ => null };
        return list?.Find(code)?.Name ?? new LocalizedText(code, code);
    }
}
