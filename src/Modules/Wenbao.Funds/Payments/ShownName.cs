namespace Wenbao.Funds.Payments;

/// <summary>Names as anybody may see them (公示名称): a firm's whole, of a person's the first character.</summary>
internal static class ShownName
{
    /// <summary>The name to be shown.</summary>
    public static string Of(string name, bool isPerson)
    {
        if (!isPerson || name.Length == 0)
        {
            return name;
        }

        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? 2 : 1;
        return name[..first] + new string('*', Math.Max(1, name.Length - first));
    }
}
