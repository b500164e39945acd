using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>Duties in words (职责名称).</summary>
public static class DutyNames
{
    /// <summary>A duty in words.</summary>
    public static LocalizedText Of(Duty duty) => duty switch
    {
        Duty.Owner => new("企业或群众本人", "firm or resident concerned"),
        Duty.PolicyOfficer => new("政策专员", "policy officer"),
        Duty.DepartmentOfficer => new("部门经办", "department officer"),
        Duty.Operator => new("运维", "operator"),
        Duty.FinanceOfficer => new("财政经办", "finance officer"),
        Duty.BankOfficer => new("银行经办", "bank officer"),
        Duty.Auditor => new("审计", "auditor"),
        _ => new("系统", "system"),
    };

    /// <summary>The problem of somebody whose duties do not allow an operation or query: it names those that do.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="duties">Who may.</param>
    public static Problem Refusal(string operation, IEnumerable<Duty> duties)
    {
        var names = duties.Where(d => d != Duty.System).DefaultIfEmpty(Duty.System).Select(Of).ToList();
        return OperationProblems.NotAllowed.With(operation, string.Join("、", names.Select(n => n.Zh)), string.Join(" or ", names.Select(n => n.En)));
    }
}
