using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Time;

namespace Wenbao.Platform.Operations;

/// <inheritdoc cref="IOperationPipeline"/>
internal sealed class OperationPipeline(
    IServiceScopeFactory scopes,
    OperationRoutes routes,
    IScopeProvider scopeProvider,
    Database database,
    BusinessClock clock,
    OutboxDispatcher outbox,
    ILogger<OperationPipeline> logger) : IOperationPipeline
{
    private const int KeyCharactersMax = 100;

    /// <summary>How often an operation is carried out that runs into another one: once more is nearly always enough, since then the other is through.</summary>
    private const int AttemptsMax = 3;

    public async Task<Result<TResult>> SendAsync<TResult>(IOperation<TResult> operation, OperationContext context, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(context);
        var route = (OperationRoute<TResult>)routes.Find(operation);
        if (Invalid(operation) is { } invalid)
        {
            return invalid;
        }

        var authorised = await AuthoriseAsync(route, context, cancel).ConfigureAwait(false);
        if (authorised.Problem is { } refused)
        {
            return refused;
        }

        if (context.IdempotencyKey is { Length: 0 or > KeyCharactersMax })
        {
            return OperationProblems.KeyMalformed.With(KeyCharactersMax);
        }

        var result = await InUnitOfWorkAsync(route, operation, authorised.Value, context, cancel).ConfigureAwait(false);
        if (result.IsSuccess)
        {
            await HandOutAsync(cancel).ConfigureAwait(false);
        }

        return result;
    }

    public async Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, OperationContext context, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(context);
        var route = (QueryRoute<TResult>)routes.Find(query);
        if (Invalid(query) is { } invalid)
        {
            return invalid;
        }

        var authorised = await AuthoriseAsync(route, context, cancel).ConfigureAwait(false);
        if (authorised.Problem is { } refused)
        {
            return refused;
        }

        var services = scopes.CreateAsyncScope();
        await using (services.ConfigureAwait(false))
        {
            try
            {
                return await route.HandleAsync(services.ServiceProvider, query, authorised.Value, cancel).ConfigureAwait(false);
            }
            catch (Exception fault) when (DatabaseFault.ProblemOf(fault) is { } problem)
            {
                return Faulty(route, fault, problem);
            }
        }
    }

    /// <summary>Sends an operation inside another's unit of work.</summary>
    internal async Task<Result<TResult>> SendInsideAsync<TResult>(IOperation<TResult> operation, OperationSession outer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var route = (OperationRoute<TResult>)routes.Find(operation);
        if ((Invalid(operation) ?? Refused(route, outer.Scope)) is { } problem)
        {
            return problem;
        }

        var session = outer.Inner();
        var services = scopes.CreateAsyncScope();
        await using (services.ConfigureAwait(false))
        {
            if (route.IsPrepared
                && await route.PrepareAsync(services.ServiceProvider, operation, new OperationPreparation(outer.Scope, null), cancel).ConfigureAwait(false) is { } unprepared)
            {
                return unprepared;
            }

            var result = await route.HandleAsync(services.ServiceProvider, operation, session, cancel).ConfigureAwait(false);
            if (result.IsSuccess)
            {
                Audit(route, OperationJson.Write(operation), session);
                outer.Adopt(session);
            }

            return result;
        }
    }

    private async Task<Result<TResult>> InUnitOfWorkAsync<TResult>(
        OperationRoute<TResult> route, IOperation<TResult> operation, OperationScope scope, OperationContext context, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var isCommitting = false;
            try
            {
                return await CarryOutAsync(route, operation, scope, context, () => isCommitting = true, cancel).ConfigureAwait(false);
            }
            catch (Exception fault) when (attempt < AttemptsMax && DatabaseFault.IsCollision(fault))
            {
                // Two wrote the same at once, and all of this one was taken back. Carried out again it sees what the other did, and gives the answer that fits.
                logger.LogInformation(fault, "{Operation} ran into another and is carried out again, attempt {Attempt} of {Max}.", route.Name, attempt, AttemptsMax);
            }
            catch (DbUpdateConcurrencyException)
            {
                return OperationProblems.ChangedMeanwhile.At(route.Name, context.ExpectedVersion?.Number, "?");
            }
            catch (Exception fault) when (DatabaseFault.ProblemOf(fault, isCommitting) is { } problem)
            {
                return Faulty(route, fault, problem);
            }
        }
    }

    private async Task<Result<TResult>> CarryOutAsync<TResult>(
        OperationRoute<TResult> route, IOperation<TResult> operation, OperationScope scope, OperationContext context, Action committing, CancellationToken cancel)
    {
        var content = OperationJson.Write(operation);
        IdempotencyStore.Request? request = context.IdempotencyKey is { } key ? new(key, scope.Actor, route.Name, OperationJson.Digest(content)) : null;
        // Nothing of the scope is made before the handler is: what it takes of the state of things it takes inside the unit of work, unless it prepares.
        var services = scopes.CreateAsyncScope();
        await using (services.ConfigureAwait(false))
        {
            if (route.IsPrepared)
            {
                var earlier = request is { } asked ? await IdempotencyStore.FindAsync(database, asked, cancel).ConfigureAwait(false) : default;
                if (Answer<TResult>(earlier) is { } answered)
                {
                    return answered;
                }

                if (await route.PrepareAsync(services.ServiceProvider, operation, new OperationPreparation(scope, context.ExpectedVersion), cancel).ConfigureAwait(false) is { } unprepared)
                {
                    return unprepared;
                }
            }

            var work = await database.BeginAsync(route.Name, cancel).ConfigureAwait(false);
            await using (work.ConfigureAwait(false))
            {
                var stored = request is { } reserved ? await IdempotencyStore.ReserveAsync(work, reserved, scope.Now, cancel).ConfigureAwait(false) : default;
                return Answer<TResult>(stored)
                    ?? await InsideAsync(route, operation, content, services.ServiceProvider, new OperationSession(this, scope, work, context.ExpectedVersion), context.IdempotencyKey, committing, cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<Result<TResult>> InsideAsync<TResult>(
        OperationRoute<TResult> route, IOperation<TResult> operation, string content, IServiceProvider services, OperationSession session, string? key, Action committing, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var result = await route.HandleAsync(services, operation, session, cancel).ConfigureAwait(false);
        if (!result.IsSuccess)
        {
            return result;
        }

        await work.SaveAsync(cancel).ConfigureAwait(false);
        await OutboxDispatcher.StoreAsync(work, session.Events, scope.Now, cancel).ConfigureAwait(false);
        if (key is not null)
        {
            await IdempotencyStore.FillAsync(work, key, scope.Actor, JsonSerializer.Serialize(result.Value, OperationJson.Options), cancel).ConfigureAwait(false);
        }

        Audit(route, content, session);
        committing();
        await work.CommitAsync(cancel).ConfigureAwait(false);
        return result;
    }

    /// <summary>What a key that was used before led to; null when it was not.</summary>
    private static Result<TResult>? Answer<TResult>(IdempotencyStore.Found found) =>
        found.Problem is { } reused ? reused
        : found.Outcome is { } outcome ? JsonSerializer.Deserialize<TResult>(outcome, OperationJson.Options)!
        : (Result<TResult>?)null;

    /// <summary>What is committed stays so: events that cannot be handed out now are handed out later.</summary>
    private async Task HandOutAsync(CancellationToken cancel)
    {
        try
        {
            await outbox.DispatchPendingAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (DatabaseFault.ProblemOf(fault) is { } problem)
        {
            logger.LogError(fault, "Events wait to be handed out: {Code} {What}", problem.Code, problem.What.En);
        }
    }

    private Problem Faulty(Route route, Exception fault, Problem problem)
    {
        logger.LogError(fault, "{Operation}: {Code} {What}", route.Name, problem.Code, problem.What.En);
        return problem;
    }

    private static void Audit(Route route, string content, OperationSession session) =>
        session.UnitOfWork.AuditAtCommit(new AuditEntry(session.Scope.Now, session.Scope.Actor, route.Name, session.Subject ?? "", session.Digest ?? OperationJson.Digest(content)));

    private static Problem? Invalid(object message)
    {
        var problems = message is IValidated validated ? validated.Validate().ToList() : [];
        return problems.Count == 0 ? null : OperationProblems.Invalid.With(problems.Count) with { Details = problems };
    }

    private static Problem? Refused(Route route, OperationScope scope) =>
        route.Duties.Count == 0 || scope.Has(Duty.System) || route.Duties.Any(scope.Has) ? null : DutyNames.Refusal(route.Name, route.Duties);

    private async ValueTask<Result<OperationScope>> AuthoriseAsync(Route route, OperationContext context, CancellationToken cancel)
    {
        var grant = await scopeProvider.FindAsync(context.Actor, cancel).ConfigureAwait(false);
        if (grant is null)
        {
            return OperationProblems.ActorUnknown.With(context.Actor);
        }

        var scope = new OperationScope(grant, clock.Now, clock.Today);
        return Refused(route, scope) is { } refused ? refused : scope;
    }
}
