using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>The users of a demonstration, one a duty, chosen on the page without a password. Never used with real data.</summary>
public sealed class DemoUsers : IScopeProvider
{
    private static readonly ScopeGrant Visitor = new("visitor", new LocalizedText("访客", "Visitor"), [], []);

    /// <summary>The users, by which a page offers its choice.</summary>
    public static IReadOnlyList<ScopeGrant> All { get; } =
    [
        new("owner", new LocalizedText("企业经办人（演示）", "Firm owner (demo)"), [Duty.Owner]),
        new("policy-officer", new LocalizedText("政策专员（演示）", "Policy officer (demo)"), [Duty.PolicyOfficer]),
        new("department-officer", new LocalizedText("部门经办（演示）", "Department officer (demo)"), [Duty.DepartmentOfficer]),
        new("policy-approver", new LocalizedText("政策审批人（演示）", "Policy approver (demo)"), [Duty.PolicyOfficer]),
        new("finance-officer", new LocalizedText("财政经办（演示）", "Finance officer (demo)"), [Duty.FinanceOfficer]),
        new("finance-approver", new LocalizedText("财政复核（演示）", "Finance approver (demo)"), [Duty.FinanceOfficer]),
        new("bank-officer", new LocalizedText("银行经办（演示）", "Bank officer (demo)"), [Duty.BankOfficer]),
        new("auditor", new LocalizedText("审计（演示）", "Auditor (demo)"), [Duty.Auditor]),
        new("operator", new LocalizedText("运维（演示）", "Operator (demo)"), [Duty.Operator, Duty.PolicyOfficer]),
    ];

    /// <summary>The id of the operator, as whom the command line acts.</summary>
    public const string Operator = "operator";

    /// <inheritdoc/>
    public ValueTask<ScopeGrant?> FindAsync(string? actor, CancellationToken cancel) =>
        new(actor is null ? Visitor : All.FirstOrDefault(u => u.Actor == actor));
}
