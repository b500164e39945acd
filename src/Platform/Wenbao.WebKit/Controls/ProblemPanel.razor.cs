using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Controls;

/// <summary>A numbered problem: what, where, how to mend it, and the single findings.</summary>
public sealed partial class ProblemPanel : ComponentBase
{
    /// <summary>The most findings listed.</summary>
    public const int DetailsMax = 200;

    /// <summary>The problem; null shows nothing.</summary>
    [Parameter, EditorRequired]
    public Problem? Value { get; set; }
}
