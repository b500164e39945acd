using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Computes the derived attributes of one subject type.</summary>
internal interface IAttributeRules
{
    /// <summary>Positions of the derived attributes, each behind those it needs.</summary>
    IReadOnlyList<int> Derived { get; }

    /// <summary>Fills in the derived values.</summary>
    /// <param name="values">All attributes in declared order.</param>
    void Apply(FeelValue[] values);
}
