using System.Globalization;
using Wenbao.Funds.Bank;
using Wenbao.Kernel;

namespace Wenbao.Funds.Simulation;

/// <summary>What a bank reads out of a file of orders to pay.</summary>
internal sealed record OrderFile(string MessageId, DateOnly ExecuteOn, string Currency, IReadOnlyList<OrderPart> Parts)
{
    private const string PmtInf = "/Document/CstmrCdtTrfInitn/PmtInf";
    private const string Tx = PmtInf + "/CdtTrfTxInf";

    public IEnumerable<Order> Orders => Parts.SelectMany(p => p.Orders);

    /// <summary>Reads a file of orders, held to its schema.</summary>
    public static Result<OrderFile> Read(Stream stream)
    {
        var faults = new FaultList();
        using var reader = IsoSchemas.OpenChecked(stream, IsoSchemas.Initiation, faults.Add);
        faults.Watch(reader);
        var walk = new ElementWalk(reader);
        var parts = new List<OrderPart>();
        var orders = new List<Order>();
        var (message, part, account, endToEnd, currency) = ("", "", "", "", "");
        var (day, amount) = (DateOnly.MinValue, Money.Zero);
        while (walk.Next())
        {
            if (walk.IsEntering)
            {
                continue;
            }

            switch (walk.Path)
            {
                case "/Document/CstmrCdtTrfInitn/GrpHdr/MsgId": message = walk.Text; break;
                case PmtInf + "/PmtInfId": part = walk.Text; break;
                case PmtInf + "/ReqdExctnDt/Dt": day = DateOnly.ParseExact(walk.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture); break;
                case PmtInf + "/DbtrAcct/Id/Othr/Id": account = walk.Text; break;
                case Tx + "/PmtId/EndToEndId": endToEnd = walk.Text; break;
                case Tx + "/Amt/InstdAmt": (amount, currency) = (Money.FromYuan(decimal.Parse(walk.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)), walk.Currency!); break;
                case Tx: orders.Add(new Order(endToEnd, amount)); break;
                case PmtInf:
                    parts.Add(new OrderPart(part, account, [.. orders]));
                    orders.Clear();
                    break;
            }
        }

        return faults.Faults.Count == 0
            ? new OrderFile(message, day, currency, parts)
            : FundsProblems.MessageInvalid.With(IsoSchemas.Initiation, faults.Faults.Count) with { Details = faults.Faults };
    }
}

/// <summary>The orders that one account pays.</summary>
internal sealed record OrderPart(string Name, string Account, IReadOnlyList<Order> Orders);

/// <summary>One order.</summary>
internal sealed record Order(string EndToEndId, Money Amount);
