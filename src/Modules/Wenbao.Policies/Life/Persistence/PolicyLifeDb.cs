using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Policies.Persistence;

/// <summary>The tables of a policy's life: versions, drafts, changes, simulations.</summary>
public sealed class PolicyLifeDb(DbContextOptions<PolicyLifeDb> options) : DbContext(options)
{
    internal DbSet<VersionRow> Versions => Set<VersionRow>();

    internal DbSet<DraftRow> Drafts => Set<DraftRow>();

    internal DbSet<DraftFileRow> DraftFiles => Set<DraftFileRow>();

    internal DbSet<ChangeRow> Changes => Set<ChangeRow>();

    internal DbSet<SimulationRow> Simulations => Set<SimulationRow>();

    internal DbSet<SimulatedRow> Simulated => Set<SimulatedRow>();

    internal DbSet<SimulatedEntitlementRow> SimulatedEntitlements => Set<SimulatedEntitlementRow>();

    internal DbSet<LifeEventRow> Events => Set<LifeEventRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<VersionRow>(version =>
        {
            version.ToTable("pol_version").HasKey(v => v.Id);
            version.HasIndex(v => new { v.Policy, v.Version }).IsUnique();
        });
        modelBuilder.Entity<DraftRow>(draft =>
        {
            draft.ToTable("pol_draft").HasKey(d => d.Id);
            draft.Property(d => d.RowVersion).IsConcurrencyToken();
            draft.HasIndex(d => new { d.State, d.InForceOn });
            draft.HasIndex(d => d.Policy);
        });
        modelBuilder.Entity<DraftFileRow>().ToTable("pol_draft_file").HasKey(f => new { f.DraftId, f.Name });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.ToTable("pol_change").HasKey(c => c.Id);
            change.Property(c => c.RowVersion).IsConcurrencyToken();
            change.HasIndex(c => new { c.State, c.On });
            change.HasIndex(c => c.Policy);
        });
        modelBuilder.Entity<SimulationRow>(simulation =>
        {
            simulation.ToTable("pol_simulation").HasKey(s => s.Id);
            simulation.HasIndex(s => s.DraftId);
        });
        modelBuilder.Entity<SimulatedRow>(row =>
        {
            row.ToTable("pol_simulated").HasKey(r => new { r.SimulationId, r.List, r.Place });
            row.HasIndex(r => new { r.SimulationId, r.SubjectId });
        });
        modelBuilder.Entity<SimulatedEntitlementRow>().ToTable("pol_simulated_entitlement").HasKey(r => new { r.SimulationId, r.Place });
        modelBuilder.Entity<LifeEventRow>(happened =>
        {
            happened.ToTable("pol_life_event").HasKey(e => e.Id);
            happened.HasIndex(e => e.Policy);
            happened.HasIndex(e => e.DraftId);
            happened.HasIndex(e => e.ChangeId);
        });
        modelBuilder.Entity<GenerationRow>(generation =>
        {
            generation.ToTable("pol_generation").HasKey(g => g.Id);
            generation.Property(g => g.Id).ValueGeneratedNever();
        });
        EfConventions.NameAll(modelBuilder, "pol_");
    }
}
