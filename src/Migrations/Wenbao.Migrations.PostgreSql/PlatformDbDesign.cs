using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;

namespace Wenbao.Migrations.PostgreSql;

/// <summary>Makes the platform's context for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class PlatformDbDesign : IDesignTimeDbContextFactory<PlatformDb>
{
    /// <inheritdoc/>
    public PlatformDb CreateDbContext(string[] args) => new(EfConventions.Options<PlatformDb>(DatabaseKind.PostgreSql, "Host=localhost;Database=design_time"));
}
