namespace Wenbao.Feel.Evaluation;

/// <summary>A bound node ready to run. Holds no state of an evaluation: that stands in the frame.</summary>
internal abstract class Evaluator
{
    /// <summary>The value over a frame; never throws for bad values, they give null.</summary>
    public abstract FeelValue Evaluate(FeelValue[] frame);
}
