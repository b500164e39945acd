namespace Wenbao.Funds;

/// <summary>What an entry rests on (分录依据).</summary>
/// <param name="Decision">The decision.</param>
/// <param name="BankReference">The end-to-end id under which the bank knows the payment; null when none was sent.</param>
public sealed record EntryGround(DecisionReference Decision, string? BankReference);
