using System.Globalization;
using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Words for states and deeds, and periods as people read them.</summary>
public static class EntitlementTexts
{
    /// <summary>The word for a state.</summary>
    public static LocalizedText Word(EntitlementState state) => state switch
    {
        EntitlementState.Notified => new("已告知，待申领", "told, to be claimed"),
        EntitlementState.Claimed => new("已受理，待审核", "claimed, being decided"),
        EntitlementState.Waiting => new("排队待拨", "waiting for money"),
        EntitlementState.Granted => new("已批准", "granted"),
        EntitlementState.Settled => new("已兑现", "settled"),
        EntitlementState.Lapsed => new("已失效", "lapsed"),
        EntitlementState.Refused => new("不予批准", "refused"),
        EntitlementState.Revoked => new("已撤销", "revoked"),
        _ => new("已追回", "recovered"),
    };

    /// <summary>The word for what happened.</summary>
    public static LocalizedText Word(EntitlementDeed deed) => deed switch
    {
        EntitlementDeed.Notified => new("告知", "Told"),
        EntitlementDeed.Claimed => new("申领", "Claimed"),
        EntitlementDeed.ClaimedOnBehalf => new("代为申领", "Claimed on behalf"),
        EntitlementDeed.Queued => new("排队", "Queued"),
        EntitlementDeed.Granted => new("批准", "Granted"),
        EntitlementDeed.Raised => new("按月增加", "Raised"),
        EntitlementDeed.Adjusted => new("调整", "Adjusted"),
        EntitlementDeed.Settled => new("兑现", "Settled"),
        EntitlementDeed.Refused => new("不予批准", "Refused"),
        EntitlementDeed.Lapsed => new("失效", "Lapsed"),
        EntitlementDeed.Revoked => new("撤销", "Revoked"),
        EntitlementDeed.Recovered => new("追回", "Recovered"),
        EntitlementDeed.Held => new("暂缓", "Held"),
        EntitlementDeed.Answered => new("补正说明", "Answered"),
        _ => new("恢复办理", "Goes on"),
    };

    /// <summary>The period or event as people read it.</summary>
    public static LocalizedText Period(string caseKey)
    {
        ArgumentNullException.ThrowIfNull(caseKey);
        return caseKey switch
        {
            Entitlements.CaseKeys.Once => new("一次性", "once"),
            { Length: 4 } when IsDigits(caseKey) => new(caseKey + "年", caseKey),
            { Length: 7 } when caseKey[4] == '-' && IsDigits(caseKey[..4]) && IsDigits(caseKey[5..]) => new($"{caseKey[..4]}年{caseKey[5..].TrimStart('0')}月", caseKey),
            _ => Parts([.. caseKey.Split('|').Select(Part)]),
        };
    }

    /// <summary>Two days are a period, anything else stands side by side.</summary>
    private static LocalizedText Parts(IReadOnlyList<(LocalizedText Text, bool IsDay)> parts) => parts is [{ IsDay: true } first, { IsDay: true } last]
        ? new($"{first.Text.Zh}至{last.Text.Zh}", $"{first.Text.En} to {last.Text.En}")
        : new(string.Join('，', parts.Select(p => p.Text.Zh)), string.Join(", ", parts.Select(p => p.Text.En)));

    private static (LocalizedText Text, bool IsDay) Part(string part) =>
        DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (new(day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)), true)
            : (new(part, part), false);

    internal static LocalizedText? Reason(Entitlements.Entitlement entitlement) => Reason(entitlement.ReasonZh, entitlement.ReasonEn);

    internal static LocalizedText? Reason(string? zh, string? en) => zh is null ? null : new LocalizedText(zh, en ?? zh);

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
