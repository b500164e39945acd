using Wenbao.Feel;
using Wenbao.Funds;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Where the account of whoever is paid stands: columns of the scan, a field of the record judged, or one of the pack's parties.</summary>
internal sealed class PayeePlan
{
    private readonly PayeeRule rule;
    private readonly int id;
    private readonly int holder;
    private readonly int number;
    private readonly int bank;
    private readonly int bankCode;
    private readonly int recordField;
    private readonly string partyType;

    private PayeePlan(PayeeRule rule, string partyType, int id, int holder, int number, int bank, int bankCode, int recordField)
    {
        this.rule = rule;
        this.partyType = partyType;
        this.id = id;
        this.holder = holder;
        this.number = number;
        this.bank = bank;
        this.bankCode = bankCode;
        this.recordField = recordField;
    }

    /// <summary>The rule it carries out.</summary>
    public PayeeRule Rule => rule;

    /// <summary>Makes the plan of a rule, adding what it reads to the scan.</summary>
    public static PayeePlan Make(PayeeRule rule, ScanColumns scan, RecordList? judged)
    {
        switch (rule.Kind)
        {
            case PayeeKind.Subject:
                return Subject(rule, scan, scan.Type, "");
            case PayeeKind.Reference:
                var target = scan.TargetOf(rule.From!);
                return target is null ? new PayeePlan(rule, "", -1, -1, -1, -1, -1, -1) : Subject(rule, scan, target, rule.From + ".");
            default:
                var field = rule.From is null ? -1 : judged?.Shape.IndexOf(rule.From) ?? -1;
                return new PayeePlan(rule, "party", rule.From is null || field >= 0 ? -1 : scan.Column(rule.From), -1, -1, -1, -1, field);
        }
    }

    /// <summary>Who is paid.</summary>
    /// <param name="row">The subject.</param>
    /// <param name="record">The record judged, or null.</param>
    /// <param name="parties">Looks up one of the pack's parties by its id.</param>
    /// <returns>The payee; null when no account is known.</returns>
    public Payee? Find(SubjectRow row, FeelContext? record, Func<string, Payee?> parties)
    {
        if (rule.Kind == PayeeKind.Party)
        {
            var party = rule.Party ?? (recordField >= 0 ? record?[recordField].AsString() : Text(row, id));
            return party is null ? null : parties(party);
        }

        var publicId = rule.Kind == PayeeKind.Subject ? row.PublicId : Text(row, id);
        return publicId is not null && Text(row, number) is { Length: > 0 } account && Text(row, bank) is { Length: > 0 } bankName
            ? new Payee(partyType, publicId, Text(row, holder) ?? publicId, account, bankName, Text(row, bankCode))
            : null;
    }

    private static PayeePlan Subject(PayeeRule rule, ScanColumns scan, SubjectType type, string prefix)
    {
        var reference = prefix.Length == 0 ? -1 : scan.Column(prefix[..^1]);
        var account = type.Account;
        int Column(RegistryAttribute? attribute) => attribute is null ? -1 : scan.Column(prefix + attribute.Id);
        return new PayeePlan(rule, type.Id, reference, Column(account?.Holder ?? type.Display), Column(account?.Number), Column(account?.Bank), Column(account?.BankCode), -1);
    }

    private static string? Text(SubjectRow row, int column) => column < 0 ? null : row.Values[column].AsString();
}
