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
        var work = await database.BeginAsync(route.Name, cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            var stored = context.IdempotencyKey is { } key
                ? await IdempotencyStore.ReserveAsync(work, new(key, scope.Actor, route.Name, OperationJson.Digest(content)), scope.Now, cancel).ConfigureAwait(false)
                : default;
            if (stored.Problem is { } reused)
            {
                return reused;
            }

            if (stored.Outcome is { } outcome)
            {
                return JsonSerializer.Deserialize<TResult>(outcome, OperationJson.Options)!;
            }

            var session = new OperationSession(this, scope, work, context.ExpectedVersion);
            var services = scopes.CreateAsyncScope();
            await using (services.ConfigureAwait(false))
            {
                var result = await route.HandleAsync(services.ServiceProvider, operation, session, cancel).ConfigureAwait(false);
                if (!result.IsSuccess)
                {
                    return result;
                }

                await work.SaveAsync(cancel).ConfigureAwait(false);
                await OutboxDispatcher.StoreAsync(work, session.Events, scope.Now, cancel).ConfigureAwait(false);
                if (context.IdempotencyKey is not null)
                {
                    await IdempotencyStore.FillAsync(work, context.IdempotencyKey, scope.Actor, JsonSerializer.Serialize(result.Value, OperationJson.Options), cancel).ConfigureAwait(false);
                }

                Audit(route, content, session);
                committing();
                await work.CommitAsync(cancel).ConfigureAwait(false);
                return result;
            }
        }
    }

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
