using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>A statement proved payments: their entitlements are settled.</summary>
internal sealed class SettlePaid(BusinessClock clock) : IDomainEventHandler<PaymentsMade>
{
    public async Task HandleAsync(PaymentsMade happened, OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        await store.LockAsync(cancel).ConfigureAwait(false);
        var moment = new Moment(clock.Now, happened.On, session.Scope.Actor);
        var settled = await store.SettleAsync(happened.Entitlements, moment, cancel).ConfigureAwait(false);
        await new NoticeWriter(session.UnitOfWork, moment.At, session.Scope.Today).TellAsync(NoticeKind.Paid, settled, cancel).ConfigureAwait(false);
    }
}

/// <summary>Money was rejected or came back: the subject must mend the account; what was settled is not any more.</summary>
internal sealed class ReopenReturned(BusinessClock clock) : IDomainEventHandler<PaymentsReturned>
{
    public Task HandleAsync(PaymentsReturned happened, OperationSession session, CancellationToken cancel) =>
        FundsSteps.ChangeAsync(session, clock, happened.Entitlements, (entitlement, book) =>
        {
            // What was rejected was never settled; it is still granted, and its subject must know why it was not paid.
            var reason = EntitlementReasons.SentBack(BankReasons.Describe(happened.ReasonCode));
            if (entitlement.State == EntitlementState.Settled || (entitlement.State == EntitlementState.Granted && entitlement.ReasonZh != reason.Zh))
            {
                book.Touch(entitlement);
                entitlement.Unsettle(book.Moment, reason);
            }

            book.Tell(NoticeKind.Returned, entitlement);
        }, cancel);
}

/// <summary>Commitments went back to the budget for good: their entitlements are revoked, the events are free again.</summary>
internal sealed class RevokeReleased(BusinessClock clock) : IDomainEventHandler<CommitmentsReleased>
{
    public Task HandleAsync(CommitmentsReleased happened, OperationSession session, CancellationToken cancel) =>
        FundsSteps.ChangeAsync(session, clock, happened.Entitlements, (entitlement, book) =>
        {
            if (entitlement.State.IsGranted())
            {
                book.Touch(entitlement);
                entitlement.End(EntitlementDeed.Revoked, book.Moment, EntitlementReasons.Released(happened.Reason));
                book.Tell(NoticeKind.TakenBack, entitlement);
            }
        }, cancel);
}

/// <summary>A wrong grant has come back in full: its event may be used again.</summary>
internal sealed class EndRecovered(BusinessClock clock) : IDomainEventHandler<GrantRecovered>
{
    public Task HandleAsync(GrantRecovered happened, OperationSession session, CancellationToken cancel) =>
        FundsSteps.ChangeAsync(session, clock, [happened.Entitlement], (entitlement, book) =>
        {
            if (entitlement.State.IsGranted())
            {
                book.Touch(entitlement);
                entitlement.End(EntitlementDeed.Recovered, book.Moment, EntitlementReasons.Recovered);
                book.Tell(NoticeKind.TakenBack, entitlement);
            }
        }, cancel);
}

/// <summary>A loan has come back in full: its entitlement is settled.</summary>
internal sealed class SettleReturnedUse(BusinessClock clock) : IDomainEventHandler<UseReturned>
{
    public Task HandleAsync(UseReturned happened, OperationSession session, CancellationToken cancel) =>
        FundsSteps.ChangeAsync(session, clock, [happened.Entitlement], (entitlement, book) =>
        {
            if (entitlement is { State: EntitlementState.Granted, Settlement: "loan" })
            {
                book.Touch(entitlement);
                entitlement.Settle(book.Moment);
            }
        }, cancel);
}

/// <summary>A payment is held by an objection, or free again.</summary>
internal sealed class HoldWithPayment(BusinessClock clock) : IDomainEventHandler<PaymentHeldChanged>
{
    public Task HandleAsync(PaymentHeldChanged happened, OperationSession session, CancellationToken cancel) =>
        FundsSteps.ChangeAsync(session, clock, [happened.Entitlement], (entitlement, book) =>
        {
            if (entitlement.State.IsLive() && entitlement.IsHeld != happened.IsHeld)
            {
                book.Touch(entitlement);
                entitlement.Hold(happened.IsHeld, book.Moment, happened.IsHeld ? EntitlementReasons.Objection : null);
                book.Tell(happened.IsHeld ? NoticeKind.Held : NoticeKind.Unheld, entitlement);
            }
        }, cancel);
}

/// <summary>What the steps that funds report have in common.</summary>
internal static class FundsSteps
{
    /// <summary>Changes the entitlements that an event names.</summary>
    public static async Task ChangeAsync(OperationSession session, BusinessClock clock, IReadOnlyList<long> ids, Action<Entitlement, ClaimBook> change, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        foreach (var some in ids.Chunk(EntitlementStore.NumbersAtOnce))
        {
            foreach (var entitlement in await store.FindAsync(some, cancel).ConfigureAwait(false))
            {
                change(entitlement, book);
            }

            if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
            {
                throw new InvalidOperationException($"What funds reported could not be noted: {problem}");
            }
        }
    }
}
