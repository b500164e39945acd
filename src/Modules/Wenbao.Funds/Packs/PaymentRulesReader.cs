using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Packs;

/// <summary>Reads <c>funds/payments.yaml</c>.</summary>
internal static class PaymentRulesReader
{
    private const int WorkingDaysMax = 60;
    private const int BatchItemsCeiling = 100_000;

    /// <summary>The rules; mistakes go to the reader.</summary>
    public static PaymentRules Read(Pack pack, PackReader reader)
    {
        if (pack.Find("funds/payments.yaml") is not { } file)
        {
            return PaymentRules.None;
        }

        var node = reader.ReadYaml(file);
        var publicity = node.Required("publicity").Allow("calendar");
        var debtors = (node.Optional("debtors")?.Items() ?? []).SelectMany(d => d.Required("lines").Texts().Select(line => (Line: line, Account: Account(d)))).ToList();
        return new PaymentRules
        {
            PublicityDays = new WorkingDays(Within(publicity.Required("working_days"), 1, WorkingDaysMax)),
            PaidWithin = node.Optional("paid_within_working_days") is { } within ? new WorkingDays(Within(within, 1, WorkingDaysMax)) : null,
            ExemptPolicies = Names(node.Optional("publicity_exempt_policies")).Concat(Names(publicity.Optional("exempt_policies"))).ToHashSet(StringComparer.Ordinal),
            ExemptLines = Names(node.Optional("publicity_exempt_lines")).Concat(Names(publicity.Optional("exempt_lines"))).ToHashSet(StringComparer.Ordinal),
            Debtor = Account(node.Required("debtor")),
            DebtorsByLine = debtors.DistinctBy(d => d.Line).ToDictionary(d => d.Line, d => d.Account, StringComparer.Ordinal),
            BatchItemsMax = node.Optional("batch")?.Optional("items_max") is { } most ? Within(most, 1, BatchItemsCeiling) : PaymentRules.DefaultBatchItemsMax,
        };
    }

    private static IEnumerable<string> Names(PackNode? node) => node?.Texts() ?? [];

    private static int Within(PackNode node, int least, int most)
    {
        var number = node.Int();
        if (number < least || number > most)
        {
            node.Report(PackProblems.WrongType, $"{least} 至 {most} 的整数", node.RawText, $"a whole number from {least} to {most}");
        }

        return Math.Clamp(number, least, most);
    }

    private static DebtorAccount Account(PackNode node)
    {
        var account = new DebtorAccount(node.Required("name").Text(), node.Required("account").Text(), node.Required("bank").Text(), node.Optional("bank_code")?.Text());
        PartiesReader.Check(node, new Payee(Payee.Party, "debtor", account.Name, account.AccountNumber, account.BankName, account.BankCode));
        return account;
    }
}
