using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Commits money for decisions, in the order given; sent by the policies module inside the unit of work that stores the decisions (承诺资金).</summary>
/// <remarks>
/// On a line with a ceiling the claims that are committed are the longest prefix that fits: the first that does not fit blocks those behind it. Source: catalogue rule G8.
/// Who waits from earlier is not known here: the sender puts earlier claims of the line in front.
/// </remarks>
/// <param name="Claims">The claims, in order of acceptance.</param>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.BankOfficer, Duty.Operator)]
public sealed record CommitFunds(IReadOnlyList<FundsClaim> Claims) : IOperation<CommittedFunds>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        var seen = new HashSet<long>(Claims.Count);
        foreach (var claim in Claims)
        {
            if (!seen.Add(claim.Entitlement))
            {
                yield return FundsProblems.ClaimedTwice.At(claim.Where, claim.Entitlement);
            }

            if (claim.Fault() is { } fault)
            {
                yield return fault;
            }
        }
    }
}

/// <summary>How a claim is settled (结算方式).</summary>
public enum SettlementKind
{
    /// <summary>Published, batched and paid through the bank (拨付).</summary>
    Pay,

    /// <summary>Paid to a supplier for what was delivered, without publicity of the recipient (按交付结算).</summary>
    Supplier,

    /// <summary>Booked, never paid (只入账).</summary>
    Book,

    /// <summary>Booked as a saving; the money itself is lent by <c>LendForClaims</c> (借用).</summary>
    Loan,
}

/// <summary>One decision that wants money.</summary>
/// <param name="Entitlement">The entitlement, unique: committed at most once at a time.</param>
/// <param name="Line">The line that pays.</param>
/// <param name="Amount">More than nought.</param>
/// <param name="Shares">How it is shared out.</param>
/// <param name="Settlement">How it is settled.</param>
/// <param name="Payee">Who is paid; null where nothing is paid.</param>
/// <param name="Decision">What the entry rests on, kept for auditors.</param>
/// <param name="PaysPartially">Whether it takes what is left when the line has less than the amount, and asks for no more later. Source: policy 47, budget_rule_note.</param>
public sealed record FundsClaim(
    long Entitlement, string Line, Money Amount, FundShares Shares, SettlementKind Settlement, Payee? Payee, DecisionReference Decision, bool PaysPartially = false)
{
    internal string Where => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"entitlement/{Entitlement}");

    internal bool IsPaid => Settlement is SettlementKind.Pay or SettlementKind.Supplier;

    /// <summary>What is wrong with the claim by itself, so that a bulk sender can leave it out: no amount, shares that do not add up, nobody to pay, or an account that no bank can take. Null when nothing is.</summary>
    public Problem? Fault()
    {
        var sum = Shares.National + Shares.Province + Shares.City + Shares.District;
        return Amount <= Money.Zero ? FundsProblems.NothingClaimed.At(Where, Entitlement, Amount)
            : sum is not (0 or 100) || Shares is { National: < 0 } or { Province: < 0 } or { City: < 0 } or { District: < 0 } ? FundsProblems.SharesWrong.At(Where, Entitlement)
            : !IsPaid ? null
            : Payee is null ? FundsProblems.PayeeMissing.At(Where, Entitlement)
            : Payee.Fault(Where);
    }
}

/// <summary>The decision behind money (判定依据).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="PolicyTitle">Its title.</param>
/// <param name="Version">The version that decided.</param>
/// <param name="Clause">The anchor of the clause that sets the amount.</param>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="SubjectName">Its name, shown masked where it is a person's.</param>
/// <param name="SubjectIsPerson">Whether the name is a person's and so masked in public.</param>
/// <param name="Period">The period or event it is for, such as <c>2020</c>, <c>2020-03</c> or a record's key.</param>
/// <param name="DecidedOn">The business day of the decision.</param>
/// <param name="DecidedBy">Who decided: an actor's id, or the model for automatic ones.</param>
public sealed record DecisionReference(
    string Policy, LocalizedText PolicyTitle, string Version, string Clause, string SubjectType, string Subject, string SubjectName, bool SubjectIsPerson, string Period, DateOnly DecidedOn, string DecidedBy)
{
    /// <summary>The business day it was applied for; null where nobody applied or it is not known.</summary>
    public DateOnly? ClaimedOn { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Voucher">The voucher; null when nothing was committed. Where money was committed and reliefs were booked, the one that commits.</param>
/// <param name="Committed">Entitlements that have their money now, or are booked.</param>
/// <param name="Waiting">Entitlements that must wait for money, in order.</param>
public sealed record CommittedFunds(long? Voucher, IReadOnlyList<long> Committed, IReadOnlyList<long> Waiting)
{
    /// <summary>The voucher of what was booked; null when nothing was.</summary>
    public long? BookingVoucher { get; init; }

    /// <summary>Of those committed, the ones that got less than they claimed, with what they got.</summary>
    public IReadOnlyList<PartAmount> Partly { get; init; } = [];
}

/// <summary>What an entitlement got of its claim.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Amount">The part.</param>
public sealed record PartAmount(long Entitlement, Money Amount);

internal sealed class CommitFundsHandler(FundLines lines, Ledger ledger, PaymentRules rules) : IOperationHandler<CommitFunds, CommittedFunds>
{
    public async Task<Result<CommittedFunds>> HandleAsync(CommitFunds operation, OperationSession session, CancellationToken cancel)
    {
        if (operation.Claims.Count == 0)
        {
            return new CommittedFunds(null, [], []);
        }

        if (Unfit(operation.Claims) is { } unfit)
        {
            return unfit;
        }

        var work = session.UnitOfWork;
        var free = await ledger.FreeAsync(work, [.. operation.Claims.Select(c => c.Line).Distinct(StringComparer.Ordinal)], cancel).ConfigureAwait(false);
        if (!free.IsSuccess)
        {
            return free.Problem!;
        }

        // Asked after the lines are held: on a line, one claimant after the other comes past here.
        var (rounds, live) = await CommitmentStore.RoundsAsync(work, [.. operation.Claims.Select(c => c.Entitlement)], cancel).ConfigureAwait(false);
        if (live is not null)
        {
            return FundsProblems.AlreadyCommitted.At($"entitlement/{live}", live);
        }

        var allocation = Allocation.Make(operation.Claims, free.Value);
        var bases = await BasisStore.EnsureAsync(work, allocation.Granted.Select(g => g.Claim.Decision), cancel).ConfigureAwait(false);
        var ids = await NumberBlock.TakeAsync(work, "fnd_commitment", allocation.Granted.Count, cancel).ConfigureAwait(false);
        var commitments = allocation.Granted
            .Select((granted, i) => Make(ids[i], granted, rounds.GetValueOrDefault(granted.Claim.Entitlement), bases[BasisStore.KeyOf(granted.Claim.Decision)], session.Scope)).ToList();
        var committing = await PostAsync(session, VoucherKind.Commitment, commitments.Where(c => c.IsPaid), c => c.Entries(FundStage.Committed, c.Source), cancel).ConfigureAwait(false);
        var booking = committing.IsSuccess
            ? await PostAsync(session, VoucherKind.Booking, commitments.Where(c => !c.IsPaid), c => c.Entries(FundStage.Booked, FundStage.Forgone), cancel).ConfigureAwait(false)
            : committing;
        if (!booking.IsSuccess)
        {
            return booking.Problem!;
        }

        await CommitmentStore.InsertAsync(work, commitments, cancel).ConfigureAwait(false);
        return new CommittedFunds(committing.Value ?? booking.Value, [.. commitments.Select(c => c.Entitlement)], [.. allocation.Waiting.Select(c => c.Entitlement)])
        {
            BookingVoucher = booking.Value,
            Partly = [.. allocation.Granted.Where(g => g.Amount != g.Claim.Amount).Select(g => new PartAmount(g.Claim.Entitlement, g.Amount))],
        };
    }

    private Problem? Unfit(IReadOnlyList<FundsClaim> claims)
    {
        foreach (var claim in claims)
        {
            if (lines.Find(claim.Line) is not { } line)
            {
                return FundsProblems.LineNotFound.At(claim.Where, claim.Line);
            }

            if (claim.IsPaid && line.Kind == FundLineKind.Relief)
            {
                return FundsProblems.LineNeverPays.At(claim.Where, claim.Line);
            }
        }

        return null;
    }

    private Commitment Make(long id, Allocation.Grant granted, long round, long basis, OperationScope scope)
    {
        var (claim, amount) = granted;
        var isPaid = claim.IsPaid;
        return new Commitment
        {
            Id = id,
            Entitlement = claim.Entitlement,
            Round = round,
            Line = claim.Line,
            Settlement = claim.Settlement,
            Amount = amount,
            Shares = claim.Shares,
            Parts = LevelAmounts.Of(claim.Shares, amount),
            IsDrawn = lines.Find(claim.Line)!.Kind is FundLineKind.OpenEnded or FundLineKind.Relief,
            Payee = isPaid ? claim.Payee : null,
            Decision = claim.Decision,
            Basis = basis,
            SkipsPublicity = claim.Settlement != SettlementKind.Pay || rules.SkipsPublicity(claim.Decision.Policy, claim.Line),
            Stage = isPaid ? PaymentStage.Committed : PaymentStage.Booked,
            Since = scope.Today,
        };
    }

    private async Task<Result<long?>> PostAsync(
        OperationSession session, VoucherKind kind, IEnumerable<Commitment> commitments, Func<Commitment, IEnumerable<EntryDraft>> entries, CancellationToken cancel)
    {
        var drafts = commitments.SelectMany(entries).ToList();
        if (drafts.Count == 0)
        {
            return Result<long?>.Of(null);
        }

        var posted = await ledger.PostAsync(session.UnitOfWork, session.Scope.Actor, session.Scope.Now, new VoucherDraft(kind, session.Scope.Today, "decisions", drafts), cancel).ConfigureAwait(false);
        return posted.Map(p => (long?)p.Id);
    }
}
