using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Compilation;

/// <summary>A compiled expression.</summary>
internal sealed class CompiledExpression(Func<FeelValue[], FeelValue> run) : IFeelExecutable
{
    /// <inheritdoc/>
    public FeelValue Evaluate(FeelValue[] frame) => run(frame);
}
