using System.Runtime.CompilerServices;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Audit;

/// <summary>Texts of the audit's page. One property a key; the texts stand in <c>AuditTexts.resx</c> (Chinese) and <c>AuditTexts.en.resx</c>.</summary>
internal static class AuditTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(AuditTexts).FullName!, typeof(AuditTexts).Assembly);

    public static string Actor => Text();

    public static string AllUsers => Text();

    public static string AnchorLast => Text();

    public static string AnchorNone => Text();

    public static string AnchorNote => Text();

    public static string AnchorTrouble => Text();

    public static string Audit => Text();

    public static string Clear => Text();

    public static string Day => Text();

    public static string Digest => Text();

    public static string DigestsAndHashes => Text();

    public static string FailedHere => Text();

    public static string Hash => Text();

    public static string LastProved => Text();

    public static string LastProvedNote => Text();

    public static string Lead => Text();

    public static string Links => Text();

    public static string LocalTime => Text();

    public static string Moment => Text();

    public static string Never => Text();

    public static string Newest => Text();

    public static string NoLinks => Text();

    public static string Older => Text();

    public static string Operation => Text();

    public static string PreviousHash => Text();

    public static string Records => Text();

    public static string Search => Text();

    public static string SearchLabel => Text();

    public static string Subject => Text();

    public static string SubjectHint => Text();

    public static string Verify => Text();

    public static string VerifyHint => Text();

    public static string YoungestFirst => Text();

    private static string Text([CallerMemberName] string key = "") => All[key];
}
