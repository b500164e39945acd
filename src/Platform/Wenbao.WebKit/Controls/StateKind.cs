namespace Wenbao.WebKit.Controls;

/// <summary>States that pages mark.</summary>
public enum StateKind
{
    /// <summary>It holds, or is granted.</summary>
    Good,

    /// <summary>It does not hold.</summary>
    Bad,

    /// <summary>It cannot be told for want of data.</summary>
    Unknown,

    /// <summary>It is just missed.</summary>
    Near,

    /// <summary>Somebody has to do something first, or a time has to pass.</summary>
    Waiting,

    /// <summary>It is recommended.</summary>
    Star,
}
