namespace Wenbao.Platform.Data;

/// <summary>The database systems Wenbao keeps its records in.</summary>
public enum DatabaseKind
{
    /// <summary>One file, nothing to install; one writer at a time.</summary>
    Sqlite,

    /// <summary>A server for production.</summary>
    PostgreSql,
}
