using System.Globalization;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Persistence;

namespace Wenbao.Funds.Payments;

/// <summary>Finds out what a status report says about which of our payments. What a level says holds for the payments below that are not named one by one.</summary>
/// <param name="message">The report.</param>
/// <param name="batch">The batch that it answers; null when we never sent it.</param>
/// <param name="own">The payments of that batch.</param>
/// <param name="others">Payments of other batches that it names.</param>
/// <param name="names">Reads end-to-end ids.</param>
internal sealed class StatusReportGatherer(StatusReportMessage message, BatchRow? batch, IReadOnlyList<SentPayment> own, IReadOnlyDictionary<long, SentPayment> others, PaymentNames names)
{
    private readonly MessageGathering gathering = new();
    private readonly HashSet<long> named = [];

    public MessageGathering Gather()
    {
        var ours = own.ToDictionary(p => p.Attempt);
        foreach (var part in message.Parts)
        {
            foreach (var payment in part.Payments)
            {
                gathering.Answers++;
                var sent = names.AttemptOf(payment.EndToEndId) is { } attempt ? ours.GetValueOrDefault(attempt) ?? others.GetValueOrDefault(attempt) : null;
                if (sent is null)
                {
                    var unknown = payment.EndToEndId ?? message.MessageId;
                    gathering.Doubts.Add(new(BankExceptionKind.UnknownPayment, unknown, unknown));
                    continue;
                }

                named.Add(sent.Attempt);
                var status = payment.Status.Code is null ? Above(part) : payment.Status;
                Add(sent, status with { Reason = status.Reason ?? part.Status.Reason ?? message.Group.Reason });
            }
        }

        if (batch is null)
        {
            gathering.Doubts.Add(new(BankExceptionKind.UnknownBatch, message.OriginalMessage, message.OriginalMessage));
        }
        else
        {
            GatherLevels(batch);
        }

        return gathering;
    }

    private StatusGiven Above(PartStatus part) => part.Status.Code is null ? message.Group : part.Status;

    private void GatherLevels(BatchRow sent)
    {
        Compare(message.OriginalMessage, message.Count, message.Sum, own);
        var spoken = new HashSet<long>();
        foreach (var part in message.Parts)
        {
            var payments = own.Where(p => PaymentNames.Part(sent.MessageId, p.Part) == part.Part).ToList();
            if (payments.Count == 0)
            {
                gathering.Doubts.Add(new(BankExceptionKind.UnknownBatch, part.Part, part.Part));
                continue;
            }

            Compare(part.Part, part.Count, part.Sum, payments);
            if (part.Status.Code is not null)
            {
                spoken.UnionWith(payments.Select(p => p.Attempt));
                AddAll(payments, part.Status with { Reason = part.Status.Reason ?? message.Group.Reason });
            }
        }

        if (message.Group.Code is not null)
        {
            AddAll(own.Where(p => !spoken.Contains(p.Attempt)), message.Group);
        }
    }

    private void AddAll(IEnumerable<SentPayment> payments, StatusGiven status)
    {
        foreach (var payment in payments.Where(p => !named.Contains(p.Attempt)))
        {
            gathering.Answers++;
            Add(payment, status);
        }
    }

    private void Add(SentPayment payment, StatusGiven status)
    {
        if (status.Code is not { } code)
        {
            return;
        }

        if (BankStatuses.FactOf(code, out var isKnown) is { } kind)
        {
            gathering.Facts.Add(new BankFact(payment.Attempt, kind, kind == BankFactKind.Rejected ? status.Reason ?? "" : "", null, status.Reason));
        }
        else if (!isKnown)
        {
            gathering.Doubts.Add(new(BankExceptionKind.UnknownStatus, $"{payment.Attempt}|{code}", $"{names.EndToEnd(payment.Attempt)} {code}", payment.Entitlement, payment.Amount));
        }
    }

    private void Compare(string name, long? count, decimal? sum, IReadOnlyList<SentPayment> payments)
    {
        var total = payments.Sum(p => p.Amount.Yuan);
        if ((count is not null && count != payments.Count) || (sum is not null && sum != total))
        {
            gathering.Doubts.Add(new(BankExceptionKind.SumsDiffer, string.Create(CultureInfo.InvariantCulture, $"{name}|{count}|{sum}"), name));
        }
    }
}
