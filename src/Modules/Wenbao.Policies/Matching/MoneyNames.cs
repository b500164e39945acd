using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>Whether what a policy says about money names lists, fields and attributes that the registry declares.</summary>
internal static class MoneyNames
{
    /// <summary>The first name that is not declared, as a problem; null when all are.</summary>
    public static Problem? Check(Policy policy, SubjectType type) =>
        EventKey(policy, type) ?? policy.Payees.Select(rule => Payee(policy, rule, type)).FirstOrDefault(p => p is not null)
        ?? (policy.Loan?.ContractField is { } contract && !Entitlements.CaseKeys.FieldsOf(policy).Contains(contract) ? Unknown(policy, "loan", contract) : null)
        ?? (policy.Accrual is { } accrual && type.FindList(accrual.Record) is null ? Unknown(policy, "accrual", accrual.Record) : null);

    private static Problem? EventKey(Policy policy, SubjectType type)
    {
        if (policy.EventKey is not { Record: { } name } key)
        {
            return null;
        }

        if (type.Lists.FirstOrDefault(l => l.Id == name) is not { } list)
        {
            return Unknown(policy, "event_key", name);
        }

        var children = key.Fields.Select(Child).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return key.Fields.FirstOrDefault(f => !Declares(list, f)) is { } missing ? Unknown(policy, "event_key", name + "." + missing)
            : children.Count > 1 ? Unknown(policy, "event_key", string.Join(", ", children))
            : null;
    }

    private static Problem? Payee(Policy policy, PayeeRule rule, SubjectType type)
    {
        if (rule.From is not { } from)
        {
            return null;
        }

        var judged = policy.Decide is DecidePlan.EachRecord each ? type.FindList(each.List) : null;
        var declared = rule.Kind == PayeeKind.Reference
            ? type.FindAttribute(from) is { Type.Kind: AttributeKind.Reference }
            : type.FindAttribute(from) is not null || judged?.FindField(from) is not null;
        return declared ? null : Unknown(policy, "payee_from", from);
    }

    private static bool Declares(RecordList list, string field) =>
        field is Policies.EventKey.SubjectField or Policies.EventKey.TermField
        || (Child(field) is { } child ? list.Children.FirstOrDefault(c => c.Id == child)?.FindField(field[(child.Length + 1)..]) : list.FindField(field)) is not null;

    private static string? Child(string field) => field.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? field[..dot] : null;

    private static Problem Unknown(Policy policy, string where, string name) => PolicyProblems.NameNotDeclared.At(policy.Id, where, name);
}
