using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>Takes requests for changes that need no draft, and decides on them.</summary>
internal sealed class ChangeDesk(EngineInForce inForce, PolicyEngines engines)
{
    /// <summary>What is wrong with a reason.</summary>
    public static IEnumerable<Problem> CheckReason(LocalizedText reason)
    {
        if (string.IsNullOrWhiteSpace(reason.Zh) || string.IsNullOrWhiteSpace(reason.En))
        {
            yield return PolicyLifeProblems.ReasonMissing.At("reason");
        }

        if (reason.Zh.Length > CreateDraft.NoteCharactersMax || reason.En.Length > CreateDraft.NoteCharactersMax)
        {
            yield return PolicyLifeProblems.TextTooLong.At("reason", "reason", CreateDraft.NoteCharactersMax);
        }
    }

    /// <summary>Stores a request, when the policy stands so that the change makes sense.</summary>
    public async Task<Result<RequestedChange>> RequestAsync(
        OperationSession session, string policyId, PolicyChangeKind kind, DateOnly on, DateOnly? lastDay, LocalizedText reason, CancellationToken cancel)
    {
        var found = inForce.Library.Find(policyId);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var policy = found.Value;
        if (on < session.Scope.Today)
        {
            return PolicyLifeProblems.DayPassed.At("on", on, session.Scope.Today);
        }

        var checkedChange = Check(policy, kind, on, lastDay);
        if (!checkedChange.IsSuccess)
        {
            return checkedChange.Problem!;
        }

        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var change = new ChangeRow
        {
            Policy = policyId,
            Kind = kind,
            State = PolicyChangeState.Waiting,
            RowVersion = 1,
            On = on,
            LastDay = lastDay,
            ReasonZh = reason.Zh.Trim(),
            ReasonEn = reason.En.Trim(),
            RequestedBy = session.Scope.Actor,
            RequestedAt = session.Scope.Now,
            DroppedExamples = string.Join(',', checkedChange.Value),
        };
        db.Changes.Add(change);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        DraftDesk.Log(session, policyId, null, change.Id, LifeEventKind.Requested, PolicyLifeText.Of(kind).Zh);
        session.Describe($"policy/{policyId}/change/{change.Id}");
        return new RequestedChange(change.Id, change.RowVersion, checkedChange.Value);
    }

    /// <summary>Approves or refuses a change that waits; or calls off one that is scheduled.</summary>
    public async Task<Result<DecidedChange>> DecideAsync(OperationSession session, long id, bool approves, string note, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var change = await db.Changes.FirstOrDefaultAsync(c => c.Id == id, cancel).ConfigureAwait(false);
        if (change is null)
        {
            return PolicyLifeProblems.ChangeNotFound.With(id);
        }

        if (session.ExpectedVersion?.Check(change.RowVersion, $"change/{id}") is { } moved)
        {
            return moved;
        }

        if (change.State != PolicyChangeState.Waiting && (approves || change.State != PolicyChangeState.Scheduled))
        {
            return PolicyLifeProblems.NotWaiting.With($"第 {id} 号变更", $"Change {id}");
        }

        if (approves && await RefusalAsync(session, db, change, cancel).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var wasScheduled = change.State == PolicyChangeState.Scheduled;
        change.State = approves ? PolicyChangeState.Scheduled : PolicyChangeState.Rejected;
        change.RowVersion++;
        (change.DecidedBy, change.DecidedAt, change.DecisionNote) = (session.Scope.Actor, session.Scope.Now, note.Trim());
        DraftDesk.Log(session, change.Policy, null, id, approves ? LifeEventKind.Approved : wasScheduled ? LifeEventKind.Withdrawn : LifeEventKind.Rejected, note.Trim());
        session.Describe($"policy/{change.Policy}/change/{id}");
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        if (approves || wasScheduled)
        {
            // A suspension shows on its day by itself; what is in force must be taken anew to know of it.
            engines.Expect(await PublishDueVersionsHandler.BumpAsync(session.UnitOfWork, cancel).ConfigureAwait(false));
        }

        if (approves && change.On == session.Scope.Today)
        {
            var published = await session.SendAsync(new PublishDueVersions(), cancel).ConfigureAwait(false);
            if (!published.IsSuccess)
            {
                return published.Problem!;
            }
        }

        return new DecidedChange(id, change.RowVersion, change.State);
    }

    private async Task<Problem?> RefusalAsync(OperationSession session, PolicyLifeDb db, ChangeRow change, CancellationToken cancel)
    {
        if (change.RequestedBy == session.Scope.Actor)
        {
            return PolicyLifeProblems.SamePerson.With(session.Scope.Actor);
        }

        if (change.On < session.Scope.Today)
        {
            return PolicyLifeProblems.DayPassed.At($"change/{change.Id}", change.On, session.Scope.Today);
        }

        var policy = inForce.Library.Find(change.Policy);
        var problem = policy.IsSuccess ? Check(policy.Value, change.Kind, change.On, change.LastDay).Problem : policy.Problem;
        return problem ?? (change.LastDay is null ? null : await Precedence.OfPolicyAsync(db, change.Policy, null, change.Id, cancel).ConfigureAwait(false));
    }

    /// <summary>Whether the change makes sense now.</summary>
    /// <returns>The examples that a new last day leaves out; or why it makes none.</returns>
    private Result<IReadOnlyList<string>> Check(Policy policy, PolicyChangeKind kind, DateOnly on, DateOnly? lastDay)
    {
        if (lastDay is { } last)
        {
            var fits = kind == PolicyChangeKind.Extend ? last > policy.Validity.To : last < policy.Validity.To && last >= on.AddDays(-1) && last >= policy.Validity.From;
            return fits
                ? ValidityChange.Make(engines.FindFiles(policy.Id, policy.Version)!, policy, on, last, inForce).Map(made => made.DroppedExamples)
                : PolicyLifeProblems.LastDayWrong.At("lastDay", last, policy.Validity.To);
        }

        var standing = inForce.Standings.Standing(policy.Id, on);
        var makesSense = kind == PolicyChangeKind.Suspend ? standing.Kind is PolicyStandingKind.InForce or PolicyStandingKind.NotYet : standing.Kind == PolicyStandingKind.Suspended;
        var words = PolicyLifeText.Of(standing.Kind);
        return makesSense ? Result<IReadOnlyList<string>>.Of([]) : PolicyLifeProblems.StandsSo.At("on", policy.Id, words.Zh, words.En, on);
    }
}
