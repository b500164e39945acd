namespace Wenbao.Feel.Evaluation;

/// <summary>A bound expression ready to run over a frame of slots. Both executables — the general one and the compiled one — give the same answers.</summary>
public interface IFeelExecutable
{
    /// <summary>Evaluates the expression.</summary>
    /// <param name="frame">The slots: inputs are filled by the caller, the rest is working space. One frame is used by one thread at a time and may be used again.</param>
    FeelValue Evaluate(FeelValue[] frame);
}
