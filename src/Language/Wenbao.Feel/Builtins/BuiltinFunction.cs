namespace Wenbao.Feel;

/// <summary>One overload of a built-in function.</summary>
/// <param name="Name">The name in FEEL, such as <c>string length</c>.</param>
/// <param name="Parameters">Names and types, in order.</param>
/// <param name="RequiredCount">How many of the parameters must be given; later ones default to null.</param>
/// <param name="IsVariadic">Whether the last parameter may be given again and again; the extra arguments then arrive as further values.</param>
/// <param name="Result">The result type.</param>
/// <param name="Invoke">The implementation: pure, never throws; wrongly typed or null input gives null as the specification says.</param>
/// <remarks>Source: DMN 1.5 §10.3.4. The compiler and the set evaluation know some overloads by <paramref name="Name"/> and take faster or finer paths; all others go through <paramref name="Invoke"/>.</remarks>
public sealed record BuiltinFunction(
    string Name,
    IReadOnlyList<FeelMember> Parameters,
    int RequiredCount,
    bool IsVariadic,
    FeelType Result,
    BuiltinInvoke Invoke);

/// <summary>The implementation of a built-in.</summary>
public delegate FeelValue BuiltinInvoke(ReadOnlySpan<FeelValue> arguments);
