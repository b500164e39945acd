using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Packs;

/// <summary>Whether policies, fund lines, payment rules and parties of a pack fit each other: each file may be sound by itself and still name what another does not have.</summary>
internal sealed class PolicyMoneyCheck(IReadOnlyList<Policy> policies, FundLines lines, PaymentRules rules, Parties parties)
{
    private const string PaymentsFile = "funds/payments.yaml";

    /// <summary>Every finding, in the order of the policies.</summary>
    public IReadOnlyList<Problem> Find() =>
        [.. policies.SelectMany(Lines), .. policies.SelectMany(Payees), .. policies.SelectMany(Shared), .. policies.SelectMany(Links), .. Rules()];

    /// <summary>The findings about one of the policies, and about others that do not agree with it on the events they share.</summary>
    public IReadOnlyList<Problem> FindFor(Policy policy) =>
    [
        .. Lines(policy), .. Payees(policy), .. Shared(policy),
        .. policies.Where(p => p.Id != policy.Id && Unshared(p).Contains(policy.Id)).Select(p => PolicyProblems.EventsNotShared.At(FileOf(policy), p.Id, policy.Id)),
    ];

    private IEnumerable<Problem> Lines(Policy policy)
    {
        foreach (var id in policy.Funding.Select(f => f.Line).Distinct(StringComparer.Ordinal))
        {
            if (lines.Find(id) is not { } line)
            {
                yield return PolicyProblems.NameNotDeclared.At(FileOf(policy), "funding", id);
            }
            else if (!Suits(policy, line.Kind))
            {
                yield return PolicyProblems.LineUnfit.At(FileOf(policy), policy.Settlement, id, line.Kind);
            }
        }

        if (policy.Funding.Count > 0 && policy.Settlement is "pay" or "supplier" && policy.Payees.Count == 0)
        {
            yield return PolicyProblems.PayeeMissing.At(FileOf(policy), policy.Id);
        }

        if (policy.Funding.Count > 0 && policy.Settlement == "loan" && policy.Loan is null)
        {
            yield return PolicyProblems.NameNotDeclared.At(FileOf(policy), policy.Id, "loan");
        }
    }

    /// <summary>Reliefs are booked on relief lines, loans come out of revolving ones, payments out of the others.</summary>
    private static bool Suits(Policy policy, FundLineKind kind) => policy.Settlement switch
    {
        "book_only" => kind == FundLineKind.Relief,
        "loan" => kind == FundLineKind.Revolving,
        "none" => false,
        _ => kind is FundLineKind.Budget or FundLineKind.OpenEnded || (kind == FundLineKind.Compensation && policy.PaysPartially),
    };

    private IEnumerable<Problem> Payees(Policy policy) =>
        from rule in policy.Payees
        where rule.Party is { } party && parties.Find(party) is null
        select PolicyProblems.NameNotDeclared.At(FileOf(policy), "payee_from", rule.Party);

    /// <summary>Sharing is mutual, and sharing policies keep their events under one name.</summary>
    private IEnumerable<Problem> Shared(Policy policy) => Unshared(policy).Select(other => PolicyProblems.EventsNotShared.At(FileOf(policy), policy.Id, other));

    /// <summary>The policies that one shares its events with, or they with it, but not both.</summary>
    private IEnumerable<string> Unshared(Policy policy)
    {
        if (policy.EventKey is not { } key)
        {
            return [];
        }

        var group = policies.Where(p => p.Id != policy.Id && p.EventKey?.Group == key.Group).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return key.SharedWith.Where(s => !group.Contains(s)).Concat(group.Where(g => !key.SharedWith.Contains(g)).Order(StringComparer.Ordinal));
    }

    /// <summary>Links name policies that there are; those that share a record have its fields in their keys.</summary>
    private IEnumerable<Problem> Links(Policy policy) =>
        from link in policy.Links.Concat(policy.Inputs.Select(i => i.Source).OfType<InputSource.GrantedLinked>().Select(l => l.Link))
        from id in link.Policies
        let other = policies.FirstOrDefault(p => p.Id == id)
        where other is null || (link.Kind == PolicyLinkKind.SameRecord && !link.Fields.All(Entitlements.CaseKeys.FieldsOf(other).Contains))
        select PolicyProblems.NameNotDeclared.At(FileOf(policy), "links", id);

    private IEnumerable<Problem> Rules()
    {
        var known = policies.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return rules.ExemptPolicies.Where(id => !known.Contains(id)).Concat(rules.ExemptLines.Concat(rules.DebtorsByLine.Keys).Where(id => lines.Find(id) is null))
            .Order(StringComparer.Ordinal).Select(id => PolicyProblems.NameNotDeclared.At(PaymentsFile, PaymentsFile, id));
    }

    private static string FileOf(Policy policy) => $"policies/{policy.Id}/policy.yaml";
}
