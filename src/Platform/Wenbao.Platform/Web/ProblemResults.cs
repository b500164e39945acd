using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;

namespace Wenbao.Platform.Web;

/// <summary>The one place where problems become HTTP answers (RFC 9457, <c>application/problem+json</c>).</summary>
public static class ProblemResults
{
    /// <summary>The answer: status of the kind; title and detail in the reader's language; <c>code</c>, <c>where</c>, <c>what</c> and <c>mend</c> in both languages; <c>traceId</c>; <c>errors</c> with the single findings.</summary>
    public static IResult ToHttp(this Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ProblemAnswer(problem);
    }

    /// <summary>200 with the value as JSON, or the problem's answer.</summary>
    public static IResult ToHttp<T>(this Result<T> result) => result.Problem is { } problem ? problem.ToHttp() : Results.Ok(result.Value);

    /// <summary>The body of the answer.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="traceId">The trace, by which the operator finds the request in the logs; null when there is none.</param>
    public static JsonObject Body(Problem problem, string? traceId)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var body = Finding(problem);
        body.Insert(0, "type", $"urn:wenbao:problem:{problem.Code}");
        body.Insert(1, "title", problem.What.For());
        body.Insert(2, "status", problem.Kind.HttpStatus);
        body.Insert(3, "detail", problem.Mend.For());
        body["traceId"] = traceId;
        body["errors"] = new JsonArray([.. (problem.Details ?? []).Select(Finding)]);
        return body;
    }

    private static JsonObject Finding(Problem problem) => new()
    {
        ["code"] = problem.Code,
        ["where"] = problem.Where,
        ["what"] = Both(problem.What),
        ["mend"] = Both(problem.Mend),
    };

    private static JsonObject Both(LocalizedText text) => new() { ["zh"] = text.Zh, ["en"] = text.En };

    private sealed class ProblemAnswer(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = problem.Kind.HttpStatus;
            var body = Body(problem, Activity.Current?.Id ?? httpContext.TraceIdentifier);
            return httpContext.Response.WriteAsJsonAsync(body, options: null, contentType: "application/problem+json", httpContext.RequestAborted);
        }
    }
}
