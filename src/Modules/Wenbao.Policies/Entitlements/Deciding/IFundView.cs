namespace Wenbao.Policies.Entitlements;

/// <summary>What funds tell of the lines while one subject is decided.</summary>
internal interface IFundView
{
    /// <summary>What a line has free, in yuan; null when funds know nothing of it.</summary>
    decimal? FreeYuan(string line);

    /// <summary>Whether the subject has a use of a line that it has not returned; null when funds know nothing of it.</summary>
    bool? HasOutstanding(string line);
}
