using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>One line of the route table: which handler carries out an operation or answers a query.</summary>
internal abstract class Route(Type message)
{
    public Type Message { get; } = message;

    public string Name { get; } = message.Name;

    public IReadOnlyList<Duty> Duties { get; } = message.GetCustomAttribute<AllowedToAttribute>()?.Duties
        ?? throw new InvalidOperationException($"{message.Name} does not say to whom it is allowed.");
}

internal abstract class OperationRoute<TResult>(Type message) : Route(message)
{
    /// <summary>Whether the handler prepares outside the unit of work.</summary>
    public abstract bool IsPrepared { get; }

    public abstract Task<Problem?> PrepareAsync(IServiceProvider services, IOperation<TResult> operation, OperationPreparation preparation, CancellationToken cancel);

    public abstract Task<Result<TResult>> HandleAsync(IServiceProvider services, IOperation<TResult> operation, OperationSession session, CancellationToken cancel);
}

internal sealed class OperationRoute<TOperation, TResult>(bool isPrepared) : OperationRoute<TResult>(typeof(TOperation))
    where TOperation : IOperation<TResult>
{
    public override bool IsPrepared => isPrepared;

    public override Task<Problem?> PrepareAsync(IServiceProvider services, IOperation<TResult> operation, OperationPreparation preparation, CancellationToken cancel) =>
        ((IPreparedOperationHandler<TOperation, TResult>)services.GetRequiredService<IOperationHandler<TOperation, TResult>>()).PrepareAsync((TOperation)operation, preparation, cancel);

    public override Task<Result<TResult>> HandleAsync(IServiceProvider services, IOperation<TResult> operation, OperationSession session, CancellationToken cancel) =>
        services.GetRequiredService<IOperationHandler<TOperation, TResult>>().HandleAsync((TOperation)operation, session, cancel);
}

internal abstract class QueryRoute<TResult>(Type message) : Route(message)
{
    public abstract Task<Result<TResult>> HandleAsync(IServiceProvider services, IQuery<TResult> query, OperationScope scope, CancellationToken cancel);
}

internal sealed class QueryRoute<TQuery, TResult>() : QueryRoute<TResult>(typeof(TQuery))
    where TQuery : IQuery<TResult>
{
    public override Task<Result<TResult>> HandleAsync(IServiceProvider services, IQuery<TResult> query, OperationScope scope, CancellationToken cancel) =>
        services.GetRequiredService<IQueryHandler<TQuery, TResult>>().HandleAsync((TQuery)query, scope, cancel);
}

/// <summary>All routes, by the type of the message.</summary>
internal sealed class OperationRoutes(IEnumerable<Route> routes)
{
    private readonly Dictionary<Type, Route> byMessage = routes.ToDictionary(r => r.Message);

    public Route Find(object message) => byMessage.TryGetValue(message.GetType(), out var route)
        ? route
        : throw new InvalidOperationException($"No handler is registered for {message.GetType().Name}.");
}

/// <summary>How a module registers what it can do.</summary>
public static class OperationRegistration
{
    /// <summary>Registers an operation with its handler.</summary>
    /// <exception cref="InvalidOperationException">The operation does not say to whom it is allowed (<see cref="AllowedToAttribute"/>).</exception>
    public static IServiceCollection AddOperation<TOperation, TResult, THandler>(this IServiceCollection services)
        where TOperation : IOperation<TResult>
        where THandler : class, IOperationHandler<TOperation, TResult>
    {
        services.AddSingleton<Route>(new OperationRoute<TOperation, TResult>(typeof(IPreparedOperationHandler<TOperation, TResult>).IsAssignableFrom(typeof(THandler))));
        return services.AddScoped<IOperationHandler<TOperation, TResult>, THandler>();
    }

    /// <summary>Registers a query with its handler.</summary>
    /// <exception cref="InvalidOperationException">The query does not say to whom it is allowed (<see cref="AllowedToAttribute"/>).</exception>
    public static IServiceCollection AddQuery<TQuery, TResult, THandler>(this IServiceCollection services)
        where TQuery : IQuery<TResult>
        where THandler : class, IQueryHandler<TQuery, TResult>
    {
        services.AddSingleton<Route>(new QueryRoute<TQuery, TResult>());
        return services.AddScoped<IQueryHandler<TQuery, TResult>, THandler>();
    }

    /// <summary>Registers a handler of an event.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IDomainEvent
        where THandler : class, IDomainEventHandler<TEvent>
    {
        services.AddSingleton<EventRoute>(new EventRoute<TEvent, THandler>());
        return services.AddScoped<THandler>();
    }
}
