using Wenbao.Feel;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <inheritdoc cref="IAttributeRules"/>
internal sealed class AttributeRules : IAttributeRules
{
    public IReadOnlyList<int> Derived { get; } = [];

    public static IAttributeRules Make(Pack pack, SubjectType type, IReadOnlyList<(SubjectType Type, RegistryAttribute Attribute, PackNode Node)> derived) => new AttributeRules();

    public void Apply(FeelValue[] values)
    {
    }
}
