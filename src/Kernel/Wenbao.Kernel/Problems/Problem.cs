namespace Wenbao.Kernel;

/// <summary>A numbered answer to bad input or a refused wish (问题): what is wrong, where, and how to mend it. It is data, not an exception.</summary>
/// <param name="Kind">The numbered kind, listed in <c>docs/reference/problems.md</c>.</param>
/// <param name="What">What is wrong, with the particulars of this case; no personal data.</param>
/// <param name="Where">The place: file and line, row and column, field path or object id; null when the whole request is meant.</param>
/// <param name="Details">Single findings when there are many, such as one for every defect of a file; empty otherwise.</param>
public sealed record Problem(ProblemKind Kind, LocalizedText What, string? Where = null, IReadOnlyList<Problem>? Details = null)
{
    /// <summary>The stable code, such as <c>REG-0007</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>How to mend it.</summary>
    public LocalizedText Mend => Kind.Mend;

    /// <summary>One line in Chinese: code, place, what, mend.</summary>
    public override string ToString() => Where is null ? $"{Code} {What.Zh} {Mend.Zh}" : $"{Code} {Where}: {What.Zh} {Mend.Zh}";
}

/// <summary>A kind of problem under its stable number; the number is never used again for something else.</summary>
/// <param name="Code">Module prefix and four digits, such as <c>REG-0007</c>.</param>
/// <param name="HttpStatus">The HTTP status a web client is answered with, 400 to 599.</param>
/// <param name="Title">The general text, with <c>{0}</c>, <c>{1}</c>… for the particulars.</param>
/// <param name="Mend">How a person mends it.</param>
public sealed record ProblemKind(string Code, int HttpStatus, LocalizedText Title, LocalizedText Mend)
{
    /// <summary>The problem with its particulars filled into the title.</summary>
    /// <param name="where">The place; null when the whole request is meant.</param>
    /// <param name="particulars">Values for the placeholders of <see cref="Title"/>.</param>
    public Problem At(string? where, params object?[] particulars) =>
        new(this, new LocalizedText(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Title.Zh, particulars),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, Title.En, particulars)), where);

    /// <summary>The problem with its particulars, without a place.</summary>
    public Problem With(params object?[] particulars) => At(null, particulars);
}

/// <summary>The numbered problems of one module: defined once, found again by code.</summary>
public sealed class ProblemCatalogue(string prefix)
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ProblemKind> AllKinds = new();

    /// <summary>The prefix of the module's codes, such as <c>REG</c>.</summary>
    public string Prefix { get; } = prefix;

    /// <summary>Every kind of every module loaded so far, by code; the documentation test compares it with the reference page.</summary>
    public static IReadOnlyDictionary<string, ProblemKind> All => AllKinds;

    /// <summary>Defines a kind under its number.</summary>
    /// <exception cref="InvalidOperationException">The number is already taken: a bug, found at start.</exception>
    public ProblemKind Define(int number, int httpStatus, string zh, string en, string mendZh, string mendEn)
    {
        var kind = new ProblemKind(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}-{number:0000}"),
            httpStatus, new LocalizedText(zh, en), new LocalizedText(mendZh, mendEn));
        if (!AllKinds.TryAdd(kind.Code, kind))
        {
            throw new InvalidOperationException($"Problem {kind.Code} is defined twice.");
        }

        return kind;
    }
}
