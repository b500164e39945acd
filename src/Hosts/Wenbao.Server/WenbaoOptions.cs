namespace Wenbao.Server;

/// <summary>What a Wenbao process works on.</summary>
/// <param name="PackDirectory">The folder of the district's pack.</param>
/// <param name="DataDirectory">The folder for the embedded database and files made; created when it is not there.</param>
/// <param name="AsOf">The fixed business date; null for the pack's own.</param>
/// <param name="ConnectionString">A PostgreSQL connection string; null for the embedded SQLite database in the data folder.</param>
public sealed record WenbaoOptions(string PackDirectory, string DataDirectory, DateOnly? AsOf = null, string? ConnectionString = null)
{
    /// <summary>The setting that names the PostgreSQL database, as an environment variable.</summary>
    public const string ConnectionVariable = "ConnectionStrings__Wenbao";

    /// <summary>The file of the embedded database.</summary>
    public string DatabaseFile => Path.Combine(DataDirectory, "wenbao.db");

    /// <summary>The file of the audit's anchors; it lies in the data folder wherever the database is.</summary>
    public string AnchorFile => Path.Combine(DataDirectory, "audit.anchor");
}
