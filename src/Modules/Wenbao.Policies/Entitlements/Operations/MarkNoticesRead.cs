using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Marks notices of an inbox as read (标为已读). What is read already stays as it is.</summary>
/// <param name="Of">Whose inbox.</param>
/// <param name="Through">Notices up to this number; later ones stay unread.</param>
/// <param name="Only">One notice only; null for all of them.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Operator)]
public sealed record MarkNoticesRead(Inbox Of, long Through, long? Only = null) : IOperation<ReadNotices>;

/// <summary>What came of marking.</summary>
/// <param name="Count">How many became read.</param>
public sealed record ReadNotices(long Count);

internal sealed class MarkNoticesReadHandler(InboxDoor door, BusinessClock clock) : IOperationHandler<MarkNoticesRead, ReadNotices>
{
    public async Task<Result<ReadNotices>> HandleAsync(MarkNoticesRead operation, OperationSession session, CancellationToken cancel)
    {
        var opened = await door.OpenAsync(operation.Of, session.Scope, cancel).ConfigureAwait(false);
        if (!opened.IsSuccess)
        {
            return opened.Problem!;
        }

        var (today, now) = (session.Scope.Today, (DateTimeOffset?)clock.Now);
        var db = session.UnitOfWork.Context<EntitlementsDb>();
        var notices = InboxDoor.Notices(db, operation.Of, session.Scope).Where(n => n.ReadAt == null && n.Id <= operation.Through && n.ShownFrom <= today);
        notices = operation.Only is { } only ? notices.Where(n => n.Id == only) : notices;
        var count = await notices.ExecuteUpdateAsync(change => change.SetProperty(n => n.ReadAt, now), cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"notice/{operation.Only ?? operation.Through}"));
        return new ReadNotices(count);
    }
}
