namespace Wenbao.Registry;

/// <summary>Who may see a value (敏感级别).</summary>
public enum Sensitivity
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Staff.</summary>
    Internal,

    /// <summary>Personal data: masked unless looking is recorded.</summary>
    Personal,

    /// <summary>Identity numbers, accounts, phones, health: masked always in files and messages.</summary>
    Secret,
}
