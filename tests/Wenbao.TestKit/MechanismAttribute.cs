using Xunit.v3;

namespace Wenbao.TestKit;

/// <summary>Names the mechanism of the requirement list that a test does the whole job of, such as <c>S74</c>; runners filter by the trait <c>Mechanism</c>.</summary>
/// <param name="id">The mechanism's id.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class MechanismAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The mechanism's id.</summary>
    public string Id { get; } = id;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Mechanism", Id)];
}
