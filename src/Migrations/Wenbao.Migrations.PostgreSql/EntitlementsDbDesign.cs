using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Policies.Persistence;

namespace Wenbao.Migrations.PostgreSql;

/// <summary>Makes the context of entitlements for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class EntitlementsDbDesign : IDesignTimeDbContextFactory<EntitlementsDb>
{
    /// <inheritdoc/>
    public EntitlementsDb CreateDbContext(string[] args) => new(EfConventions.Options<EntitlementsDb>(DatabaseKind.PostgreSql, "Host=localhost;Database=design_time"));
}
