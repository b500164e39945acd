using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>What <c>pack.yaml</c> says about a pack; a child takes from its parent what it does not say itself.</summary>
/// <param name="Id">The id, the same as the folder's name.</param>
/// <param name="Version">The version as text, such as <c>1.0.0</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Extends">The id of the parent pack in the sibling folder; null at the top.</param>
/// <param name="AsOf">The business date the pack's data stands at; null when it is today's.</param>
/// <param name="TimeZone">The zone of its business dates.</param>
/// <param name="Currency">The currency, ISO 4217.</param>
/// <param name="DistrictCode">The administrative division it is for; null for a pack that only others extend.</param>
/// <param name="DistrictName">The name of the district; null with <paramref name="DistrictCode"/>.</param>
/// <param name="SyntheticLabel">The notice shown wherever its data is shown, because the data is made up; null for real data.</param>
public sealed record PackManifest(
    string Id,
    string Version,
    LocalizedText Title,
    string? Extends,
    DateOnly? AsOf,
    TimeZoneInfo TimeZone,
    string Currency,
    string? DistrictCode,
    LocalizedText? DistrictName,
    LocalizedText? SyntheticLabel);
