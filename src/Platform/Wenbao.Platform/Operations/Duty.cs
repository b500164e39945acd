namespace Wenbao.Platform.Operations;

/// <summary>What somebody acts as (职责).</summary>
public enum Duty
{
    /// <summary>The owner of a firm, or a resident, acting for one's own subject (企业、群众).</summary>
    Owner,

    /// <summary>A policy officer, who keeps policies and judges who gets what (政策专员).</summary>
    PolicyOfficer,

    /// <summary>An officer of a department, who sees what belongs to the department's policies (部门经办).</summary>
    DepartmentOfficer,

    /// <summary>The operator of the installation (运维).</summary>
    Operator,

    /// <summary>A finance officer, who publishes, pays, reconciles and recovers (财政经办).</summary>
    FinanceOfficer,

    /// <summary>An officer of a bank that lends, is compensated and answers payment files (银行经办).</summary>
    BankOfficer,

    /// <summary>An auditor, who sees the books and proves them, and changes nothing (审计).</summary>
    Auditor,

    /// <summary>The product itself, when one step follows from another; never a person.</summary>
    System,
}
