using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>Keeps the events that were handed out, as another module would learn of them.</summary>
internal sealed class EventLog
{
    private readonly ConcurrentQueue<IDomainEvent> events = new();

    public static IServiceCollection ListenIn(IServiceCollection services) => services
        .AddSingleton<EventLog>()
        .AddEventHandler<FundsFreed, Listener<FundsFreed>>()
        .AddEventHandler<PaymentsMade, Listener<PaymentsMade>>()
        .AddEventHandler<PaymentsReturned, Listener<PaymentsReturned>>()
        .AddEventHandler<CommitmentsReleased, Listener<CommitmentsReleased>>()
        .AddEventHandler<PaymentHeldChanged, Listener<PaymentHeldChanged>>()
        .AddEventHandler<GrantRecovered, Listener<GrantRecovered>>();

    public IReadOnlyList<T> Of<T>()
        where T : IDomainEvent => [.. events.OfType<T>()];

    private sealed class Listener<T>(EventLog log) : IDomainEventHandler<T>
        where T : IDomainEvent
    {
        public Task HandleAsync(T happened, OperationSession session, CancellationToken cancel)
        {
            log.events.Enqueue(happened);
            return Task.CompletedTask;
        }
    }
}
