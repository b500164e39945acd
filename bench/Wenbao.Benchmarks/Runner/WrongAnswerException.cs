namespace Wenbao.Benchmarks.Runner;

/// <summary>A benchmark got a wrong answer.</summary>
internal sealed class WrongAnswerException(string what) : Exception(what)
{
    /// <summary>Fails unless the condition holds.</summary>
    public static void Unless(bool condition, string what)
    {
        if (!condition)
        {
            throw new WrongAnswerException(what);
        }
    }
}
