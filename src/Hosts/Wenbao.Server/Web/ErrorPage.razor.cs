using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;

namespace Wenbao.Server.Web;

/// <summary>Answers a fault of the product itself, with the number under which the operator finds it in the log.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Problem Problem => ServerProblems.Fault.With(Http?.TraceIdentifier ?? "");
}
