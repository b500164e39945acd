using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Funds.Bank;

/// <summary>Gathers what a status report says.</summary>
/// <remarks>Source: ISO 20022 pain.002.001.11 (CustomerPaymentStatusReportV11).</remarks>
internal sealed class StatusReportParser
{
    private const string Root = "/Document/CstmrPmtStsRpt";
    private const string Group = Root + "/OrgnlGrpInfAndSts";
    private const string Part = Root + "/OrgnlPmtInfAndSts";
    private const string Payment = Part + "/TxInfAndSts";

    private readonly List<PartStatus> parts = [];
    private readonly List<PaymentStatus> payments = [];
    private string messageId = "";
    private string original = "";
    private string partName = "";
    private string? endToEnd;
    private StatusGiven group;
    private StatusGiven part;
    private StatusGiven payment;
    private (long? Count, decimal? Sum) groupSums;
    private (long? Count, decimal? Sum) partSums;

    public Result<BankMessage> Read(ElementWalk walk)
    {
        while (walk.Next())
        {
            if (walk.Depth > IsoSchemas.DepthMax)
            {
                throw new MessageTooDeepException();
            }

            if (!walk.IsEntering)
            {
                Leave(walk.Path, walk.Text);
            }
        }

        return new StatusReportMessage(messageId) { OriginalMessage = original, Group = group, Count = groupSums.Count, Sum = groupSums.Sum, Parts = parts };
    }

    private void Leave(string path, string text)
    {
        switch (path)
        {
            case Root + "/GrpHdr/MsgId": messageId = text; break;
            case Group + "/OrgnlMsgId": original = text; break;
            case Group + "/OrgnlNbOfTxs": groupSums.Count = Count(text); break;
            case Group + "/OrgnlCtrlSum": groupSums.Sum = Sum(text); break;
            case Group + "/GrpSts": group = group with { Code = text }; break;
            case Group + "/StsRsnInf/Rsn/Cd" or Group + "/StsRsnInf/Rsn/Prtry": group = group with { Reason = group.Reason ?? text }; break;
            case Part + "/OrgnlPmtInfId": partName = text; break;
            case Part + "/OrgnlNbOfTxs": partSums.Count = Count(text); break;
            case Part + "/OrgnlCtrlSum": partSums.Sum = Sum(text); break;
            case Part + "/PmtInfSts": part = part with { Code = text }; break;
            case Part + "/StsRsnInf/Rsn/Cd" or Part + "/StsRsnInf/Rsn/Prtry": part = part with { Reason = part.Reason ?? text }; break;
            case Payment + "/OrgnlEndToEndId": endToEnd = text; break;
            case Payment + "/TxSts": payment = payment with { Code = text }; break;
            case Payment + "/StsRsnInf/Rsn/Cd" or Payment + "/StsRsnInf/Rsn/Prtry": payment = payment with { Reason = payment.Reason ?? text }; break;
            case Payment: LeavePayment(); break;
            case Part: LeavePart(); break;
        }
    }

    private void LeavePayment()
    {
        payments.Add(new PaymentStatus(endToEnd, payment));
        (endToEnd, payment) = (null, default);
    }

    private void LeavePart()
    {
        parts.Add(new PartStatus(partName, part, partSums.Count, partSums.Sum, [.. payments]));
        payments.Clear();
        (partName, part, partSums) = ("", default, default);
    }

    private static long? Count(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static decimal? Sum(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var sum) ? sum : null;
}
