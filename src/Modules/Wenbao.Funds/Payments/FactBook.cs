using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Payments;

/// <summary>Adds facts of the bank to those known, and brings payments, money and other modules to what all facts together come to.</summary>
/// <remarks>The state is derived from the set of facts and the money follows the difference of two states, so that messages may come twice and in any order. Source: product decision, ADR 0012.</remarks>
internal sealed class FactBook(Ledger ledger, PaymentNames names)
{
    private static readonly LocalizedText CameBack = new("重复付出的款项已退回。", "What was paid twice has come back.");

    private const int EventEntitlementsMax = 50_000;
    private const int FewMax = 500;

    private static readonly Column[] FactColumns =
    [
        new("attempt", ColumnType.Integer), new("kind", ColumnType.Text), new("key", ColumnType.Text),
        new("booked_on", ColumnType.Date), new("reason", ColumnType.Text), new("message", ColumnType.Integer),
    ];

    /// <summary>What adding facts came to.</summary>
    /// <param name="NewFacts">Facts not known before.</param>
    /// <param name="Accepted">Payments accepted now.</param>
    /// <param name="Rejected">Payments rejected now.</param>
    /// <param name="Paid">Payments proven now to have left.</param>
    /// <param name="Returned">Payments proven now to have come back.</param>
    internal sealed record Outcome(int NewFacts, int Accepted, int Rejected, int Paid, int Returned)
    {
        /// <summary>Both together.</summary>
        public Outcome Plus(Outcome other) =>
            new(NewFacts + other.NewFacts, Accepted + other.Accepted, Rejected + other.Rejected, Paid + other.Paid, Returned + other.Returned);
    }

    /// <summary>Adds facts.</summary>
    /// <param name="session">The operation.</param>
    /// <param name="message">The message that states them.</param>
    /// <param name="stated">The facts.</param>
    /// <param name="doubts">Receives what contradicts itself or comes too late.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Result<Outcome>> AddAsync(OperationSession session, long message, IReadOnlyList<BankFact> stated, List<MessageGathering.Doubt> doubts, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var ids = stated.Select(f => f.Attempt).Distinct().ToList();
        var books = await ReadFactsAsync(work, ids, cancel).ConfigureAwait(false);
        var added = stated.Where(f => books[f.Attempt].Add(f)).ToList();
        if (added.Count == 0)
        {
            return new Outcome(0, 0, 0, 0, 0);
        }

        await StoreAsync(work, message, added, cancel).ConfigureAwait(false);
        var touched = added.Select(f => f.Attempt).Distinct().ToList();
        var sent = await PaymentMoney.SelectSentAsync(work, touched, cancel).ConfigureAwait(false);

        // Held first, so that no month is closed between the look and the posting.
        await Ledger.HoldMonthsAsync(work, isClosing: false, cancel).ConfigureAwait(false);
        var closed = await Ledger.LastClosedAsync(work, cancel).ConfigureAwait(false);
        var changes = new List<PaymentChange>();
        var booked = added.Where(f => f.BookedOn is not null).ToLookup(f => f.Attempt);
        foreach (var attempt in touched)
        {
            Judge(new PaymentChange(sent[attempt], books[attempt]), booked, changes, doubts);
        }

        var posted = await PostAsync(session, message, changes, closed, cancel).ConfigureAwait(false);
        if (posted is not null)
        {
            return posted;
        }

        await MoveAsync(work, session.Scope.Today, changes, cancel).ConfigureAwait(false);
        Tell(session, changes);
        var moved = changes.Where(c => c.HasMoved).ToLookup(c => c.NewState);
        return new Outcome(
            added.Count,
            moved[AttemptState.Accepted].Count(),
            moved[AttemptState.Rejected].Count(),
            changes.Count(c => c.BecomesPaid),
            moved[AttemptState.Returned].Count());
    }

    private void Judge(PaymentChange change, ILookup<long, BankFact> booked, List<PaymentChange> changes, List<MessageGathering.Doubt> doubts)
    {
        var payment = change.Payment;
        var name = names.EndToEnd(payment.Attempt);
        if (change.Facts.Debits > 0 && change.Facts.IsRejected)
        {
            doubts.Add(new(BankExceptionKind.RejectedAndPaid, name, name, payment.Entitlement, payment.Amount));
        }

        if (change.Facts.Debits > 1)
        {
            var isSettled = change.Facts.Debits - change.Facts.Returns <= 1;
            doubts.Add(new(BankExceptionKind.PaidTwice, name, name, payment.Entitlement, payment.Amount, isSettled ? CameBack : null));
        }

        if (change.IsAnswerable)
        {
            changes.Add(change);
            return;
        }

        // Given up meanwhile: the fact is kept, the money is not moved, a person decides.
        foreach (var late in booked[payment.Attempt])
        {
            doubts.Add(new(BankExceptionKind.AnsweredTooLate, $"{name}|{late.Kind}|{late.Key}", name, payment.Entitlement, payment.Amount));
        }
    }

    private async Task<Problem?> PostAsync(OperationSession session, long message, List<PaymentChange> changes, DateOnly? lastClosed, CancellationToken cancel)
    {
        var today = session.Scope.Today;
        var steps = changes.SelectMany(c => c.Steps(today)).GroupBy(s => (s.Kind, On: OpenDay(s.On, today, lastClosed)))
            .OrderBy(g => g.Key.On).ThenBy(g => g.Key.Kind).ToList();

        // Several vouchers follow: their lines are held together, in the ledger's order, so that nobody who holds one waits for another held here.
        if (steps.Count > 1 && (await ledger.HoldAsync(session.UnitOfWork, changes.Select(c => c.Payment.Money.Line), cancel).ConfigureAwait(false)).Problem is { } unknown)
        {
            return unknown;
        }

        foreach (var group in steps)
        {
            var draft = new VoucherDraft(group.Key.Kind, group.Key.On, $"bank/{message}", [.. group.SelectMany(s => s.Entries)]);
            var posted = await ledger.PostAsync(session.UnitOfWork, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
            if (!posted.IsSuccess)
            {
                return posted.Problem;
            }
        }

        return null;
    }

    /// <summary>The bank's booking day, so that books and statement agree by day; today where that month is closed.</summary>
    internal static DateOnly OpenDay(DateOnly day, DateOnly today, DateOnly? lastClosed) =>
        lastClosed is { } closed && day < closed.AddMonths(1) ? today : day;

    private static async Task MoveAsync(IUnitOfWork work, DateOnly today, List<PaymentChange> changes, CancellationToken cancel)
    {
        foreach (var group in changes.GroupBy(c => (c.NewState, On: c.StateOn(today), c.Facts.Reason, c.Facts.DebitedOn, IsMended: c.StaysMended)))
        {
            foreach (var chunk in group.Chunk(CommitmentStore.ChunkMax))
            {
                var update = work.Command($"UPDATE fnd_attempt SET state = @state, state_on = @on, reason = @reason WHERE id IN ({CommitmentStore.List(chunk.Select(c => c.Payment.Attempt))})")
                    .With(work.Dialect, "state", ColumnType.Text, group.Key.NewState.ToString())
                    .With(work.Dialect, "on", ColumnType.Date, group.Key.On)
                    .With(work.Dialect, "reason", ColumnType.Text, group.Key.Reason);
                await using (update.ConfigureAwait(false))
                {
                    await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                }

                if (!group.Key.IsMended)
                {
                    await CommitmentStore.MoveAsync(
                        work,
                        $"id IN ({CommitmentStore.List(chunk.Select(c => c.Payment.Money.Commitment))})",
                        PaymentChange.StageOf(group.Key.NewState),
                        group.Key.On,
                        cancel,
                        "paid_on = @paid, reason = @reason",
                        null,
                        ("paid", ColumnType.Date, group.Key.NewState is AttemptState.Paid or AttemptState.Returned ? group.Key.DebitedOn : null),
                        ("reason", ColumnType.Text, group.Key.Reason)).ConfigureAwait(false);
                }
            }
        }
    }

    private static void Tell(OperationSession session, List<PaymentChange> changes)
    {
        foreach (var day in changes.Where(c => c.BecomesPaid).GroupBy(c => c.Facts.DebitedOn!.Value).OrderBy(g => g.Key))
        {
            foreach (var chunk in day.Select(c => c.Payment.Entitlement).Chunk(EventEntitlementsMax))
            {
                session.Raise(new PaymentsMade(chunk, day.Key));
            }
        }

        foreach (var reason in changes.Where(c => c.HasMoved && c.NewState is (AttemptState.Rejected or AttemptState.Returned)).GroupBy(c => c.Facts.Reason).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var chunk in reason.Select(c => c.Payment.Entitlement).Chunk(EventEntitlementsMax))
            {
                session.Raise(new PaymentsReturned(chunk, reason.Key));
            }
        }
    }

    private static async Task<Dictionary<long, AttemptFacts>> ReadFactsAsync(IUnitOfWork work, List<long> attempts, CancellationToken cancel)
    {
        var books = attempts.ToDictionary(a => a, _ => new AttemptFacts());

        // Many are read batch by batch, as they lie; a few one by one.
        var conditions = attempts.Count > FewMax
            ? attempts.Select(AttemptNumber.BatchOf).Distinct().Select(batch => AttemptNumber.Among(batch, "attempt"))
            : attempts.Count == 0 ? [] : [$"attempt IN ({CommitmentStore.List(attempts)})"];
        foreach (var condition in conditions.ToList())
        {
            var select = work.Command($"SELECT attempt, kind, key, booked_on, reason FROM fnd_bank_fact WHERE {condition}");
            await using (select.ConfigureAwait(false))
            {
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    var reader = new RowReader(row, work.Dialect);
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        reader.Restart();
                        var fact = new BankFact(reader.Long(), reader.Enum<BankFactKind>(), reader.Text(), reader.DayOrNull(), reader.TextOrNull());
                        books.GetValueOrDefault(fact.Attempt)?.Add(fact);
                    }
                }
            }
        }

        return books;
    }

    private static async Task StoreAsync(IUnitOfWork work, long message, List<BankFact> added, CancellationToken cancel)
    {
        var writer = await work.BulkAsync("fnd_bank_fact", FactColumns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var fact in added)
            {
                await writer.WriteAsync([fact.Attempt, fact.Kind.ToString(), fact.Key, fact.BookedOn, fact.Reason, message], cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
