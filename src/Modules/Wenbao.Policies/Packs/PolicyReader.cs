using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Packs;

/// <summary>Reads a policy's folder: policy.yaml, parameters.yaml, source.md and examples.yaml. The model itself is read by <see cref="PolicyModelReader"/>.</summary>
internal static class PolicyReader
{
    /// <summary>Reads one folder; problems are collected in the reader.</summary>
    public static Policy Read(Pack pack, PackFile policyFile, PackReader reader, IReadOnlyDictionary<string, LocalizedText> departments)
    {
        var folder = policyFile.RelativePath[..policyFile.RelativePath.LastIndexOf('/')];
        var node = reader.ReadYaml(policyFile);
        var parts = new PolicyParts(node, pack, folder, reader);
        var inputs = PolicyInputReader.Read(node.Required("inputs"));
        var validity = node.Required("validity");
        var stacking = node.Optional("stacking");
        var funding = node.Optional("funding");
        var department = node.Required("department").Text();
        node.Allow("level", "budget_pool", "budget_rule_note", "basis", "cap", "floor", "decisions");
        var policy = new Policy
        {
            Id = node.Required("id").Text(),
            Number = node.Required("no").Int(),
            Title = node.Required("title").LocalizedText(),
            Summary = node.Required("summary").LocalizedText(),
            Level = node.Required("level").OneOf("national", "province", "city", "district"),
            Department = departments.GetValueOrDefault(department) ?? new LocalizedText(department, department),
            Audience = node.Required("audience").Text(),
            AudienceFilter = node.Optional("audience_filter")?.Text(),
            Mode = node.Required("mode").OneOf("auto_grant", "instant", "review"),
            AmountKind = node.Required("amount_kind").OneOf("grant", "relief", "deferral", "in_kind"),
            PeriodKind = node.Required("period").OneOf("event", "per_year", "monthly"),
            Settlement = node.Required("settlement").OneOf("pay", "supplier", "book_only", "loan", "none"),
            PayeeText = node.Optional("payee_text")?.LocalizedText(),
            StackingRule = stacking?.Optional("rule")?.LocalizedText(),
            ExclusiveWith = stacking?.Optional("exclusive_with")?.Texts() ?? [],
            Validity = new Period(validity.Required("from").Date(), validity.Required("to").Date()),
            FundingAccount = funding?.Optional("account")?.LocalizedText(),
            BasisNote = node.Optional("basis_note")?.LocalizedText(),
            Materials = [.. (node.Optional("materials")?.Items() ?? []).Select(Material)],
            Decide = Decide(node.Required("decide")),
            Inputs = inputs,
            Conditions = [.. node.Required("conditions").Items().Select(Condition)],
            Steps = [.. node.Required("steps").Items().Select(Step)],
            Parameters = parts.Parameters(),
            Clauses = parts.Clauses(out var englishSummary),
            ClausesEnglishSummary = englishSummary,
            Examples = parts.Examples(inputs),
            Version = parts.Version(),
        };
        return new PolicyMoneyReader(node, policy).Read();
    }

    private static PolicyMaterial Material(PackNode node) => new(
        node.Required("name").LocalizedText(),
        node.Required("required").Bool(),
        node.Optional("deferrable_days")?.Int(),
        node.Optional("registry")?.LocalizedText());

    private static DecidePlan Decide(PackNode node)
    {
        var each = node.Required("each").OneOf("subject", "records");
        var at = node.Required("at").Text();
        return (each, at) switch
        {
            ("records", _) => new DecidePlan.EachRecord(node.Required("list").Text(), at),
            (_, "month_end") => new DecidePlan.EachMonth(),
            _ => new DecidePlan.OncePerSubject(),
        };
    }

    private static PolicyCondition Condition(PackNode node) => new(
        node.Allow("label").Required("id").Text(),
        node.Required("reason").LocalizedText(),
        node.Required("clause").Text(),
        node.Optional("mend")?.LocalizedText())
    {
        EnglishLabel = node.Optional("label")?.LocalizedText().En,
    };

    private static PolicyStep Step(PackNode node) => new(
        node.Required("id").Text(),
        node.Required("clause").Text(),
        node.Required("label").LocalizedText().En);

    private sealed class PolicyParts(PackNode policy, Pack pack, string folder, PackReader reader)
    {
        public IReadOnlyList<PolicyParameter> Parameters() =>
            File("parameters.yaml") is { } file ? [.. reader.ReadYaml(file).Items().Select(Parameter)] : [];

        public IReadOnlyList<PolicyClause> Clauses(out string englishSummary)
        {
            englishSummary = "";
            return File("source.md") is { } file ? ClauseText.Split(file.ReadText(), out englishSummary) : [];
        }

        public IReadOnlyList<PolicyExample> Examples(IReadOnlyList<PolicyInput> inputs) =>
            File("examples.yaml") is { } file ? [.. reader.ReadYaml(file).Items().Select(node => ExampleReader.Read(node, inputs))] : [];

        public string Version()
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var name in (string[])["policy.yaml", "parameters.yaml", "decision.dmn"])
            {
                digest.AppendData(Encoding.UTF8.GetBytes(pack.Find(folder + "/" + name)?.ReadText() ?? ""));
            }

            return "1-" + Convert.ToHexStringLower(digest.GetHashAndReset())[..10];
        }

        private PackFile? File(string name)
        {
            if (pack.Find(folder + "/" + name) is { } file)
            {
                return file;
            }

            policy.Report(PackProblems.FileMissing, folder + "/" + name);
            return null;
        }

        private static PolicyParameter Parameter(PackNode node)
        {
            var type = node.Required("type").OneOf("number", "date", "string", "list<string>", "years and months duration", "days and time duration");
            var values = node.Required("values").Items()
                .Select(v => new DatedValue(v.Allow("source").Required("from").Date(), ParameterValue.Read(v.Required("value"), type)))
                .OrderBy(v => v.From).ToList();
            return new PolicyParameter(
                node.Required("id").Text(),
                node.Required("name").LocalizedText(),
                node.Optional("unit")?.LocalizedText(),
                node.Required("clause").Text(),
                values);
        }
    }
}

/// <summary>Splits a policy's source text at its anchors.</summary>
internal static partial class ClauseText
{
    /// <summary>The clauses with their anchors, in order; the English summary apart.</summary>
    public static IReadOnlyList<PolicyClause> Split(string markdown, out string englishSummary)
    {
        const string SummaryHeading = "## Summary in English";
        var cut = markdown.IndexOf(SummaryHeading, StringComparison.Ordinal);
        englishSummary = cut < 0 ? "" : markdown[(cut + SummaryHeading.Length)..].Trim();
        var body = cut < 0 ? markdown : markdown[..cut];
        var anchors = Anchor().Matches(body);
        return [.. anchors.Select((anchor, i) =>
        {
            var start = anchor.Index + anchor.Length;
            var end = i + 1 < anchors.Count ? anchors[i + 1].Index : body.Length;
            return new PolicyClause(anchor.Groups[1].Value, body[start..end].Trim());
        })];
    }

    [System.Text.RegularExpressions.GeneratedRegex("<a id=\"([^\"]+)\"></a>", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Anchor();
}

/// <summary>Reads the value of a parameter by its declared type.</summary>
internal static class ParameterValue
{
    /// <summary>The value; a problem is noted when it does not fit the type.</summary>
    public static Feel.FeelValue Read(PackNode node, string type) => type switch
    {
        "number" => Feel.FeelValue.Of(node.Decimal()),
        "date" => Feel.FeelValue.Of(node.Date()),
        "list<string>" => Feel.FeelValue.Of(new Feel.FeelList([.. node.Items().Select(item => Feel.FeelValue.Of(item.Text()))])),
        "years and months duration" => Feel.FeelValue.OfMonths(Months(node)),
        "days and time duration" => Feel.FeelValue.OfSeconds(Days(node) * 86400m),
        _ => Feel.FeelValue.Of(node.Text()),
    };

    private static long Months(PackNode node)
    {
        var match = System.Text.RegularExpressions.Regex.Match(node.Text(), "^P(?:([0-9]+)Y)?(?:([0-9]+)M)?$");
        return match.Success
            ? (Whole(match.Groups[1]) * 12) + Whole(match.Groups[2])
            : Wrong(node, "P24M");
    }

    private static long Days(PackNode node)
    {
        var match = System.Text.RegularExpressions.Regex.Match(node.Text(), "^P([0-9]+)D$");
        return match.Success ? Whole(match.Groups[1]) : Wrong(node, "P60D");
    }

    private static long Whole(System.Text.RegularExpressions.Group group) =>
        group.Success ? long.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private static long Wrong(PackNode node, string sample)
    {
        node.Report(PackProblems.WrongType, "期间（如 " + sample + "）", node.Text(), "a duration such as " + sample);
        return 0;
    }
}
