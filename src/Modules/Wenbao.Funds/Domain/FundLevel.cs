namespace Wenbao.Funds;

/// <summary>The level of government whose money it is (资金层级).</summary>
/// <remarks>Source: catalogue rule G9.</remarks>
public enum FundLevel
{
    /// <summary>The state (国家).</summary>
    National,

    /// <summary>The province (省).</summary>
    Province,

    /// <summary>The city (市).</summary>
    City,

    /// <summary>The district (区).</summary>
    District,

    /// <summary>Not shared out: reliefs and other amounts whose shares are all nought (不分担).</summary>
    Unshared,
}
