using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Raises booked reliefs that accrue by month (修订减免额): the same entitlement, a larger amount. Sent by the policies module.</summary>
/// <param name="Revisions">The entitlements and their new whole amounts, larger than before.</param>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record ReviseBookings(IReadOnlyList<BookingRevision> Revisions) : IOperation<RevisedBookings>;

/// <summary>One revision.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="NewAmount">The whole amount from now on.</param>
/// <param name="Version">The version that decided it.</param>
public sealed record BookingRevision(long Entitlement, Money NewAmount, string Version);

/// <summary>The outcome.</summary>
/// <param name="Voucher">The voucher; null when nothing grew.</param>
public sealed record RevisedBookings(long? Voucher);
