using System.Runtime.CompilerServices;
using Wenbao.TestKit;

namespace Wenbao.Synthesis.Tests;

public sealed class SynthesisProblemsTests
{
    [Fact]
    public void The_page_and_the_code_list_the_same_problems()
    {
        RuntimeHelpers.RunClassConstructor(typeof(SynthesisProblems).TypeHandle);

        ProblemPage.ShouldList("SYN");
    }
}
