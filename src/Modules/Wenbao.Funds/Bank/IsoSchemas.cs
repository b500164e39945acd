using System.Xml;
using System.Xml.Schema;
using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>The schemas of the messages that go to and come from a bank, and readers that hold a message to one of them.</summary>
/// <remarks>Source: ISO 20022 message definitions; the schemas are embedded unchanged.</remarks>
internal static class IsoSchemas
{
    /// <summary>Orders to pay, what we send.</summary>
    public const string Initiation = "pain.001.001.10";

    /// <summary>Accepted or rejected, what the bank answers.</summary>
    public const string StatusReport = "pain.002.001.11";

    /// <summary>What left and what came.</summary>
    public const string Statement = "camt.053.001.08";

    /// <summary>The most characters of a message; about the statement of a hundred thousand movements.</summary>
    public const long CharactersMax = 96L * 1024 * 1024;

    /// <summary>How deep elements may lie in each other.</summary>
    public const int DepthMax = 40;

    /// <summary>How many faults are told one by one.</summary>
    public const int FaultsShownMax = 20;

    private const string NamespacePrefix = "urn:iso:std:iso:20022:tech:xsd:";

    private static readonly Dictionary<string, Lazy<XmlSchemaSet>> Sets = new[] { Initiation, StatusReport, Statement }
        .ToDictionary(name => name, name => new Lazy<XmlSchemaSet>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>The namespace of a message.</summary>
    public static string NamespaceOf(string message) => NamespacePrefix + message;

    /// <summary>The message that a namespace belongs to; null when it is no ISO 20022 namespace.</summary>
    public static string? MessageOf(string space) => space.StartsWith(NamespacePrefix, StringComparison.Ordinal) ? space[NamespacePrefix.Length..] : null;

    /// <summary>A reader that fetches nothing, follows no document type, and reads no more than is allowed.</summary>
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Bounds());

    /// <summary>The same, which tells every deviation from the schema as it reads on.</summary>
    public static XmlReader OpenChecked(Stream stream, string message, ValidationEventHandler fault)
    {
        var settings = Bounds();
        settings.ValidationType = ValidationType.Schema;

        // A supplement may hold what no schema knows; that is no fault. The root has been looked at before.
        settings.ValidationFlags = XmlSchemaValidationFlags.None;
        settings.Schemas = Sets[message].Value;
        settings.ValidationEventHandler += fault;
        return XmlReader.Create(stream, settings);
    }

    /// <summary>Everything in which a document deviates from its schema; empty when it is sound.</summary>
    public static IReadOnlyList<Problem> Faults(Stream stream, string message)
    {
        var faults = new FaultList();
        using var reader = OpenChecked(stream, message, faults.Add);
        faults.Watch(reader);
        while (reader.Read())
        {
        }

        return faults.Faults;
    }

    private static XmlReaderSettings Bounds() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = CharactersMax,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
    };

    private static XmlSchemaSet Load(string name)
    {
        using var stream = typeof(IsoSchemas).Assembly.GetManifestResourceStream($"iso20022/{name}.xsd")
            ?? throw new InvalidOperationException($"The schema {name} is not embedded.");
        using var reader = XmlReader.Create(stream, Bounds());
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(NamespaceOf(name), reader);
        set.Compile();
        return set;
    }
}
