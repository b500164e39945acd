using Microsoft.AspNetCore.Components;
using Wenbao.WebKit.Texts;

namespace Wenbao.WebKit.Controls;

/// <summary>A state as sign and word, so that colour is never the only signal.</summary>
public sealed partial class StateMark
{
    /// <summary>The state.</summary>
    [Parameter, EditorRequired]
    public StateKind Kind { get; set; }

    /// <summary>The word; null for the usual one.</summary>
    [Parameter]
    public string? Text { get; set; }

    private string Sign => Kind switch
    {
        StateKind.Good => "✓",
        StateKind.Bad => "✕",
        StateKind.Unknown => "?",
        StateKind.Near => "◐",
        StateKind.Waiting => "○",
        _ => "★",
    };

    private string Word => Text ?? Kind switch
    {
        StateKind.Good => WebKitTexts.Holds,
        StateKind.Bad => WebKitTexts.DoesNotHold,
        StateKind.Unknown => WebKitTexts.CannotBeTold,
        StateKind.Near => WebKitTexts.JustMissed,
        StateKind.Waiting => WebKitTexts.Waits,
        _ => WebKitTexts.Recommended,
    };
}
