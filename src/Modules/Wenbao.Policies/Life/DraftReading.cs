using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>A draft read, compiled and bound to the registry, as far as that goes.</summary>
/// <param name="Program">The program; null when there are faults that keep it from running.</param>
/// <param name="Problems">Everything that is wrong.</param>
internal sealed record DraftReading(DecisionProgram? Program, IReadOnlyList<Problem> Problems)
{
    /// <summary>The findings as they are shown.</summary>
    public IReadOnlyList<DraftFinding> Findings => [.. Problems.Select(DraftFinding.Of)];

    /// <summary>Reads the files of a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="folder">Its files.</param>
    /// <param name="number">The number its version would have.</param>
    /// <param name="inForce">What is in force, whose registry it is bound to.</param>
    /// <param name="money">The pack's fund lines, payment rules and parties, which it must fit.</param>
    public static DraftReading Of(DraftRow draft, PolicyFolder folder, VersionNumber number, EngineInForce inForce, PolicyMoney money)
    {
        var compiled = inForce.Library.Compiler.Compile(folder, number, isDraft: true);
        if (!compiled.IsSuccess)
        {
            return new DraftReading(null, compiled.Problem!.Details ?? [compiled.Problem]);
        }

        var program = compiled.Value;
        var problems = Misfits(draft, folder, program.Policy, inForce).ToList();
        problems.AddRange(money.Misfits(program.Policy, inForce.Library.Policies).Select(p => p with { Where = PlaceOf(folder, p.Kind == PolicyProblems.EventsNotShared ? "event_key" : "funding") }));
        if (inForce.Engine.PlanFor([program]) is { IsSuccess: false } unbound)
        {
            // The engine names the input in the text only; the author wants its line.
            var input = program.Policy.Inputs.FirstOrDefault(i => unbound.Problem!.What.Zh.Contains($"“{i.Name}”", StringComparison.Ordinal));
            problems.Add(unbound.Problem! with { Where = input is null ? PolicyFolder.PolicyFile : PlaceOf(folder, "inputs", $"[name={input.Name}]") });
        }

        return new DraftReading(problems.Count == 0 ? program : null, problems);
    }

    private static IEnumerable<Problem> Misfits(DraftRow draft, PolicyFolder folder, Policy policy, EngineInForce inForce)
    {
        if (policy.Id != draft.Policy)
        {
            yield return PolicyLifeProblems.IdDiffers.At(PlaceOf(folder, "id"), draft.Policy, policy.Id);
        }

        if (inForce.Library.Find(draft.Policy) is { IsSuccess: true } present && present.Value.Audience != policy.Audience)
        {
            yield return PolicyLifeProblems.AudienceDiffers.At(PlaceOf(folder, "audience"), present.Value.Audience, policy.Audience);
        }

        if (inForce.Library.Policies.FirstOrDefault(p => p.Number == policy.Number && p.Id != draft.Policy) is { } holder)
        {
            yield return PolicyLifeProblems.NumberTaken.At(PlaceOf(folder, "no"), policy.Number, holder.Id);
        }
    }

    private static string PlaceOf(PolicyFolder folder, params string[] path)
    {
        var text = folder.TextOf(PolicyFolder.PolicyFile);
        var line = PackYamlText.Find(text, path) is { } span ? text.AsSpan(0, span.Start).Count('\n') + 1 : 1;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PolicyFolder.PolicyFile}:{line}");
    }
}
