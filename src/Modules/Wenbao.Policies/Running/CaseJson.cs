using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Writes decided cases as JSON lines.</summary>
internal static class CaseJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line of a decided case.</summary>
    public static string Write(DecidedCase decided) => new JsonObject
    {
        ["id"] = decided.Id,
        ["outcome"] = decided.OutcomeCode,
        ["failed"] = Array(decided.Failed),
        ["unknown"] = Array(decided.Unknown),
        ["amount"] = decided.Amount,
    }.ToJsonString(Options);

    /// <summary>The line of a case that cannot be decided.</summary>
    public static string Write(string? id, long line, Problem problem) => new JsonObject
    {
        ["id"] = id,
        ["line"] = line,
        ["problem"] = new JsonObject
        {
            ["code"] = problem.Code,
            ["where"] = problem.Where,
            ["what"] = new JsonObject { ["zh"] = problem.What.Zh, ["en"] = problem.What.En },
            ["mend"] = new JsonObject { ["zh"] = problem.Mend.Zh, ["en"] = problem.Mend.En },
        },
    }.ToJsonString(Options);

    private static JsonArray Array(IReadOnlyList<string> ids) => [.. ids.Select(id => (JsonNode)JsonValue.Create(id))];
}
