namespace Wenbao.Feel;

/// <summary>A stretch of source text.</summary>
/// <param name="Start">Position of the first character, in UTF-16 units from 0.</param>
/// <param name="Length">Number of UTF-16 units; 0 for a place between characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Position behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from the start of one to the end of the other.</summary>
    public static TextSpan Cover(TextSpan first, TextSpan last) => new(first.Start, last.End - first.Start);
}

/// <summary>How grave a finding is.</summary>
public enum FeelSeverity
{
    /// <summary>The text has no meaning as it stands.</summary>
    Error,

    /// <summary>The text has a meaning that is probably not the intended one.</summary>
    Warning,
}

/// <summary>A finding about a FEEL text: never an exception for bad text.</summary>
/// <param name="Code">Stable code such as <c>FEEL0012</c>, listed in <c>docs/reference/feel-diagnostics.md</c>.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Span">Where in the text.</param>
/// <param name="Zh">What is wrong and what to do, in Chinese.</param>
/// <param name="En">What is wrong and what to do, in English.</param>
public sealed record FeelDiagnostic(string Code, FeelSeverity Severity, TextSpan Span, string Zh, string En);
