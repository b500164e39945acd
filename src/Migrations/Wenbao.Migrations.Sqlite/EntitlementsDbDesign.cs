using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Policies.Persistence;

namespace Wenbao.Migrations.Sqlite;

/// <summary>Makes the context of entitlements for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class EntitlementsDbDesign : IDesignTimeDbContextFactory<EntitlementsDb>
{
    /// <inheritdoc/>
    public EntitlementsDb CreateDbContext(string[] args) => new(EfConventions.Options<EntitlementsDb>(DatabaseKind.Sqlite, "Data Source=design-time.db"));
}
