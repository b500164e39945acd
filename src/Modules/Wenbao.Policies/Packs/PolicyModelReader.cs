using Wenbao.Dmn;
using Wenbao.Feel;
using Wenbao.Feel.Binding;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Packs;

/// <summary>Reads a policy's decision.dmn and fits it to policy.yaml: the same inputs, conditions, steps and parameters, by id.</summary>
internal sealed class PolicyModelReader(Pack pack)
{
    private const string EligibilityId = "eligibility";
    private const string AmountId = "amount.decision";
    private const string ParametersId = "in.parameters";

    private readonly Lazy<IReadOnlyDictionary<string, DmnDefinitions>> shared = new(() => SharedModels(pack));

    /// <summary>The model of a policy, or every finding about it as problems.</summary>
    public Result<PolicyModel> Read(Policy policy, PackFile file)
    {
        var document = DmnReader.Read(file.ReadText());
        if (document.Definitions is not { } definitions)
        {
            return Faults(policy, file, document.Diagnostics, []);
        }

        var model = DmnBinder.Bind(definitions, shared.Value);
        var eligibility = model.Decisions.FirstOrDefault(d => d.Id == EligibilityId);
        var amount = model.Decisions.FirstOrDefault(d => d.Id == AmountId);
        var mismatches = Mismatches(policy, model, eligibility, amount).Select(m => PolicyProblems.ModelMismatch.At(file.Display, m)).ToList();
        var findings = document.Diagnostics.Concat(model.Diagnostics).Where(d => d.Severity == FeelSeverity.Error).ToList();
        if (findings.Count + mismatches.Count > 0)
        {
            return Faults(policy, file, findings, mismatches);
        }

        var inputs = policy.Inputs.Select(i => model.Inputs.First(m => m.Id == "in." + i.Name)).ToList();
        var parameters = model.Inputs.First(i => i.Id == ParametersId);
        var texts = ExpressionTexts(definitions);
        return new PolicyModel(
            model.Layout.Size,
            [.. inputs.Select(i => i.Slot)],
            parameters.Slot,
            new FeelShape([.. ((ContextFeelType)parameters.Type).Members.Select(m => m.Name)]),
            [.. policy.Inputs.Select((input, i) => input.Type.Kind == InputKind.RecordList ? RecordShape.Of(inputs[i].Type, input.Type.Fields) : null)],
            Entries(eligibility!, texts),
            Entries(amount!, texts))
        {
            InputLabels = [.. inputs.Select(i => i.Name)],
            Prerequisites = [.. model.Functions.Select(f => (f.Slot, f.Logic, IsConstant: true)), .. model.Decisions.Where(d => d != eligibility && d != amount).Select(d => (d.Slot, d.Logic, IsConstant: false))],
        };
    }

    private static IEnumerable<string> Mismatches(Policy policy, BoundModel model, BoundDecision? eligibility, BoundDecision? amount)
    {
        if (eligibility?.Context is null || amount?.Context is null)
        {
            yield return $"decision {EligibilityId} / {AmountId} (boxed context)";
            yield break;
        }

        if (policy.Conditions.Count > Policy.ConditionsMax)
        {
            yield return $"{EligibilityId}: {policy.Conditions.Count} > {Policy.ConditionsMax}";
        }

        foreach (var input in policy.Inputs)
        {
            if (model.Inputs.FirstOrDefault(i => i.Id == "in." + input.Name) is not { } found)
            {
                yield return "in." + input.Name;
            }
            else if (input.Type.Kind == InputKind.RecordList && RecordShape.Of(found.Type, input.Type.Fields) is null)
            {
                yield return "in." + input.Name + " (fields)";
            }
        }

        foreach (var (declared, found, what) in new[]
        {
            (policy.Conditions.Select(c => c.Id), eligibility.EntryIds, EligibilityId),
            (policy.Steps.Select(s => s.Id), amount.EntryIds, AmountId),
        })
        {
            if (!declared.SequenceEqual(found.Select(id => id ?? "")))
            {
                yield return $"{what}: {string.Join(", ", declared)} ≠ {string.Join(", ", found)}";
            }
        }

        if (model.Inputs.FirstOrDefault(i => i.Id == ParametersId)?.Type is not ContextFeelType parameters)
        {
            yield return ParametersId;
            yield break;
        }

        foreach (var name in parameters.Members.Select(m => m.Name).Except(policy.Parameters.Select(p => p.Name.Zh), StringComparer.Ordinal))
        {
            yield return "参数." + name;
        }
    }

    private static IReadOnlyList<ModelEntry> Entries(BoundDecision decision, Dictionary<string, string> texts) =>
        [.. decision.Context!.Entries.Select((entry, i) => new ModelEntry(
            decision.EntryIds[i]!, entry.Name, entry.Slot, entry.Value, texts.GetValueOrDefault(decision.EntryIds[i]!, "")))];

    private static Dictionary<string, string> ExpressionTexts(DmnDefinitions definitions) =>
        definitions.Decisions.Select(d => d.Logic).OfType<DmnContextExpression>()
            .SelectMany(c => c.Entries)
            .Where(e => e is { Id: not null, Value: DmnLiteralExpression })
            .DistinctBy(e => e.Id, StringComparer.Ordinal)
            .ToDictionary(e => e.Id!, e => ((DmnLiteralExpression)e.Value!).Text.Text, StringComparer.Ordinal);

    private static Problem Faults(Policy policy, PackFile file, IEnumerable<DmnDiagnostic> findings, IReadOnlyList<Problem> mismatches)
    {
        var details = findings.Select(f => new Problem(
            PolicyProblems.ModelFault,
            new LocalizedText($"{f.Code} {f.Zh}", $"{f.Code} {f.En}"),
            $"{file.Display}:{Math.Max(1, f.Place.Line)}")).Concat(mismatches).ToList();
        return PolicyProblems.PolicyNotUsable.At(file.Display, policy.Id, details.Count) with { Details = details };
    }

    private static Dictionary<string, DmnDefinitions> SharedModels(Pack pack) =>
        pack.Files("models/*.dmn").Select(f => DmnReader.Read(f.ReadText()).Definitions).OfType<DmnDefinitions>()
            .DistinctBy(d => d.Namespace).ToDictionary(d => d.Namespace, StringComparer.Ordinal);
}
