using System.Globalization;

namespace Wenbao.Feel;

/// <summary>A kind of finding with a stable code; the texts have numbered places for what was found.</summary>
/// <param name="Code">Stable code such as <c>FEEL0012</c>; never used again for something else.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Zh">The Chinese text with places <c>{0}</c>, <c>{1}</c> …</param>
/// <param name="En">The English text with the same places.</param>
public sealed record FeelDiagnosticKind(string Code, FeelSeverity Severity, string Zh, string En)
{
    /// <summary>A finding of this kind at a place.</summary>
    /// <param name="span">Where in the text.</param>
    /// <param name="arguments">What fills the numbered places.</param>
    public FeelDiagnostic At(TextSpan span, params object[] arguments) => new(
        Code,
        Severity,
        span,
        string.Format(CultureInfo.InvariantCulture, Zh, [.. arguments.Select(argument => argument is Wording words ? words.Zh : argument)]),
        string.Format(CultureInfo.InvariantCulture, En, [.. arguments.Select(argument => argument is Wording words ? words.En : argument)]));
}

/// <summary>A word in a message that differs by language.</summary>
internal sealed record Wording(string Zh, string En);
