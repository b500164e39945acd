using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Takes a commitment back to its line before it is handed over to the bank, because its decision was withdrawn (撤销承诺). Sent by the policies module.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why; no personal data.</param>
[AllowedTo(Duty.System, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer)]
public sealed record ReleaseCommitment(long Entitlement, string Reason) : IOperation<ReleasedCommitment>;

/// <summary>The outcome.</summary>
/// <param name="Voucher">The voucher.</param>
public sealed record ReleasedCommitment(long Voucher);
