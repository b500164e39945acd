using System.Globalization;
using System.Text;
using System.Xml;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;

namespace Wenbao.Funds.Bank;

/// <summary>Writes the file of a batch (拨付文件): orders to pay, one block an account that pays. The same batch always gives the same bytes.</summary>
/// <remarks>Source: ISO 20022 pain.001.001.10 (CustomerCreditTransferInitiationV10). Amounts with two decimals, never by the reader's culture.</remarks>
internal sealed class BatchFile(Pack pack, BusinessClock clock, PaymentNames names)
{
    /// <summary>Banks in China are named by their number in the national payment system (联行号).</summary>
    /// <remarks>Source: ISO 20022 external code set, ExternalClearingSystemIdentification1Code.</remarks>
    private const string ClearingSystem = "CNAPS";

    private const int RemittanceCharactersMax = 140;

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes the file and holds it to its schema.</summary>
    /// <returns>The file; or <see cref="FundsProblems.BatchFileInvalid"/> with every fault.</returns>
    public Result<byte[]> Write(BatchRow batch, IReadOnlyList<BatchPartRow> parts, IReadOnlyList<FilePayment> payments)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("Document", IsoSchemas.NamespaceOf(IsoSchemas.Initiation));
            xml.WriteStartElement("CstmrCdtTrfInitn");
            WriteHeader(xml, batch, parts, payments);
            foreach (var part in parts)
            {
                var own = payments.Where(a => a.Part == part.Number).ToList();
                if (own.Count > 0)
                {
                    WritePart(xml, batch, part, own);
                }
            }

            xml.WriteEndDocument();
        }

        stream.Position = 0;
        var faults = IsoSchemas.Faults(stream, IsoSchemas.Initiation);
        return faults.Count == 0 ? stream.ToArray() : FundsProblems.BatchFileInvalid.With(batch.Id) with { Details = faults };
    }

    private void WriteHeader(XmlWriter xml, BatchRow batch, IReadOnlyList<BatchPartRow> parts, IReadOnlyList<FilePayment> payments)
    {
        xml.WriteStartElement("GrpHdr");
        xml.WriteElementString("MsgId", batch.MessageId);
        var moment = TimeZoneInfo.ConvertTime(batch.ExportedAt!.Value, clock.Zone);
        xml.WriteElementString("CreDtTm", moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        WriteSums(xml, payments);
        xml.WriteStartElement("InitgPty");
        xml.WriteElementString("Nm", parts[0].DebtorName);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WritePart(XmlWriter xml, BatchRow batch, BatchPartRow part, List<FilePayment> payments)
    {
        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", PaymentNames.Part(batch.MessageId, part.Number));
        xml.WriteElementString("PmtMtd", "TRF");
        WriteSums(xml, payments);
        xml.WriteStartElement("ReqdExctnDt");
        xml.WriteElementString("Dt", batch.ExportedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        WriteParty(xml, "Dbtr", part.DebtorName);
        WriteAccount(xml, "DbtrAcct", part.AccountNumber);
        WriteBank(xml, "DbtrAgt", part.BankName, part.BankCode);
        xml.WriteElementString("ChrgBr", "DEBT");
        foreach (var payment in payments)
        {
            WritePayment(xml, payment);
        }

        xml.WriteEndElement();
    }

    private void WritePayment(XmlWriter xml, FilePayment payment)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        xml.WriteStartElement("PmtId");
        xml.WriteElementString("EndToEndId", names.EndToEnd(payment.Attempt));
        xml.WriteEndElement();
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", pack.Manifest.Currency);
        xml.WriteString(payment.Amount.ToString());
        xml.WriteEndElement();
        xml.WriteEndElement();
        WriteBank(xml, "CdtrAgt", payment.BankName, payment.BankCode);
        WriteParty(xml, "Cdtr", payment.PayeeName);
        WriteAccount(xml, "CdtrAcct", payment.AccountNumber);
        xml.WriteStartElement("RmtInf");
        xml.WriteElementString("Ustrd", Shortened(payment.Remittance));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Shortened(string text) =>
        text.Length <= RemittanceCharactersMax ? text : text[..(char.IsHighSurrogate(text[RemittanceCharactersMax - 1]) ? RemittanceCharactersMax - 1 : RemittanceCharactersMax)];

    private static void WriteSums(XmlWriter xml, IReadOnlyList<FilePayment> payments)
    {
        xml.WriteElementString("NbOfTxs", payments.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("CtrlSum", new Money(payments.Sum(a => a.Amount.Fen)).ToString());
    }

    private static void WriteParty(XmlWriter xml, string element, string name)
    {
        xml.WriteStartElement(element);
        xml.WriteElementString("Nm", name);
        xml.WriteEndElement();
    }

    private static void WriteAccount(XmlWriter xml, string element, string number)
    {
        xml.WriteStartElement(element);
        xml.WriteStartElement("Id");
        xml.WriteStartElement("Othr");
        xml.WriteElementString("Id", number);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteBank(XmlWriter xml, string element, string name, string? code)
    {
        xml.WriteStartElement(element);
        xml.WriteStartElement("FinInstnId");
        if (code is not null)
        {
            xml.WriteStartElement("ClrSysMmbId");
            xml.WriteStartElement("ClrSysId");
            xml.WriteElementString("Cd", ClearingSystem);
            xml.WriteEndElement();
            xml.WriteElementString("MmbId", code);
            xml.WriteEndElement();
        }

        xml.WriteElementString("Nm", name);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
