using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Where the money of an entitlement is, as whoever gets it is told (资金到哪一步).</summary>
public enum MoneyPlace
{
    /// <summary>It can be claimed.</summary>
    ToClaim,

    /// <summary>The claim waits for an officer or a datum.</summary>
    BeingDecided,

    /// <summary>The line has too little money; it waits in order.</summary>
    WaitsForMoney,

    /// <summary>It is held while something is looked into.</summary>
    Held,

    /// <summary>Granted; the list is not published yet.</summary>
    Granted,

    /// <summary>Published; objections may be raised.</summary>
    Published,

    /// <summary>Somebody objected.</summary>
    Objected,

    /// <summary>Cleared for payment, or in a batch that has not gone out.</summary>
    ToBePaid,

    /// <summary>With the bank, not proven to have arrived.</summary>
    WithBank,

    /// <summary>The bank's statement proves that it was paid.</summary>
    Paid,

    /// <summary>The bank sent it back; the account has to be mended.</summary>
    SentBack,

    /// <summary>Relief, booked.</summary>
    Booked,

    /// <summary>Lent.</summary>
    Lent,

    /// <summary>Lent, and returned in full.</summary>
    GivenBack,

    /// <summary>Had, and no money is concerned.</summary>
    Had,

    /// <summary>Paid without right, being claimed back.</summary>
    Recovering,

    /// <summary>Came back in full.</summary>
    Recovered,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back before payment, or returned to the budget.</summary>
    TakenBack,

    /// <summary>Not claimed in time, or not entitled any more.</summary>
    Lapsed,
}

/// <summary>What the places mean, and how they are told.</summary>
public static class MoneyPlaces
{
    /// <summary>Whether a statement proves that the money was paid, and it has not come back in full.</summary>
    public static bool IsPaid(this MoneyPlace place) => place is MoneyPlace.Paid or MoneyPlace.Recovering;

    /// <summary>Whether money was granted that has not been proven to be paid.</summary>
    public static bool IsUnderWay(this MoneyPlace place) =>
        place is MoneyPlace.Granted or MoneyPlace.Published or MoneyPlace.Objected or MoneyPlace.ToBePaid or MoneyPlace.WithBank or MoneyPlace.SentBack;

    /// <summary>The place in plain words.</summary>
    public static LocalizedText Word(this MoneyPlace place) => place switch
    {
        MoneyPlace.ToClaim => new("可以领取，还没有申领", "To be claimed"),
        MoneyPlace.BeingDecided => new("已受理，正在审核", "Claimed, being decided"),
        MoneyPlace.WaitsForMoney => new("已核准，排队等资金", "Entitled, waiting for money"),
        MoneyPlace.Held => new("暂缓办理", "Held"),
        MoneyPlace.Granted => new("已批准，等待公示或拨付", "Granted, to be published or paid"),
        MoneyPlace.Published => new("公示中", "Being published"),
        MoneyPlace.Objected => new("公示有异议，正在核实", "Objected to, being looked into"),
        MoneyPlace.ToBePaid => new("等待拨付", "To be paid"),
        MoneyPlace.WithBank => new("已交银行，还没有到账", "With the bank, not arrived yet"),
        MoneyPlace.Paid => new("已到账", "Paid"),
        MoneyPlace.SentBack => new("银行退回，等待更正账户", "Sent back by the bank; the account has to be mended"),
        MoneyPlace.Booked => new("已减免", "Relief booked"),
        MoneyPlace.Lent => new("已借出使用，到期归还", "Lent, to be returned when due"),
        MoneyPlace.GivenBack => new("已归还", "Returned in full"),
        MoneyPlace.Had => new("已享受", "Had"),
        MoneyPlace.Recovering => new("正在追回", "Being claimed back"),
        MoneyPlace.Recovered => new("已追回", "Claimed back"),
        MoneyPlace.Refused => new("未批准", "Refused"),
        MoneyPlace.TakenBack => new("已撤销", "Taken back"),
        _ => new("已失效", "Lapsed"),
    };

    /// <summary>Where the money of an entitlement is.</summary>
    /// <param name="state">The entitlement's state.</param>
    /// <param name="isHeld">Whether it is held.</param>
    /// <param name="settlement">The policy's settlement.</param>
    /// <param name="payment">What funds know of it; null where they know nothing.</param>
    internal static MoneyPlace Of(EntitlementState state, bool isHeld, string settlement, PaymentState? payment) => state switch
    {
        EntitlementState.Lapsed => MoneyPlace.Lapsed,
        EntitlementState.Refused => MoneyPlace.Refused,
        EntitlementState.Revoked => MoneyPlace.TakenBack,
        EntitlementState.Recovered => MoneyPlace.Recovered,
        _ when isHeld && payment is null => MoneyPlace.Held,
        EntitlementState.Notified => MoneyPlace.ToClaim,
        EntitlementState.Claimed => MoneyPlace.BeingDecided,
        EntitlementState.Waiting => MoneyPlace.WaitsForMoney,
        EntitlementState.Settled when settlement == "loan" => MoneyPlace.GivenBack,
        _ when settlement == "loan" => MoneyPlace.Lent,
        _ => payment is null ? Unpaid(settlement) : payment is { Stage: PaymentStage.Held, IsHeldByOfficer: true } ? MoneyPlace.Held : Of(payment.Stage),
    };

    private static MoneyPlace Unpaid(string settlement) => settlement switch
    {
        "book_only" => MoneyPlace.Booked,
        "none" => MoneyPlace.Had,
        _ => MoneyPlace.Granted,
    };

    private static MoneyPlace Of(PaymentStage stage) => stage switch
    {
        PaymentStage.Committed => MoneyPlace.Granted,
        PaymentStage.Published => MoneyPlace.Published,
        PaymentStage.Held => MoneyPlace.Objected,
        PaymentStage.Payable or PaymentStage.Batched => MoneyPlace.ToBePaid,
        PaymentStage.HandedOver or PaymentStage.Accepted => MoneyPlace.WithBank,
        PaymentStage.Paid => MoneyPlace.Paid,
        PaymentStage.Returned => MoneyPlace.SentBack,
        PaymentStage.Booked => MoneyPlace.Booked,
        PaymentStage.Recovering => MoneyPlace.Recovering,
        PaymentStage.Recovered => MoneyPlace.Recovered,
        _ => MoneyPlace.TakenBack,
    };
}
