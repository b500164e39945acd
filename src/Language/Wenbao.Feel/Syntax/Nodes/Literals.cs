namespace Wenbao.Feel.Syntax;

/// <summary>A number as written.</summary>
/// <param name="Value">The number, or null when it is beyond the range that can be held.</param>
public sealed record NumberSyntax(decimal? Value, TextSpan Span) : SyntaxNode(Span);

/// <summary>A text between quotation marks, escapes resolved.</summary>
public sealed record StringSyntax(string Value, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanSyntax(bool Value, TextSpan Span) : SyntaxNode(Span);

/// <summary><c>null</c>.</summary>
public sealed record NullSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>A date, time or duration: <c>@"2020-06-30"</c>.</summary>
public sealed record TemporalSyntax(string Text, TextSpan Span) : SyntaxNode(Span);

/// <summary>A name, white space made single; <c>?</c> is a name too.</summary>
public sealed record NameSyntax(string Name, TextSpan Span) : SyntaxNode(Span);

/// <summary>A place that could not be read; the diagnostic says why.</summary>
public sealed record ErrorSyntax(FeelDiagnostic Diagnostic, TextSpan Span) : SyntaxNode(Span);
