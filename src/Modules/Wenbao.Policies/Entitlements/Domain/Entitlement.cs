using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>What one subject gets under one policy for one period or event (权益): its state, its amount, and what happened to it. The rules of its life are the methods here.</summary>
internal sealed class Entitlement
{
    private readonly List<EntitlementEvent> events = [];

    /// <summary>The number.</summary>
    public long Id { get; set; }

    /// <summary>The policy's id.</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's period kind: <c>event</c>, <c>per_year</c> or <c>monthly</c>.</summary>
    public required string PeriodKind { get; init; }

    /// <summary>The policy's settlement.</summary>
    public required string Settlement { get; init; }

    /// <summary>The policy's mode.</summary>
    public required string Mode { get; init; }

    /// <summary>The department in charge, by its Chinese name.</summary>
    public required string Department { get; init; }

    /// <summary>The subject's type.</summary>
    public required string SubjectType { get; init; }

    /// <summary>The subject's number in the registry.</summary>
    public required long SubjectId { get; init; }

    /// <summary>The subject's public id.</summary>
    public required string Subject { get; init; }

    /// <summary>The period or event, unique among the live entitlements of the policy and subject; see <see cref="CaseKeys"/>.</summary>
    public required string CaseKey { get; init; }

    /// <summary>The day it is decided for.</summary>
    public DateOnly DecidedFor { get; set; }

    /// <summary>The state.</summary>
    public EntitlementState State { get; set; }

    /// <summary>Whether it is held: nothing is granted or paid meanwhile.</summary>
    public bool IsHeld { get; set; }

    /// <summary>The amount in fen; what matching found, until it is granted.</summary>
    public long AmountFen { get; set; }

    /// <summary>The fund line; null where no money is concerned or before a decision.</summary>
    public string? Line { get; set; }

    /// <summary>The version of the policy that decided last.</summary>
    public string PolicyVersion { get; set; } = "";

    /// <summary>The version of the entitlement whose decision is the frozen one; null before any.</summary>
    public long? DecisionVersion { get; set; }

    /// <summary>How often it has changed, from 1; an edit names the one its sender saw.</summary>
    public long Version { get; set; }

    /// <summary>The receipt's number; null until claimed.</summary>
    public string? Receipt { get; set; }

    /// <summary>The moment of acceptance; null until claimed.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The number of acceptance, rising over all entitlements; decides between equal moments. Null until claimed.</summary>
    public long? AcceptedNumber { get; set; }

    /// <summary>Who claimed, by id; null until claimed.</summary>
    public string? ClaimedBy { get; set; }

    /// <summary>The business day of the claim.</summary>
    public DateOnly? ClaimedOn { get; set; }

    /// <summary>The business day of the grant.</summary>
    public DateOnly? GrantedOn { get; set; }

    /// <summary>The business day on which it was settled or came to its end otherwise.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The last day on which it can be claimed; null for no limit.</summary>
    public DateOnly? ClaimableUntil { get; set; }

    /// <summary>Why it stands as it does, in Chinese; null where nothing has to be said.</summary>
    public string? ReasonZh { get; set; }

    /// <summary>Why it stands as it does, in English.</summary>
    public string? ReasonEn { get; set; }

    /// <summary>The amount.</summary>
    public Money Amount => new(AmountFen);

    /// <summary>What happened since it was read.</summary>
    public IReadOnlyList<EntitlementEvent> NewEvents => events;

    /// <summary>Whether it is not stored yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The version it had when it was read; 0 for a new one.</summary>
    public long StoredVersion => Version - events.Count;

    /// <summary>Whether it brings money or booked relief, so that funds have to know of it.</summary>
    public bool ConcernsFunds => Settlement != "none" && AmountFen > 0;

    /// <summary>How funds settle it.</summary>
    public SettlementKind FundsSettlement => Settlement switch
    {
        "pay" => SettlementKind.Pay,
        "supplier" => SettlementKind.Supplier,
        "loan" => SettlementKind.Loan,
        _ => SettlementKind.Book,
    };

    /// <summary>The subject was told.</summary>
    public void Notify(Moment moment)
    {
        State = EntitlementState.Notified;
        Note(EntitlementDeed.Notified, moment);
    }

    /// <summary>The claim is accepted under a receipt.</summary>
    public void Claim(Moment moment, Acceptance acceptance, bool onBehalf)
    {
        (Receipt, AcceptedAt, AcceptedNumber) = (acceptance.Receipt, acceptance.At, acceptance.Number);
        (State, ClaimedBy, ClaimedOn) = (EntitlementState.Claimed, moment.Actor, moment.On);
        Note(onBehalf ? EntitlementDeed.ClaimedOnBehalf : EntitlementDeed.Claimed, moment);
    }

    /// <summary>It is entitled and waits for money.</summary>
    /// <param name="moment">When and by whom.</param>
    /// <param name="reason">What it waits for.</param>
    public void Queue(Moment moment, LocalizedText reason)
    {
        State = EntitlementState.Waiting;
        Note(EntitlementDeed.Queued, moment, reason);
    }

    /// <summary>It is granted. Where nothing is paid or lent it is settled at once; a loan is when it has come back.</summary>
    /// <remarks>Source: catalogue, <c>settlement</c>: book_only and none are settled by the grant; an amount of nought needs no money.</remarks>
    /// <param name="moment">When and by whom.</param>
    /// <param name="reason">What has to be said besides; null for nothing.</param>
    public void Grant(Moment moment, LocalizedText? reason = null)
    {
        (State, GrantedOn) = (EntitlementState.Granted, moment.On);
        Note(EntitlementDeed.Granted, moment, reason);
        if (Settlement is "none" or "book_only" || (AmountFen == 0 && Settlement != "loan"))
        {
            Settle(moment);
        }
    }

    /// <summary>Money was paid, relief booked, or there was nothing to pay.</summary>
    public void Settle(Moment moment)
    {
        (State, EndedOn) = (EntitlementState.Settled, moment.On);
        Note(EntitlementDeed.Settled, moment);
    }

    /// <summary>The money came back from the bank: it is granted still, and waits to be paid again.</summary>
    public void Unsettle(Moment moment, LocalizedText reason)
    {
        (State, EndedOn) = (EntitlementState.Granted, null);
        Note(EntitlementDeed.Adjusted, moment, reason);
    }

    /// <summary>The amount follows changed facts.</summary>
    /// <returns>Whether it changed.</returns>
    public bool Adjust(Moment moment, Money amount)
    {
        if (amount.Fen == AmountFen)
        {
            return false;
        }

        AmountFen = amount.Fen;
        Note(EntitlementDeed.Adjusted, moment, EntitlementReasons.FactsChanged);
        return true;
    }

    /// <summary>The model's advice on it was renewed, because facts changed.</summary>
    public void Renew(Moment moment) => Note(EntitlementDeed.Adjusted, moment, EntitlementReasons.FactsChanged);

    /// <summary>It can be claimed until another day.</summary>
    /// <returns>Whether that day changed.</returns>
    public bool Extend(Moment moment, DateOnly until)
    {
        if (ClaimableUntil == until)
        {
            return false;
        }

        ClaimableUntil = until;
        Note(EntitlementDeed.Adjusted, moment, EntitlementReasons.LastDayMoved);
        return true;
    }

    /// <summary>A relief that grows by month is larger now.</summary>
    public void Raise(Moment moment, Money amount)
    {
        AmountFen = amount.Fen;
        Note(EntitlementDeed.Raised, moment);
    }

    /// <summary>It goes back to waiting for a datum, an account or a person, because facts changed; meanwhile no money is kept for it.</summary>
    public void Reopen(Moment moment, LocalizedText reason)
    {
        (State, Line) = (EntitlementState.Claimed, null);
        Note(EntitlementDeed.Adjusted, moment, reason);
    }

    /// <summary>It ends without being had: refused, lapsed, revoked or recovered.</summary>
    public void End(EntitlementDeed deed, Moment moment, LocalizedText reason)
    {
        State = deed switch
        {
            EntitlementDeed.Refused => EntitlementState.Refused,
            EntitlementDeed.Lapsed => EntitlementState.Lapsed,
            EntitlementDeed.Revoked => EntitlementState.Revoked,
            EntitlementDeed.Recovered => EntitlementState.Recovered,
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
        };
        EndedOn = moment.On;
        IsHeld = false;
        Note(deed, moment, reason);
    }

    /// <summary>It is held, or goes on.</summary>
    public void Hold(bool isHeld, Moment moment, LocalizedText? reason)
    {
        IsHeld = isHeld;
        Note(isHeld ? EntitlementDeed.Held : EntitlementDeed.Unheld, moment, reason);
    }

    /// <summary>The subject answered why it is held. It stays held, for its reason, until an officer has looked at the answer.</summary>
    public void Answer(Moment moment, LocalizedText answer)
    {
        var (zh, en) = (ReasonZh, ReasonEn);
        Note(EntitlementDeed.Answered, moment, answer);
        (ReasonZh, ReasonEn) = (zh, en);
    }

    private void Note(EntitlementDeed deed, Moment moment, LocalizedText? reason = null)
    {
        Version++;
        (ReasonZh, ReasonEn) = (reason?.Zh, reason?.En);
        events.Add(new EntitlementEvent
        {
            EntitlementId = Id,
            Version = Version,
            Deed = deed,
            At = moment.At,
            On = moment.On,
            Actor = moment.Actor,
            State = State,
            AmountFen = AmountFen,
            ReasonZh = reason?.Zh,
            ReasonEn = reason?.En,
        });
    }
}

/// <summary>When and by whom something is done.</summary>
/// <param name="At">The moment.</param>
/// <param name="On">The business day.</param>
/// <param name="Actor">Who, by id.</param>
internal readonly record struct Moment(DateTimeOffset At, DateOnly On, string Actor);

/// <summary>The place in the order of claims (受理次序).</summary>
/// <param name="At">The moment, never before the one accepted last.</param>
/// <param name="Number">The number, larger than every one before.</param>
/// <param name="Receipt">The receipt's number, as people are told it.</param>
/// <remarks>Source: catalogue rule G8: by moment of acceptance, then by number.</remarks>
internal readonly record struct Acceptance(DateTimeOffset At, long Number, string Receipt);
