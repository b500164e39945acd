using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Commits money for decisions, in the order given; sent by the policies module inside the unit of work that stores the decisions (承诺资金).</summary>
/// <remarks>On a line with a ceiling the claims that are committed are the longest prefix that fits: the first that does not fit blocks those behind it. Source: catalogue rule G8.</remarks>
/// <param name="Claims">The claims, in order of acceptance.</param>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.BankOfficer, Duty.Operator)]
public sealed record CommitFunds(IReadOnlyList<FundsClaim> Claims) : IOperation<CommittedFunds>;

/// <summary>How a claim is settled (结算方式).</summary>
public enum SettlementKind
{
    /// <summary>Published, batched and paid through the bank (拨付).</summary>
    Pay,

    /// <summary>Paid to a supplier for what was delivered, without publicity of the recipient (按交付结算).</summary>
    Supplier,

    /// <summary>Booked, never paid (只入账).</summary>
    Book,

    /// <summary>Booked as a saving; the money itself is lent by <c>LendFromFund</c> (借用).</summary>
    Loan,
}

/// <summary>One decision that wants money.</summary>
/// <param name="Entitlement">The entitlement, unique: committed at most once at a time.</param>
/// <param name="Line">The line that pays.</param>
/// <param name="Amount">More than nought.</param>
/// <param name="Shares">How it is shared out.</param>
/// <param name="Settlement">How it is settled.</param>
/// <param name="Payee">Who is paid; null where nothing is paid.</param>
/// <param name="Decision">What the entry rests on, kept for auditors.</param>
public sealed record FundsClaim(long Entitlement, string Line, Money Amount, FundShares Shares, SettlementKind Settlement, Payee? Payee, DecisionReference Decision);

/// <summary>The decision behind money (判定依据).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="PolicyTitle">Its title.</param>
/// <param name="Version">The version that decided.</param>
/// <param name="Clause">The anchor of the clause that sets the amount.</param>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="SubjectName">Its name, shown masked where it is a person's.</param>
/// <param name="SubjectIsPerson">Whether the name is a person's and so masked in public.</param>
/// <param name="Period">The period or event it is for, such as <c>2020</c>, <c>2020-03</c> or a record's key.</param>
/// <param name="DecidedOn">The business day of the decision.</param>
/// <param name="DecidedBy">Who decided: an actor's id, or the model for automatic ones.</param>
public sealed record DecisionReference(
    string Policy, LocalizedText PolicyTitle, string Version, string Clause, string SubjectType, string Subject, string SubjectName, bool SubjectIsPerson, string Period, DateOnly DecidedOn, string DecidedBy);

/// <summary>What came of it.</summary>
/// <param name="Voucher">The voucher; null when nothing was committed.</param>
/// <param name="Committed">Entitlements that have their money now.</param>
/// <param name="Waiting">Entitlements that must wait for money, in order.</param>
public sealed record CommittedFunds(long? Voucher, IReadOnlyList<long> Committed, IReadOnlyList<long> Waiting);
