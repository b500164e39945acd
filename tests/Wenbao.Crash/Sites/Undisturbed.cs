using Wenbao.Crash.Child;
using Wenbao.Platform.Data;

namespace Wenbao.Crash.Sites;

/// <summary>What a run comes to that nobody kills; found out once a system.</summary>
/// <param name="Commits">The units of work it commits, in order.</param>
/// <param name="Outcomes">What comes of its commands, by their keys.</param>
/// <param name="EndState">What it comes to.</param>
/// <param name="EndStateWithoutDays">What it comes to, without the days on which things happened.</param>
/// <param name="Worked">How long it works.</param>
internal sealed record Undisturbed(IReadOnlyList<CommitPoint> Commits, IReadOnlyDictionary<string, Outcome> Outcomes, string EndState, string EndStateWithoutDays, TimeSpan Worked)
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<Undisturbed>>> Known = Enum.GetValues<DatabaseKind>().ToDictionary(kind => kind, kind => new Lazy<Task<Undisturbed>>(() => RunAsync(kind)));

    public static Task<Undisturbed> OfAsync(DatabaseKind kind) => Known[kind].Value;

    private static async Task<Undisturbed> RunAsync(DatabaseKind kind)
    {
        await using var site = await CrashSite.CreateAsync(kind);
        await using var run = site.Start();
        Assert.False(await run.EndAsync());
        await site.CheckAsync();
        return new Undisturbed([.. run.Commits], run.Outcomes, await site.EndStateAsync(), await site.EndStateAsync(withDays: false), run.Worked);
    }
}
