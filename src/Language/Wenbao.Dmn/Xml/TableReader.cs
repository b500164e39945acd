using System.Xml.Linq;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>Reads decision tables.</summary>
internal sealed class TableReader(DmnXml xml)
{
    private static readonly Dictionary<string, FeelHitPolicy> HitPolicies = new(StringComparer.Ordinal)
    {
        ["UNIQUE"] = FeelHitPolicy.Unique,
        ["ANY"] = FeelHitPolicy.Any,
        ["PRIORITY"] = FeelHitPolicy.Priority,
        ["FIRST"] = FeelHitPolicy.First,
        ["RULE ORDER"] = FeelHitPolicy.RuleOrder,
        ["OUTPUT ORDER"] = FeelHitPolicy.OutputOrder,
        ["COLLECT"] = FeelHitPolicy.Collect,
    };

    private static readonly Dictionary<string, FeelAggregation> Aggregations = new(StringComparer.Ordinal)
    {
        ["SUM"] = FeelAggregation.Sum,
        ["COUNT"] = FeelAggregation.Count,
        ["MIN"] = FeelAggregation.Min,
        ["MAX"] = FeelAggregation.Max,
    };

    public DmnDecisionTable Read(XElement element)
    {
        var hitPolicy = ReadWord(element, "hitPolicy", HitPolicies, FeelHitPolicy.Unique);
        var aggregation = ReadWord(element, "aggregation", Aggregations, FeelAggregation.None);
        if (aggregation != FeelAggregation.None && hitPolicy != FeelHitPolicy.Collect)
        {
            xml.Report(DmnDiagnosticKinds.AggregationMisplaced, element, hitPolicy);
            aggregation = FeelAggregation.None;
        }

        IReadOnlyList<DmnTableInput> inputs = [.. xml.Children(element, "input").Select(ReadInput)];
        var outputs = ReadOutputs(element);
        return new DmnDecisionTable(
            DmnXml.Id(element),
            DmnXml.TypeRef(element),
            hitPolicy,
            aggregation,
            DmnXml.Trimmed(DmnXml.Attribute(element, "outputLabel")),
            inputs,
            outputs,
            [.. xml.Children(element, "annotation").Select(DmnXml.Name)],
            [.. xml.Children(element, "rule").Select(rule => ReadRule(rule, inputs.Count, outputs.Count))],
            DmnXml.PlaceOf(element));
    }

    private DmnTableInput ReadInput(XElement element)
    {
        var expression = xml.Child(element, "inputExpression");
        var text = xml.Text(expression);
        if (text is null)
        {
            xml.Report(DmnDiagnosticKinds.ExpressionMissing, element, "input");
        }

        return new DmnTableInput(
            DmnXml.Id(element),
            DmnXml.Label(element),
            text,
            expression is null ? null : DmnXml.TypeRef(expression),
            xml.Text(xml.Child(element, "inputValues")),
            DmnXml.PlaceOf(element));
    }

    private List<DmnTableOutput> ReadOutputs(XElement table)
    {
        var elements = xml.Children(table, "output").ToList();
        if (elements.Count == 0)
        {
            xml.Report(DmnDiagnosticKinds.OutputMissing, table);
        }

        var outputs = new List<DmnTableOutput>();
        foreach (var element in elements)
        {
            var name = DmnXml.Name(element);
            if (elements.Count > 1 && name.Length == 0)
            {
                xml.Report(DmnDiagnosticKinds.OutputNameMissing, element);
                name = "output " + (outputs.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            outputs.Add(new DmnTableOutput(
                DmnXml.Id(element),
                name.Length == 0 ? null : name,
                DmnXml.Label(element),
                DmnXml.TypeRef(element),
                xml.Text(xml.Child(element, "outputValues")),
                xml.Text(xml.Child(element, "defaultOutputEntry")),
                DmnXml.PlaceOf(element)));
        }

        return outputs;
    }

    private DmnTableRule ReadRule(XElement rule, int inputCount, int outputCount)
    {
        var place = DmnXml.PlaceOf(rule);
        var inputs = xml.Children(rule, "inputEntry").Select(entry => xml.Text(entry) ?? new DmnText(DmnXml.Id(entry), "-", DmnXml.PlaceOf(entry))).ToList();
        var outputs = xml.Children(rule, "outputEntry").Select(entry => xml.Text(entry) ?? new DmnText(DmnXml.Id(entry), "null", DmnXml.PlaceOf(entry))).ToList();
        if (inputs.Count != inputCount || outputs.Count != outputCount)
        {
            xml.Report(DmnDiagnosticKinds.RuleWidth, rule, inputs.Count, outputs.Count, inputCount, outputCount);
        }

        return new DmnTableRule(
            DmnXml.Id(rule),
            Fit(inputs, inputCount, new DmnText(null, "-", place)),
            Fit(outputs, outputCount, new DmnText(null, "null", place)),
            [.. xml.Children(rule, "annotationEntry").Select(entry => xml.Child(entry, "text")?.Value.Trim() ?? "")],
            place);
    }

    private static IReadOnlyList<DmnText> Fit(List<DmnText> texts, int count, DmnText filler) =>
        [.. texts.Take(count), .. Enumerable.Repeat(filler, Math.Max(0, count - texts.Count))];

    private T ReadWord<T>(XElement element, string attribute, Dictionary<string, T> words, T otherwise)
    {
        var written = DmnXml.Trimmed(DmnXml.Attribute(element, attribute));
        if (written is null || words.TryGetValue(written, out var value))
        {
            return written is null ? otherwise : words[written];
        }

        xml.Report(DmnDiagnosticKinds.BadAttribute, element, attribute, written, string.Join(", ", words.Keys));
        return otherwise;
    }
}
