using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>A line has more free money than before: waiting claims may fit now.</summary>
/// <param name="Line">The line.</param>
public sealed record FundsFreed(string Line) : IDomainEvent;

/// <summary>A statement proved that payments left.</summary>
/// <param name="Entitlements">The entitlements.</param>
/// <param name="On">The booking day.</param>
public sealed record PaymentsMade(IReadOnlyList<long> Entitlements, DateOnly On) : IDomainEvent;

/// <summary>The bank rejected payments, or money came back; they wait to be mended or returned to the budget.</summary>
/// <param name="Entitlements">The entitlements.</param>
/// <param name="ReasonCode">The bank's reason by its code, of which <see cref="BankReasons"/> tells the meaning; null when it gave none.</param>
public sealed record PaymentsReturned(IReadOnlyList<long> Entitlements, string? ReasonCode) : IDomainEvent;

/// <summary>A commitment was taken back to the budget for good.</summary>
/// <param name="Entitlements">The entitlements.</param>
/// <param name="Reason">Why, in the officer's words and language.</param>
public sealed record CommitmentsReleased(IReadOnlyList<long> Entitlements, string Reason) : IDomainEvent;

/// <summary>A payment is held by an objection, or free again. What an officer holds is not told: it was the policies module that sent it.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="IsHeld">Whether it is held now.</param>
public sealed record PaymentHeldChanged(long Entitlement, bool IsHeld) : IDomainEvent;

/// <summary>A grant that was wrong has come back in full, so that its event may be used again.</summary>
/// <param name="Entitlement">The entitlement.</param>
public sealed record GrantRecovered(long Entitlement) : IDomainEvent;

/// <summary>Money lent out of a revolving line is back in full.</summary>
/// <param name="Entitlement">The entitlement that the use rested on.</param>
/// <param name="On">The business day of the last return.</param>
public sealed record UseReturned(long Entitlement, DateOnly On) : IDomainEvent;
