using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>A share of a whole as a bar; the number itself stands beside it as text. Drawn without inline style, so that the content policy can forbid it.</summary>
public sealed partial class ShareBar
{
    /// <summary>The part, 0 to <see cref="Whole"/>.</summary>
    [Parameter, EditorRequired]
    public long Part { get; set; }

    /// <summary>The whole; 0 draws an empty bar.</summary>
    [Parameter, EditorRequired]
    public long Whole { get; set; }

    // What is there but too small to see is drawn half a percent wide.
    private string Width => (Whole <= 0 || Part <= 0 ? 0m : Math.Clamp(100m * Part / Whole, 0.5m, 100m)).ToString("0.##", CultureInfo.InvariantCulture);
}
