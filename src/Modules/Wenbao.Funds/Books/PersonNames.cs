namespace Wenbao.Funds.Books;

/// <summary>Subjects of decisions as auditors read them: a firm's name whole, a person's masked.</summary>
internal static class PersonNames
{
    /// <summary>The name: of a person's the first character and asterisks.</summary>
    public static string Shown(DecisionReference decision)
    {
        var name = decision.SubjectName;
        if (!decision.SubjectIsPerson || name.Length == 0)
        {
            return name;
        }

        var first = char.IsHighSurrogate(name[0]) && name.Length > 1 ? 2 : 1;
        return name[..first] + "**";
    }
}
