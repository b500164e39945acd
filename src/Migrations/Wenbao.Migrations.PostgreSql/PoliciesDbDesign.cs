using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Policies.Persistence;

namespace Wenbao.Migrations.PostgreSql;

/// <summary>Makes the context of policies for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class PoliciesDbDesign : IDesignTimeDbContextFactory<PoliciesDb>
{
    /// <inheritdoc/>
    public PoliciesDb CreateDbContext(string[] args) => new(EfConventions.Options<PoliciesDb>(DatabaseKind.PostgreSql, "Host=localhost;Database=design_time"));
}
