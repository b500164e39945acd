using Wenbao.Kernel;

namespace Wenbao.WebKit.Forms;

/// <summary>What people read beside the fields of forms, so that a problem names what they see and not what the form sends.</summary>
internal static class FieldLabels
{
    private static readonly Dictionary<string, LocalizedText> Known = new(StringComparer.Ordinal)
    {
        ["account"] = new("账号", "Account"),
        ["amount"] = new("金额（元）", "Amount (yuan)"),
        ["bank"] = new("开户行", "Bank"),
        ["basis"] = new("依据", "Ground"),
        ["borrower"] = new("借款人", "Borrower"),
        ["borrowerType"] = new("借款人类别", "Kind of borrower"),
        ["code"] = new("代码", "Code"),
        ["contract"] = new("合同号", "Contract"),
        ["days"] = new("天数", "Days"),
        ["entitlement"] = new("权益编号", "Entitlement"),
        ["example"] = new("样例编号", "Example"),
        ["from"] = new("起始日期", "From"),
        ["fromCut"] = new("压减编号", "Cut"),
        ["item"] = new("序号", "Item"),
        ["kind"] = new("类别", "Kind"),
        ["line"] = new("资金科目", "Fund line"),
        ["list"] = new("公示名单", "Public list"),
        ["month"] = new("月份", "Month"),
        ["name"] = new("名称", "Name"),
        ["note"] = new("说明", "Note"),
        ["on"] = new("日期", "Day"),
        ["outcome"] = new("结论", "Outcome"),
        ["parameter"] = new("参数", "Parameter"),
        ["percent"] = new("比例（%）", "Percent"),
        ["policy"] = new("政策", "Policy"),
        ["reason"] = new("原因或说明", "Reason or answer"),
        ["reference"] = new("凭证号", "Reference"),
        ["subject"] = new("对象", "Subject"),
        ["tail"] = new("账号后四位", "Last four digits of the account"),
        ["text"] = new("内容", "Text"),
        ["toLine"] = new("调入的资金科目", "Fund line that gets it"),
        ["type"] = new("类型", "Type"),
        ["until"] = new("截止日期", "Until"),
        ["value"] = new("数值", "Value"),
    };

    /// <summary>The label of a field; its name where nobody reads a label, as with parts of an address.</summary>
    public static LocalizedText Of(string name) => Known.TryGetValue(name, out var label) ? label : new LocalizedText(name, name);

    /// <summary>A problem that names the field by its label, in each language by the label of that language.</summary>
    public static Problem Name(this ProblemKind kind, string field, LocalizedText? label, params object?[] particulars)
    {
        var shown = label ?? Of(field);
        return new Problem(kind, new LocalizedText(kind.With([shown.Zh, .. particulars]).What.Zh, kind.With([shown.En, .. particulars]).What.En));
    }
}
