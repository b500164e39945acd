using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>An outcome as text with an icon; the colour only repeats what the text says.</summary>
public sealed partial class OutcomeBadge : ComponentBase
{
    /// <summary>The outcome.</summary>
    [Parameter, EditorRequired]
    public Outcome Value { get; set; }

    private string Style => Value switch
    {
        Outcome.Eligible => "yes",
        Outcome.NearMiss => "near",
        Outcome.Undetermined => "open",
        _ => "no",
    };

    private string Icon => Value switch
    {
        Outcome.Eligible => "fa-circle-check",
        Outcome.NearMiss => "fa-circle-half-stroke",
        Outcome.Undetermined => "fa-circle-question",
        _ => "fa-circle-xmark",
    };
}
