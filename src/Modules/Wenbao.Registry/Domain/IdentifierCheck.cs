namespace Wenbao.Registry;

/// <summary>Which standard a text must satisfy.</summary>
public enum IdentifierCheck
{
    /// <summary>None.</summary>
    None,

    /// <summary>A unified social credit code. Source: GB 32100-2015.</summary>
    CreditCode,

    /// <summary>A citizen identity number. Source: GB 11643-1999.</summary>
    IdentityNumber,

    /// <summary>A code of the pack's list of administrative divisions.</summary>
    Division,

    /// <summary>A code of the pack's list of industries. Source: GB/T 4754-2017.</summary>
    Industry,
}
