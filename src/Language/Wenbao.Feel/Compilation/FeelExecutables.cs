using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;

namespace Wenbao.Feel.Evaluation;

/// <content>The compiled executable.</content>
public static partial class FeelExecutables
{
    /// <summary>The compiled executable: the answers of the general one, for expressions that run often. Compiling takes about a millisecond.</summary>
    /// <param name="root">The bound tree; the frame must be as large as the layout it was bound with.</param>
    public static IFeelExecutable Compile(BoundNode root) => FeelCompiler.Compile(root);
}
