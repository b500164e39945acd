using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>What holds of stages.</summary>
public static class FundStages
{
    /// <summary>A stage's name.</summary>
    public static LocalizedText Name(FundStage stage) => stage switch
    {
        FundStage.Appropriated => new("已下达", "Appropriated"),
        FundStage.Free => new("可用", "Free"),
        FundStage.Committed => new("已承诺", "Committed"),
        FundStage.Payable => new("应付", "Payable"),
        FundStage.InTransit => new("在途", "In transit"),
        FundStage.Paid => new("已付", "Paid"),
        FundStage.Returned => new("退汇", "Returned"),
        FundStage.Recovered => new("已追回", "Recovered"),
        FundStage.Receivable => new("应收追回款", "Recovery receivable"),
        FundStage.RecoveryClaimed => new("追回立案", "Recovery claimed"),
        FundStage.Booked => new("已减免", "Relief booked"),
        FundStage.Forgone => new("减免来源", "Relief forgone"),
        _ => new("在用", "Lent"),
    };

    /// <summary>A level's name.</summary>
    public static LocalizedText Name(FundLevel level) => level switch
    {
        FundLevel.National => new("国家", "State"),
        FundLevel.Province => new("省级", "Province"),
        FundLevel.City => new("市级", "City"),
        FundLevel.District => new("区级", "District"),
        _ => new("不分担", "Unshared"),
    };

    /// <summary>Whether an account of the stage normally stands on the credit side: it says where money came from.</summary>
    public static bool IsCredit(FundStage stage) =>
        stage is FundStage.Appropriated or FundStage.Returned or FundStage.Recovered or FundStage.RecoveryClaimed or FundStage.Forgone;

    /// <summary>Whether an account of the stage can never fall below nought at its level: only what came in can go out.</summary>
    internal static bool NeverNegative(FundStage stage) =>
        stage is FundStage.Committed or FundStage.Payable or FundStage.InTransit or FundStage.Lent or FundStage.Receivable or FundStage.Booked;

    /// <summary>The circle a stage belongs to: an entry never leaves its circle, which is why each circle adds up to nought.</summary>
    internal static int Circle(FundStage stage) => stage switch
    {
        FundStage.Receivable or FundStage.RecoveryClaimed => 1,
        FundStage.Booked or FundStage.Forgone => 2,
        _ => 0,
    };
}
