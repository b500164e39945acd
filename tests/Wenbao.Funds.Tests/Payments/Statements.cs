using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>Statements written by hand, where the simulated bank would not write them so.</summary>
internal static class Statements
{
    public const string Account = "370100200300";

    /// <summary>A statement with one credit that carries a text.</summary>
    public static byte[] Credit(Money amount, DateOnly on, string text, string id = "C1") => Write(id, on, amount, Entry(amount, "CRDT", on, $"<RmtInf><Ustrd>{text}</Ustrd></RmtInf>"));

    /// <summary>A statement with one debit of a payment.</summary>
    public static byte[] Debit(string endToEnd, Money amount, DateOnly on, string id = "D1") =>
        Write(id, on, -amount, Entry(amount, "DBIT", on, $"<Refs><EndToEndId>{endToEnd}</EndToEndId></Refs>", before: true));

    /// <summary>A statement with one credit that brings a payment back.</summary>
    public static byte[] Return(string endToEnd, Money amount, DateOnly on, string id = "R1") =>
        Write(id, on, amount, Entry(amount, "CRDT", on, $"<Refs><EndToEndId>{endToEnd}</EndToEndId></Refs>", before: true));

    /// <summary>A statement.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="on">Its day.</param>
    /// <param name="moved">What its entries come to.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="account">The account.</param>
    /// <param name="closing">The closing balance; null for the right one.</param>
    public static byte[] Write(string id, DateOnly on, Money moved, string entries, string account = Account, string? closing = null) => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
          <GrpHdr><MsgId>M-{id}</MsgId><CreDtTm>2020-04-01T18:00:00+08:00</CreDtTm></GrpHdr>
          <Stmt><Id>{id}</Id><Acct><Id><Othr><Id>{account}</Id></Othr></Id></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">1000000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on:yyyy-MM-dd}</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">{closing ?? (Money.FromYuan(1_000_000m) + moved).ToString()}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{on:yyyy-MM-dd}</Dt></Dt></Bal>
            {entries}
          </Stmt>
        </BkToCstmrStmt></Document>
        """);

    /// <summary>An entry with one detail.</summary>
    public static string Entry(Money amount, string direction, DateOnly on, string detail, bool before = false, string status = "BOOK", string currency = "CNY") =>
        $"""
        <Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts><Cd>{status}</Cd></Sts><BookgDt><Dt>{on:yyyy-MM-dd}</Dt></BookgDt>
          <BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>{(before ? detail : "")}<Amt Ccy="{currency}">{amount}</Amt>{(before ? "" : detail)}</TxDtls></NtryDtls></Ntry>
        """;
}
