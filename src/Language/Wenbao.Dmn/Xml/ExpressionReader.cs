using System.Xml.Linq;

namespace Wenbao.Dmn;

/// <summary>Reads boxed expressions.</summary>
internal sealed class ExpressionReader(DmnXml xml)
{
    /// <summary>Elements that stand beside an expression inside its parent.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "description", "extensionElements", "question", "allowedAnswers", "variable", "informationRequirement", "knowledgeRequirement",
        "authorityRequirement", "supportedObjective", "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
        "formalParameter", "parameter", "binding", "column", "row",
    };

    /// <summary>The expression inside an element; null when there is none.</summary>
    public DmnExpression? ReadChild(XElement parent)
    {
        var element = xml.Children(parent).FirstOrDefault(child => !Others.Contains(child.Name.LocalName));
        return element is null ? null : Read(element);
    }

    /// <summary>The function under a <c>functionDefinition</c> or an <c>encapsulatedLogic</c>.</summary>
    public DmnFunctionDefinition ReadFunction(XElement element)
    {
        var written = DmnXml.Trimmed(DmnXml.Attribute(element, "kind")) ?? "FEEL";
        var kind = written.ToUpperInvariant() switch
        {
            "FEEL" => DmnFunctionKind.Feel,
            "JAVA" => DmnFunctionKind.Java,
            "PMML" => DmnFunctionKind.Pmml,
            _ => (DmnFunctionKind?)null,
        };
        if (kind is null)
        {
            xml.Report(DmnDiagnosticKinds.BadAttribute, element, "kind", written, "FEEL, Java, PMML");
        }

        return new DmnFunctionDefinition(
            DmnXml.Id(element),
            DmnXml.TypeRef(element),
            kind ?? DmnFunctionKind.Feel,
            [.. xml.Children(element, "formalParameter").Select(DmnXml.VariableOf)],
            Required(element, "functionDefinition"),
            DmnXml.PlaceOf(element));
    }

    private DmnExpression? Read(XElement element)
    {
        var id = DmnXml.Id(element);
        var type = DmnXml.TypeRef(element);
        var place = DmnXml.PlaceOf(element);
        switch (element.Name.LocalName)
        {
            case "literalExpression":
                return ReadLiteral(element);
            case "context":
                return new DmnContextExpression(id, type, [.. xml.Children(element, "contextEntry").Select(ReadEntry)], place);
            case "invocation":
                return new DmnInvocation(id, type, Required(element, "invocation"), [.. xml.Children(element, "binding").Select(ReadArgument).OfType<DmnArgument>()], place);
            case "list":
                return new DmnListExpression(id, type, ReadAll(element), place);
            case "relation":
                return ReadRelation(element);
            case "functionDefinition":
                return ReadFunction(element);
            case "conditional":
                return new DmnConditional(id, type, Part(element, "if"), Part(element, "then"), Part(element, "else"), place);
            case "for":
                return ReadIterator(element, DmnIteratorKind.For, "return");
            case "some":
                return ReadIterator(element, DmnIteratorKind.Some, "satisfies");
            case "every":
                return ReadIterator(element, DmnIteratorKind.Every, "satisfies");
            case "filter":
                return new DmnFilter(id, type, Part(element, "in"), Part(element, "match"), place);
            case "decisionTable":
                return new TableReader(xml).Read(element);
            default:
                xml.Report(DmnDiagnosticKinds.UnknownExpression, element, element.Name.LocalName);
                return null;
        }
    }

    private DmnExpression? Required(XElement parent, string what)
    {
        var expression = ReadChild(parent);
        if (expression is null)
        {
            xml.Report(DmnDiagnosticKinds.ExpressionMissing, parent, what);
        }

        return expression;
    }

    private DmnExpression? Part(XElement parent, string name)
    {
        if (xml.Child(parent, name) is { } part)
        {
            return Required(part, name);
        }

        xml.Report(DmnDiagnosticKinds.ExpressionMissing, parent, name);
        return null;
    }

    private DmnLiteralExpression ReadLiteral(XElement element)
    {
        var text = xml.Text(element);
        if (text is null)
        {
            xml.Report(DmnDiagnosticKinds.ExpressionMissing, element, "literalExpression");
        }

        var place = DmnXml.PlaceOf(element);
        return new DmnLiteralExpression(
            DmnXml.Id(element),
            DmnXml.TypeRef(element),
            text ?? new DmnText(DmnXml.Id(element), "null", place),
            DmnXml.Trimmed(DmnXml.Attribute(element, "expressionLanguage")),
            place);
    }

    private DmnContextEntry ReadEntry(XElement element)
    {
        var variable = xml.Variable(element);
        return new DmnContextEntry(
            DmnXml.Id(element), DmnXml.Label(element), variable is { Name.Length: > 0 } ? variable : null, Required(element, "contextEntry"), DmnXml.PlaceOf(element));
    }

    private DmnArgument? ReadArgument(XElement element)
    {
        var parameter = xml.Variable(element, "parameter");
        if (parameter is { Name.Length: > 0 })
        {
            return new DmnArgument(parameter, ReadChild(element));
        }

        xml.Report(DmnDiagnosticKinds.NameMissing, element, "parameter");
        return null;
    }

    private IReadOnlyList<DmnExpression> ReadAll(XElement parent) =>
        [.. xml.Children(parent).Where(child => !Others.Contains(child.Name.LocalName)).Select(child => Read(child) ?? NullAt(child))];

    private DmnRelation ReadRelation(XElement element)
    {
        IReadOnlyList<DmnVariable> columns = [.. xml.Children(element, "column").Select(DmnXml.VariableOf)];
        var rows = new List<IReadOnlyList<DmnExpression>>();
        foreach (var row in xml.Children(element, "row"))
        {
            var cells = ReadAll(row);
            if (cells.Count != columns.Count)
            {
                xml.Report(DmnDiagnosticKinds.RelationWidth, row, cells.Count, columns.Count);
                cells = [.. cells.Take(columns.Count), .. Enumerable.Repeat(NullAt(row), Math.Max(0, columns.Count - cells.Count))];
            }

            rows.Add(cells);
        }

        return new DmnRelation(DmnXml.Id(element), DmnXml.TypeRef(element), columns, rows, DmnXml.PlaceOf(element));
    }

    private DmnIterator ReadIterator(XElement element, DmnIteratorKind kind, string body)
    {
        var variable = DmnXml.Normal(DmnXml.Attribute(element, "iteratorVariable") ?? "");
        if (variable.Length == 0)
        {
            xml.Report(DmnDiagnosticKinds.NameMissing, element, "iteratorVariable");
        }

        return new DmnIterator(
            DmnXml.Id(element),
            DmnXml.TypeRef(element),
            kind,
            variable,
            Part(element, "in"),
            xml.Child(element, "in") is { } list ? DmnXml.TypeRef(list) : null,
            Part(element, body),
            DmnXml.PlaceOf(element));
    }

    private static DmnLiteralExpression NullAt(XElement element)
    {
        var place = DmnXml.PlaceOf(element);
        return new DmnLiteralExpression(null, null, new DmnText(null, "null", place), null, place);
    }
}
