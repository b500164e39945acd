using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Policies.Life;

/// <summary>Reads what is in force from the database by plain statements, as a scope begins.</summary>
internal sealed class StoredLife(Database database)
{
    private const string GenerationQuery = "SELECT number FROM pol_generation WHERE id = 1";

    // A row is written when a version comes into force, so of each policy the last one is in force; the pack's are in the pack.
    private const string InForceQuery =
        "SELECT v.policy, v.version, v.files FROM pol_version v WHERE v.id IN (SELECT max(w.id) FROM pol_version w WHERE w.origin <> 'Pack' GROUP BY w.policy) ORDER BY v.id";

    private const string OneQuery = "SELECT v.policy, v.version, v.files FROM pol_version v WHERE v.policy = @policy AND v.version = @version";

    private const string SwitchQuery =
        """SELECT id, policy, kind, "on", reason_zh, reason_en FROM pol_change WHERE kind IN ('Suspend', 'Resume') AND state IN ('Scheduled', 'Done') ORDER BY id""";

    private const string PackQuery = "SELECT policy, version FROM pol_version WHERE origin = 'Pack'";

    private const string DueQuery =
        """SELECT (SELECT count(*) FROM pol_draft WHERE state = 'Scheduled' AND in_force_on <= @today) + (SELECT count(*) FROM pol_change WHERE state = 'Scheduled' AND "on" <= @today)""";

    /// <summary>A stored version.</summary>
    /// <param name="Policy">The policy's id.</param>
    /// <param name="Name">The version's name.</param>
    /// <param name="Files">Its files as stored.</param>
    public sealed record Version(string Policy, string Name, byte[] Files);

    /// <summary>How often what is in force was changed.</summary>
    public long Generation()
    {
        using var connection = database.Open();
        using var command = Command(connection, GenerationQuery);
        return command.ExecuteScalar() is { } number and not DBNull ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Everything that is in force beyond the pack, as one state.</summary>
    public (long Generation, IReadOnlyList<Version> Versions, IReadOnlyList<PolicyStandings.Switch> Switches) Read()
    {
        using var connection = database.Open();
        using var transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        using var generation = Command(connection, GenerationQuery, transaction);
        var number = generation.ExecuteScalar() is { } found and not DBNull ? Convert.ToInt64(found, CultureInfo.InvariantCulture) : 0;
        return (number, Versions(Command(connection, InForceQuery, transaction)), Switches(Command(connection, SwitchQuery, transaction)));
    }

    /// <summary>The versions of the pack that are kept.</summary>
    public IReadOnlySet<(string Policy, string Version)> PackVersions()
    {
        var kept = new HashSet<(string, string)>();
        using var connection = database.Open();
        using var command = Command(connection, PackQuery);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            kept.Add((row.GetString(0), row.GetString(1)));
        }

        return kept;
    }

    /// <summary>Whether something that was approved has its day.</summary>
    public bool IsAnyDue(DateOnly today)
    {
        using var connection = database.Open();
        using var command = Command(connection, DueQuery).With(database.Dialect, "today", ColumnType.Date, today);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }

    /// <summary>One version, in force or not any more; null when there is none of that name.</summary>
    public Version? Find(string policy, string version)
    {
        using var connection = database.Open();
        return Versions(Command(connection, OneQuery).With(database.Dialect, "policy", ColumnType.Text, policy).With(database.Dialect, "version", ColumnType.Text, version)).SingleOrDefault();
    }

    private static List<Version> Versions(DbCommand command)
    {
        var versions = new List<Version>();
        using (command)
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                versions.Add(new Version(row.GetString(0), row.GetString(1), (byte[])row.GetValue(2)));
            }
        }

        return versions;
    }

    private List<PolicyStandings.Switch> Switches(DbCommand command)
    {
        var switches = new List<PolicyStandings.Switch>();
        using (command)
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                var on = (DateOnly)database.Dialect.FromStorage(ColumnType.Date, row.GetValue(3))!;
                switches.Add(new PolicyStandings.Switch(row.GetString(1), row.GetInt64(0), on, row.GetString(2) == nameof(PolicyChangeKind.Suspend), new LocalizedText(row.GetString(4), row.GetString(5))));
            }
        }

        return switches;
    }

    private static DbCommand Command(DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // one of the statements above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
