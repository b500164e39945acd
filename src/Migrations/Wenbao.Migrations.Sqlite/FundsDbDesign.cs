using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Funds.Persistence;

namespace Wenbao.Migrations.Sqlite;

/// <summary>Makes the context of the ledger for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class FundsDbDesign : IDesignTimeDbContextFactory<FundsDb>
{
    /// <inheritdoc/>
    public FundsDb CreateDbContext(string[] args) => new(EfConventions.Options<FundsDb>(DatabaseKind.Sqlite, "Data Source=design-time.db"));
}
