using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Wenbao.Kernel;

namespace Wenbao.Platform.Data;

/// <summary>What every module's EF context has in common: names in snake_case, moments in UTC, days as days, enums as text, money in whole fen.</summary>
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

    /// <summary>A context on an open connection.</summary>
    /// <param name="database">The database the connection belongs to.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="ownsConnection">Whether the context closes the connection when it is disposed.</param>
    internal static TContext CreateContext<TContext>(Database database, DbConnection connection, bool ownsConnection)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(database);
        var builder = new DbContextOptionsBuilder<TContext>();
        _ = database.Kind == DatabaseKind.Sqlite
            ? builder.UseSqlite(connection, ownsConnection, o => o.MigrationsAssembly(MigrationsAssembly(database.Kind)).MigrationsHistoryTable(HistoryTable<TContext>()))
            : builder.UseNpgsql(connection, ownsConnection, o => o.MigrationsAssembly(MigrationsAssembly(database.Kind)).MigrationsHistoryTable(HistoryTable<TContext>()));
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
        configuration.Properties<Money>().HaveConversion<MoneyFen>();
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

    private sealed class MoneyFen() : ValueConverter<Money, long>(money => money.Fen, fen => new Money(fen));

    private sealed class InstantUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        moment => moment.ToUniversalTime(),
        moment => moment);
}
