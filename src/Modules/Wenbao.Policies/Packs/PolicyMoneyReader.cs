using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Packs;

/// <summary>Reads what a policy says about money: which line pays, who is paid, what makes an event, how it grows by month.</summary>
internal sealed class PolicyMoneyReader(PackNode node, Policy policy)
{
    /// <summary>The policy with what was read; mistakes go to the reader of the node.</summary>
    public Policy Read()
    {
        var funding = node.Optional("funding");
        funding?.Allow("account", "total_budget_yuan", "note");
        var consumed = node.Optional("budget_consumed_by")?.OneOf("amount", "outstanding_use");
        return policy with
        {
            Funding = Funding(funding),
            Payees = Payees(),
            EventKey = node.Optional("event_key") is { } key ? EventKey(key) : null,
            Accrual = node.Optional("accrual") is { } accrual ? Accrual(accrual) : null,
            Loan = node.Optional("loan") is { } loan ? new PolicyLoan(NumberInput(loan.Required("amount")), NumberInput(loan.Required("days")), loan.Optional("contract")?.Text()) : null,
            ConsumesOutstandingUse = consumed == "outstanding_use",
            PaysPartially = funding?.Optional("pays_partially")?.Bool() ?? false,
        };
    }

    private List<PolicyFunding> Funding(PackNode? funding)
    {
        var rules = new List<PolicyFunding>();
        foreach (var rule in node.Optional("funding_rules")?.Items() ?? [])
        {
            rule.Allow("account");
            rules.Add(new PolicyFunding(When(rule), rule.Required("line").Text(), Shares(rule)));
        }

        var shares = funding is null ? FundShares.None : Shares(funding);
        if (funding?.Optional("line") is not { } line)
        {
            return rules;
        }

        if (policy.Settlement == "none")
        {
            line.Report(PackProblems.RuleBroken, "不涉及资金的政策（settlement: none）不写资金科目。", "A policy that concerns no money (settlement: none) names no fund line.");
        }

        rules.Add(new PolicyFunding(null, line.Text(), shares));
        return rules;
    }

    private static FundShares Shares(PackNode parent)
    {
        if (parent.Optional("shares_percent") is not { } node)
        {
            return FundShares.None;
        }

        decimal Of(string level)
        {
            if (node.Optional(level) is not { } share)
            {
                return 0m;
            }

            var percent = share.Decimal();
            if (percent is < 0 or > 100)
            {
                share.Report(PackProblems.WrongType, "0 至 100 的百分比", share.RawText, "a percentage from 0 to 100");
            }

            return percent;
        }

        var shares = new FundShares(Of("national"), Of("province"), Of("city"), Of("district"));
        if (shares.National + shares.Province + shares.City + shares.District is not (0 or 100))
        {
            node.Report(PackProblems.RuleBroken, "各级分担比例之和应为 100，不分担的全部为 0。", "The levels' shares must add up to 100, or all be nought.");
        }

        return shares;
    }

    private List<PayeeRule> Payees()
    {
        var rules = new List<PayeeRule>();
        foreach (var rule in node.Optional("payee_rules")?.Items() ?? [])
        {
            var role = rule.Required("payee").Text();
            rules.Add(Payee(rule, When(rule), role, rule.Required("payee_text").LocalizedText()));
        }

        if (node.Optional("payee")?.Text() is { } who)
        {
            rules.Add(Payee(node, null, who, policy.PayeeText ?? new LocalizedText(who, who)));
        }
        else if (node.Optional("payee_from") is { } from)
        {
            from.Report(PackProblems.RuleBroken, "没有收款方（payee）的政策不写 payee_from。", "A policy without a payee has no payee_from.");
        }

        return rules;
    }

    private static PayeeRule Payee(PackNode rule, string? when, string role, LocalizedText text)
    {
        if (rule.Optional("payee_from") is not { } from)
        {
            if (role != "subject")
            {
                rule.Required("payee_from");
            }

            return new PayeeRule(when, PayeeKind.Subject, role, null, null, text);
        }

        if (from.IsScalar)
        {
            from.OneOf("subject");
            return new PayeeRule(when, PayeeKind.Subject, role, null, null, text);
        }

        var (reference, party, of) = (from.Optional("reference"), from.Optional("party"), from.Optional("party_of"));
        if ((reference is null ? 0 : 1) + (party is null ? 0 : 1) + (of is null ? 0 : 1) != 1)
        {
            from.Report(PackProblems.RuleBroken, "payee_from 应为 subject、{reference: 引用属性}、{party: 单位编号} 或 {party_of: 字段或属性} 之一。",
                "payee_from is one of: subject, {reference: ATTRIBUTE}, {party: ID}, {party_of: FIELD OR ATTRIBUTE}.");
        }

        return reference is not null ? new PayeeRule(when, PayeeKind.Reference, role, reference.Text(), null, text)
            : new PayeeRule(when, PayeeKind.Party, role, of?.Text(), party?.Text(), text);
    }

    private EventKey? EventKey(PackNode key)
    {
        if (!key.IsMap)
        {
            var inputs = key.Items().Select(Input).ToList();
            return inputs.Count == 0 ? null : new EventKey(inputs, null, false, [], policy.Id, null);
        }

        var record = key.Required("record").Text();
        var input = policy.Inputs.FirstOrDefault(i => i.Name == record && i.Type.Kind == InputKind.RecordList);
        var judged = input is null ? policy.Decide as DecidePlan.EachRecord : null;
        var list = input?.Source is InputSource.Records records ? records.List : judged?.List ?? key.Optional("list")?.Text();
        key.Allow("list");
        var fields = key.Required("fields").Items();
        foreach (var field in fields.Where(f => list is null && f.RawText is not (Policies.EventKey.SubjectField or Policies.EventKey.TermField)))
        {
            field.Report(PackProblems.NotAmongChoices, field.RawText, Policies.EventKey.SubjectField + ", " + Policies.EventKey.TermField);
        }

        return new EventKey([], list, judged is not null, [.. fields.Select(f => f.Text())], key.Optional("group")?.Text() ?? policy.Id, key.Required("identity").LocalizedText())
        {
            SharedWith = key.Optional("shared_with")?.Texts() ?? [],
            IsInput = input is not null,
        };
    }

    private PolicyAccrual Accrual(PackNode accrual)
    {
        accrual.Allow("revise_same_entitlement");
        var record = accrual.Required("record");
        var list = policy.Inputs.FirstOrDefault(i => i.Name == record.RawText)?.Source is InputSource.Records records ? records.List : null;
        if (list is null && !record.IsMissing)
        {
            record.Report(PolicyProblems.UnknownInput, policy.Id, record.RawText);
        }

        var (first, last) = (Month(accrual.Required("from")), Month(accrual.Required("to")));
        if ((last.Year, last.Month).CompareTo((first.Year, first.Month)) < 0)
        {
            accrual.Report(PackProblems.RuleBroken, "accrual 的末月早于首月。", "The last month of accrual lies before the first.");
        }

        return new PolicyAccrual(list ?? "", first, last);
    }

    private static YearMonth Month(PackNode node)
    {
        var day = node.Month();
        return new YearMonth(day.Year, day.Month);
    }

    private string Input(PackNode name)
    {
        if (policy.Inputs.All(i => i.Name != name.RawText))
        {
            name.Report(PolicyProblems.UnknownInput, policy.Id, name.RawText);
        }

        return name.Text();
    }

    private string NumberInput(PackNode name)
    {
        var found = Input(name);
        if (policy.Inputs.Any(i => i.Name == found && i.Type.Kind != InputKind.Number))
        {
            name.Report(PackProblems.RuleBroken, "借用额和天数应取自数值输入。", "The sum lent and its days must be inputs that are numbers.");
        }

        return found;
    }

    /// <summary>A condition of a rule, bound to the policy's inputs so that a wrong name is told with its place.</summary>
    private string When(PackNode rule)
    {
        var when = rule.Required("when");
        if (when.IsMissing)
        {
            return "true";
        }

        var text = when.Text();
        foreach (var fault in CaseRules.Faults(text, policy.Inputs))
        {
            when.Report(PolicyProblems.RuleFault, text, fault.Zh, fault.En);
        }

        return text;
    }
}
