using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Policies.Persistence;

namespace Wenbao.Migrations.PostgreSql;

/// <summary>Makes the context of a policy's life for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class PolicyLifeDbDesign : IDesignTimeDbContextFactory<PolicyLifeDb>
{
    /// <inheritdoc/>
    public PolicyLifeDb CreateDbContext(string[] args) => new(EfConventions.Options<PolicyLifeDb>(DatabaseKind.PostgreSql, "Host=localhost;Database=design_time"));
}
