using Microsoft.EntityFrameworkCore;

namespace Wenbao.Platform.Data;

/// <summary>The platform's own tables: audit, idempotency keys, outbox, processed messages. Written by plain statements; the model is there for the migrations and for reading.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<AuditRow>(row =>
        {
            row.ToTable("Audit").HasKey(r => r.Sequence);
            row.Property(r => r.Sequence).ValueGeneratedNever();
            row.HasIndex(r => new { r.Subject, r.Sequence });
            row.HasIndex(r => new { r.Actor, r.Sequence });
            row.HasIndex(r => new { r.At, r.Sequence });
        });
        modelBuilder.Entity<IdempotencyRow>().ToTable("Idempotency").HasKey(r => new { r.IdempotencyKey, r.Actor });
        modelBuilder.Entity<OutboxRow>(row =>
        {
            row.ToTable("Outbox").HasKey(r => r.Id);
            row.HasIndex(r => new { r.DoneAt, r.NextAttemptAt });
        });
        modelBuilder.Entity<ProcessedRow>().ToTable("Processed").HasKey(r => new { r.MessageId, r.Handler });
        EfConventions.NameAll(modelBuilder, "plt_");
    }
}
