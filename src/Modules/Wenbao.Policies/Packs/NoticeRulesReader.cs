using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Packs;

/// <summary>What subjects are told without anybody pressing a button.</summary>
/// <param name="TellsFoundDaily">Whether each business day those newly found, and those of whom data are missing, are told.</param>
internal sealed record NoticeRules(bool TellsFoundDaily);

/// <summary>Reads <c>notices.yaml</c>; without it nothing is told by itself.</summary>
internal static class NoticeRulesReader
{
    private const string Daily = "daily";

    /// <summary>The rules; mistakes go to the reader.</summary>
    public static NoticeRules Read(Pack pack, PackReader reader) =>
        new(pack.Find("notices.yaml") is { } file && reader.ReadYaml(file).Required("tell_found").OneOf("on_request", Daily) == Daily);
}
