using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>The general executable: every bound node becomes an evaluator once; evaluating walks them.</summary>
internal sealed class Interpreter(BoundNode root) : IFeelExecutable
{
    private readonly Evaluator evaluator = Evaluators.For(root);

    /// <inheritdoc/>
    public FeelValue Evaluate(FeelValue[] frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return evaluator.Evaluate(frame);
    }
}
