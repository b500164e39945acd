using System.Text.RegularExpressions;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies;

namespace Wenbao.Architecture.Tests;

/// <summary>Every policy of a shipped pack is complete: for the machine, and for people of both languages.</summary>
public sealed partial class PackTests
{
    private static readonly string[] PolicyFiles = ["decision.dmn", "examples.yaml", "parameters.yaml", "policy.yaml", "source.md"];
    private static readonly Lazy<PolicyLibrary> Jimo = new(() => PackLoader.Load(Repository.PathOf("packs/jimo-2020")).Then(PolicyLibrary.Load).ShouldSucceed());

    public static TheoryData<string> Policies() =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("packs"), "policies", SearchOption.AllDirectories).SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void EveryPolicyFolder_IsLoaded() => Assert.Equal(Policies().Count, Jimo.Value.Policies.Count);

    [Theory]
    [MemberData(nameof(Policies))]
    public void Policy_IsComplete(string folder)
    {
        Assert.Equal(PolicyFiles, Directory.EnumerateFileSystemEntries(Repository.PathOf(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var policy = Jimo.Value.Find(Path.GetFileName(folder)).ShouldSucceed();
        var anchors = Anchor().Matches(File.ReadAllText(Repository.PathOf(folder + "/source.md"))).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(anchors.Distinct(StringComparer.Ordinal), anchors);
        var faults = new List<string?> { Both("title", policy.Title), Both("summary", policy.Summary), Both("department", policy.Department) };
        foreach (var condition in policy.Conditions)
        {
            faults.Add(Both(condition.Id + " reason", condition.Reason));
            faults.Add(condition.EnglishLabel is { Length: > 0 } label && !Chinese().IsMatch(label) ? null : $"{condition.Id} label: no English");
            faults.Add(condition.Mend is { } mend ? Both(condition.Id + " mend", mend) : null);
            faults.Add(anchors.Contains(condition.Clause) ? null : $"{condition.Id}: clause {condition.Clause} is not in source.md");
        }

        foreach (var step in policy.Steps)
        {
            faults.Add(string.IsNullOrWhiteSpace(step.EnglishLabel) || Chinese().IsMatch(step.EnglishLabel) ? $"step {step.Id}: no English" : null);
            faults.Add(anchors.Contains(step.Clause) ? null : $"step {step.Id}: clause {step.Clause} is not in source.md");
        }

        foreach (var parameter in policy.Parameters)
        {
            faults.Add(Both("parameter " + parameter.Id, parameter.Name));
            faults.Add(anchors.Contains(parameter.Clause) ? null : $"parameter {parameter.Id}: clause {parameter.Clause} is not in source.md");
            faults.Add(parameter.Values.Count > 0 ? null : $"parameter {parameter.Id}: no value");
        }

        faults.Add(string.IsNullOrWhiteSpace(policy.ClausesEnglishSummary) ? "source.md: no summary in English" : null);
        faults.Add(policy.Examples.Count > 0 ? null : "no example");
        Assert.DoesNotContain(faults, fault => fault is not null);
    }

    [Fact]
    public void MostPolicies_CanBeMended() => Assert.InRange(Jimo.Value.Policies.Count(p => p.Conditions.Any(c => c.Mend is not null)), 40, 60);

    private static string? Both(string what, LocalizedText text) => TextTests.Fault(text) is { } fault ? $"{what}: {fault}" : null;

    [GeneratedRegex("<a id=\"([^\"]+)\"></a>")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
