using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Packs;

/// <summary>Reads <c>funds/parties.yaml</c>.</summary>
internal static class PartiesReader
{
    /// <summary>The parties; mistakes go to the reader.</summary>
    public static Parties Read(Pack pack, PackReader reader)
    {
        if (pack.Find("funds/parties.yaml") is not { } file)
        {
            return Parties.None;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return new Parties([.. reader.ReadYaml(file).Required("parties").Items().Select(node => Party(node, seen))]);
    }

    /// <summary>Reports what makes an account unfit for a payment file.</summary>
    public static void Check(PackNode node, Payee payee)
    {
        if (!node.IsMissing && payee is { Name.Length: > 0, AccountNumber.Length: > 0, BankName.Length: > 0 } && payee.Fault(null) is { } fault)
        {
            node.Reader.Report(fault with { Where = node.Where });
        }
    }

    private static PayingParty Party(PackNode node, Dictionary<string, int> seen)
    {
        var id = node.Required("id").Text();
        if (!seen.TryAdd(id, node.Line))
        {
            node.Report(PackProblems.DuplicateKey, id, seen[id]);
        }

        var payee = new Payee(Payee.Party, id, node.Required("name").Text(), node.Required("account").Text(), node.Required("bank").Text(), node.Optional("bank_code")?.Text());
        Check(node, payee);
        return new PayingParty(payee, node.Required("role").Text());
    }
}
