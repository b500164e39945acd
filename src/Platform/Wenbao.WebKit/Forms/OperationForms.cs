using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Forms;

/// <summary>How a page's form becomes an operation: post, send, redirect. A problem is shown as a page with a way back; nothing typed is sent twice.</summary>
public static class OperationForms
{
    internal const string KeyField = "form-key";
    internal const string BackField = "form-back";
    internal const string VersionField = "form-version";
    private const string ProblemItem = "wenbao-form-problem";
    private const string BackItem = "wenbao-form-back";

    /// <summary>Maps the address that a form posts to.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="pattern">The address, such as <c>/do/claim/{id}</c>; parts of it are read like fields.</param>
    /// <param name="make">Makes the operation of the fields.</param>
    /// <param name="next">Where the reader goes after success, given the fields and the result; an address of this site.</param>
    /// <param name="done">What the next page tells at its top; null for nothing.</param>
    public static RouteHandlerBuilder MapOperationForm<TResult>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<FormFields, IOperation<TResult>> make,
        Func<FormFields, TResult, string> next,
        Func<TResult, LocalizedText>? done = null)
    {
        ArgumentNullException.ThrowIfNull(make);
        return routes.MapOperationForm<TResult>(pattern, (_, fields, _) => Task.FromResult(Result<IOperation<TResult>>.Of(make(fields))), next, done);
    }

    /// <summary>Maps the address that a form posts to, where making the operation needs the request (a file sent) or may be refused.</summary>
    public static RouteHandlerBuilder MapOperationForm<TResult>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<HttpContext, FormFields, CancellationToken, Task<Result<IOperation<TResult>>>> make,
        Func<FormFields, TResult, string> next,
        Func<TResult, LocalizedText>? done = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Map(routes, pattern, make, (http, fields, result, _) =>
        {
            if (done is not null)
            {
                DoneNote.Leave(http, done(result));
            }

            return Task.FromResult(Result<IResult>.Of(Results.LocalRedirect(LocalAddress(next(fields, result)))));
        });
    }

    /// <summary>Maps the address of a form that is answered with a file: the operation puts on record who takes it, each time anew, and the file is asked for afterwards.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="make">Makes the operation of the fields.</param>
    /// <param name="file">Asks for the file; a problem is shown as a page with a way back.</param>
    public static RouteHandlerBuilder MapOperationDownload<TResult>(
        this IEndpointRouteBuilder routes,
        string pattern,
        Func<FormFields, IOperation<TResult>> make,
        Func<HttpContext, TResult, CancellationToken, Task<Result<IResult>>> file)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(file);
        return Map<TResult>(routes, pattern, (_, fields, _) => Task.FromResult(Result<IOperation<TResult>>.Of(make(fields))), (http, _, result, cancel) => file(http, result, cancel), isKeyed: false);
    }

    private static RouteHandlerBuilder Map<TResult>(
        IEndpointRouteBuilder routes,
        string pattern,
        Func<HttpContext, FormFields, CancellationToken, Task<Result<IOperation<TResult>>>> make,
        Func<HttpContext, FormFields, TResult, CancellationToken, Task<Result<IResult>>> answer,
        bool isKeyed = true)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(make);
        return routes.MapPost(pattern, async Task<IResult> (HttpContext http, [FromForm] IFormCollection form, CancellationToken cancel) =>
        {
            var fields = new FormFields(form, http.Request.RouteValues);
            var made = await make(http, fields, cancel).ConfigureAwait(false);
            if (fields.Faults.Count > 0)
            {
                return Refuse(http, fields, FormProblems.FieldsWrong.With(fields.Faults.Count) with { Details = fields.Faults });
            }

            if (!made.IsSuccess)
            {
                return Refuse(http, fields, made.Problem!);
            }

            var sent = await http.RequestServices.GetRequiredService<IOperationPipeline>().SendAsync(made.Value, Context(http, fields, isKeyed), cancel).ConfigureAwait(false);
            if (!sent.IsSuccess)
            {
                return Refuse(http, fields, sent.Problem!);
            }

            var answered = await answer(http, fields, sent.Value, cancel).ConfigureAwait(false);
            return answered.IsSuccess ? answered.Value : Refuse(http, fields, answered.Problem!);
        });
    }

    /// <summary>The problem that a form of this request met, and the page to go back to; null when none did.</summary>
    public static (Problem Problem, string Back)? ProblemOf(HttpContext? http) =>
        http?.Items[ProblemItem] is Problem problem ? (problem, http.Items[BackItem] as string ?? "/") : null;

    private static OperationContext Context(HttpContext http, FormFields fields, bool isKeyed)
    {
        var key = fields.Raw(KeyField);
        return new OperationContext(
            http.Actor(),
            isKeyed && key.Length > 0 ? key : null,
            long.TryParse(fields.Raw(VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new ExpectedVersion(version) : null);
    }

    private static StatusOnly Refuse(HttpContext http, FormFields fields, Problem problem)
    {
        Leave(http, problem, fields.Raw(BackField));
        return new StatusOnly(problem.Kind.HttpStatus);
    }

    /// <summary>Leaves a problem for the status-code pages, which run the request once more as a GET and show it in the layout of all pages.</summary>
    internal static void Leave(HttpContext http, Problem problem, string back)
    {
        http.Items[ProblemItem] = problem;
        http.Items[BackItem] = LocalAddress(back);
        http.Request.Method = HttpMethods.Get;
    }

    /// <summary>Only an address of this site: a form's field must not send anyone elsewhere.</summary>
    private static string LocalAddress(string address) => address is ['/'] or ['/', not ('/' or '\\'), ..] ? address : "/";

    /// <summary>An empty answer with a status.</summary>
    private sealed class StatusOnly(int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }
}
