using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies;

/// <summary>Raises reliefs that grow by month to what the months recorded so far come to (按月修订减免): the same entitlement, a larger amount. One that would be smaller is shown to an officer instead.</summary>
/// <param name="Policies">The policies; null for all that grow by month.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator, Duty.System)]
public sealed record ReviseAccruals(IReadOnlyList<string>? Policies = null) : IOperation<RevisedAccruals>;

/// <summary>What came of it.</summary>
/// <param name="Looked">Entitlements decided again.</param>
/// <param name="Raised">Of them raised.</param>
/// <param name="Difference">What they grew by.</param>
/// <param name="Differing">Of them shown to officers, because they would be smaller or none.</param>
public sealed record RevisedAccruals(long Looked, long Raised, Money Difference, long Differing);

internal sealed class ReviseAccrualsHandler(MatchEngine engine, ClaimDecider decider, BusinessClock clock, JobProgress progress) : IOperationHandler<ReviseAccruals, RevisedAccruals>
{
    public async Task<Result<RevisedAccruals>> HandleAsync(ReviseAccruals operation, OperationSession session, CancellationToken cancel)
    {
        var policies = engine.Library.Policies.Where(p => p.Accrual is not null && (operation.Policies is null || operation.Policies.Contains(p.Id))).Select(p => p.Id).ToList();
        var plans = engine.ClaimPlansFor([.. policies, .. (operation.Policies ?? []).Except(engine.Library.Policies.Select(p => p.Id), StringComparer.Ordinal)]);
        if (!plans.IsSuccess)
        {
            return plans.Problem!;
        }

        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        progress.Begin(ClaimRunTexts.Revising);
        var result = new RevisedAccruals(0, 0, Money.Zero, 0);
        foreach (var audience in plans.Value)
        {
            var money = await decider.MoneyAsync([], store, session.Scope.Today, null, cancel).ConfigureAwait(false);
            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Compare, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            var ids = audience.Plans.Select(p => p.Policy.Id).ToList();
            for (var after = 0L; await GrantedAsync(store, ids, after, cancel).ConfigureAwait(false) is { Count: > 0 } some; after = some[^1].Id)
            {
                progress.ThrowIfCancelled();
                var cases = await decider.DecideAsync(batch, [.. some.Select(e => new ClaimTarget(e.Policy, e.SubjectId, e))], cancel).ConfigureAwait(false);
                var (raised, difference, differing) = Accruing.Apply(book, audience, cases, session.Scope.Actor);
                if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
                {
                    return problem;
                }

                await new NoticeWriter(session.UnitOfWork, book.Moment.At, book.Moment.On).TellOfficersAsync(NoticeKind.DecisionDiffers, Duty.PolicyOfficer, differing, cancel).ConfigureAwait(false);
                result = new RevisedAccruals(result.Looked + some.Count, result.Raised + raised, result.Difference + difference, result.Differing + differing.Count);
                progress.Advance(some.Count);
            }
        }

        session.Describe(string.Create(CultureInfo.InvariantCulture, $"accruals/{session.Scope.Today:yyyy-MM-dd}"), book.Digest);
        return result;
    }

    private static Task<List<Entitlement>> GrantedAsync(EntitlementStore store, List<string> policies, long after, CancellationToken cancel) =>
        store.Query.Where(e => policies.Contains(e.Policy) && (e.State == EntitlementState.Granted || e.State == EntitlementState.Settled) && !e.IsHeld && e.Id > after)
            .OrderBy(e => e.Id).Take(ClaimDecider.SubjectsAtOnce).ToListAsync(cancel);
}
