using System.Globalization;
using System.Xml;
using System.Xml.Schema;
using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>Reads a bank's file: finds out what it is, holds it to its schema, and gives what it says, or every reason why it cannot be read. Nothing outside the file is ever fetched.</summary>
internal static class BankMessageReader
{
    /// <summary>The largest file read, in bytes.</summary>
    public const long BytesMax = 128L * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; must be seekable.</param>
    /// <param name="currency">The currency of all money here.</param>
    /// <param name="name">The file's name, as problems show it.</param>
    public static Result<BankMessage> Read(Stream stream, string currency, string name)
    {
        if (stream.Length > BytesMax)
        {
            return FundsProblems.MessageTooLarge.At(name, BytesMax >> 20);
        }

        var faults = new FaultList();
        try
        {
            var kind = KindOf(stream, name);
            if (!kind.IsSuccess)
            {
                return kind.Problem!;
            }

            stream.Position = 0;
            using var reader = IsoSchemas.OpenChecked(stream, kind.Value, (sender, fault) => Note(faults, sender, fault));
            faults.Watch(reader);
            var walk = new ElementWalk(reader);
            var read = kind.Value == IsoSchemas.StatusReport
                ? new StatusReportParser().Read(walk)
                : new StatementParser(currency).Read(walk);
            return faults.Faults.Count == 0 ? read.Map(m => m) : Invalid(faults, kind.Value, name);
        }
        catch (XmlSchemaValidationException)
        {
            return Invalid(faults, "ISO 20022", name);
        }
        catch (MessageTooDeepException)
        {
            return FundsProblems.MessageTooDeep.At(name, IsoSchemas.DepthMax);
        }
        catch (XmlException broken)
        {
            return Broken(broken, name);
        }
    }

    private static Result<string> KindOf(Stream stream, string name)
    {
        stream.Position = 0;
        using var reader = IsoSchemas.Open(stream);
        reader.MoveToContent();
        return (reader.LocalName, IsoSchemas.MessageOf(reader.NamespaceURI)) switch
        {
            ("Document", IsoSchemas.StatusReport) => IsoSchemas.StatusReport,
            ("Document", IsoSchemas.Statement) => IsoSchemas.Statement,
            ("Document", { Length: <= 35 } other) => FundsProblems.MessageKindUnknown.At(name, other),
            _ => FundsProblems.NotABankMessage.At(name),
        };
    }

    private static void Note(FaultList faults, object? sender, ValidationEventArgs fault)
    {
        faults.Add(sender, fault);
        if (faults.IsFull)
        {
            throw new XmlSchemaValidationException(); // enough is enough: the rest of a wrong file need not be read
        }
    }

    private static Problem Invalid(FaultList faults, string kind, string name) =>
        FundsProblems.MessageInvalid.At(name, kind, faults.Faults.Count) with { Details = faults.Faults };

    private static Problem Broken(XmlException broken, string name)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{name}:{broken.LineNumber}:{broken.LinePosition}");

        // The reader tells these two apart from other faults by their text only; what it says is not shown.
        return broken.Message.Contains("DTD", StringComparison.Ordinal) ? FundsProblems.DocumentTypeForbidden.At(where)
            : broken.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal) ? FundsProblems.MessageTooLarge.At(where, BytesMax >> 20)
            : FundsProblems.NotXml.At(where);
    }
}

/// <summary>Elements lie in each other deeper than any message needs.</summary>
internal sealed class MessageTooDeepException : Exception;
