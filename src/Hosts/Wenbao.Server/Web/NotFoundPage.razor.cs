using Wenbao.Kernel;

namespace Wenbao.Server.Web;

/// <summary>Answers an address that leads nowhere.</summary>
public sealed partial class NotFoundPage
{
    private static Problem Problem => ServerProblems.NoPage.With();
}
