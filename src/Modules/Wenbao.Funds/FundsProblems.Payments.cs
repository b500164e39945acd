using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <content>Commitments, publicity, batches, bank messages, recoveries: numbers 50 to 99.</content>
public static partial class FundsProblems
{
    /// <summary>A claim asks for nothing. {0} entitlement, {1} amount.</summary>
    public static readonly ProblemKind NothingClaimed = Catalogue.Define(50, 422,
        "权益 {0} 的申请金额为 {1} 元，应大于零。", "Entitlement {0} claims {1} yuan; it must be more than nought.",
        "金额为零的权益不需要资金，直接办结。", "An entitlement of nought needs no money: settle it without a claim.");

    /// <summary>One entitlement stands twice in a request. {0} entitlement.</summary>
    public static readonly ProblemKind ClaimedTwice = Catalogue.Define(51, 422,
        "权益 {0} 在同一请求中出现两次。", "Entitlement {0} stands twice in one request.",
        "每笔权益只申请一次。", "Claim each entitlement once.");

    /// <summary>The shares do not add up. {0} entitlement.</summary>
    public static readonly ProblemKind SharesWrong = Catalogue.Define(52, 422,
        "权益 {0} 的分担比例之和应为 100 或全部为 0。", "The shares of entitlement {0} must add up to 100, or all be 0.",
        "改正政策的分担比例。", "Mend the policy's shares.");

    /// <summary>Something is to be paid to nobody. {0} entitlement.</summary>
    public static readonly ProblemKind PayeeMissing = Catalogue.Define(53, 422,
        "权益 {0} 要付款，但没有收款方。", "Entitlement {0} is to be paid, but to nobody.",
        "先确认收款账户。", "Confirm the payee's account first.");

    /// <summary>No bank could take the payment. {0} what is wrong zh, {1} en.</summary>
    public static readonly ProblemKind PayeeMalformed = Catalogue.Define(54, 422,
        "收款方的{0}不能用于付款。", "{1} of the payee cannot be used for a payment.",
        "户名和开户行 1 至 140 字，账号 1 至 34 位字母数字，联行号 12 位数字。", "Names have 1 to 140 characters, accounts 1 to 34 letters and digits, bank codes 12 digits.");

    /// <summary>A line only books. {0} line.</summary>
    public static readonly ProblemKind LineNeverPays = Catalogue.Define(55, 422,
        "资金科目“{0}”只记减免，不付款。", "Fund line “{0}” books reliefs and never pays.",
        "改正政策的资金科目或结算方式。", "Mend the policy's fund line or settlement.");

    /// <summary>The entitlement has its money already. {0} entitlement.</summary>
    public static readonly ProblemKind AlreadyCommitted = Catalogue.Define(56, 409,
        "权益 {0} 已经承诺过资金。", "Entitlement {0} has its money already.",
        "不要重复申请；撤销后才能再次承诺。", "Do not claim again; only a released commitment can be made anew.");

    /// <summary>The entitlement has no money. {0} entitlement.</summary>
    public static readonly ProblemKind NothingCommitted = Catalogue.Define(57, 404,
        "权益 {0} 没有已承诺的资金。", "Entitlement {0} has no commitment.",
        "核对权益编号。", "Check the entitlement's number.");

    /// <summary>The money cannot be taken back any more. {0} entitlement.</summary>
    public static readonly ProblemKind HandedOverAlready = Catalogue.Define(58, 409,
        "权益 {0} 的款项已送交银行或已付，不能撤销承诺。", "The money of entitlement {0} was handed over to the bank or paid; the commitment cannot be released.",
        "等银行退回后退回预算，或按多付追回。", "Wait until the bank sends it back, or claim it back as paid without right.");

    /// <summary>The entitlement is not booked. {0} entitlement.</summary>
    public static readonly ProblemKind NotBooked = Catalogue.Define(59, 409,
        "权益 {0} 没有入账的减免，不能修订。", "Entitlement {0} has no booked relief to revise.",
        "只修订已入账的减免。", "Revise booked reliefs only.");

    /// <summary>A revision would make a relief smaller. {0} entitlement, {1} booked, {2} wanted.</summary>
    public static readonly ProblemKind BookingShrinks = Catalogue.Define(60, 422,
        "权益 {0} 已入账 {1} 元，不能修订为 {2} 元。", "Entitlement {0} is booked with {1} yuan and cannot be revised to {2}.",
        "减免额只增不减；多记的撤销后重新入账。", "Reliefs only grow; release one that is too large and book it anew.");

    /// <summary>Too many entitlements in one question. {0} asked, {1} limit.</summary>
    public static readonly ProblemKind TooManyAsked = Catalogue.Define(61, 422,
        "一次查询 {0} 笔，上限 {1} 笔。", "{0} entitlements asked at once; the limit is {1}.",
        "分批查询。", "Ask in portions.");
}
