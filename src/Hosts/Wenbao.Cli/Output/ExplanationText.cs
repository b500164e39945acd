using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Cli.Output;

/// <summary>An explanation as text.</summary>
internal static class ExplanationText
{
    /// <summary>Writes what is found first, then near misses, what cannot be told, and one line for each of the rest.</summary>
    public static void Write(Terminal terminal, SubjectExplanation subject, RegistryDeclaration declaration)
    {
        terminal.Line($"{subject.Name}  {subject.PublicId}  {subject.AsOf:yyyy-MM-dd}");
        var groups = new (LocalizedText Heading, Func<PolicyExplanation, bool> Belongs, bool InFull)[]
        {
            (Texts.Found, p => p.Best.Outcome == Outcome.Eligible, true),
            (Texts.NearMiss, p => p.Best.IsNearMiss, true),
            (Texts.Undetermined, p => p.Best.Outcome == Outcome.Undetermined, true),
            (Texts.Ineligible, p => p.Best.Outcome == Outcome.Ineligible && !p.Best.IsNearMiss, subject.Policies.Count == 1),
        };
        foreach (var (heading, belongs, inFull) in groups)
        {
            var members = subject.Policies.Where(belongs).ToList();
            if (members.Count == 0)
            {
                continue;
            }

            terminal.Line();
            terminal.Line($"== {heading.For()} ({members.Count})");
            foreach (var member in members)
            {
                Write(terminal, member, inFull, subject.Recommended.Contains(member.Policy.Id), declaration.Find(subject.SubjectType));
            }
        }
    }

    private static void Write(Terminal terminal, PolicyExplanation policy, bool inFull, bool isRecommended, SubjectType? type)
    {
        var best = policy.Best;
        var amount = best.Outcome == Outcome.Eligible ? "  " + policy.Total.ForPeople() : "";
        terminal.Line();
        terminal.Line($"{policy.Policy.Title.For()}  [{policy.Policy.Id}]  {OutcomeText.Word(best.Outcome).For()}{amount}{(isRecommended ? "  " + Texts.Recommended.For() : "")}");
        if (policy.Cases.Count > 1)
        {
            terminal.Line("  " + Texts.Cases.With(policy.Cases.Count, policy.Cases.Count(c => c.Outcome == Outcome.Eligible)));
        }

        foreach (var condition in best.Conditions.Where(c => inFull || c.Result != true))
        {
            var mark = condition.Result switch { true => "✓", false => "✗", null => "?" };
            var text = condition.Result == false ? condition.Reason.For() : condition.Label.For();
            terminal.Line($"  {mark} {condition.Id} {text}{Texts.Clause.With(condition.Clause)}");
            foreach (var input in condition.Inputs.Where(_ => inFull))
            {
                terminal.Line($"      {input.Label.For()}{Texts.Colon.For()}{Value(input, type)}  ← {input.Source.For()}{(input.AsOf is { } day ? $" {day:yyyy-MM-dd}" : "")}");
            }

            if (condition is { Result: false, Gap.Distance: { } distance })
            {
                terminal.Line("      " + Texts.Gap.With(distance.ToString("#,##0.##", CultureInfo.InvariantCulture)));
            }

            if (condition is { Result: false, Mend: { } mend })
            {
                terminal.Line("      → " + mend.For());
            }
        }

        foreach (var step in best.Steps.Where(_ => inFull))
        {
            terminal.Line($"  = {step.Label.For()}{Texts.Colon.For()}{Plain(step.Value)}");
        }
    }

    private static string Value(ExplainedInput input, SubjectType? type)
    {
        if (input.Value.IsNull)
        {
            return (input.IsMissing ? Texts.Missing : Texts.None).For() + (input.NullMeans is { } means ? Texts.InBrackets.With(means.For()) : "");
        }

        if (input.Value.AsList() is { } list)
        {
            return Texts.Records.With(list.Count);
        }

        if (input.Value.AsBoolean() is { } truth)
        {
            return (truth ? Texts.Yes : Texts.No).For();
        }

        var label = input.Value.AsString() is { } code ? type?.FindAttribute(input.Name)?.Labels.GetValueOrDefault(code) : null;
        return label?.For() ?? (Plain(input.Value) + (input.Unit is { } unit ? " " + unit.For() : ""));
    }

    private static string Plain(Feel.FeelValue value) =>
        value.AsNumber() is { } number ? number.ToString("#,##0.##########", CultureInfo.InvariantCulture)
        : value.AsDate() is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.AsString() ?? (value.AsList() is { } list ? Texts.Records.With(list.Count) : value.ToString());
}
