using Wenbao.Funds.Packs;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds;

/// <summary>The rules of paying that a pack sets (拨付规则), from <c>funds/payments.yaml</c>.</summary>
public sealed record PaymentRules
{
    /// <summary>A pack that says nothing: money can be committed and booked, but nothing published or paid.</summary>
    public static PaymentRules None { get; } = new();

    /// <summary>How long a list is public before anything on it is paid, in working days after the day it is published, the last included; null when the pack sets no rules.</summary>
    public WorkingDays? PublicityDays { get; init; }

    /// <summary>How long it may take from the grant until the money is proven paid, in working days after the day of the grant; null when nothing is promised, and then nothing is late.</summary>
    public WorkingDays? PaidWithin { get; init; }

    /// <summary>Policies paid without publicity, such as monthly benefits of persons.</summary>
    public IReadOnlySet<string> ExemptPolicies { get; init; } = new HashSet<string>();

    /// <summary>Lines paid without publicity.</summary>
    public IReadOnlySet<string> ExemptLines { get; init; } = new HashSet<string>();

    /// <summary>The account that pays where no other is named; null when the pack sets no rules.</summary>
    public DebtorAccount? Debtor { get; init; }

    /// <summary>Accounts that pay certain lines.</summary>
    public IReadOnlyDictionary<string, DebtorAccount> DebtorsByLine { get; init; } = new Dictionary<string, DebtorAccount>();

    /// <summary>The most payments of one batch.</summary>
    public int BatchItemsMax { get; init; } = DefaultBatchItemsMax;

    /// <summary>The most payments of a batch when the pack sets no limit.</summary>
    public const int DefaultBatchItemsMax = 20_000;

    /// <summary>Reads <c>funds/payments.yaml</c> of a pack.</summary>
    /// <returns>The rules, <see cref="None"/> when the pack has no such file; or every mistake with file and line.</returns>
    public static Result<PaymentRules> Read(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        return reader.Complete(PaymentRulesReader.Read(pack, reader), pack.Id);
    }

    /// <summary>Whether a policy's payments need no publicity.</summary>
    public bool SkipsPublicity(string policy, string line) => ExemptPolicies.Contains(policy) || ExemptLines.Contains(line);

    /// <summary>The account that pays a line; null when the pack sets no rules.</summary>
    public DebtorAccount? DebtorOf(string line) => DebtorsByLine.GetValueOrDefault(line) ?? Debtor;

    /// <summary>Every account that pays.</summary>
    public IEnumerable<DebtorAccount> Debtors => DebtorsByLine.Values.Prepend(Debtor).OfType<DebtorAccount>().Distinct();
}

/// <summary>An account that pays (付款账户).</summary>
/// <param name="Name">Its holder, as the bank knows it.</param>
/// <param name="AccountNumber">The account.</param>
/// <param name="BankName">Its bank.</param>
/// <param name="BankCode">The bank's clearing code of 12 digits; null when only its name is known.</param>
public sealed record DebtorAccount(string Name, string AccountNumber, string BankName, string? BankCode);
