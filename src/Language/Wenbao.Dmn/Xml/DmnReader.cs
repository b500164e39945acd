using System.Xml;
using System.Xml.Linq;

namespace Wenbao.Dmn;

/// <summary>Reads DMN models of the versions 1.2 to 1.5 from XML. Resolves nothing outside the text: no DTD, no entities, no files.</summary>
public static class DmnReader
{
    internal const string CurrentNamespace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    internal static readonly IReadOnlyDictionary<string, string> Versions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["http://www.omg.org/spec/DMN/20180521/MODEL/"] = "1.2",
        ["https://www.omg.org/spec/DMN/20191111/MODEL/"] = "1.3",
        ["https://www.omg.org/spec/DMN/20211108/MODEL/"] = "1.4",
        [CurrentNamespace] = "1.5",
    };

    private const int DepthCeiling = 300;

    /// <summary>Reads a model.</summary>
    /// <param name="xml">The XML text.</param>
    /// <param name="limits">Bounds; null means <see cref="DmnLimits.Default"/>.</param>
    /// <returns>The model and what was found wrong; never an exception for a bad text.</returns>
    public static DmnDocument Read(string xml, DmnLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var bounds = limits ?? DmnLimits.Default;
        if (xml.Length > bounds.MaximumLength)
        {
            return Unreadable(DmnDiagnosticKinds.TooLong.At(default, null, xml.Length, bounds.MaximumLength));
        }

        try
        {
            if (FindFault(xml, bounds) is { } fault)
            {
                return Unreadable(fault);
            }

            using var reader = Open(xml, bounds);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            return ReadRoot(document.Root!);
        }
        catch (XmlException failure)
        {
            var kind = failure.Message.Contains("DTD", StringComparison.Ordinal) ? DmnDiagnosticKinds.DocumentType : DmnDiagnosticKinds.NotWellFormed;
            return Unreadable(kind.At(new SourcePlace(failure.LineNumber, failure.LinePosition), null, failure.Message));
        }
    }

    /// <summary>One pass without building anything, so that hostile nesting and sheer numbers never become a tree.</summary>
    private static DmnDiagnostic? FindFault(string xml, DmnLimits bounds)
    {
        using var reader = Open(xml, bounds);
        var depth = Math.Min(bounds.MaximumDepth, DepthCeiling);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.Depth >= depth)
            {
                return DmnDiagnosticKinds.TooDeep.At(PlaceOf(reader), null, depth);
            }

            if (++elements > bounds.MaximumElements)
            {
                return DmnDiagnosticKinds.TooManyElements.At(PlaceOf(reader), null, bounds.MaximumElements);
            }
        }

        return null;
    }

    private static DmnDocument ReadRoot(XElement root)
    {
        if (root.Name.LocalName != "definitions" || !Versions.TryGetValue(root.Name.NamespaceName, out var version))
        {
            return Unreadable(DmnDiagnosticKinds.NotDmn.At(DmnXml.PlaceOf(root), null, root.Name.LocalName, root.Name.NamespaceName));
        }

        var source = new DmnXml(root.Name.Namespace, root.Attribute("namespace")?.Value.Trim() ?? "");
        var definitions = new DefinitionsReader(source).Read(root, version);
        return new DmnDocument(definitions, source.Diagnostics);
    }

    private static DmnDocument Unreadable(DmnDiagnostic fault) =>
        new(new DmnDefinitions(null, "", "", "", null, [], [], [], [], [], [], fault.Place), [fault]);

    private static XmlReader Open(string xml, DmnLimits bounds) => XmlReader.Create(
        new StringReader(xml.StartsWith('\uFEFF') ? xml[1..] : xml),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = bounds.MaximumLength,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });

    private static SourcePlace PlaceOf(XmlReader reader) => reader is IXmlLineInfo info ? new SourcePlace(info.LineNumber, info.LinePosition) : default;
}
