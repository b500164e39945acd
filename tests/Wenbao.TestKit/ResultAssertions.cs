using Wenbao.Kernel;
using Xunit;

namespace Wenbao.TestKit;

/// <summary>Asserts about results and problems.</summary>
public static class ResultAssertions
{
    /// <summary>The result is a problem of the kind.</summary>
    /// <returns>The problem, to look further into.</returns>
    public static Problem ShouldBeProblem<T>(this Result<T> result, ProblemKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Assert.False(result.IsSuccess, $"{kind.Code} was expected, but it succeeded.");
        return result.Problem.ShouldBe(kind);
    }

    /// <summary>The problem is of the kind.</summary>
    /// <returns>The problem, to look further into.</returns>
    public static Problem ShouldBe(this Problem? problem, ProblemKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Assert.True(problem?.Code == kind.Code, $"{kind.Code} was expected, but it is: {Shown(problem)}");
        return problem!;
    }

    /// <summary>The result is a value.</summary>
    /// <returns>The value.</returns>
    public static T ShouldSucceed<T>(this Result<T> result)
    {
        Assert.True(result.IsSuccess, $"Success was expected, but it is: {Shown(result.Problem)}");
        return result.Value;
    }

    /// <summary>One line a problem, details included: code, place and Chinese text, as snapshots keep it.</summary>
    public static string Shown(this Problem? problem) => problem is null
        ? "no problem"
        : string.Join('\n', new[] { $"{problem.Code} {problem.Where}: {problem.What.Zh}" }.Concat((problem.Details ?? []).Select(Shown)));
}
