namespace Wenbao.Registry;

/// <summary>What sort of values an attribute or a record field holds (类型).</summary>
public enum AttributeKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A whole number of at most 18 digits.</summary>
    Whole,

    /// <summary>A decimal number with a fixed number of decimals, such as an amount in yuan.</summary>
    Decimal,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>One of a closed list of codes, each with a label in both languages.</summary>
    Choice,

    /// <summary>Another subject, named by its public id.</summary>
    Reference,
}
