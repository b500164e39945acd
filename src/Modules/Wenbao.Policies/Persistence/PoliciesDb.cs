using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Policies.Persistence;

/// <summary>The tables of the policies module: what the last pass over the registry came to.</summary>
public sealed class PoliciesDb(DbContextOptions<PoliciesDb> options) : DbContext(options)
{
    internal DbSet<MatchRun> MatchRuns => Set<MatchRun>();

    internal DbSet<StoredSummary> Summaries => Set<StoredSummary>();

    internal DbSet<SubjectChunk> SubjectChunks => Set<SubjectChunk>();

    internal DbSet<CellChunk> CellChunks => Set<CellChunk>();

    internal DbSet<FoundSubject> FoundSubjects => Set<FoundSubject>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<MatchRun>().ToTable("pol_match_runs").HasKey(r => r.Id);
        modelBuilder.Entity<StoredSummary>().ToTable("pol_summaries").HasKey(s => s.Policy);
        modelBuilder.Entity<SubjectChunk>().ToTable("pol_subject_chunks").HasKey(c => new { c.SubjectType, c.Number });
        modelBuilder.Entity<CellChunk>().ToTable("pol_cell_chunks").HasKey(c => new { c.Policy, c.Number });
        modelBuilder.Entity<FoundSubject>(found =>
        {
            found.ToTable("pol_found_subjects");
            found.HasKey(f => new { f.Policy, f.SubjectId });
            found.HasIndex(f => new { f.SubjectType, f.SubjectId });
            found.HasIndex(f => new { f.Policy, f.AmountFen, f.SubjectId });
        });
        EfConventions.NameAll(modelBuilder, "pol_");
    }
}
