namespace Wenbao.Platform.Operations;

/// <summary>Something that has happened, named in the past tense, such as <c>ImportCompleted</c>; a plain record that JSON can carry.</summary>
#pragma warning disable CA1040 // marks records that may travel through the outbox
public interface IDomainEvent;
#pragma warning restore CA1040

/// <summary>Learns of an event after the operation that raised it was committed; runs exactly once an event, in a unit of work of its own.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IDomainEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Handles the event; an exception takes this handler's work back and it is tried again later.</summary>
    Task HandleAsync(TEvent happened, OperationSession session, CancellationToken cancel);
}
