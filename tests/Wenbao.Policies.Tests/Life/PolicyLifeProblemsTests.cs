namespace Wenbao.Policies.Tests.Life;

public sealed class PolicyLifeProblemsTests
{
    [Fact]
    public void Page_ListsEveryProblem()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(PolicyLifeProblems).TypeHandle);
        ProblemPage.ShouldList("LIFE");
    }
}
