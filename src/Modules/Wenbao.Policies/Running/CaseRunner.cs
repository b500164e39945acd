using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies;

/// <summary>Decides cases that are given in full: a file of cases, the examples of a policy, a form (算例判定).</summary>
public sealed class CaseRunner(PolicyLibrary library)
{
    /// <summary>The most characters a line of a case file may have.</summary>
    public const int LineCharactersMax = 4 * 1024 * 1024;

    private const int LinesAtOnce = 512;

    /// <summary>Decides one case.</summary>
    /// <param name="policy">The policy's id.</param>
    /// <param name="inputs">A JSON object with the inputs under their catalogue names; an input left out is null.</param>
    /// <param name="id">The case's id, given back.</param>
    public Result<DecidedCase> Decide(string policy, JsonElement inputs, string? id = null)
    {
        var found = library.FindProgram(policy);
        return found.IsSuccess ? Decide(found.Value, inputs, id) : found.Problem!;
    }

    /// <summary>Decides every line of a case file and writes a line a case, in the same order.</summary>
    /// <param name="cases">JSON lines <c>{id, policy, inputs}</c>.</param>
    /// <param name="results">Receives JSON lines <c>{id, outcome, failed, unknown, amount}</c>; a line that cannot be decided gives <c>{id, problem}</c>.</param>
    /// <param name="onProgress">Told how many lines are done.</param>
    /// <param name="cancel">Stops after the lines at hand.</param>
    /// <returns>How many lines there were, and how many could not be decided.</returns>
    public async Task<(long Lines, long Refused)> RunAsync(TextReader cases, TextWriter results, Action<long>? onProgress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(results);
        long lines = 0;
        long refused = 0;
        var batch = new List<string>(LinesAtOnce);
        var more = true;
        while (more)
        {
            cancel.ThrowIfCancellationRequested();
            batch.Clear();
            while (batch.Count < LinesAtOnce && await cases.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
            {
                batch.Add(line);
            }

            more = batch.Count == LinesAtOnce;
            var answers = new (string? Text, bool Refused)[batch.Count];
            var first = lines + 1;
            Parallel.For(0, batch.Count, i => answers[i] = Answer(batch[i], first + i));
            foreach (var (text, isRefused) in answers)
            {
                if (text is not null)
                {
                    await results.WriteLineAsync(text.AsMemory(), cancel).ConfigureAwait(false);
                    refused += isRefused ? 1 : 0;
                }
            }

            lines += batch.Count;
            onProgress?.Invoke(lines);
        }

        await results.FlushAsync(cancel).ConfigureAwait(false);
        return (lines, refused);
    }

    /// <summary>Decides every example of a policy and answers with those that do not come out as expected.</summary>
    public IReadOnlyList<Problem> Test(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var program = library.FindProgram(policy.Id);
        return !program.IsSuccess ? [program.Problem!]
            : [.. Run(program.Value).Where(r => !r.Passes).Select(r => PolicyProblems.ExampleFails.At($"{policy.Id}/examples.yaml#{r.Id}", r.Id, r.Wanted, r.Got))];
    }

    /// <summary>Decides every example of a program.</summary>
    internal static IReadOnlyList<ExampleResult> Run(DecisionProgram program) => [.. program.Policy.Examples.Select(example =>
    {
        var decided = Decide(program, example.Inputs, example.Id);
        var expected = example.Expected;
        var wanted = Describe(expected.Outcome, expected.Failed, expected.Unknown, expected.AmountYuan);
        var got = decided.IsSuccess
            ? Describe(decided.Value.Outcome, decided.Value.Failed, decided.Value.Unknown, Money.Round(decided.Value.AmountYuan).Yuan)
            : decided.Problem!.ToString();
        var actual = decided.IsSuccess ? new ExpectedDecision(decided.Value.Outcome, decided.Value.Failed, decided.Value.Unknown, Money.Round(decided.Value.AmountYuan).Yuan) : null;
        return new ExampleResult(example.Id, example.Title, wanted == got, wanted, got, expected, actual);
    })];

    private static Result<DecidedCase> Decide(DecisionProgram program, JsonElement inputs, string? id)
    {
        var frame = program.NewFrame();
        if (InputJson.Fill(program, inputs, frame) is { } problem)
        {
            return problem;
        }

        var decision = program.Decide(frame);
        return decision.AmountYuan is not { } amount
            ? PolicyProblems.AmountMissing.With(program.Policy.Id)
            : new DecidedCase(id, decision.Outcome, Ids(program, decision.Failed), Ids(program, decision.Unknown), amount);
    }

    private static string Describe(Outcome outcome, IReadOnlyList<string> failed, IReadOnlyList<string> unknown, decimal amount) =>
        $"{OutcomeText.Code(outcome)} [{string.Join(",", failed)}] [{string.Join(",", unknown)}] {Money.Round(amount)}";

    private static IReadOnlyList<string> Ids(DecisionProgram program, uint mask)
    {
        var ids = new List<string>(System.Numerics.BitOperations.PopCount(mask));
        for (; mask != 0; mask &= mask - 1)
        {
            ids.Add(program.Model.Conditions[System.Numerics.BitOperations.TrailingZeroCount(mask)].Id);
        }

        return ids;
    }

    private (string? Text, bool Refused) Answer(string line, long number)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return (null, false);
        }

        string? id = null;
        var decided = line.Length > LineCharactersMax
            ? PolicyProblems.BadCaseLine.With($"> {LineCharactersMax} 字符 (characters)")
            : DecideLine(line, ref id);
        return decided.IsSuccess ? (CaseJson.Write(decided.Value), false) : (CaseJson.Write(id, number, decided.Problem!), true);
    }

    private Result<DecidedCase> DecideLine(string line, ref string? id)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 16 });
            var root = json.RootElement;
            id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var given)
                ? given.ValueKind == JsonValueKind.String ? given.GetString() : given.GetRawText()
                : null;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("policy", out var policy) || policy.ValueKind != JsonValueKind.String
                || !root.TryGetProperty("inputs", out var inputs))
            {
                return PolicyProblems.BadCaseLine.With("id, policy, inputs");
            }

            return Decide(policy.GetString()!, inputs, id);
        }
        catch (JsonException error)
        {
            return PolicyProblems.BadCaseLine.With(error.Message);
        }
    }
}
