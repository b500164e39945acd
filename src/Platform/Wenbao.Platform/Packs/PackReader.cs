using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>Reads pack files and collects every problem on the way, so that the author of a pack hears of all of them at once.</summary>
/// <remarks>Reading never throws for bad content: accessors of <see cref="PackNode"/> answer with a plain default and note the problem here.</remarks>
/// <param name="refusesAliases">Whether YAML aliases are a problem, because the text comes from outside: by them a small text can stand for a huge one.</param>
public sealed class PackReader(bool refusesAliases = false)
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int FileBytesMax = 64 * 1024 * 1024;

    private readonly List<Problem> problems = [];
    private readonly List<KeyWatch> watches = [];

    /// <summary>The problems so far, in the order they were met; unknown keys are added by <see cref="Complete"/>.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsClean => problems.Count == 0;

    /// <summary>Reads a YAML file; an unreadable one gives an empty node and a problem.</summary>
    public PackNode ReadYaml(PackFile file) => PackYaml.Read(file, this);

    /// <summary>Reads a CSV file into one mapping node a row; an unreadable one gives no rows and a problem.</summary>
    public IReadOnlyList<PackNode> ReadCsv(PackFile file) => PackCsv.Read(file, this);

    /// <summary>Notes a problem found by the caller.</summary>
    public void Report(Problem problem) => problems.Add(problem);

    /// <summary>Reports unknown keys of everything read, and answers with all problems together.</summary>
    /// <param name="where">The pack or file that the answer is about; null when it needs no name.</param>
    /// <returns>Null when nothing is wrong; else <see cref="PackProblems.Defective"/> with every problem in its details, ordered by place.</returns>
    public Problem? Complete(string? where = null)
    {
        foreach (var watch in watches)
        {
            watch.ReportUnknown(this);
        }

        watches.Clear();
        return problems.Count == 0 ? null : PackProblems.Defective.At(where, problems.Count) with { Details = [.. problems.OrderBy(Place)] };
    }

    /// <summary>The value when nothing is wrong, else all problems together.</summary>
    public Result<T> Complete<T>(T value, string? where = null) => Complete(where) is { } problem ? problem : value;

    internal bool RefusesAliases => refusesAliases;

    internal void Watch(KeyWatch watch) => watches.Add(watch);

    internal string? ReadText(PackFile file)
    {
        if (file.Content is { } content)
        {
            return content;
        }

        var length = new FileInfo(file.FullPath).Length;
        if (length > FileBytesMax)
        {
            Report(PackProblems.FileTooLarge.At(file.Display, length >> 20, FileBytesMax >> 20));
            return null;
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file.FullPath));
            return text is ['\uFEFF', ..] ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            Report(PackProblems.NotUtf8.At(file.Display));
            return null;
        }
    }

    private static (string File, int Line) Place(Problem problem)
    {
        var where = problem.Where ?? "";
        var colon = where.LastIndexOf(':');
        return colon > 0 && int.TryParse(where.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture, out var line)
            ? (where[..colon], line)
            : (where, 0);
    }
}
