using System.Globalization;
using System.Text;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>A policy in a few lines, written out as the five files of a policy folder.</summary>
/// <param name="Id">The id.</param>
/// <param name="No">The number.</param>
/// <param name="Audience">The subject type.</param>
/// <param name="Decide">The <c>decide:</c> entry.</param>
/// <param name="Inputs">Each as <c>name type null_kind from</c>, the null kind <c>-</c> for never.</param>
/// <param name="Conditions">Each as <c>id: formula</c>; an id followed by <c>*</c> can be mended.</param>
/// <param name="Amount">The formula of the amount.</param>
internal sealed record PolicyDraft(string Id, int No, string Audience, string Decide, string[] Inputs, string[] Conditions, string Amount)
{
    public string Validity { get; init; } = "{from: 2020-01-01, to: 2020-12-31}";

    public string Period { get; init; } = "per_year";

    public string? Filter { get; init; }

    public string[] ExclusiveWith { get; init; } = [];

    public string Mode { get; init; } = "auto_grant";

    public string Settlement { get; init; } = "pay";

    /// <summary>The fields of inputs that are record lists, by input: each as <c>name type</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Fields { get; init; } = new Dictionary<string, string[]>();

    /// <summary>How the grants of other subjects are found: the <c>links:</c> entry, or nothing.</summary>
    public string Links { get; init; } = "";

    /// <summary>What it says about money: further lines of <c>policy.yaml</c>.</summary>
    public string Money { get; init; } = "";

    public void WriteInto(TestFolder folder, string pack)
    {
        var path = $"{pack}/policies/{Id}/";
        folder.With(path + "policy.yaml", Yaml()).With(path + "decision.dmn", Model())
            .With(path + "source.md", "# 条款\n\n<a id=\"s1\"></a>\n一、按所列条件。\n\n## Summary in English\n\nAs listed.\n")
            .With(path + "examples.yaml", "[]\n")
            .With(path + "parameters.yaml", "- {id: rate, name: {zh: 比例, en: Rate}, type: number, clause: s1, values: [{from: 2020-01-01, value: 10}]}\n");
    }

    private string Yaml()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            id: {{Id}}
            'no': {{No}}
            title: {zh: 政策{{No}}, en: Policy {{No}}}
            summary: {zh: 见条款。, en: See the clause.}
            level: district
            department: 港务局
            audience: {{Audience}}
            mode: {{Mode}}
            amount_kind: grant
            period: {{Period}}
            settlement: {{Settlement}}
            validity: {{Validity}}
            decide: {{Decide}}
            stacking: {rule: {zh: 见条款, en: see the clause}, exclusive_with: [{{string.Join(", ", ExclusiveWith)}}]{{(Links.Length == 0 ? "" : ", links: " + Links)}}}

            """);
        text.Append(Filter is null ? "" : $"audience_filter: '{Filter}'\n").Append(Money).Append("inputs:\n");
        foreach (var (name, type, kind, from) in Inputs.Select(Input))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: {name}, label: {{zh: {name}, en: {name}}}, type: \"{type}\", {FieldsYaml(name)}{(kind == "-" ? "" : $"null_kind: {kind}, null_means: {{zh: 未报, en: not reported}}, ")}from: {from}, provenance: registry}}\n");
        }

        text.Append("conditions:\n");
        foreach (var (id, isMendable, _) in Conditions.Select(Condition))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: {id}, label: {{zh: 条件{id}, en: condition {id}}}, reason: {{zh: 不满足{id}, en: {id} not met}}, clause: s1{(isMendable ? ", mend: {zh: 补办, en: do it}" : "")}}}\n");
        }

        return text.Append("steps:\n  - {id: amount, label: {zh: 金额数, en: Amount}, clause: s1}\n").ToString();
    }

    private string Model()
    {
        var inputs = Inputs.Select(Input).ToList();
        string Needs(string owner) => string.Concat(inputs.Select(i => i.Name).Append("parameters").Select(n => $"<informationRequirement id=\"{owner}.{n}\"><requiredInput href=\"#in.{n}\"/></informationRequirement>"));
        static string Entry(string id, string label, string type, string formula) =>
            $"<contextEntry id=\"{id}\"><variable name=\"{label}\" typeRef=\"{type}\"/><literalExpression><text>{System.Security.SecurityElement.Escape(formula)}</text></literalExpression></contextEntry>";
        return $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="{Id}" name="{Id}" namespace="urn:test:{Id}">
              <itemDefinition id="t.p" name="参数表"><itemComponent id="t.p.1" name="比例"><typeRef>number</typeRef></itemComponent></itemDefinition>
              <itemDefinition id="t.l" name="文本列表" isCollection="true"><typeRef>string</typeRef></itemDefinition>
              {string.Concat(Fields.Select(f => $"<itemDefinition id=\"t.{f.Key}\" name=\"表{f.Key}\" isCollection=\"true\">{string.Concat(f.Value.Select(Field).Select((x, i) => $"<itemComponent id=\"t.{f.Key}.{i}\" name=\"{x.Name}\"><typeRef>{FeelType(x.Type)}</typeRef></itemComponent>"))}</itemDefinition>"))}
              <inputData id="in.parameters" name="参数"><variable name="参数" typeRef="参数表"/></inputData>
              {string.Concat(inputs.Select(i => $"<inputData id=\"in.{i.Name}\" name=\"{i.Name}\"><variable name=\"{i.Name}\" typeRef=\"{(i.Type == "list<record>" ? "表" + i.Name : FeelType(i.Type))}\"/></inputData>"))}
              <decision id="eligibility" name="资格条件"><variable name="资格条件"/>{Needs("e")}
                <context>{string.Concat(Conditions.Select(Condition).Select(c => Entry(c.Id, "条件" + c.Id, "boolean", c.Formula)))}</context></decision>
              <decision id="amount.decision" name="金额"><variable name="金额" typeRef="number"/>{Needs("a")}
                <context>{Entry("amount", "金额数", "number", Amount)}<contextEntry><literalExpression><text>金额数</text></literalExpression></contextEntry></context></decision>
            </definitions>
            """;
    }

    private static (string Name, string Type, string Kind, string From) Input(string text)
    {
        var parts = text.Split(' ', 4);
        return (parts[0], parts[1], parts[2], parts[3]);
    }

    private string FieldsYaml(string input) => Fields.TryGetValue(input, out var fields)
        ? $"fields: {{{string.Join(", ", fields.Select(Field).Select(f => $"{f.Name}: {{name: {f.Name}, en: {f.Name}, type: '{f.Type}'}}"))}}}, "
        : "";

    private static (string Name, string Type) Field(string text) => (text[..text.IndexOf(' ', StringComparison.Ordinal)], text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private static (string Id, bool IsMendable, string Formula) Condition(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return (text[..colon].TrimEnd('*'), text[colon - 1] == '*', text[(colon + 2)..]);
    }

    private static string FeelType(string type) => type switch
    {
        "bool" => "boolean",
        "date" => "date",
        "list<string>" => "文本列表",
        _ when type.StartsWith("enum", StringComparison.Ordinal) || type == "string" => "string",
        _ => "number",
    };
}
