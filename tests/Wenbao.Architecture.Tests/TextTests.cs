using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Wenbao.Kernel;

namespace Wenbao.Architecture.Tests;

/// <summary>What people read exists in Chinese and in English.</summary>
public sealed partial class TextTests
{
    /// <summary>Its text quotes a Chinese number word that a file may hold, in both languages.</summary>
    private const string QuotesNumberWords = "REG-0077";

    [Fact]
    public void ProblemPage_AndCode_ListTheSameProblems()
    {
        var page = File.ReadLines(Repository.PathOf("docs/reference/problems.md")).Where(line => ProblemRow().IsMatch(line)).Order(StringComparer.Ordinal);
        Assert.Equal(Problems().Select(ProblemPage.Row).Order(StringComparer.Ordinal), page);
    }

    [Fact]
    public void Problems_SpeakBothLanguages_AndSayHowToMend() => Assert.Empty(
        from kind in Problems()
        where kind.Code != QuotesNumberWords
        from text in new[] { kind.Title, kind.Mend }
        where Fault(text) is not null
        select $"{kind.Code}: {Fault(text)}");

    [Fact]
    public void Problems_HaveAStatusOfRefusal() => Assert.All(Problems(), kind => Assert.InRange(kind.HttpStatus, 400, 599));

    [Fact]
    public void TextsInCode_SpeakBothLanguages()
    {
        var texts = House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(LocalizedText) && f is { IsInitOnly: true })
            .Select(f => (Name: $"{f.DeclaringType!.FullName}.{f.Name}", Text: (LocalizedText)f.GetValue(null)!)).ToList();
        Assert.NotEmpty(texts);
        Assert.Empty(texts.Where(t => t.Text.Zh.Any(char.IsLetter) && Fault(t.Text) is not null).Select(t => $"{t.Name}: {Fault(t.Text)}"));
    }

    [Fact]
    public void Resources_HaveEveryKey_InBothLanguages()
    {
        var neutral = House.Sources("src", ".resx").Where(f => !f.Path.EndsWith(".en.resx", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(neutral);
        foreach (var (path, text) in neutral)
        {
            var chinese = Entries(text);
            var english = Entries(File.ReadAllText(Repository.PathOf(path[..^".resx".Length] + ".en.resx")));
            Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
            Assert.Empty(chinese.Where(e => Fault(new LocalizedText(e.Value, english[e.Key]), mayBeSymbols: true) is not null)
                .Select(e => $"{path} {e.Key}: {Fault(new LocalizedText(e.Value, english[e.Key]), mayBeSymbols: true)}"));
        }
    }

    private static Dictionary<string, string> Entries(string resx) =>
        XDocument.Parse(resx).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>What is wrong with a text; null when nothing is.</summary>
    internal static string? Fault(LocalizedText text, bool mayBeSymbols = false) =>
        string.IsNullOrWhiteSpace(text.Zh) ? "no Chinese"
        : string.IsNullOrWhiteSpace(text.En) ? "no English"
        : !mayBeSymbols && text.Zh.Any(char.IsLetter) && !Chinese().IsMatch(text.Zh) ? $"no Chinese characters in “{text.Zh}”"
        : Chinese().IsMatch(text.En) ? $"Chinese characters in “{text.En}”"
        : !IsContiguous(text) ? $"“{text.Zh}” and “{text.En}” leave out a particular"
        : null;

    /// <summary>Particulars that are words stand twice, once a language; together the two texts use every one from the first on.</summary>
    private static bool IsContiguous(LocalizedText text)
    {
        var used = Placeholder().Matches(text.Zh + text.En).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order();
        return used.SequenceEqual(Enumerable.Range(0, used.Count()));
    }

    private static IReadOnlyList<ProblemKind> Problems()
    {
        foreach (var type in House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.ContainsGenericParameters
            && t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Any(f => f.FieldType == typeof(ProblemKind))))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        return [.. ProblemCatalogue.All.Values];
    }

    [GeneratedRegex(@"^\| [A-Z]{2,}-\d{4} \|")]
    private static partial Regex ProblemRow();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
