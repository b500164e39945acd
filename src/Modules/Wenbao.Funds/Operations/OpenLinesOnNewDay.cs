using Wenbao.Funds.Persistence;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;

namespace Wenbao.Funds;

/// <summary>Gives lines whose first day has come their capital.</summary>
internal sealed class OpenLinesOnNewDay(FundLines lines) : IDomainEventHandler<BusinessDayBegan>
{
    public async Task HandleAsync(BusinessDayBegan happened, OperationSession session, CancellationToken cancel)
    {
        // Most days open nothing, and then nothing is worth an audit event.
        if ((await FindLinesToOpenHandler.DueAsync(session.UnitOfWork.Context<FundsDb>(), lines, session.Scope.Today, cancel).ConfigureAwait(false)).Count > 0)
        {
            var opened = await session.SendAsync(new OpenFundLines(), cancel).ConfigureAwait(false);
            if (opened.Problem is { } problem)
            {
                throw new InvalidOperationException($"Fund lines could not be opened: {problem.Code} {problem.What.En}");
            }
        }
    }
}
