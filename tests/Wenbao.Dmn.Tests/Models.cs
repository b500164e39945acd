using Wenbao.Feel;

namespace Wenbao.Dmn.Tests;

/// <summary>Short ways to write models and to run them.</summary>
internal static class Models
{
    public const string Namespace15 = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    /// <summary>A model of the body.</summary>
    public static string Of(string body, string name = "测试", string modelNamespace = "urn:test") =>
        $"""<definitions xmlns="{Namespace15}" name="{name}" namespace="{modelNamespace}">{body}</definitions>""";

    public static string Input(string name, string type = "") =>
        $"""<inputData id="in.{name}" name="{name}"><variable name="{name}" {TypeRef(type)}/></inputData>""";

    /// <summary>A decision with a literal expression; requirements are hrefs.</summary>
    public static string Decision(string name, string feel, string type = "", params string[] requires) =>
        DecisionOf(name, Literal(feel), type, requires);

    public static string DecisionOf(string name, string expression, string type = "", params string[] requires) =>
        $"""<decision id="d.{name}" name="{name}"><variable name="{name}" {TypeRef(type)}/>{string.Concat(requires.Select(Requirement))}{expression}</decision>""";

    public static string Literal(string feel, string id = "") =>
        $"<literalExpression{(id.Length == 0 ? "" : $" id=\"{id}\"")}><text>{System.Security.SecurityElement.Escape(feel)}</text></literalExpression>";

    public static string Entry(string name, string feel, string id = "") =>
        $"""<contextEntry{(id.Length == 0 ? "" : $" id=\"{id}\"")}><variable name="{name}"/>{Literal(feel)}</contextEntry>""";

    public static DmnDefinitions Read(string xml)
    {
        var document = DmnReader.Read(xml);
        Assert.Empty(document.Diagnostics);
        return document.Definitions;
    }

    public static BoundModel Bind(string xml, params string[] imports) =>
        DmnBinder.Bind(Read(xml), imports.Select(Read).ToDictionary(model => model.Namespace));

    /// <summary>A model that has nothing wrong with it.</summary>
    public static BoundModel Sound(string xml, params string[] imports)
    {
        var model = Bind(xml, imports);
        Assert.Empty(model.Diagnostics);
        return model;
    }

    public static FeelValue Evaluate(this BoundModel model, string decision, params (string Name, object? Value)[] inputs) =>
        DmnEngine.Evaluate(model, decision, inputs.ToDictionary(input => input.Name, input => Value(input.Value))).Value;

    public static string Show(this BoundModel model, string decision, params (string Name, object? Value)[] inputs) =>
        FeelText.Write(model.Evaluate(decision, inputs));

    public static FeelValue Value(object? value) => value switch
    {
        null => FeelValue.Null,
        FeelValue given => given,
        bool truth => FeelValue.Of(truth),
        string text => FeelValue.Of(text),
        int number => FeelValue.Of((decimal)number),
        decimal number => FeelValue.Of(number),
        DateOnly day => FeelValue.Of(day),
        object?[] items => FeelValue.Of(new FeelList([.. items.Select(Value)])),
        Dictionary<string, object?> members => FeelValue.Of(new FeelContext(new FeelShape([.. members.Keys]), [.. members.Values.Select(Value)])),
        _ => throw new ArgumentException($"No FEEL value for {value.GetType()}.", nameof(value)),
    };

    public static IEnumerable<string> Codes(this IEnumerable<DmnDiagnostic> diagnostics) => diagnostics.Select(finding => finding.Code);

    private static string TypeRef(string type) => type.Length == 0 ? "" : $"typeRef=\"{type}\"";

    private static string Requirement(string target) => target[..2] switch
    {
        "in" => $"""<informationRequirement><requiredInput href="#{target}"/></informationRequirement>""",
        "d." => $"""<informationRequirement><requiredDecision href="#{target}"/></informationRequirement>""",
        "f." => $"""<knowledgeRequirement><requiredKnowledge href="#{target}"/></knowledgeRequirement>""",
        _ => $"""<informationRequirement><requiredDecision href="{target}"/></informationRequirement>""",
    };
}
