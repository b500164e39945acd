using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Wenbao.TestKit;

/// <summary>Compares a text with the one kept beside the test, after taking out what differs from run to run.</summary>
/// <remarks>To accept new texts, run the tests with <c>WENBAO_SNAPSHOTS=accept</c> and read the difference before committing it.</remarks>
public static partial class Snapshot
{
    /// <summary>The text is the one kept as <c>CLASS.METHOD[.NAME].snap</c> beside the test's file.</summary>
    /// <param name="actual">The text.</param>
    /// <param name="name">Tells several snapshots of one test apart; null for the only one.</param>
    /// <param name="scrub">Texts to be replaced and what by, such as a folder's path.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="method">Filled by the compiler.</param>
    public static void Match(
        string actual,
        string? name = null,
        IReadOnlyDictionary<string, string>? scrub = null,
        [CallerFilePath] string file = "",
        [CallerMemberName] string method = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        var text = Scrubbed(actual, scrub);
        var path = Path.ChangeExtension(file, null) + "." + method + (name is null ? "" : "." + name) + ".snap";
        if (Environment.GetEnvironmentVariable("WENBAO_SNAPSHOTS") == "accept")
        {
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot {Path.GetFileName(path)} yet; the text is:\n{text}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    private static string Scrubbed(string actual, IReadOnlyDictionary<string, string>? scrub)
    {
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        foreach (var (from, to) in scrub ?? new Dictionary<string, string>())
        {
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        text = Uuid().Replace(text, "UUID");
        return Moment().Replace(text, "MOMENT");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Moment();
}
