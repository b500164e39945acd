using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests;

public sealed class ProblemPageTests
{
    [Fact]
    public void Page_AndCode_ListTheSameProblems()
    {
        foreach (var type in (Type[])[typeof(CalendarProblems), typeof(PackProblems), typeof(OperationProblems), typeof(AuditProblems)])
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        ProblemPage.ShouldList("AUD", "CAL", "OPS", "PACK");
    }
}
