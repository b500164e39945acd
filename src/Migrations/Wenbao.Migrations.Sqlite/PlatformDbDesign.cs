using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;

namespace Wenbao.Migrations.Sqlite;

/// <summary>Makes the platform's context for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class PlatformDbDesign : IDesignTimeDbContextFactory<PlatformDb>
{
    /// <inheritdoc/>
    public PlatformDb CreateDbContext(string[] args) => new(EfConventions.Options<PlatformDb>(DatabaseKind.Sqlite, "Data Source=design-time.db"));
}
