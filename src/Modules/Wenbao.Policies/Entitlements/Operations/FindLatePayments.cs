using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Granted entitlements whose money is not proven paid within the working days that the district promises, the oldest grants first, a page at a time (逾期未兑付).</summary>
/// <remarks>Source: mechanisms S06 (order-to-payment days) and S110 (timely: late payments are listed); the promised days are <see cref="PaymentRules.PaidWithin"/>.</remarks>
/// <param name="After">Only those behind this place: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindLatePayments(LatePlace? After = null) : IQuery<LatePayments>
{
    /// <summary>Payments a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A place in the list of late payments.</summary>
/// <param name="GrantedOn">The day of the grant.</param>
/// <param name="Entitlement">The entitlement's number.</param>
public sealed record LatePlace(DateOnly GrantedOn, long Entitlement)
{
    /// <summary>As addresses and command lines have it, such as <c>2020-05-01-123</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{GrantedOn:yyyy-MM-dd}-{Entitlement}");

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is nothing of the kind: people edit addresses.</summary>
    public static LatePlace? Read(string? text) =>
        text is { Length: > DayCharacters + 1 } && text[DayCharacters] == '-'
        && DateOnly.TryParseExact(text[..DayCharacters], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && long.TryParse(text[(DayCharacters + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new LatePlace(day, number) : null;

    private const int DayCharacters = 10;
}

/// <summary>A page of late payments.</summary>
/// <param name="PaidWithin">The promised working days; null when the district promises none, and then nothing is late.</param>
/// <param name="Count">How many are late in all.</param>
/// <param name="Amount">Their amounts.</param>
/// <param name="Items">The payments of this page.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record LatePayments(WorkingDays? PaidWithin, long Count, Money Amount, IReadOnlyList<LatePayment> Items, LatePlace? Next);

/// <summary>A late payment.</summary>
/// <param name="Item">The entitlement.</param>
/// <param name="GrantedOn">The day of the grant.</param>
/// <param name="DueOn">The last day that was promised; null when the calendar of that time is not announced.</param>
/// <param name="WorkingDaysLate">Working days since then; null when the calendar of that time is not announced.</param>
/// <param name="Stage">Where the money is; null where funds know nothing of it.</param>
/// <param name="Reason">Why it is there; null where the stage says it all.</param>
public sealed record LatePayment(EntitlementItem Item, DateOnly GrantedOn, DateOnly? DueOn, int? WorkingDaysLate, PaymentStage? Stage, LocalizedText? Reason);

internal sealed class FindLatePaymentsHandler(Database database, PaymentRules rules, WorkCalendar calendar, EntitlementNames names, IOperationPipeline pipeline)
    : IQueryHandler<FindLatePayments, LatePayments>
{
    public async Task<Result<LatePayments>> HandleAsync(FindLatePayments query, OperationScope scope, CancellationToken cancel)
    {
        if (rules.PaidWithin is not { } within)
        {
            return new LatePayments(null, 0, Money.Zero, [], null);
        }

        var last = LastLateGrant(scope.Today, within);
        if (!last.IsSuccess)
        {
            return last.Problem!;
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var (day, today) = (last.Value, scope.Today);
            var late = EntitlementViews.Visible(
                db.Entitlements.Where(e => e.State == EntitlementState.Granted && e.GrantedOn <= day && (e.Settlement == "pay" || e.Settlement == "supplier") && e.AmountFen > 0), scope);
            var sums = await late.GroupBy(e => e.State).Select(g => new { Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var page = query.After is { } after ? late.Where(e => e.GrantedOn > after.GrantedOn || (e.GrantedOn == after.GrantedOn && e.Id > after.Entitlement)) : late;
            var rows = await page.OrderBy(e => e.GrantedOn).ThenBy(e => e.Id).Take(FindLatePayments.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindLatePayments.PageSize).ToList();
            var payments = await GetSubjectMoneyHandler.PaymentsAsync(pipeline, scope, shown, cancel).ConfigureAwait(false);
            var items = await names.ItemsAsync(shown, cancel).ConfigureAwait(false);
            return new LatePayments(
                within,
                sums?.Count ?? 0,
                new Money(sums?.Fen ?? 0),
                [.. shown.Zip(items, (entitlement, item) => Late(entitlement, item, within, today, payments.GetValueOrDefault(entitlement.Id)))],
                rows.Count > shown.Count ? new LatePlace(shown[^1].GrantedOn!.Value, shown[^1].Id) : null);
        }
    }

    private LatePayment Late(Entitlement entitlement, EntitlementItem item, WorkingDays within, DateOnly today, PaymentState? payment)
    {
        var grantedOn = entitlement.GrantedOn!.Value;
        var due = calendar.Add(grantedOn, within);
        return new LatePayment(
            item,
            grantedOn,
            due.IsSuccess ? due.Value : null,
            due.IsSuccess && calendar.Between(due.Value, today) is { IsSuccess: true, Value: { } days } ? days.Count : null,
            payment?.Stage,
            payment?.Reason is { } reason ? new LocalizedText(reason, reason) : EntitlementTexts.Reason(entitlement));
    }

    /// <summary>The last day on which a grant would be late by today.</summary>
    private Result<DateOnly> LastLateGrant(DateOnly today, WorkingDays within)
    {
        for (var day = today; ; day = day.AddDays(-1))
        {
            var due = calendar.Add(day, within);
            if (!due.IsSuccess || due.Value < today)
            {
                return due.Map(_ => day);
            }
        }
    }
}
