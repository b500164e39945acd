using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Persistence;

/// <summary>The tables of payments: commitments, publicity, batches, bank messages, recoveries.</summary>
public sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : DbContext(options)
{
    internal DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();

    internal DbSet<BatchRow> Batches => Set<BatchRow>();

    internal DbSet<BatchPartRow> BatchParts => Set<BatchPartRow>();

    internal DbSet<AttemptRow> Attempts => Set<AttemptRow>();

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
        modelBuilder.Entity<BatchRow>(batch =>
        {
            batch.ToTable("fnd_batch").HasKey(b => b.Id);
            batch.HasIndex(b => b.MessageId).IsUnique();
            batch.Property(b => b.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<BatchPartRow>().ToTable("fnd_batch_part").HasKey(p => new { p.Batch, p.Number });
        modelBuilder.Entity<AttemptRow>(attempt =>
        {
            attempt.ToTable("fnd_attempt").HasKey(a => a.Id);
            attempt.HasIndex(a => a.EndToEndId).IsUnique();
            attempt.HasIndex(a => new { a.Batch, a.Part, a.Id });
            attempt.HasIndex(a => a.Commitment);
        });
        EfConventions.NameAll(modelBuilder, "fnd_");
    }
}
