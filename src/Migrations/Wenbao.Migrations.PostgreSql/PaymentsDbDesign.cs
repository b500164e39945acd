using Microsoft.EntityFrameworkCore.Design;
using Wenbao.Platform.Data;
using Wenbao.Funds.Persistence;

namespace Wenbao.Migrations.PostgreSql;

/// <summary>Makes the context of payments for <c>dotnet ef</c>; nothing is opened.</summary>
internal sealed class PaymentsDbDesign : IDesignTimeDbContextFactory<PaymentsDb>
{
    /// <inheritdoc/>
    public PaymentsDb CreateDbContext(string[] args) => new(EfConventions.Options<PaymentsDb>(DatabaseKind.PostgreSql, "Host=localhost;Database=design_time"));
}
