using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>What a subject can claim with one click, or has claimed already, policy by policy (可领取事项): the account to confirm is that on record.</summary>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">Its public id.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindClaimOffers(string SubjectType, string Subject) : IQuery<ClaimOffers>;

/// <summary>Offers by the policy's id; every policy of the subject's type has one.</summary>
/// <param name="Offers">The offers.</param>
/// <param name="AccountSource">Which department and register keeps the subject's account; null when the pack names none.</param>
public sealed record ClaimOffers(IReadOnlyDictionary<string, ClaimOffer> Offers, LocalizedText? AccountSource);

/// <summary>What a subject can do under a policy.</summary>
/// <param name="Live">Its live entitlements, the newest first.</param>
/// <param name="NeedsAccount">Whether money is paid onto an account.</param>
/// <param name="Account">The account on record that would be paid; null when nobody is paid, another party is, or none is known.</param>
/// <param name="PaidTo">Who is paid instead of the subject, in words; null when the subject is.</param>
public sealed record ClaimOffer(IReadOnlyList<EntitlementItem> Live, bool NeedsAccount, OfferedAccount? Account, LocalizedText? PaidTo)
{
    /// <summary>Why no claim is taken at present, shown in place of the button; null when claims are taken.</summary>
    public Problem? Refusal { get; init; }

    /// <summary>Whether every record that a claim could use is used by a live entitlement already; false where records do not matter.</summary>
    public bool IsUsedUp { get; init; }

    /// <summary>Whether a claim brings something that is not claimed already, judged by what was explained.</summary>
    /// <param name="explained">The policy as it was explained to the subject.</param>
    public bool BringsMore(PolicyExplanation explained)
    {
        ArgumentNullException.ThrowIfNull(explained);
        var eligible = explained.Cases.Where(c => c.Outcome == Outcome.Eligible);
        if (explained.Policy.EventKey is { IsInput: true, IsJudgedRecord: false })
        {
            // Of a list that may be claimed on any day, the day does not matter.
            return !IsUsedUp && eligible.Any();
        }

        var claimed = Live.Where(e => e.State != EntitlementState.Notified).Select(e => e.CaseKey).ToHashSet(StringComparer.Ordinal);
        return eligible.Any(c => c.CaseKey is null || !claimed.Contains(c.CaseKey));
    }

    /// <summary>Whether money would be paid and no account is known.</summary>
    public bool IsAccountMissing => NeedsAccount && Account is null && PaidTo is null;
}

/// <summary>An account as it may be shown.</summary>
/// <param name="Tail">The last four characters.</param>
/// <param name="Bank">The bank, in words.</param>
public sealed record OfferedAccount(string Tail, string Bank);

internal sealed class FindClaimOffersHandler(MatchEngine engine, PolicyLibrary library, RegistryDeclaration declaration, SubjectReader reader, EntitlementNames names, PolicyStandings standings, Database database)
    : IQueryHandler<FindClaimOffers, ClaimOffers>
{
    public async Task<Result<ClaimOffers>> HandleAsync(FindClaimOffers query, OperationScope scope, CancellationToken cancel)
    {
        if (!scope.Covers(query.Subject) || declaration.Find(query.SubjectType) is not { } type)
        {
            return PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
        }

        var policies = library.Policies.Where(p => p.Audience == type.Id).ToList();
        var columns = policies.SelectMany(p => p.Payees).SelectMany(rule => Columns(rule, type)).Append(type.PublicId.Id).Distinct(StringComparer.Ordinal).ToList();
        var found = await reader.FindAsync(type, query.Subject, new SubjectQuery { Columns = columns, WithHistory = false }, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var number = found.Value.Row.Id;
            var entitlements = await db.Entitlements.Where(e => e.SubjectType == type.Id && e.SubjectId == number && EntitlementViews.LiveStates.Contains(e.State))
                .OrderByDescending(e => e.Id).ToListAsync(cancel).ConfigureAwait(false);
            var live = (await names.ItemsAsync(entitlements, cancel).ConfigureAwait(false)).ToLookup(e => e.Policy, StringComparer.Ordinal);
            var values = columns.Zip(found.Value.Row.Values, (column, value) => (column, Text: value.AsString())).ToDictionary(x => x.column, x => x.Text, StringComparer.Ordinal);
            var usedUp = await UsedUpAsync(db, policies, number, scope.Today, cancel).ConfigureAwait(false);
            return new ClaimOffers(
                policies.ToDictionary(
                    p => p.Id,
                    p => Offer(p, type, values, [.. live[p.Id]]) with { IsUsedUp = usedUp.Contains(p.Id), Refusal = standings.ClaimRefusal(p.Id, scope.Today) ?? ClaimTerm.Refusal(p, scope.Today) },
                    StringComparer.Ordinal),
                type.Account?.Number.Source?.Text);
        }
    }

    /// <summary>The policies whose list of events live entitlements have used up.</summary>
    private async Task<HashSet<string>> UsedUpAsync(EntitlementsDb db, IEnumerable<Policy> policies, long subject, DateOnly today, CancellationToken cancel)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var ofLists = policies.Where(p => p.EventKey is { IsInput: true, IsJudgedRecord: false }).Select(p => p.Id).ToList();
        if (ofLists.Count == 0 || engine.ClaimPlansFor(ofLists) is not { IsSuccess: true, Value: [{ } audience] })
        {
            return used;
        }

        await foreach (var part in reader.StreamAsync(audience.Type, audience.QueryOf([subject], today), cancel).ConfigureAwait(false))
        {
            foreach (var plan in audience.Plans.Where(p => p.Events is not null))
            {
                var (group, wanted) = (plan.Events!.Group, plan.Events.Candidates(part.Rows[0], today).Distinct(StringComparer.Ordinal).ToList());
                if (wanted.Count > 0 && await db.Consumptions.CountAsync(c => c.EventGroup == group && wanted.Contains(c.Identity), cancel).ConfigureAwait(false) == wanted.Count)
                {
                    used.Add(plan.Policy.Id);
                }
            }
        }

        return used;
    }

    private ClaimOffer Offer(Policy policy, SubjectType type, Dictionary<string, string?> values, IReadOnlyList<EntitlementItem> live)
    {
        var needs = policy.Settlement is "pay" or "supplier";
        if (!needs)
        {
            return new ClaimOffer(live, false, null, null);
        }

        // Where the case decides between the subject and a party, the subject's account is what has to be confirmed.
        var own = policy.Payees.FirstOrDefault(rule => rule.Kind != PayeeKind.Party);
        return own is null
            ? new ClaimOffer(live, true, null, policy.Payees.Count > 0 ? policy.Payees[^1].Text : policy.PayeeText)
            : new ClaimOffer(live, true, Account(own, type, values), null);
    }

    private OfferedAccount? Account(PayeeRule rule, SubjectType type, Dictionary<string, string?> values) =>
        Columns(rule, type).ToList() is [var number, var bank] && values[number] is { Length: > 0 } account && values[bank] is { Length: > 0 } bankName
            ? new OfferedAccount(AccountTails.Of(account), bankName)
            : null;

    private IEnumerable<string> Columns(PayeeRule rule, SubjectType type)
    {
        var holder = rule.Kind switch
        {
            PayeeKind.Subject => type,
            PayeeKind.Reference when type.FindAttribute(rule.From!)?.Type.Target is { } target => declaration.Find(target),
            _ => null,
        };
        return holder?.Account is { } account ? new[] { account.Number.Id, account.Bank.Id }.Select(id => rule.Kind == PayeeKind.Subject ? id : $"{rule.From}.{id}") : [];
    }
}
