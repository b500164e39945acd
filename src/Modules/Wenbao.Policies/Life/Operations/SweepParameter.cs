using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>What a draft would come to with each of several values of a parameter (逐值试算), as if each had been in force all along; one scan for all, and nothing is kept.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Parameter">The parameter's id.</param>
/// <param name="Values">The values as parameters.yaml writes them.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SweepParameter(long Draft, string Parameter, IReadOnlyList<string> Values) : IQuery<IReadOnlyList<SweptValue>>, IValidated
{
    /// <summary>The most values.</summary>
    public const int ValuesMax = 20;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Values.Count is 0 or > ValuesMax)
        {
            yield return PolicyLifeProblems.SweepValuesWrong.At("values", ValuesMax);
        }
    }
}

/// <summary>What one value comes to.</summary>
/// <param name="Value">The value as it was given.</param>
/// <param name="Side">What it comes to.</param>
public sealed record SweptValue(string Value, SimulationSide Side);

internal sealed class SweepParameterHandler(DraftDesk desk, PolicySimulator simulator, Database database) : IQueryHandler<SweepParameter, IReadOnlyList<SweptValue>>
{
    public async Task<Result<IReadOnlyList<SweptValue>>> HandleAsync(SweepParameter query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Drafts.FindAsync([query.Draft], cancel).ConfigureAwait(false) is not { } draft)
            {
                return PolicyLifeProblems.DraftNotFound.With(query.Draft);
            }

            var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
            var reading = desk.Read(draft, folder);
            if (reading.Program is not { } program)
            {
                return PolicyLifeProblems.DraftFaulty.With(draft.Id, reading.Problems.Count) with { Details = reading.Problems };
            }

            var variants = Variants(query, folder, draft, program, scope.Today);
            if (!variants.IsSuccess)
            {
                return variants.Problem!;
            }

            var swept = await simulator.SweepAsync(variants.Value, scope.Today, cancel).ConfigureAwait(false);
            return swept.Map<IReadOnlyList<SweptValue>>(summaries => [.. summaries.Select((s, i) => new SweptValue(query.Values[i], SimulationSide.Of(s)))]);
        }
    }

    private static Result<IReadOnlyList<DecisionProgram>> Variants(SweepParameter query, PolicyFolder folder, DraftRow draft, DecisionProgram program, DateOnly today)
    {
        var fixedRules = program.WithRulesOf(today);
        var text = folder.TextOf(PolicyFolder.ParametersFile);
        var variants = new List<DecisionProgram>();
        foreach (var value in query.Values)
        {
            var typed = ParameterForm.Value(text, draft.Policy, query.Parameter, value);
            if (!typed.IsSuccess)
            {
                return typed.Problem!;
            }

            variants.Add(fixedRules.With(fixedRules.Policy with
            {
                Parameters = [.. fixedRules.Policy.Parameters.Select(p => p.Id == query.Parameter ? p with { Values = [new DatedValue(DateOnly.MinValue, typed.Value)] } : p)],
            }));
        }

        return variants;
    }
}
