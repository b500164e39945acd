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

    /// <summary>The name of a payment.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="ordinal">Its place in the batch, from 1.</param>
    public string EndToEnd(long batch, long ordinal) => string.Create(CultureInfo.InvariantCulture, $"{Message(batch)}N{ordinal:000000}");

    /// <summary>What a payee writes on a transfer that pays a recovery.</summary>
    public string Recovery(long recovery) => string.Create(CultureInfo.InvariantCulture, $"{District}R{recovery:000000}");

    /// <summary>The names of recoveries in a text that a payee wrote.</summary>
    public IEnumerable<string> RecoveriesIn(string? text) =>
        text is null ? [] : RecoveryPattern().Matches(text).Select(m => m.Value).Where(name => name.StartsWith(District, StringComparison.Ordinal));

    /// <summary>A period as anybody may read it: a year or a month. Keys of records may name people, so they are left out.</summary>
    public static string? ShownPeriod(string period) => PeriodPattern().IsMatch(period) ? period : null;

    [GeneratedRegex("[0-9]{6}R[0-9]{6,12}", RegexOptions.CultureInvariant)]
    private static partial Regex RecoveryPattern();

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodPattern();
}
