using System.Globalization;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Lets entitlements follow changed facts (权益随数据变化): told and claimed ones get the new amount or lapse with the reason; granted ones keep their frozen inputs, and an officer is shown where the fresh decision differs.</summary>
internal sealed class FollowFacts(MatchEngine engine, SubjectReader reader, Follower follower) : IDomainEventHandler<SubjectsChanged>
{
    public async Task HandleAsync(SubjectsChanged happened, OperationSession session, CancellationToken cancel)
    {
        using var run = await follower.BeginAsync(session, cancel).ConfigureAwait(false);
        foreach (var audience in engine.Audiences)
        {
            var (type, own) = (audience.Type.Id, audience.Type.Id == happened.SubjectType);
            var policies = audience.Plans.Select(p => p.Program.Policy.Id).ToList();
            if (!own && !engine.ClaimPlansFor(policies).Value[0].Audience.Scan.RefersTo(happened.SubjectType))
            {
                continue;
            }

            // Subjects that refer to changed ones (projects of a firm) are few: all of that type are looked at again.
            if (!own)
            {
                await run.FollowAsync(e => e.SubjectType == type, cancel).ConfigureAwait(false);
                continue;
            }

            foreach (var some in (await reader.ChangedAsync(audience.Type, happened.Batch, cancel).ConfigureAwait(false)).Chunk(ClaimDecider.SubjectsAtOnce))
            {
                await run.FollowAsync(e => e.SubjectType == type && some.Contains(e.SubjectId), cancel).ConfigureAwait(false);
            }
        }

        await run.ServeAsync(cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"entitlements/batch-{happened.Batch}"), run.Digest);
    }
}

/// <summary>Lets what is open under a policy follow a version that came into force; what is granted keeps the version that granted it.</summary>
internal sealed class FollowVersion(Follower follower) : IDomainEventHandler<PolicyVersionPublished>
{
    public async Task HandleAsync(PolicyVersionPublished happened, OperationSession session, CancellationToken cancel)
    {
        using var run = await follower.BeginAsync(session, cancel).ConfigureAwait(false);
        var policy = happened.Policy;
        await run.FollowAsync(e => e.Policy == policy && e.State != EntitlementState.Granted && e.State != EntitlementState.Settled, cancel).ConfigureAwait(false);
        await run.ServeAsync(cancel).ConfigureAwait(false);
        session.Describe($"entitlements/policy-{policy}", run.Digest);
    }
}
