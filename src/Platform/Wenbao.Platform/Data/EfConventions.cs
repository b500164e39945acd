using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Wenbao.Platform.Data;

/// <summary>What every module's EF context has in common: names in snake_case, moments in UTC, days as days, enums as text.</summary>
public static class EfConventions
{
    /// <summary>The assembly that holds the migrations for a system.</summary>
    public static string MigrationsAssembly(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "Wenbao.Migrations.Sqlite" : "Wenbao.Migrations.PostgreSql";

    /// <summary>Options for a context on a connection string (design time, migrations).</summary>
    public static DbContextOptions<TContext> Options<TContext>(DatabaseKind kind, string connectionString)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        _ = kind == DatabaseKind.Sqlite
            ? builder.UseSqlite(connectionString, o => o.MigrationsAssembly(MigrationsAssembly(kind)).MigrationsHistoryTable(HistoryTable<TContext>()))
            : builder.UseNpgsql(connectionString, o => o.MigrationsAssembly(MigrationsAssembly(kind)).MigrationsHistoryTable(HistoryTable<TContext>()));
        return builder.Options;
    }

    /// <summary>A context for reading on a connection of its own, without tracking.</summary>
    public static TContext CreateContext<TContext>(Database database, DbConnection connection)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(database);
        var builder = new DbContextOptionsBuilder<TContext>();
        _ = database.Kind == DatabaseKind.Sqlite
            ? builder.UseSqlite(connection, o => o.MigrationsAssembly(MigrationsAssembly(database.Kind)).MigrationsHistoryTable(HistoryTable<TContext>()))
            : builder.UseNpgsql(connection, o => o.MigrationsAssembly(MigrationsAssembly(database.Kind)).MigrationsHistoryTable(HistoryTable<TContext>()));
        return (TContext)Activator.CreateInstance(typeof(TContext), builder.Options)!;
    }

    /// <summary>Value conversions; call it from <c>ConfigureConventions</c>.</summary>
    /// <param name="configuration">The context's conventions.</param>
    /// <param name="isSqlite">Whether the context is on SQLite (<c>Database.IsSqlite()</c>).</param>
    public static void Configure(ModelConfigurationBuilder configuration, bool isSqlite)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (isSqlite)
        {
            configuration.Properties<DateTimeOffset>().HaveConversion<InstantText>();
        }
        else
        {
            configuration.Properties<DateTimeOffset>().HaveConversion<InstantUtc>();
        }

        configuration.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Names in snake_case with a module's prefix for tables; call it last in <c>OnModelCreating</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tablePrefix">Such as <c>plt_</c>.</param>
    public static void NameAll(ModelBuilder model, string tablePrefix)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsOwned())
            {
                var name = SnakeCase.Of(table);
                entity.SetTableName(name.StartsWith(tablePrefix, StringComparison.Ordinal) ? name : tablePrefix + name);
            }

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase.Of(property.GetColumnName()));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(SnakeCase.Of(key.GetName() ?? "pk_" + entity.GetTableName()));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(SnakeCase.Of(key.GetConstraintName() ?? "fk_" + entity.GetTableName()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(SnakeCase.Of(index.GetDatabaseName() ?? "ix_" + entity.GetTableName()));
            }
        }
    }

    private static string HistoryTable<TContext>() => "ef_history_" + SnakeCase.Of(typeof(TContext).Name);

    private sealed class InstantText() : ValueConverter<DateTimeOffset, string>(
        moment => moment.UtcDateTime.ToString(SqliteDialect.InstantFormat, CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    private sealed class InstantUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        moment => moment.ToUniversalTime(),
        moment => moment);
}
