namespace Wenbao.WebKit.Controls;

/// <summary>What came out for a subject and a policy, as pages show it.</summary>
public enum Outcome
{
    /// <summary>Every condition holds (符合).</summary>
    Eligible,

    /// <summary>One condition fails and can be mended (差一点).</summary>
    NearMiss,

    /// <summary>It depends on what is not known (待核实).</summary>
    Undetermined,

    /// <summary>A condition fails (不符合).</summary>
    Ineligible,
}
