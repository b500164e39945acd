using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>Collects where a document deviates from its schema. What stands there is not repeated, because it may be somebody's name or account.</summary>
internal sealed class FaultList
{
    private readonly List<Problem> faults = [];
    private XmlReader? reader;

    /// <summary>The faults so far.</summary>
    public IReadOnlyList<Problem> Faults => faults;

    /// <summary>Whether no more faults are worth telling.</summary>
    public bool IsFull => faults.Count >= IsoSchemas.FaultsShownMax;

    /// <summary>Names the reader whose element is at fault.</summary>
    public void Watch(XmlReader watched) => reader = watched;

    /// <summary>Notes a fault.</summary>
    public void Add(object? sender, ValidationEventArgs fault)
    {
        if (!IsFull)
        {
            var element = reader?.LocalName is { Length: > 0 } name ? name : "Document";
            faults.Add(FundsProblems.ElementInvalid.At(
                string.Create(CultureInfo.InvariantCulture, $"{fault.Exception.LineNumber}:{fault.Exception.LinePosition}"), element));
        }
    }
}
