using System.Globalization;
using System.Text.RegularExpressions;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Payments;

/// <summary>The names under which the bank knows what we send (报文标识): at most 35 letters and digits, made of the district's code and our numbers, so that they are unique and always the same.</summary>
/// <remarks>Source: ISO 20022 pain.001.001.10, Max35Text.</remarks>
internal sealed partial class PaymentNames(Pack pack)
{
    private const string NoDistrict = "000000";

    private string District => pack.Manifest.DistrictCode ?? NoDistrict;

    /// <summary>The name of a batch's file.</summary>
    public string Message(long batch) => string.Create(CultureInfo.InvariantCulture, $"{District}B{batch:000000}");

    /// <summary>The end-to-end id of a payment.</summary>
    /// <param name="attempt">Its number.</param>
    public string EndToEnd(long attempt) => string.Create(CultureInfo.InvariantCulture, $"{Message(AttemptNumber.BatchOf(attempt))}N{AttemptNumber.OrdinalOf(attempt):000000}");

    /// <summary>The number of the payment that an end-to-end id names; null when it is none of ours.</summary>
    public long? AttemptOf(string? endToEnd) =>
        endToEnd is not null && EndToEndPattern().Match(endToEnd) is { Success: true } match && match.Groups[1].Value == District
            && AttemptNumber.Of(long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture)) is var attempt
            && EndToEnd(attempt) == endToEnd ? attempt : null;

    /// <summary>The name of a part of a batch.</summary>
    public static string Part(string message, long part) => string.Create(CultureInfo.InvariantCulture, $"{message}P{part:00}");

    /// <summary>The file and the number of the part that a part's name says; null when it is no such name.</summary>
    public static (string Message, long Part)? PartOf(string? name) =>
        name is not null && PartPattern().Match(name) is { Success: true } match ? (match.Groups[1].Value, long.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) : null;

    /// <summary>What a payee writes on a transfer that pays a recovery.</summary>
    public string Recovery(long recovery) => string.Create(CultureInfo.InvariantCulture, $"{District}R{recovery:000000}");

    /// <summary>The names of recoveries in a text that a payee wrote.</summary>
    public IEnumerable<string> RecoveriesIn(string? text) =>
        text is null ? [] : RecoveryPattern().Matches(text).Select(m => m.Value).Where(name => name.StartsWith(District, StringComparison.Ordinal));

    /// <summary>A period as anybody may read it: a year or a month. Keys of records may name people, so they are left out.</summary>
    public static string? ShownPeriod(string period) => PeriodPattern().IsMatch(period) ? period : null;

    /// <summary>What the payee reads on the statement: the policy, and the period where it says something.</summary>
    public static string Remittance(string title, string period) => ShownPeriod(period) is { } shown ? title + " " + shown : title;

    [GeneratedRegex("^([0-9]{6})B([0-9]{6,9})N([0-9]{6})$", RegexOptions.CultureInvariant)]
    private static partial Regex EndToEndPattern();

    [GeneratedRegex("^([0-9]{6}B[0-9]{6,9})P([0-9]{2,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();

    [GeneratedRegex("[0-9]{6}R[0-9]{6,12}", RegexOptions.CultureInvariant)]
    private static partial Regex RecoveryPattern();

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodPattern();
}
