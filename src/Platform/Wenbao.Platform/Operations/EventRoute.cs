using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.Platform.Operations;

/// <summary>One line of the event table: a handler that learns of an event.</summary>
internal abstract class EventRoute(string eventName, Type handler)
{
    public string EventName { get; } = eventName;

    public string HandlerName { get; } = handler.FullName!;

    public string Name { get; } = handler.Name;

    public abstract Task HandleAsync(IServiceProvider services, string content, OperationSession session, CancellationToken cancel);
}

internal sealed class EventRoute<TEvent, THandler>() : EventRoute(typeof(TEvent).Name, typeof(THandler))
    where TEvent : IDomainEvent
    where THandler : class, IDomainEventHandler<TEvent>
{
    public override Task HandleAsync(IServiceProvider services, string content, OperationSession session, CancellationToken cancel) =>
        services.GetRequiredService<THandler>().HandleAsync(JsonSerializer.Deserialize<TEvent>(content, OperationJson.Options)!, session, cancel);
}
