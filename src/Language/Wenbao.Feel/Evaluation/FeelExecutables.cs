using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Makes bound expressions ready to run.</summary>
public static partial class FeelExecutables
{
    /// <summary>The general executable: runs every bound tree.</summary>
    /// <param name="root">The bound tree; the frame must be as large as the layout it was bound with.</param>
    public static IFeelExecutable Interpret(BoundNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new Interpreter(root);
    }
}
