using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Something wrong with a draft (检查结果).</summary>
/// <param name="Code">The problem's number.</param>
/// <param name="Where">File and line, such as <c>decision.dmn:34</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record DraftFinding(string Code, string Where, LocalizedText What, LocalizedText Mend)
{
    /// <summary>The finding that a problem is.</summary>
    internal static DraftFinding Of(Problem problem) => new(problem.Code, problem.Where ?? "", problem.What, problem.Mend);
}
