using System.Globalization;
using Wenbao.Funds.Bank;
using Wenbao.Kernel;

namespace Wenbao.Funds.Simulation;

/// <summary>Writes the messages of a simulated bank about one payment file.</summary>
internal sealed class BankAnswers(OrderFile file, BankBehaviour behaviour)
{
    private const string UnknownPayment = "NOBODY-KNOWS-THIS";

    /// <summary>A status report.</summary>
    /// <param name="name">Tells it from other answers to the file.</param>
    /// <param name="statusOf">The status of an order; null when nothing is said of it.</param>
    /// <returns>The message, given a mark that tells copies apart.</returns>
    public Func<string, (BankMessageKind, byte[])> Report(string name, Func<Order, string?> statusOf) => copy =>
    {
        using var iso = new IsoWriter(IsoSchemas.NamespaceOf(IsoSchemas.StatusReport), "CstmrPmtStsRpt", file.Currency);
        Header(iso, name + copy);
        var said = file.Orders.Select(statusOf).Distinct().ToList();
        Original(iso, file.MessageId, said is [{ } only] ? only : "PART");
        foreach (var part in file.Parts)
        {
            var statuses = part.Orders.Select(o => (Order: o, Status: statusOf(o))).ToList();
            var usual = behaviour.IsBrief ? statuses.Select(s => s.Status).FirstOrDefault(s => s is not null and not "RJCT") : null;
            iso.Element("OrgnlPmtInfAndSts", () =>
            {
                iso.Text("OrgnlPmtInfId", part.Name);
                iso.Text("OrgnlNbOfTxs", part.Orders.Count.ToString(CultureInfo.InvariantCulture));
                iso.Text("OrgnlCtrlSum", Sum(part.Orders).ToString());
                iso.Text("PmtInfSts", usual ?? (statuses.Select(s => s.Status).Distinct().ToList() is [{ } all] ? all : "PART"));
                foreach (var (order, status) in statuses.Where(s => s.Status is not null && s.Status != usual))
                {
                    Transaction(iso, order.EndToEndId, status!);
                }

                if (behaviour.NamesUnknown)
                {
                    Transaction(iso, UnknownPayment, "ACSP");
                }
            });
        }

        return (BankMessageKind.StatusReport, iso.Complete());
    };

    /// <summary>A status report about a batch that nobody sent.</summary>
    public Func<string, (BankMessageKind, byte[])> UnknownBatch(string name) => copy =>
    {
        using var iso = new IsoWriter(IsoSchemas.NamespaceOf(IsoSchemas.StatusReport), "CstmrPmtStsRpt", file.Currency);
        Header(iso, name + copy);
        Original(iso, "NO-SUCH-BATCH", "ACCP");
        return (BankMessageKind.StatusReport, iso.Complete());
    };

    /// <summary>A statement for each account: what left, and what came back.</summary>
    /// <param name="name">Tells it from other answers to the file.</param>
    /// <param name="on">The booking day.</param>
    /// <param name="booked">What left.</param>
    /// <param name="returned">What came back.</param>
    /// <param name="isWhole">Whether everything that leaves at all left, so that number and sum tell which.</param>
    /// <param name="withUnknown">Whether something left that nobody knows of.</param>
    public Func<string, (BankMessageKind, byte[])> Statement(string name, DateOnly on, HashSet<Order> booked, HashSet<Order> returned, bool isWhole, bool withUnknown) => copy =>
    {
        using var iso = new IsoWriter(IsoSchemas.NamespaceOf(IsoSchemas.Statement), "BkToCstmrStmt", file.Currency);
        Header(iso, name + copy);
        foreach (var part in file.Parts)
        {
            var (left, back) = (part.Orders.Where(booked.Contains).ToList(), part.Orders.Where(returned.Contains).ToList());
            iso.Element("Stmt", () =>
            {
                iso.Text("Id", string.Create(CultureInfo.InvariantCulture, $"{part.Name}-{name}-{on:yyyyMMdd}"));
                iso.Element("Acct", () => iso.Element("Id", () => iso.Element("Othr", () => iso.Text("Id", part.Account))));
                var opening = Money.FromYuan(behaviour.OpeningYuan);
                var unknown = withUnknown ? new Money(1_234) : Money.Zero;
                Balance(iso, "OPBD", opening, on);
                Balance(iso, "CLBD", opening - Sum(left) + Sum(back) - unknown, on);
                if (left.Count > 0)
                {
                    Debits(iso, part, left, on, isWhole);
                }

                foreach (var order in back)
                {
                    Return(iso, order, on);
                }

                if (withUnknown)
                {
                    Entry(iso, unknown, "DBIT", on, "FEE", () => iso.Element("TxDtls", () => iso.Element("Refs", () => iso.Text("EndToEndId", "NOTPROVIDED"))));
                }
            });
        }

        return (BankMessageKind.Statement, iso.Complete());
    };

    private void Header(IsoWriter iso, string name) => iso.Element("GrpHdr", () =>
    {
        iso.Text("MsgId", $"{file.MessageId}-{name}");
        iso.Text("CreDtTm", file.ExecuteOn.AddDays(behaviour.DaysLate).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T18:00:00+08:00");
    });

    private static void Original(IsoWriter iso, string message, string status) => iso.Element("OrgnlGrpInfAndSts", () =>
    {
        iso.Text("OrgnlMsgId", message);
        iso.Text("OrgnlMsgNmId", IsoSchemas.Initiation);
        iso.Text("GrpSts", status);
    });

    private void Transaction(IsoWriter iso, string endToEnd, string status) => iso.Element("TxInfAndSts", () =>
    {
        iso.Text("OrgnlEndToEndId", endToEnd);
        iso.Text("TxSts", status);
        if (status == "RJCT")
        {
            iso.Element("StsRsnInf", () => iso.Element("Rsn", () => iso.Text("Cd", behaviour.RejectionReason)));
        }
    });

    private void Debits(IsoWriter iso, OrderPart part, List<Order> left, DateOnly on, bool isWhole) => Entry(iso, Sum(left), "DBIT", on, part.Name, () =>
    {
        iso.Element("Btch", () =>
        {
            iso.Text("MsgId", file.MessageId);
            iso.Text("PmtInfId", part.Name);
            iso.Text("NbOfTxs", left.Count.ToString(CultureInfo.InvariantCulture));
            iso.Amount("TtlAmt", Sum(left));
            iso.Text("CdtDbtInd", "DBIT");
        });
        foreach (var order in behaviour.IsBrief && isWhole ? [] : left)
        {
            iso.Element("TxDtls", () =>
            {
                iso.Element("Refs", () => iso.Text("EndToEndId", order.EndToEndId));
                iso.Amount("Amt", order.Amount);
                iso.Text("CdtDbtInd", "DBIT");
            });
        }
    });

    private void Return(IsoWriter iso, Order order, DateOnly on) => Entry(iso, order.Amount, "CRDT", on, "RTR" + order.EndToEndId[^6..], () => iso.Element("TxDtls", () =>
    {
        iso.Element("Refs", () => iso.Text("EndToEndId", order.EndToEndId));
        iso.Amount("Amt", order.Amount);
        iso.Text("CdtDbtInd", "CRDT");
        iso.Element("RtrInf", () => iso.Element("Rsn", () => iso.Text("Cd", behaviour.ReturnReason)));
    }));

    private static void Entry(IsoWriter iso, Money amount, string direction, DateOnly on, string reference, Action details) => iso.Element("Ntry", () =>
    {
        iso.Amount("Amt", amount);
        iso.Text("CdtDbtInd", direction);
        iso.Element("Sts", () => iso.Text("Cd", "BOOK"));
        iso.Day("BookgDt", on);
        iso.Text("AcctSvcrRef", reference);
        iso.Element("BkTxCd", () => iso.Element("Prtry", () => iso.Text("Cd", direction == "DBIT" ? "PAYMENT" : "RETURN")));
        iso.Element("NtryDtls", details);
    });

    private static void Balance(IsoWriter iso, string code, Money amount, DateOnly on) => iso.Element("Bal", () =>
    {
        iso.Element("Tp", () => iso.Element("CdOrPrtry", () => iso.Text("Cd", code)));
        iso.Amount("Amt", amount < Money.Zero ? -amount : amount);
        iso.Text("CdtDbtInd", amount < Money.Zero ? "DBIT" : "CRDT");
        iso.Day("Dt", on);
    });

    private static Money Sum(IEnumerable<Order> orders) => new(orders.Sum(o => o.Amount.Fen));
}
