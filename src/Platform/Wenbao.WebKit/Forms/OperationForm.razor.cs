using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Wenbao.WebKit.Forms;

/// <summary>A form that sends one operation (办理表单), without scripts. Each rendering carries a key of its own, so a double click is one wish.</summary>
public sealed partial class OperationForm
{
    /// <summary>The address mapped by <see cref="OperationForms"/>.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    /// <summary>What the button says: the deed, such as 确认领取.</summary>
    [Parameter, EditorRequired]
    public string Submit { get; set; } = "";

    /// <summary>The name of the form for those who hear it; null when its heading says it.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>The version of the record that is shown, for edits; null when none is edited.</summary>
    [Parameter]
    public long? Version { get; set; }

    /// <summary>Whether it carries a file.</summary>
    [Parameter]
    public bool HasFile { get; set; }

    /// <summary>Whether the deed is hard to take back (refuse, revoke, end), so that its button looks different.</summary>
    [Parameter]
    public bool IsWeighty { get; set; }

    /// <summary>Where a link beside the button leads instead; null for none.</summary>
    [Parameter]
    public string? CancelAddress { get; set; }

    /// <summary>The class of the form's element.</summary>
    [Parameter]
    public string CssClass { get; set; } = "operation-form";

    /// <summary>The fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Key { get; } = Guid.NewGuid().ToString("N");

    private string Back => Http is null ? "/" : Http.Request.PathBase + Http.Request.Path + Http.Request.QueryString;
}
