using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>What the deciding of claims asks of the ledger (账户余额).</summary>
internal interface IFundBalances
{
    /// <summary>The free money of lines by their ids: null for a line without a ceiling; lines that are not known are left out.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="cancel">Stops the asking.</param>
    Task<IReadOnlyDictionary<string, Money?>> FreeAsync(IReadOnlyCollection<string> lines, CancellationToken cancel);

    /// <summary>Which of some subjects have money of a revolving line that they have not returned, by their public ids.</summary>
    /// <param name="line">The line.</param>
    /// <param name="subjectType">The subjects' type.</param>
    /// <param name="subjects">Their public ids.</param>
    /// <param name="cancel">Stops the asking.</param>
    Task<IReadOnlySet<string>> OutstandingAsync(string line, string subjectType, IReadOnlyCollection<string> subjects, CancellationToken cancel);
}

/// <summary>What funds tell of the lines while one subject is decided.</summary>
internal interface IFundView
{
    /// <summary>What a line has free, in yuan; null when funds know nothing of it.</summary>
    decimal? FreeYuan(string line);

    /// <summary>Whether the subject has a use of a line that it has not returned; null when funds know nothing of it.</summary>
    bool? HasOutstanding(string line);
}
