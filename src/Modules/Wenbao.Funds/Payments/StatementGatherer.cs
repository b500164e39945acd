using System.Globalization;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;

namespace Wenbao.Funds.Payments;

/// <summary>Finds out what account statements say about which of our payments and recoveries.</summary>
/// <param name="message">The statements.</param>
/// <param name="accounts">The accounts that pay.</param>
/// <param name="known">Statements read before: their digests, by account and id.</param>
/// <param name="sent">Payments that they name.</param>
/// <param name="batches">Batches that were handed over, by the name of their file.</param>
/// <param name="names">Reads end-to-end ids, and the names of recoveries in what was written on a transfer.</param>
internal sealed class StatementGatherer(
    StatementMessage message,
    IReadOnlySet<string> accounts,
    IReadOnlyDictionary<(string Account, string Id), string> known,
    IReadOnlyDictionary<long, SentPayment> sent,
    IReadOnlyDictionary<string, long> batches,
    PaymentNames names)
{
    /// <summary>What banks write where the payer gave no name.</summary>
    private const string NotProvided = "NOTPROVIDED";

    private readonly MessageGathering gathering = new();
    private readonly HashSet<string> digests = [.. known.Values];
    private readonly Dictionary<(long, bool, DateOnly, string?), int> counts = [];

    /// <summary>The files and parts that batch bookings name.</summary>
    public static IEnumerable<string> BatchesIn(StatementMessage message) =>
        message.Statements.SelectMany(s => s.Entries).Select(e => e.Batch).OfType<BookedBatch>().SelectMany(b => new[] { b.Message, PaymentNames.PartOf(b.Part)?.Message }).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The end-to-end ids that statements name.</summary>
    public static IEnumerable<string> NamesIn(StatementMessage message) =>
        message.Statements.SelectMany(s => s.Entries).SelectMany(e => e.Details).Select(d => d.EndToEndId).OfType<string>();

    public MessageGathering Gather()
    {
        foreach (var statement in message.Statements)
        {
            if (!accounts.Contains(statement.Account))
            {
                gathering.Doubts.Add(new(BankExceptionKind.ForeignAccount, $"{Payee.Tail(statement.Account)}|{statement.Id}", statement.Id));
                continue;
            }

            var digest = DigestOf(statement);
            if (!digests.Add(digest))
            {
                continue; // read before, under this id or another
            }

            if (known.ContainsKey((statement.Account, statement.Id)) || gathering.Statements.Any(s => s.Statement.AccountNumber == statement.Account && s.Statement.StatementId == statement.Id))
            {
                gathering.Doubts.Add(new(BankExceptionKind.StatementAltered, $"{Payee.Tail(statement.Account)}|{statement.Id}|{digest[..16]}", statement.Id));
                continue;
            }

            counts.Clear();
            Gather(statement, digest);
        }

        return gathering;
    }

    private void Gather(AccountStatement statement, string digest)
    {
        var movements = statement.Entries.SelectMany(e => Movements(e, statement)).ToList();
        gathering.Statements.Add((new StatementRow
        {
            AccountNumber = statement.Account,
            StatementId = statement.Id,
            OpenedOn = statement.OpenedOn,
            ClosedOn = statement.ClosedOn,
            OpeningFen = statement.Opening.Fen,
            ClosingFen = statement.Closing.Fen,
            Entries = movements.Count,
            Digest = digest,
        }, movements));
        for (var i = 0; i < movements.Count; i++)
        {
            gathering.Answers++;
            if (movements[i].Booking is not null)
            {
                continue; // matched by number and sum, once all facts of this message are known
            }

            Explain(movements[i], string.Create(CultureInfo.InvariantCulture, $"{statement.Id}#{i + 1}"));
        }
    }

    private IEnumerable<MessageGathering.Movement> Movements(StatementEntry entry, AccountStatement statement)
    {
        if (entry.Details.Count == 0 && entry.Batch is null)
        {
            return [Movement(entry, null, null)];
        }

        if (entry is { Details.Count: 0, IsCredit: false } && BookingOf(entry) is { } booking)
        {
            var whole = Movement(entry, null, null);
            whole.Booking = booking;
            return [whole];
        }

        var sum = entry.Details.Aggregate(Money.Zero, (total, d) => (d.IsCredit ?? entry.IsCredit) == entry.IsCredit ? total + Amount(d, entry) : total - Amount(d, entry));
        if (entry.Details.Count == 0 || sum != entry.Amount)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{statement.Id}|{entry.Reference}|{entry.BookedOn:yyyy-MM-dd}|{entry.Amount}");
            gathering.Doubts.Add(new(BankExceptionKind.BookingNotDetailed, key, entry.Reference ?? statement.Id, null, entry.Amount));
            return [Movement(entry, null, null)];
        }

        return entry.Details.Select(d => Movement(entry, d, d.Reference ?? entry.Reference));
    }

    private BatchBookingRow? BookingOf(StatementEntry entry)
    {
        var named = entry.Batch!.Part is { } part && PaymentNames.PartOf(part) is { } split && batches.TryGetValue(split.Message, out var batch)
            ? (Batch: batch, Part: (long?)split.Part)
            : entry.Batch.Message is { } message && batches.TryGetValue(message, out var whole) ? (whole, null) : ((long Batch, long? Part)?)null;
        return named is { } found
            ? new BatchBookingRow { Batch = found.Batch, Part = found.Part, Items = entry.Batch.Items, AmountFen = entry.Amount.Fen, BookedOn = entry.BookedOn, Reference = entry.Reference }
            : null;
    }

    private static Money Amount(EntryDetail detail, StatementEntry entry) => detail.Amount ?? (entry.Details.Count == 1 ? entry.Amount : Money.Zero);

    private static MessageGathering.Movement Movement(StatementEntry entry, EntryDetail? detail, string? reference) => new()
    {
        IsCredit = detail?.IsCredit ?? entry.IsCredit,
        Amount = detail is null ? entry.Amount : Amount(detail, entry),
        BookedOn = entry.BookedOn,
        Reference = reference ?? entry.Reference,
        EndToEndId = detail?.EndToEndId is { } name and not NotProvided ? name : null,
        Remittance = detail?.Remittance,
        ReturnReason = detail?.ReturnReason,
    };

    private void Explain(MessageGathering.Movement movement, string place)
    {
        if (names.AttemptOf(movement.EndToEndId) is { } attempt && sent.TryGetValue(attempt, out var payment))
        {
            ExplainPayment(movement, payment);
        }
        else if (movement.IsCredit && names.RecoveriesIn(movement.EndToEndId + " " + movement.Remittance).FirstOrDefault() is { } recovery)
        {
            gathering.Recoveries.Add(new(recovery, movement.Amount, movement.BookedOn, place, movement));
        }
        else if (movement is { IsCredit: false, EndToEndId: { } unknown })
        {
            gathering.Doubts.Add(new(BankExceptionKind.UnknownPayment, place, unknown, null, movement.Amount));
        }
        else
        {
            gathering.Doubts.Add(new(movement.IsCredit ? BankExceptionKind.UnexplainedCredit : BankExceptionKind.UnexplainedDebit, place, movement.Reference ?? place, null, movement.Amount));
        }
    }

    private void ExplainPayment(MessageGathering.Movement movement, SentPayment payment)
    {
        if (movement.Amount != payment.Amount)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{payment.Attempt}|{movement.BookedOn:yyyy-MM-dd}|{movement.Amount}");
            gathering.Doubts.Add(new(BankExceptionKind.AmountDiffers, key, names.EndToEnd(payment.Attempt), payment.Entitlement, movement.Amount));
            return;
        }

        movement.Attempt = payment.Attempt;
        var count = counts[(payment.Attempt, movement.IsCredit, movement.BookedOn, movement.Reference)] =
            counts.GetValueOrDefault((payment.Attempt, movement.IsCredit, movement.BookedOn, movement.Reference)) + 1;
        gathering.Facts.Add(new BankFact(
            payment.Attempt, movement.IsCredit ? BankFactKind.Returned : BankFactKind.Debited, movement.KeyOf(count), movement.BookedOn, movement.IsCredit ? movement.ReturnReason : null));
    }

    private static string DigestOf(AccountStatement statement)
    {
        using var digest = new ContentDigest();
        digest.Add(statement.Account);
        digest.Add(statement.OpenedOn.DayNumber);
        digest.Add(statement.ClosedOn.DayNumber);
        digest.Add(statement.Opening.Fen);
        digest.Add(statement.Closing.Fen);
        foreach (var entry in statement.Entries)
        {
            digest.Add(entry.IsCredit ? entry.Amount.Fen : -entry.Amount.Fen);
            digest.Add(entry.BookedOn.DayNumber);
            digest.Add(entry.Reference);
            foreach (var detail in entry.Details)
            {
                digest.Add(detail.EndToEndId);
                digest.Add(detail.Amount?.Fen ?? -1);
                digest.Add(detail.Reference);
                digest.Add(detail.Remittance);
                digest.Add(detail.ReturnReason);
            }
        }

        return digest.ToString();
    }
}
