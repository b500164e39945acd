using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit.Texts;
using Wenbao.WebKit.Users;

namespace Wenbao.WebKit.Audit;

/// <summary>The audit (审计): when it was last proved, its anchors, and every link, searched by subject, user and day.</summary>
public sealed partial class AuditPage
{
    private const int ShortDigits = 12;

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "subject")]
    private string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? DayGiven { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? BeforeGiven { get; set; }

    private AuditState? State { get; set; }

    private Platform.Audit.AuditPage? Page { get; set; }

    private Problem? Problem { get; set; }

    // What cannot be read in an address filters nothing: people edit addresses.
    private DateOnly? Day => DateOnly.TryParseExact(DayGiven, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? DayText => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private long? Before => long.TryParse(BeforeGiven, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null;

    private static IEnumerable<(string Id, string Name)> Actors => DemoUsers.All.Select(u => (u.Actor, u.Name.For())).Append(("system", SystemName.For()));

    private static LocalizedText SystemName { get; } = new("系统", "System");

    private string ProvedOn => State?.Recorded is { } link ? Moment(link.Entry.At)[..10] : AuditTexts.Never;

    private string? ProvedNote => State?.Recorded is { } link ? WebKitTexts.Fill(AuditTexts.LastProvedNote, Moment(link.Entry.At)[11..], NameOf(link.Entry.Actor)) : null;

    private string AnchorLink => State?.Anchors?.Last is { } last ? ReaderText.Count(last.Anchor.Sequence) : AuditTexts.AnchorNone;

    private string? AnchorMoment => State?.Anchors?.Last is { } last ? Moment(last.At) : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var state = await Pipeline.AskAsync(new GetAuditState(), User.Context);
        var found = await Pipeline.AskAsync(new FindAuditLinks(Given(Subject), Given(Actor), Day, Before: Before), User.Context);
        Problem = state.Problem ?? found.Problem;
        State = state.IsSuccess ? state.Value : null;
        Page = found.IsSuccess ? found.Value : null;
    }

    private string AddressOf(long? before)
    {
        var parts = new List<string>();
        foreach (var (name, value) in new[] { ("subject", Given(Subject)), ("actor", Given(Actor)), ("day", DayText), ("before", before?.ToString(CultureInfo.InvariantCulture)) })
        {
            if (value is not null)
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value));
            }
        }

        return parts.Count == 0 ? AuditPages.Address : AuditPages.Address + "?" + string.Join('&', parts);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string NameOf(string actor) => Actors.FirstOrDefault(a => a.Id == actor).Name ?? actor;

    private string Zone => string.Create(
        CultureInfo.InvariantCulture, $"{Clock.Zone.Id}, UTC{(Clock.Zone.BaseUtcOffset < TimeSpan.Zero ? "-" : "+")}{Clock.Zone.BaseUtcOffset:hh\\:mm}");

    /// <summary>A moment in the district's time, as the other pages tell it and as the search by day means it.</summary>
    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Short(string digest) => digest.Length > ShortDigits ? digest[..ShortDigits] + "…" : digest;
}
