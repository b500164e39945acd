using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Explaining;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>What a subject is entitled to, what it just misses and what cannot be told, with every reason (判定说明). Decided afresh from the registry.</summary>
/// <param name="Subject">The public id: credit code, person or project number.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Policy">One policy only; null for all that reach the subject.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record ExplainSubject(string Subject, DateOnly AsOf, string? Policy = null) : IQuery<SubjectExplanation>;

/// <summary>A subject with the explanation of every policy it was judged by.</summary>
/// <param name="SubjectType">The subject type's id.</param>
/// <param name="PublicId">The public id.</param>
/// <param name="Name">The name, masked when it is personal.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Policies">The explanations, in catalogue order.</param>
public sealed record SubjectExplanation(string SubjectType, string PublicId, string Name, DateOnly AsOf, IReadOnlyList<PolicyExplanation> Policies)
{
    /// <summary>For each policy of an exclusion group that is eligible together with others: the one that gives most (推荐).</summary>
    public IReadOnlySet<string> Recommended => Exclusion.Recommend(Policies);
}

internal sealed class ExplainSubjectHandler(MatchEngine engine, SubjectReader reader) : IQueryHandler<ExplainSubject, SubjectExplanation>
{
    public async Task<Result<SubjectExplanation>> HandleAsync(ExplainSubject query, OperationScope scope, CancellationToken cancel)
    {
        var audiences = engine.Audiences;
        if (query.Policy is { } policy)
        {
            var plans = engine.PlansFor([policy], inOrder: false);
            if (!plans.IsSuccess)
            {
                return plans.Problem!;
            }

            audiences = plans.Value;
        }

        if (!scope.Covers(query.Subject))
        {
            return PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
        }

        foreach (var audience in audiences)
        {
            var request = new SubjectQuery { Columns = audience.Scan.Columns, Lists = [.. audience.Scan.Lists.Select(l => l.Id)], AsOf = query.AsOf };
            var found = await reader.FindAsync(audience.Type, query.Subject, request, cancel).ConfigureAwait(false);
            if (found.IsSuccess)
            {
                return Explain(audience, found.Value, query.AsOf);
            }
        }

        return query.Policy is not null && await IsElsewhereAsync(query.Subject, audiences, cancel).ConfigureAwait(false)
            ? PolicyProblems.OtherAudience.At(query.Subject, query.Policy)
            : PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
    }

    private static SubjectExplanation Explain(AudiencePlan audience, SubjectDetail found, DateOnly asOf)
    {
        var capture = new CaseCapture(audience);
        var cells = new Cell?[audience.Plans.Count];
        new SubjectJudge(audience, inFull: true).Judge(new JudgedSubject(found.Row), asOf, cells, capture);
        var explanations = new Explainer(audience, new RegistryProvenance(audience, found, asOf), found.Row.PublicId).Explain(capture);
        return new SubjectExplanation(audience.Type.Id, found.Row.PublicId, SubjectNames.Shown(audience.Type, found.Name), asOf, explanations);
    }

    private async Task<bool> IsElsewhereAsync(string subject, IReadOnlyList<AudiencePlan> tried, CancellationToken cancel)
    {
        foreach (var audience in engine.Audiences.Where(a => tried.All(t => t.Type != a.Type)))
        {
            if (await reader.FindAsync(audience.Type, subject, new SubjectQuery { Columns = [audience.Type.PublicId.Id], WithHistory = false }, cancel).ConfigureAwait(false) is { IsSuccess: true })
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The registry's provenance as explanations want it.</summary>
internal sealed class RegistryProvenance(AudiencePlan audience, SubjectDetail found, DateOnly asOf) : ISubjectProvenance
{
    private static readonly LocalizedText Registry = new("登记库", "registry");

    public (LocalizedText Source, DateOnly? AsOf) OfAttribute(string path)
    {
        var origin = found.Origins[audience.Scan.Column(path)];
        return (origin.Source?.Text ?? Registry, origin.AsOf);
    }

    public (LocalizedText Source, DateOnly? AsOf) OfList(string list) =>
        (audience.Scan.Lists.FirstOrDefault(l => l.Id == list)?.Source?.Text ?? Registry, asOf);
}
