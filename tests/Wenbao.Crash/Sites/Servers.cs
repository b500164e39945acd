using Wenbao.Platform.Data;

namespace Wenbao.Crash.Sites;

/// <summary>Whether the machine has what a system needs.</summary>
internal static class Servers
{
    /// <summary>Skips the test where there is no PostgreSQL server; where <c>CI=true</c> it fails.</summary>
    public static void Need(DatabaseKind kind)
    {
        if (kind == DatabaseKind.PostgreSql && PostgresServer.Missing is { } missing)
        {
            Assert.SkipUnless(PostgresServer.IsRequired, missing);
            Assert.Fail(missing);
        }
    }
}
