using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Where the money of entitlements is (资金到哪一步). It names payees and the ends of their accounts, so whoever acts for certain subjects is told of theirs only; of the others nothing is said.</summary>
/// <remarks>Matters of one department are kept apart by whoever asks, because funds do not know departments.</remarks>
/// <param name="Entitlements">The entitlements, at most 1,000.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindPayments(IReadOnlyList<long> Entitlements) : IQuery<IReadOnlyList<PaymentState>>, IValidated
{
    /// <summary>The most entitlements of one question.</summary>
    public const int EntitlementsMax = 1_000;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Entitlements.Count > EntitlementsMax)
        {
            yield return FundsProblems.TooManyAsked.With(Entitlements.Count, EntitlementsMax);
        }
    }
}

/// <summary>The stage of a payment as people are told it. “Handed over” is never “paid”.</summary>
public enum PaymentStage
{
    /// <summary>Committed, to be published (已承诺).</summary>
    Committed,

    /// <summary>In a published list, objections may be raised (公示中).</summary>
    Published,

    /// <summary>Held by an objection or by an officer (暂缓，正在核实).</summary>
    Held,

    /// <summary>Cleared, waiting for a batch (待拨付).</summary>
    Payable,

    /// <summary>In a batch (已列入批次).</summary>
    Batched,

    /// <summary>Handed over to the bank (已送交银行).</summary>
    HandedOver,

    /// <summary>Accepted by the bank, not yet proven to have left (银行已受理).</summary>
    Accepted,

    /// <summary>Paid: the statement proves it (已到账).</summary>
    Paid,

    /// <summary>Rejected by the bank or come back; waits to be mended (退回待处理).</summary>
    Returned,

    /// <summary>Returned to the budget for good (已退回预算).</summary>
    Released,

    /// <summary>Booked as relief (已入账减免).</summary>
    Booked,

    /// <summary>Being claimed back (追回中).</summary>
    Recovering,

    /// <summary>Claimed back in full (已追回).</summary>
    Recovered,
}

/// <summary>Where the money of one entitlement is.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Amount">The amount.</param>
/// <param name="PayeeName">Who is paid; null where nothing is.</param>
/// <param name="AccountTail">The last four digits of the account; null where nothing is paid.</param>
/// <param name="Since">The business day it came to this stage.</param>
/// <param name="PublicUntil">The last day of publicity; null when not published.</param>
/// <param name="Batch">The batch; null when in none.</param>
/// <param name="PaidOn">The day the statement proves; null until then.</param>
/// <param name="Reason">Why it is held or returned; null otherwise.</param>
public sealed record PaymentState(
    long Entitlement, PaymentStage Stage, Money Amount, string? PayeeName, string? AccountTail, DateOnly Since, DateOnly? PublicUntil, long? Batch, DateOnly? PaidOn, string? Reason)
{
    /// <summary>Whether an officer holds it; an objection may hold it besides.</summary>
    public bool IsHeldByOfficer { get; init; }
}

internal sealed class FindPaymentsHandler(Database database) : IQueryHandler<FindPayments, IReadOnlyList<PaymentState>>
{
    public async Task<Result<IReadOnlyList<PaymentState>>> HandleAsync(FindPayments query, OperationScope scope, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var found = await CommitmentStore.ReadLatestAsync(connection, database.Dialect, query.Entitlements, cancel).ConfigureAwait(false);
            return Result<IReadOnlyList<PaymentState>>.Of([.. found.Where(c => scope.Covers(c.Decision.Subject)).OrderBy(c => c.Entitlement).Select(c => State(c, scope.Today))]);
        }
    }

    private static PaymentState State(Commitment commitment, DateOnly today)
    {
        var (stage, since) = commitment.ShownStage(today);
        return new PaymentState(
            commitment.Entitlement, stage, commitment.Amount, commitment.Payee?.Name, commitment.Payee?.AccountTail, since, commitment.PublicUntil, commitment.Batch, commitment.PaidOn,
            stage == PaymentStage.Returned ? BankReasons.Describe(commitment.Reason).For() : commitment.Reason)
        {
            IsHeldByOfficer = commitment.HeldBy is not null,
        };
    }
}
