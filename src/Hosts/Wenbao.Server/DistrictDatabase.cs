using System.Globalization;
using Npgsql;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Server;

/// <summary>Brings the database of a district up to date: the modules' migrations, the registry's declared tables, the fund lines' capital.</summary>
public static class DistrictDatabase
{
    /// <summary>What the names of everything that the modules keep in a database begin with.</summary>
    private static readonly string[] Prefixes = ["plt_", "reg_", "fnd_", "pol_", "ef_history_"];

    /// <summary>Migrates and makes what is missing.</summary>
    /// <returns>The problem when the tables do not fit the declaration and would lose data; else null.</returns>
    public static async Task<Problem?> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancel).ConfigureAwait(false);
        var report = await RegistrySchema.EnsureAsync(
            services.GetRequiredService<Database>(), services.GetRequiredService<RegistryDeclaration>(), cancel).ConfigureAwait(false);
        return report.Problem
            ?? await FundsModule.StartAsync(services, cancel).ConfigureAwait(false)
            ?? await PoliciesModule.StartAsync(services, publishes: services.GetService<WenbaoOptions>() is not { AsOf: not null }, cancel).ConfigureAwait(false);
    }

    /// <summary>Where a PostgreSQL database is, without who opens it; null for the embedded one.</summary>
    internal static string? PlaceOf(WenbaoOptions options)
    {
        if (options.ConnectionString is not { Length: > 0 } connection)
        {
            return null;
        }

        var parts = new NpgsqlConnectionStringBuilder(connection);
        return string.Create(CultureInfo.InvariantCulture, $"{parts.Host}:{parts.Port}/{parts.Database ?? parts.Username}");
    }

    /// <summary>How many batches of subjects and records came into the registry.</summary>
    /// <param name="database">The database, prepared or not.</param>
    /// <param name="fromFiles">Only those that came in files, as departments send them.</param>
    /// <param name="cancel">Stops the counting.</param>
    internal static async Task<long> CountBatchesAsync(Database database, bool fromFiles, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var exists = connection.CreateCommand();
            await using (exists.ConfigureAwait(false))
            {
                exists.CommandText = database.Kind == DatabaseKind.Sqlite
                    ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'reg_batch'"
                    : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'reg_batch'";
                if ((long)(await exists.ExecuteScalarAsync(cancel).ConfigureAwait(false))! == 0)
                {
                    return 0;
                }
            }

            var count = connection.CreateCommand();
            await using (count.ConfigureAwait(false))
            {
                count.CommandText = fromFiles ? "SELECT COUNT(*) FROM reg_batch WHERE file_name IS NOT NULL" : "SELECT COUNT(*) FROM reg_batch";
                return (long)(await count.ExecuteScalarAsync(cancel).ConfigureAwait(false))!;
            }
        }
    }

    /// <summary>Drops what the modules keep in a PostgreSQL database, tables and the functions of their triggers; whatever else lies there stays.</summary>
    internal static async Task EraseAsync(Database database, CancellationToken cancel)
    {
        var named = string.Join(" OR ", Prefixes.Select(p => $"starts_with(name, '{p}')"));
        var work = await database.BeginAsync(cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            await work.ExecuteAsync($"""
                DO $$ DECLARE found record; BEGIN
                  FOR found IN SELECT name FROM (SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()) t WHERE {named} LOOP
                    EXECUTE format('DROP TABLE %I CASCADE', found.name);
                  END LOOP;
                  FOR found IN SELECT name FROM (SELECT proname::text AS name FROM pg_proc WHERE pronamespace = current_schema()::regnamespace) f WHERE {named} LOOP
                    EXECUTE format('DROP FUNCTION %I CASCADE', found.name);
                  END LOOP;
                END $$;
                """, cancel).ConfigureAwait(false);
            await work.CommitAsync(cancel).ConfigureAwait(false);
        }
    }
}
