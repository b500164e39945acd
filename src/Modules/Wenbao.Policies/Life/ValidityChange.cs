using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Packs;

namespace Wenbao.Policies.Life;

/// <summary>A policy with another last day, as a revision of what is in force: the validity, the parameter that the model asks, and the texts that tell the span.</summary>
/// <param name="Program">The program.</param>
/// <param name="Folder">Its files.</param>
/// <param name="DroppedExamples">Ids of examples that tested the old last day and no longer hold; they are left out.</param>
internal sealed record ValidityChange(DecisionProgram Program, PolicyFolder Folder, IReadOnlyList<string> DroppedExamples)
{
    /// <summary>The id of the parameter that holds a policy's last day, by the conventions of policy files (docs/reference/pack-format.md).</summary>
    public const string LastDayParameter = "valid_to";

    /// <summary>Makes the revision.</summary>
    /// <param name="texts">The files in force.</param>
    /// <param name="policy">The policy in force.</param>
    /// <param name="on">From which evaluation date on the model knows the new last day.</param>
    /// <param name="lastDay">The new last day.</param>
    /// <param name="inForce">What is in force.</param>
    public static Result<ValidityChange> Make(IReadOnlyDictionary<string, string> texts, Policy policy, DateOnly on, DateOnly lastDay, EngineInForce inForce)
    {
        VersionNumber.TryOf(policy.Version, out var number);
        var changed = texts.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        var day = PackYamlText.Quote(lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (policy.Parameters.FirstOrDefault(p => p.Id == LastDayParameter) is not { } parameter || parameter.On(on).AsDate() is null
            || PolicyTexts.WithValue(changed[PolicyFolder.ParametersFile], LastDayParameter, on, day) is not { } parameters)
        {
            return PolicyLifeProblems.NoLastDayParameter.At(policy.Id, policy.Id, LastDayParameter);
        }

        changed[PolicyFolder.ParametersFile] = parameters;
        changed[PolicyFolder.PolicyFile] = PolicyTexts.WithLastDay(
            PolicyTexts.Replaced(changed[PolicyFolder.PolicyFile], day, "validity", "to"), policy.Validity.From, policy.Validity.To, lastDay);
        changed[PolicyFolder.SourceFile] = PolicyTexts.WithLastDay(changed[PolicyFolder.SourceFile], policy.Validity.From, policy.Validity.To, lastDay);

        var compiler = inForce.Library.Compiler;
        var program = compiler.Compile(FolderOf(changed), number.Next(isRevision: true));
        if (!program.IsSuccess)
        {
            return program.Problem!;
        }

        var dropped = CaseRunner.Run(program.Value).Where(r => !r.Passes).Select(r => r.Id).ToList();
        if (dropped.Count > 0)
        {
            changed[PolicyFolder.ExamplesFile] = PolicyTexts.WithoutExamples(changed[PolicyFolder.ExamplesFile], dropped);
            program = compiler.Compile(FolderOf(changed), number.Next(isRevision: true));
        }

        return program.Map(made => new ValidityChange(made, FolderOf(changed), dropped));

        PolicyFolder FolderOf(IReadOnlyDictionary<string, string> files) => PolicyFolder.Of(files, "", compiler.PackId);
    }
}
