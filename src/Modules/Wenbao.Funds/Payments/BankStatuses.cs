using Wenbao.Funds.Persistence;

namespace Wenbao.Funds.Payments;

/// <summary>What the status codes of banks mean for us.</summary>
/// <remarks>Source: ISO 20022 external code sets, ExternalPaymentTransactionStatus1Code and ExternalPaymentGroupStatus1Code. Even “settlement completed” is an answer, not a proof: only a statement shows that money left.</remarks>
internal static class BankStatuses
{
    /// <summary>The fact that a code states.</summary>
    /// <param name="code">The code.</param>
    /// <param name="isKnown">Whether the code is known.</param>
    /// <returns>Null for codes that state nothing yet: received, pending, part of it.</returns>
    public static BankFactKind? FactOf(string code, out bool isKnown)
    {
        isKnown = true;
        switch (code)
        {
            case "ACCP" or "ACTC" or "ACSP" or "ACSC" or "ACWC" or "ACWP" or "ACFC" or "ACCC":
                return BankFactKind.Accepted;
            case "RJCT" or "CANC":
                return BankFactKind.Rejected;
            case "RCVD" or "PDNG" or "PART" or "PATC" or "PRES":
                return null;
            default:
                isKnown = false;
                return null;
        }
    }
}
