using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Controls;

/// <summary>A numbered problem as a page: what, how to mend it, and a way back. It answers with the problem's HTTP status.</summary>
public sealed partial class ProblemPanel
{
    /// <summary>The problem.</summary>
    [Parameter, EditorRequired]
    public Problem Problem { get; set; } = null!;

    /// <summary>Further ways out of it; null for none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Http is { Response.HasStarted: false })
        {
            Http.Response.StatusCode = Problem.Kind.HttpStatus;
        }
    }
}
