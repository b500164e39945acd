using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies.Persistence;

/// <summary>The tables of entitlements: what subjects get, what happened, the decisions behind it, used events, notices.</summary>
public sealed class EntitlementsDb(DbContextOptions<EntitlementsDb> options) : DbContext(options)
{
    internal const string LiveStates = "state IN ('Notified', 'Claimed', 'Waiting', 'Granted', 'Settled')";

    internal DbSet<Entitlement> Entitlements => Set<Entitlement>();

    internal DbSet<EntitlementEvent> Events => Set<EntitlementEvent>();

    internal DbSet<StoredDecision> Decisions => Set<StoredDecision>();

    internal DbSet<Consumption> Consumptions => Set<Consumption>();

    internal DbSet<StoredNotice> Notices => Set<StoredNotice>();

    internal DbSet<NoticePreference> NoticePreferences => Set<NoticePreference>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Entitlement>(entitlement =>
        {
            entitlement.ToTable("pol_entitlement");
            entitlement.HasKey(e => e.Id);
            entitlement.Property(e => e.Id).ValueGeneratedNever();
            entitlement.Ignore(e => e.NewEvents).Ignore(e => e.IsNew).Ignore(e => e.StoredVersion).Ignore(e => e.Amount).Ignore(e => e.ConcernsFunds).Ignore(e => e.FundsSettlement);
            entitlement.HasIndex(e => new { e.Policy, e.SubjectId, e.CaseKey }, "ix_pol_entitlement_live").IsUnique().HasFilter(LiveStates);
            entitlement.HasIndex(e => new { e.SubjectType, e.SubjectId }, "ix_pol_entitlement_subject");
            entitlement.HasIndex(e => new { e.Policy, e.State, e.Id }, "ix_pol_entitlement_state");
            entitlement.HasIndex(e => new { e.State, e.AcceptedNumber }, "ix_pol_entitlement_decide").HasFilter("state = 'Claimed'");
            entitlement.HasIndex(e => new { e.State, e.Id }, "ix_pol_entitlement_told").HasFilter("state = 'Notified'");
            entitlement.HasIndex(e => new { e.GrantedOn, e.Id }, "ix_pol_entitlement_unsettled").HasFilter("state = 'Granted'");
            entitlement.HasIndex(e => e.Receipt, "ix_pol_entitlement_receipt");
            entitlement.HasIndex(e => new { e.Line, e.AcceptedNumber }, "ix_pol_entitlement_queue").HasFilter("state = 'Waiting'");
        });
        modelBuilder.Entity<EntitlementEvent>().ToTable("pol_entitlement_event").HasKey(e => new { e.EntitlementId, e.Version });
        modelBuilder.Entity<StoredDecision>().ToTable("pol_decision").HasKey(d => new { d.EntitlementId, d.Version });
        modelBuilder.Entity<Consumption>(consumption =>
        {
            consumption.ToTable("pol_consumption");
            consumption.HasKey(c => new { c.EventGroup, c.Identity });
            consumption.HasIndex(c => c.EntitlementId, "ix_pol_consumption_entitlement");
        });
        modelBuilder.Entity<AcceptanceCounter>(counter =>
        {
            counter.ToTable("pol_acceptance");
            counter.HasKey(c => c.Id);
            counter.Property(c => c.Id).ValueGeneratedNever();
            counter.HasData(new AcceptanceCounter { Id = 1, NextEntitlement = 1, NextAcceptance = 1, LastAcceptedAt = DateTimeOffset.UnixEpoch });
        });
        modelBuilder.Entity<StoredNotice>(notice =>
        {
            notice.ToTable("pol_notice");
            notice.HasKey(n => n.Id);
            notice.HasIndex(n => new { n.Recipient, n.ReadAt, n.Id }, "ix_pol_notice_recipient");
        });
        modelBuilder.Entity<NoticePreference>().ToTable("pol_notice_preference").HasKey(p => p.Recipient);
        EfConventions.NameAll(modelBuilder, "pol_");
    }
}
