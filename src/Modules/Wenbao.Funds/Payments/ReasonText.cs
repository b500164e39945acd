using Wenbao.Kernel;

namespace Wenbao.Funds.Payments;

/// <summary>Reasons that people give for what they do.</summary>
internal static class ReasonText
{
    /// <summary>The most characters.</summary>
    public const int CharactersMax = 500;

    /// <summary>What is wrong with a reason; nothing when it says something and is not too long.</summary>
    public static IEnumerable<Problem> Check(string? reason, string where = "reason") =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > CharactersMax ? [FundsProblems.TextMissing.At(where, CharactersMax)] : [];
}
