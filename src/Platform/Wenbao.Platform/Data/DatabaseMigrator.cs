using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.Platform.Data;

/// <summary>A module's EF context whose tables the migrator keeps up to date.</summary>
/// <param name="Name">The context's name.</param>
/// <param name="Create">Makes the context on an open connection.</param>
public sealed record MigratedContext(string Name, Func<Database, DbConnection, DbContext> Create)
{
    /// <summary>A context by its type.</summary>
    public static MigratedContext Of<TContext>()
        where TContext : DbContext => new(typeof(TContext).Name, (database, connection) => EfConventions.CreateContext<TContext>(database, connection, ownsConnection: false));
}

/// <summary>Brings the tables of every registered context up to date.</summary>
/// <param name="database">The database; on PostgreSQL it must exist, a SQLite file is made.</param>
/// <param name="contexts">The contexts, in the order they are migrated.</param>
public sealed class DatabaseMigrator(Database database, IEnumerable<MigratedContext> contexts)
{
    /// <summary>Applies every migration that is missing; does nothing when none is.</summary>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        foreach (var registered in contexts)
        {
            var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var context = registered.Create(database, connection);
                await using (context.ConfigureAwait(false))
                {
                    await context.Database.MigrateAsync(cancel).ConfigureAwait(false);
                }
            }
        }
    }
}

/// <summary>Registration of contexts.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers a module's EF context with the migrator.</summary>
    public static IServiceCollection AddMigratedContext<TContext>(this IServiceCollection services)
        where TContext : DbContext => services.AddSingleton(MigratedContext.Of<TContext>());
}
