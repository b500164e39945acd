using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Payments;

/// <summary>Finds out which payments a booking of a whole batch, or of one of its parts, proves: by number and sum. A booking that fits none yet waits until the bank has said more, and stands among the exceptions meanwhile.</summary>
internal sealed class BookingMatcher(FactBook book)
{
    private static readonly LocalizedText Explained = new("后来的报文已说明该笔入账。", "Later messages explain the booking.");

    /// <summary>Which payments of a part a booking may be for, in the order they are tried: those not known to have failed or left; then what is left out of that for one reason only; then all. So a booking that contradicts other answers still proves what it says.</summary>
    private static readonly Func<SentPayment, bool>[] Choices =
    [
        p => !IsRejected(p) && !HasLeft(p), p => !HasLeft(p), p => !IsRejected(p), _ => true,
    ];

    /// <summary>Stores new bookings, and matches them and older ones of the batches that a message speaks of.</summary>
    /// <returns>What matching came to.</returns>
    public async Task<Result<FactBook.Outcome>> MatchAsync(OperationSession session, long message, MessageGathering gathering, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var db = work.Context<PaymentsDb>();
        foreach (var (statement, movements) in gathering.Statements)
        {
            for (var i = 0; i < movements.Count; i++)
            {
                if (movements[i].Booking is { } booking)
                {
                    (booking.Statement, booking.Ordinal, booking.Message) = (statement.Id, i + 1, message);
                    db.BatchBookings.Add(booking);
                }
            }
        }

        await work.SaveAsync(cancel).ConfigureAwait(false);
        var batches = gathering.Facts.Select(f => AttemptNumber.BatchOf(f.Attempt))
            .Concat(gathering.Statements.SelectMany(s => s.Movements).Select(m => m.Booking?.Batch).OfType<long>()).Distinct().ToList();
        var waiting = await db.BatchBookings.Where(b => !b.IsMatched && batches.Contains(b.Batch)).OrderBy(b => b.BookedOn).ThenBy(b => b.AmountFen).ThenBy(b => b.Reference)
            .ToListAsync(cancel).ConfigureAwait(false);
        var total = new FactBook.Outcome(0, 0, 0, 0, 0);
        foreach (var booking in waiting)
        {
            var matched = await MatchAsync(session, message, booking, gathering, cancel).ConfigureAwait(false);
            if (!matched.IsSuccess)
            {
                return matched.Problem!;
            }

            total = total.Plus(matched.Value);
        }

        return total;
    }

    private async Task<Result<FactBook.Outcome>> MatchAsync(OperationSession session, long message, BatchBookingRow booking, MessageGathering gathering, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var condition = AttemptNumber.Among(booking.Batch, "a.id") + (booking.Part is { } part ? string.Create(CultureInfo.InvariantCulture, $" AND a.part = {part}") : "");
        var all = await PaymentMoney.SelectSentAsync(work, condition, cancel).ConfigureAwait(false);
        var chosen = Choices.Select(choice => all.Where(choice).ToList())
            .FirstOrDefault(c => c.Count > 0 && (booking.Items is null || booking.Items == c.Count) && c.Sum(p => p.Amount.Fen) == booking.AmountFen);
        if (chosen is null)
        {
            gathering.Doubts.Add(new(BankExceptionKind.BookingNotDetailed, KeyOf(booking), booking.Reference ?? KeyOf(booking), null, new Money(booking.AmountFen)));
            return new FactBook.Outcome(0, 0, 0, 0, 0);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{booking.BookedOn:yyyy-MM-dd}|{booking.Reference}|B");
        var facts = chosen.Select(p => new BankFact(p.Attempt, BankFactKind.Debited, key, booking.BookedOn, null)).ToList();
        var outcome = await book.AddAsync(session, message, facts, gathering.Doubts, cancel).ConfigureAwait(false);
        if (!outcome.IsSuccess)
        {
            return outcome;
        }

        booking.IsMatched = true;
        var doubt = KeyOf(booking);
        var open = await work.Context<PaymentsDb>().BankExceptions
            .Where(e => e.Kind == BankExceptionKind.BookingNotDetailed && e.Key == doubt && e.ClosedBy == null).ToListAsync(cancel).ConfigureAwait(false);
        foreach (var exception in open)
        {
            (exception.ClosedBy, exception.ClosedOn, exception.Note) = (ExceptionStore.Product, session.Scope.Today, ExceptionStore.Note(Explained));
        }

        return outcome;
    }

    private static string KeyOf(BatchBookingRow booking) =>
        string.Create(CultureInfo.InvariantCulture, $"batch/{booking.Batch}/{booking.Part}|{booking.BookedOn:yyyy-MM-dd}|{booking.Reference}|{new Money(booking.AmountFen)}");

    private static bool IsRejected(SentPayment payment) => payment.State == AttemptState.Rejected;

    private static bool HasLeft(SentPayment payment) => payment.State is AttemptState.Paid or AttemptState.Returned;
}
