using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Registry;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages;

/// <summary>What lists of a subject type can be filtered by, from the pack's code lists.</summary>
internal sealed class FilterChoices(Pack pack, RegistryDeclaration declaration)
{
    /// <summary>The choices of a dimension; empty when the subject type has no such dimension.</summary>
    public IReadOnlyList<(string Code, string Name)> Of(string subjectType, string dimension)
    {
        if (declaration.Find(subjectType)?.Dimensions.GetValueOrDefault(dimension) is not { } attribute)
        {
            return [];
        }

        if (attribute.Labels.Count > 0)
        {
            return [.. attribute.Type.Choices.Select(c => (c, attribute.Labels.GetValueOrDefault(c)?.For() ?? c))];
        }

        return dimension switch
        {
            "town" => pack.Manifest.DistrictCode is { } district ? Names(declaration.Divisions?.ChildrenOf(district)) : [],
            "industry" => Names(declaration.Industries?.Entries.Where(e => e.Level == 1)),
            _ => [],
        };
    }

    private static IReadOnlyList<(string Code, string Name)> Names(IEnumerable<CodeEntry>? entries) =>
        [.. (entries ?? []).OrderBy(e => e.Code, StringComparer.Ordinal).Select(e => (e.Code, e.Name.For()))];
}
