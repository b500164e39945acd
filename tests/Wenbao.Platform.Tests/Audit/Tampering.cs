using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Audit;

/// <summary>What somebody does who owns the database.</summary>
internal static class Tampering
{
    /// <summary>The statement, after the triggers that refuse it.</summary>
    public static string WithoutAuditTriggers(this TestDatabase test, string sql) => test.Kind == DatabaseKind.Sqlite
        ? "DROP TRIGGER IF EXISTS plt_audit_no_update; DROP TRIGGER IF EXISTS plt_audit_no_delete; " + sql
        : "DROP TRIGGER IF EXISTS plt_audit_append_only ON plt_audit; " + sql;
}
