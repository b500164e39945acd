using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>What a bank's reason codes mean (银行退回原因).</summary>
/// <remarks>Source: ISO 20022 external code sets, ExternalStatusReason1Code and ExternalReturnReason1Code. Free text of the bank is not shown, because it may name people.</remarks>
public static class BankReasons
{
    private static readonly LocalizedText Other = new("银行未说明原因", "the bank gives no known reason");

    private static readonly Dictionary<string, LocalizedText> Texts = new(StringComparer.Ordinal)
    {
        ["AC01"] = new("账号不正确", "the account number is wrong"),
        ["AC03"] = new("收款账号无效", "the creditor account is invalid"),
        ["AC04"] = new("账户已销户", "the account is closed"),
        ["AC06"] = new("账户已冻结", "the account is blocked"),
        ["AC13"] = new("账户种类不能收款", "the kind of account cannot receive"),
        ["AG01"] = new("该账户不允许此类交易", "the account does not allow the transaction"),
        ["AG02"] = new("交易种类不受理", "the kind of transaction is not taken"),
        ["AM02"] = new("金额超过限额", "the amount is over the limit"),
        ["AM03"] = new("币种不受理", "the currency is not taken"),
        ["AM04"] = new("付款账户余额不足", "the paying account has too little money"),
        ["AM05"] = new("重复付款", "the payment is a duplicate"),
        ["AM09"] = new("金额不符", "the amount is wrong"),
        ["AM10"] = new("控制金额不符", "the control sum is wrong"),
        ["BE01"] = new("户名与账号不符", "name and account do not belong together"),
        ["BE04"] = new("缺少收款人地址", "the creditor's address is missing"),
        ["BE06"] = new("收款人不存在", "the creditor is not known"),
        ["DT01"] = new("日期不正确", "the date is wrong"),
        ["DUPL"] = new("重复付款", "the payment is a duplicate"),
        ["FOCR"] = new("应付款方要求退回", "returned at the payer's request"),
        ["MD07"] = new("收款人已去世", "the creditor has died"),
        ["MS02"] = new("收款人拒收，未说明原因", "the creditor refuses without a reason"),
        ["MS03"] = new("收款行拒收，未说明原因", "the creditor's bank refuses without a reason"),
        ["NARR"] = Other,
        ["RC01"] = new("联行号不正确", "the bank's code is wrong"),
        ["RR04"] = new("监管原因", "for a regulatory reason"),
        ["TM01"] = new("超过受理时间", "after the cut-off time"),
    };

    /// <summary>Code and meaning, such as <c>AC01 账号不正确</c>.</summary>
    /// <param name="code">The code; null or empty when the bank gave none.</param>
    public static LocalizedText Describe(string? code) =>
        string.IsNullOrEmpty(code) ? Other
        : Texts.TryGetValue(code, out var text) ? new LocalizedText($"{code} {text.Zh}", $"{code} {text.En}")
        : new LocalizedText($"{code} {Other.Zh}", $"{code} {Other.En}");
}
