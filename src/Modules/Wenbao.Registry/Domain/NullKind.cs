namespace Wenbao.Registry;

/// <summary>What an empty value means (空值含义). Source: policy catalogue, general rules G4 and G13.</summary>
public enum NullKind
{
    /// <summary>The value is never empty.</summary>
    Never,

    /// <summary>There is a value, but nobody has told it: a decision that hangs on it is undetermined.</summary>
    Unknown,

    /// <summary>There is no such thing, and that is known.</summary>
    Absent,

    /// <summary>Empty stands for a fixed value that the policy names.</summary>
    Default,
}
