using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Wenbao.Dmn;

/// <summary>The small questions asked of DMN XML, with the findings gathered on the way.</summary>
/// <param name="dmn">The XML namespace of the text's DMN version.</param>
/// <param name="modelNamespace">The namespace of the model itself.</param>
internal sealed partial class DmnXml(XNamespace dmn, string modelNamespace)
{
    private readonly List<DmnDiagnostic> diagnostics = [];

    public IReadOnlyList<DmnDiagnostic> Diagnostics => diagnostics;

    public void Report(DmnDiagnosticKind kind, XElement where, params object?[] particulars) =>
        diagnostics.Add(kind.At(PlaceOf(where), IdAbove(where), particulars));

    public static SourcePlace PlaceOf(XObject node) => node is IXmlLineInfo info && info.HasLineInfo() ? new SourcePlace(info.LineNumber, info.LinePosition) : default;

    public IEnumerable<XElement> Children(XElement parent) => parent.Elements().Where(element => element.Name.Namespace == dmn);

    public IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements(dmn + name);

    public XElement? Child(XElement parent, string name) => parent.Element(dmn + name);

    public static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    public static string? Id(XElement element) => Trimmed(element.Attribute("id")?.Value);

    public static string? TypeRef(XElement element) => NormalType(element.Attribute("typeRef")?.Value);

    public string? TypeRefChild(XElement element) => NormalType(Child(element, "typeRef")?.Value);

    /// <summary>The name with white space normalised as FEEL normalises names.</summary>
    public static string Name(XElement element) => Normal(element.Attribute("name")?.Value ?? "");

    public string RequiredName(XElement element)
    {
        var name = Name(element);
        if (name.Length == 0)
        {
            Report(DmnDiagnosticKinds.NameMissing, element, element.Name.LocalName);
        }

        return name;
    }

    public string? Description(XElement element) => Trimmed(Child(element, "description")?.Value);

    public static string? Label(XElement element) => Trimmed(element.Attribute("label")?.Value);

    public DmnVariable? Variable(XElement element, string child = "variable") => Child(element, child) is { } variable ? VariableOf(variable) : null;

    public static DmnVariable VariableOf(XElement element) => new(Id(element), Name(element), TypeRef(element), PlaceOf(element));

    /// <summary>The FEEL text of an element that holds one in a <c>text</c> child; null when there is no element or no such child.</summary>
    public DmnText? Text(XElement? holder)
    {
        if (holder is null || Child(holder, "text") is not { } text)
        {
            return null;
        }

        return new DmnText(Id(holder), text.Value, text.FirstNode is { } first ? PlaceOf(first) : PlaceOf(text));
    }

    public DmnReference? Reference(XElement element)
    {
        var href = Trimmed(element.Attribute("href")?.Value);
        if (href is null)
        {
            Report(DmnDiagnosticKinds.ReferenceMissing, element, element.Name.LocalName);
            return null;
        }

        var hash = href.LastIndexOf('#');
        var model = hash > 0 ? href[..hash] : null;
        return new DmnReference(model == modelNamespace ? null : model, href[(hash + 1)..], PlaceOf(element));
    }

    public IReadOnlyList<DmnReference> References(XElement parent, string name) => [.. Children(parent, name).Select(Reference).OfType<DmnReference>()];

    public static string Normal(string name) => WhiteSpace().Replace(name, " ").Trim();

    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? NormalType(string? type)
    {
        var name = type is null ? "" : Normal(type);
        name = name.StartsWith("feel:", StringComparison.Ordinal) ? name[5..] : name;
        return name.Length == 0 ? null : name;
    }

    private static string? IdAbove(XElement element) => element.AncestorsAndSelf().Select(Id).FirstOrDefault(id => id is not null);

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
