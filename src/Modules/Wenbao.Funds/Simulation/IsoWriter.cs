using System.Globalization;
using System.Text;
using System.Xml;
using Wenbao.Kernel;

namespace Wenbao.Funds.Simulation;

/// <summary>Writes a message element by element.</summary>
internal sealed class IsoWriter : IDisposable
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    private readonly MemoryStream stream = new();
    private readonly XmlWriter xml;
    private readonly string currency;

    public IsoWriter(string space, string root, string currency)
    {
        this.currency = currency;
        xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("Document", space);
        xml.WriteStartElement(root);
    }

    /// <summary>An element with others inside.</summary>
    public void Element(string name, Action inside)
    {
        xml.WriteStartElement(name);
        inside();
        xml.WriteEndElement();
    }

    /// <summary>An element with a text; nothing when there is none.</summary>
    public void Text(string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, text);
        }
    }

    /// <summary>An element with a day inside.</summary>
    public void Day(string name, DateOnly day) => Element(name, () => Text("Dt", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>An amount.</summary>
    public void Amount(string name, Money amount)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("Ccy", currency);
        xml.WriteString(amount.ToString());
        xml.WriteEndElement();
    }

    /// <summary>Ends the message.</summary>
    public byte[] Complete()
    {
        xml.WriteEndDocument();
        xml.Flush();
        return stream.ToArray();
    }

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }
}
