using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Compilation;

/// <summary>Where the compiler and the set evaluation send what they do not know themselves: the general interpreter.</summary>
internal static class SubtreeInterpreter
{
    /// <summary>The interpreter for the part of a tree.</summary>
    public static IFeelExecutable For(BoundNode node) => FeelExecutables.Interpret(node);
}
