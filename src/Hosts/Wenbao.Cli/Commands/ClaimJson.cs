using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary>Entitlements as JSON and as the texts of tables; the same in all commands.</summary>
internal static class ClaimJson
{
    /// <summary>A text in both languages; null for none.</summary>
    public static object? Of(LocalizedText? text) => text is null ? null : new { zh = text.Zh, en = text.En };

    /// <summary>An entitlement of a list.</summary>
    public static object Of(EntitlementItem item) => new
    {
        entitlement = item.Id,
        policy = item.Policy,
        subjectType = item.SubjectType,
        subject = item.Subject,
        @case = item.CaseKey,
        state = item.State.ToString(),
        held = item.IsHeld,
        amountFen = item.Amount.Fen,
        line = item.Line,
        claimedOn = Day(item.ClaimedOn),
        receipt = item.Receipt,
        version = item.Version,
    };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
