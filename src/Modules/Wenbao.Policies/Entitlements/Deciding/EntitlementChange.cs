using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Policies.Entitlements;

/// <summary>Changes one entitlement: finds it, checks who wants it and what he saw, lets the change happen, and writes it.</summary>
internal static class EntitlementChange
{
    /// <summary>Makes a change.</summary>
    /// <param name="session">The session.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="id">The entitlement.</param>
    /// <param name="change">Changes it, or tells why it cannot.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<Result<ChangedEntitlement>> MakeAsync(OperationSession session, BusinessClock clock, long id, Func<Entitlement, ClaimBook, Problem?> change, CancellationToken cancel) =>
        MakeAsync(session, clock, id, (entitlement, book) => Task.FromResult(change(entitlement, book)), cancel);

    /// <summary>Makes a change that needs to wait for something.</summary>
    public static async Task<Result<ChangedEntitlement>> MakeAsync(
        OperationSession session, BusinessClock clock, long id, Func<Entitlement, ClaimBook, Task<Problem?>> change, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        if (await store.FindAsync([id], cancel).ConfigureAwait(false) is not [{ } entitlement])
        {
            return EntitlementProblems.EntitlementNotFound.With(id);
        }

        using var book = new ClaimBook(session, store, order, clock.Now);
        var (stood, line) = (entitlement is { State: EntitlementState.Claimed or EntitlementState.Waiting, IsHeld: false } ? entitlement.State : (EntitlementState?)null, entitlement.Line);
        var problem = EntitlementAccess.Refuses(session.Scope, entitlement)
            ?? session.ExpectedVersion?.Check(entitlement.Version, DecidedBy.Subject(id))
            ?? await change(entitlement, book).ConfigureAwait(false);
        if (problem is not null)
        {
            return problem;
        }

        book.Touch(entitlement);
        if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        // Whoever stood in front of others, in the queue for money or under review, and leaves or is held, lets them have their turn.
        var leaves = stood is not null && line is not null && (entitlement.State != stood || entitlement.IsHeld)
            && (stood == EntitlementState.Waiting || await store.IsWaitedForAsync(line, cancel).ConfigureAwait(false));
        if (leaves && await QueueTurns.ServeAsync(session, [line!], cancel).ConfigureAwait(false) is { } unserved)
        {
            return unserved;
        }

        session.Describe(DecidedBy.Subject(id), book.Digest);
        return new ChangedEntitlement(id, entitlement.State, entitlement.Version);
    }
}
