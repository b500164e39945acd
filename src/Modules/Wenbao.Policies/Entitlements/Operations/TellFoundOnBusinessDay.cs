using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies;

/// <summary>A business day has begun: where the pack wants it, everyone whom matching found since is told (免申即享、主动告知).</summary>
internal sealed class TellFoundOnBusinessDay(MatchEngine engine) : IDomainEventHandler<BusinessDayBegan>
{
    public async Task HandleAsync(BusinessDayBegan happened, OperationSession session, CancellationToken cancel)
    {
        if (!engine.Library.Notices.TellsFoundDaily)
        {
            return;
        }

        var told = await session.SendAsync(new NotifyFound(), cancel).ConfigureAwait(false);
        if (!told.IsSuccess)
        {
            throw new InvalidOperationException($"What was found could not be told: {told.Problem}");
        }
    }
}
