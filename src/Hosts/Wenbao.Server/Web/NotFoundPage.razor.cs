using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.WebKit.Forms;

namespace Wenbao.Server.Web;

/// <summary>Answers what could not be done: an address that leads nowhere, or a form that met a problem.</summary>
public sealed partial class NotFoundPage
{
    private static readonly LocalizedText Back = new("返回刚才的页面", "Back to the page before");

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private (Problem Problem, string Back)? Form => OperationForms.ProblemOf(Http);

    private Problem Problem => Form?.Problem ?? ServerProblems.NoPage.With();
}
