using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Wenbao.WebKit.Forms;

/// <summary>Answers forms that cannot even be read with a numbered problem: too large, or from a session that is gone.</summary>
public static class FormGuard
{
    /// <summary>Adds the guard: behind the status-code pages, in front of <c>UseAntiforgery()</c>, which reads every form.</summary>
    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } limit && http.Request.ContentLength > limit)
            {
                Refuse(http, FormProblems.FormTooLarge.With(limit >> 20));
                return;
            }

            await next(http).ConfigureAwait(false);
            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } && HttpMethods.IsPost(http.Request.Method)
                && http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
            {
                Refuse(http, FormProblems.FormStale.With());
            }
        });
    }

    private static void Refuse(HttpContext http, Kernel.Problem problem)
    {
        // The form cannot be read, so the way back is the page that the browser says it comes from, as far as it is ours.
        var from = Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.ToUriComponent() ? page.PathAndQuery : "/";
        OperationForms.Leave(http, problem, from);
        http.Response.StatusCode = problem.Kind.HttpStatus;
    }
}
