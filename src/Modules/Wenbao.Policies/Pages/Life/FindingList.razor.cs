using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Packs;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What is wrong with a draft, by file and line, and how to mend it.</summary>
public sealed partial class FindingList
{
    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public long Draft { get; set; }

    /// <summary>The findings.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DraftFinding> Findings { get; set; } = [];

    private static string? FileOf(DraftFinding finding) => PolicyFolder.FileNames.FirstOrDefault(name => finding.Where.StartsWith(name, StringComparison.Ordinal));
}
