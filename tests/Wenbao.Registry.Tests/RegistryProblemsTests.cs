using System.Runtime.CompilerServices;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests;

public sealed class RegistryProblemsTests
{
    [Fact]
    public void Page_AndCode_ListTheSameProblems()
    {
        RuntimeHelpers.RunClassConstructor(typeof(RegistryProblems).TypeHandle);

        ProblemPage.ShouldList("REG");
    }
}
