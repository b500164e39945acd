using Wenbao.Funds.Packs;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds;

/// <summary>Who is paid without being a subject of the registry (收款单位): banks, hospitals, suppliers, trainers, institutions; from <c>funds/parties.yaml</c>.</summary>
public sealed class Parties
{
    private readonly Dictionary<string, PayingParty> byId;
    private readonly Dictionary<string, string> bankCodes;

    internal Parties(IEnumerable<PayingParty> all)
    {
        All = [.. all];
        bankCodes = All.Where(p => p.Payee.BankCode is not null).DistinctBy(p => p.Payee.BankName).ToDictionary(p => p.Payee.BankName, p => p.Payee.BankCode!, StringComparer.Ordinal);
        byId = All.DistinctBy(p => p.Payee.PartyId).ToDictionary(p => p.Payee.PartyId, StringComparer.Ordinal);
    }

    /// <summary>A pack without parties.</summary>
    public static Parties None { get; } = new([]);

    /// <summary>The parties, in the order of the file.</summary>
    public IReadOnlyList<PayingParty> All { get; }

    /// <summary>Reads <c>funds/parties.yaml</c> of a pack.</summary>
    /// <returns>The parties, <see cref="None"/> when the pack has no such file; or every mistake with file and line.</returns>
    public static Result<Parties> Read(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var reader = new PackReader();
        return reader.Complete(PartiesReader.Read(pack, reader), pack.Id);
    }

    /// <summary>The payee of a party's id; null when there is none.</summary>
    public Payee? Find(string id) => byId.GetValueOrDefault(id)?.Payee;

    /// <summary>The clearing code of a bank by its name, as the parties' accounts tell it; null when none has one there.</summary>
    /// <param name="bankName">The name, as registers write it beside an account.</param>
    public string? BankCodeOf(string bankName) => bankCodes.GetValueOrDefault(bankName);

    /// <summary>The party of an id; null when there is none.</summary>
    public PayingParty? FindParty(string id) => byId.GetValueOrDefault(id);
}

/// <summary>A party of the pack.</summary>
/// <param name="Payee">Who is paid onto which account.</param>
/// <param name="Role">The catalogue's word for what it is: <c>bank</c>, <c>designated_hospital</c>, <c>supplier</c>, <c>trainer</c>, <c>institution</c>…</param>
public sealed record PayingParty(Payee Payee, string Role);
