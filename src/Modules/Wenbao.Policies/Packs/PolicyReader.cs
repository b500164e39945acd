using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Packs;

/// <summary>Reads a policy's folder: policy.yaml, parameters.yaml, source.md and examples.yaml. The model itself is read by <see cref="PolicyModelReader"/>.</summary>
internal static class PolicyReader
{
    /// <summary>Reads one folder; problems are collected in the reader.</summary>
    /// <param name="folder">The folder; it holds a <c>policy.yaml</c>.</param>
    /// <param name="number">The number of the version that the files are.</param>
    /// <param name="reader">Collects problems.</param>
    /// <param name="departments">The departments that the pack declares, by their Chinese names.</param>
    public static Policy Read(PolicyFolder folder, VersionNumber number, PackReader reader, IReadOnlyDictionary<string, LocalizedText> departments)
    {
        var node = reader.ReadYaml(folder.Find(PolicyFolder.PolicyFile)!);
        var parts = new PolicyParts(node, folder, reader);
        var inputs = PolicyInputReader.Read(node.Required("inputs"));
        var validity = node.Required("validity");
        var stacking = node.Optional("stacking");
        var funding = node.Optional("funding");
        var department = node.Required("department").Text();
        var conditions = node.Required("conditions").Items();
        var steps = node.Required("steps").Items();
        OnlyOnce(node.Required("inputs"), "name");
        OnlyOnce(node.Required("conditions"), "id");
        OnlyOnce(node.Required("steps"), "id");
        if (steps.Count == 0)
        {
            node.Report(PackProblems.KeyMissing, "steps");
        }

        var days = new Period(validity.Required("from").Date(), validity.Required("to").Date());
        if (days.To < days.From)
        {
            validity.Report(PackProblems.RuleBroken, "有效期止早于有效期起", "The validity ends before it begins");
        }

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
            Links = [.. (stacking?.Optional("links")?.Items() ?? []).Select(PolicyInputReader.Link)],
            Validity = days,
            FundingAccount = funding?.Optional("account")?.LocalizedText(),
            BasisNote = node.Optional("basis_note")?.LocalizedText(),
            Materials = [.. (node.Optional("materials")?.Items() ?? []).Select(Material)],
            Decide = Decide(node.Required("decide")),
            Inputs = inputs,
            Conditions = [.. conditions.Select(Condition)],
            Steps = [.. steps.Select(Step)],
            Parameters = parts.Parameters(),
            Clauses = parts.Clauses(out var englishSummary),
            ClausesEnglishSummary = englishSummary,
            Examples = parts.Examples(inputs),
            Version = VersionText.Of(number, folder),
        };
        return new PolicyMoneyReader(node, policy).Read();
    }

    /// <summary>Reports items of a list that have the same name.</summary>
    private static void OnlyOnce(PackNode list, string key)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in list.Items().Where(i => i.IsMap))
        {
            if (item.Optional(key)?.RawText is { } name && !seen.TryAdd(name, item.Line))
            {
                item.Report(PackProblems.DuplicateKey, name, seen[name]);
            }
        }
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

    private sealed class PolicyParts(PackNode policy, PolicyFolder folder, PackReader reader)
    {
        public IReadOnlyList<PolicyParameter> Parameters() =>
            File(PolicyFolder.ParametersFile) is { } file ? Parameters(reader.ReadYaml(file)) : [];

        public IReadOnlyList<PolicyClause> Clauses(out string englishSummary)
        {
            englishSummary = "";
            return File(PolicyFolder.SourceFile) is { } file ? ClauseText.Split(file.ReadText(), out englishSummary) : [];
        }

        public IReadOnlyList<PolicyExample> Examples(IReadOnlyList<PolicyInput> inputs) =>
            File(PolicyFolder.ExamplesFile) is { } file ? [.. reader.ReadYaml(file).Items().Select(node => ExampleReader.Read(node, inputs))] : [];

        private PackFile? File(string name)
        {
            if (folder.Find(name) is { } file)
            {
                return file;
            }

            policy.Report(PackProblems.FileMissing, folder.PathOf(name));
            return null;
        }

        private static IReadOnlyList<PolicyParameter> Parameters(PackNode list)
        {
            OnlyOnce(list, "id");
            var parameters = list.Items().Select(Parameter).ToList();
            foreach (var name in parameters.GroupBy(p => p.Name.Zh, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            {
                list.Report(PackProblems.RuleBroken, $"参数名称“{name}”重复", $"Two parameters have the same Chinese name: {list.Where}");
            }

            // Of two with one name the first is taken, so that reading can go on; the problem is noted.
            return [.. parameters.DistinctBy(p => p.Name.Zh, StringComparer.Ordinal)];
        }

        private static PolicyParameter Parameter(PackNode node)
        {
            var type = node.Required("type").OneOf("number", "date", "string", "list<string>", "years and months duration", "days and time duration");
            var values = node.Required("values").Items()
                .Select(v => new DatedValue(v.Allow("source").Required("from").Date(), ParameterValue.Read(v.Required("value"), type)))
                .OrderBy(v => v.From).ToList();
            if (values.Count == 0)
            {
                node.Report(PackProblems.KeyMissing, "values");
                values.Add(new DatedValue(DateOnly.MinValue, Feel.FeelValue.Null));
            }

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
        var match = System.Text.RegularExpressions.Regex.Match(node.Text(), "^P(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?$");
        return match.Success
            ? (Whole(match.Groups[1]) * 12) + Whole(match.Groups[2])
            : Wrong(node, "P24M");
    }

    private static long Days(PackNode node)
    {
        var match = System.Text.RegularExpressions.Regex.Match(node.Text(), "^P([0-9]{1,8})D$");
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
