using System.Xml.Linq;

namespace Wenbao.Dmn;

/// <summary>Reads what stands directly under the root: imports, types and the elements of the decision graph.</summary>
internal sealed class DefinitionsReader(DmnXml xml)
{
    private readonly ExpressionReader expressions = new(xml);

    public DmnDefinitions Read(XElement root, string version)
    {
        var modelNamespace = DmnXml.Trimmed(root.Attribute("namespace")?.Value);
        if (modelNamespace is null)
        {
            xml.Report(DmnDiagnosticKinds.NamespaceMissing, root);
        }

        var definitions = new DmnDefinitions(
            DmnXml.Id(root),
            DmnXml.Name(root),
            modelNamespace ?? "",
            version,
            DmnXml.Trimmed(DmnXml.Attribute(root, "expressionLanguage")),
            [.. xml.Children(root, "import").Select(ReadImport)],
            [.. xml.Children(root, "itemDefinition").Select(ReadItemDefinition)],
            [.. xml.Children(root, "inputData").Select(ReadInputData)],
            [.. xml.Children(root, "businessKnowledgeModel").Select(ReadBusinessKnowledgeModel)],
            [.. xml.Children(root, "decision").Select(ReadDecision)],
            [.. xml.Children(root, "decisionService").Select(ReadDecisionService)],
            DmnXml.PlaceOf(root));
        ReportTwins(root);
        return definitions;
    }

    private static string IdOf(XElement element, string name) => DmnXml.Id(element) ?? name;

    private static DmnImport ReadImport(XElement element) => new(
        DmnXml.Id(element),
        DmnXml.Name(element),
        DmnXml.Trimmed(DmnXml.Attribute(element, "namespace")) ?? "",
        DmnXml.Trimmed(DmnXml.Attribute(element, "importType")) ?? "",
        DmnXml.Trimmed(DmnXml.Attribute(element, "locationURI")),
        DmnXml.PlaceOf(element));

    private DmnItemDefinition ReadItemDefinition(XElement element)
    {
        DmnFunctionItem? function = null;
        if (xml.Child(element, "functionItem") is { } item)
        {
            var output = DmnXml.Trimmed(DmnXml.Attribute(item, "outputTypeRef"));
            function = new DmnFunctionItem([.. xml.Children(item, "parameters").Select(DmnXml.VariableOf)], output);
        }

        return new DmnItemDefinition(
            DmnXml.Id(element),
            xml.RequiredName(element),
            DmnXml.Label(element),
            DmnXml.Attribute(element, "isCollection")?.Trim() is "true" or "1",
            xml.TypeRefChild(element),
            xml.Text(xml.Child(element, "allowedValues")),
            xml.Text(xml.Child(element, "typeConstraint")),
            [.. xml.Children(element, "itemComponent").Select(ReadItemDefinition)],
            function,
            DmnXml.PlaceOf(element));
    }

    private DmnInputData ReadInputData(XElement element)
    {
        var name = xml.RequiredName(element);
        return new DmnInputData(IdOf(element, name), name, DmnXml.Label(element), xml.Description(element), xml.Variable(element), DmnXml.PlaceOf(element));
    }

    private DmnDecision ReadDecision(XElement element)
    {
        var name = xml.RequiredName(element);
        return new DmnDecision(
            IdOf(element, name),
            name,
            DmnXml.Label(element),
            xml.Description(element),
            DmnXml.Trimmed(xml.Child(element, "question")?.Value),
            DmnXml.Trimmed(xml.Child(element, "allowedAnswers")?.Value),
            xml.Variable(element),
            ReadRequirements(element),
            expressions.ReadChild(element),
            DmnXml.PlaceOf(element));
    }

    private DmnBusinessKnowledgeModel ReadBusinessKnowledgeModel(XElement element)
    {
        var name = xml.RequiredName(element);
        var logic = xml.Child(element, "encapsulatedLogic");
        return new DmnBusinessKnowledgeModel(
            IdOf(element, name),
            name,
            DmnXml.Label(element),
            xml.Description(element),
            xml.Variable(element),
            ReadRequirements(element),
            logic is null ? null : expressions.ReadFunction(logic),
            DmnXml.PlaceOf(element));
    }

    private DmnDecisionService ReadDecisionService(XElement element)
    {
        var name = xml.RequiredName(element);
        return new DmnDecisionService(
            IdOf(element, name),
            name,
            DmnXml.Label(element),
            xml.Description(element),
            xml.Variable(element),
            xml.References(element, "outputDecision"),
            xml.References(element, "encapsulatedDecision"),
            xml.References(element, "inputDecision"),
            xml.References(element, "inputData"),
            DmnXml.PlaceOf(element));
    }

    private List<DmnRequirement> ReadRequirements(XElement element)
    {
        var requirements = new List<DmnRequirement>();
        foreach (var requirement in xml.Children(element))
        {
            foreach (var target in xml.Children(requirement))
            {
                DmnRequirementKind? kind = (requirement.Name.LocalName, target.Name.LocalName) switch
                {
                    ("informationRequirement", "requiredInput") => DmnRequirementKind.Input,
                    ("informationRequirement", "requiredDecision") => DmnRequirementKind.Decision,
                    ("knowledgeRequirement", "requiredKnowledge") => DmnRequirementKind.Knowledge,
                    _ => null,
                };
                if (kind is { } known && xml.Reference(target) is { } reference)
                {
                    requirements.Add(new DmnRequirement(known, reference));
                }
            }
        }

        return requirements;
    }

    private void ReportTwins(XElement root)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == root.Name.Namespace))
        {
            if (DmnXml.Id(element) is { } id && !ids.Add(id))
            {
                xml.Report(DmnDiagnosticKinds.IdTwice, element, id);
            }
        }

        ReportNameTwins(root, "inputData", "decision", "businessKnowledgeModel", "decisionService");
        ReportNameTwins(root, "itemDefinition");
    }

    private void ReportNameTwins(XElement root, params string[] kinds)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in xml.Children(root).Where(element => kinds.Contains(element.Name.LocalName)))
        {
            var name = DmnXml.Name(element);
            if (name.Length > 0 && !names.Add(name))
            {
                xml.Report(DmnDiagnosticKinds.NameTwice, element, name);
            }
        }
    }
}
