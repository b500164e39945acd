using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Persistence;

/// <summary>The tables of payments: commitments, publicity, batches, bank messages, recoveries.</summary>
public sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : DbContext(options)
{
    internal DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<CommitmentRow>(commitment =>
        {
            commitment.ToTable("fnd_commitment").HasKey(c => c.Id);

            // One live commitment an entitlement; those released stay for the record.
            commitment.HasIndex(c => c.Entitlement, "ix_fnd_commitment_live").IsUnique().HasFilter($"stage <> '{nameof(PaymentStage.Released)}'");
            commitment.HasIndex(c => new { c.Entitlement, c.Id });
            commitment.HasIndex(c => new { c.Stage, c.Line });
            commitment.HasIndex(c => c.PublicList);
            commitment.HasIndex(c => c.Batch);
        });
        EfConventions.NameAll(modelBuilder, "fnd_");
    }
}
