using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Persistence;

/// <summary>The tables of payments: commitments, publicity, batches, bank messages, recoveries.</summary>
public sealed class PaymentsDb(DbContextOptions<PaymentsDb> options) : DbContext(options)
{
    internal DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();

    internal DbSet<BasisRow> Bases => Set<BasisRow>();

    internal DbSet<BatchRow> Batches => Set<BatchRow>();

    internal DbSet<BatchPartRow> BatchParts => Set<BatchPartRow>();

    internal DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    internal DbSet<PublicListRow> PublicLists => Set<PublicListRow>();

    internal DbSet<PublicItemRow> PublicItems => Set<PublicItemRow>();

    internal DbSet<ObjectionRow> Objections => Set<ObjectionRow>();

    internal DbSet<BankMessageRow> BankMessages => Set<BankMessageRow>();

    internal DbSet<BankFactRow> BankFacts => Set<BankFactRow>();

    internal DbSet<StatementRow> Statements => Set<StatementRow>();

    internal DbSet<StatementEntryRow> StatementEntries => Set<StatementEntryRow>();

    internal DbSet<BatchBookingRow> BatchBookings => Set<BatchBookingRow>();

    internal DbSet<BankExceptionRow> BankExceptions => Set<BankExceptionRow>();

    internal DbSet<RecoveryRow> Recoveries => Set<RecoveryRow>();

    internal DbSet<RecoveryReceiptRow> RecoveryReceipts => Set<RecoveryReceiptRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        MapPayments(modelBuilder);
        MapPublicity(modelBuilder);
        MapBank(modelBuilder);
        MapRecoveries(modelBuilder);
        EfConventions.NameAll(modelBuilder, "fnd_");
    }

    private static void MapPayments(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CommitmentRow>(commitment =>
        {
            commitment.ToTable("fnd_commitment").HasKey(c => c.Id);
            commitment.HasIndex(c => new { c.Entitlement, c.Round }).IsUnique();

            // Only what waits is looked for by its stage; what has gone on costs the index nothing.
            commitment.HasIndex(c => new { c.Stage, c.Line }).HasFilter(
                $"stage = '{nameof(PaymentStage.Committed)}' OR stage = '{nameof(PaymentStage.Published)}' OR stage = '{nameof(PaymentStage.Payable)}' OR stage = '{nameof(PaymentStage.Returned)}'");
        });
        modelBuilder.Entity<BasisRow>(basis =>
        {
            basis.ToTable("fnd_basis").HasKey(b => b.Id);
            basis.HasIndex(b => new { b.Policy, b.Version, b.Clause }).IsUnique();
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
            attempt.Property(a => a.Id).ValueGeneratedNever();
            attempt.HasIndex(a => a.Commitment);
        });
    }

    private static void MapPublicity(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PublicListRow>().ToTable("fnd_public_list").HasKey(l => l.Id);
        modelBuilder.Entity<PublicItemRow>().ToTable("fnd_public_item").HasKey(i => new { i.List, i.Ordinal });
        modelBuilder.Entity<ObjectionRow>(objection =>
        {
            objection.ToTable("fnd_objection").HasKey(o => o.Id);
            objection.HasIndex(o => o.Commitment);
            objection.HasIndex(o => new { o.List, o.Ordinal });
            objection.HasIndex(o => o.State);
        });
    }

    private static void MapBank(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BankMessageRow>(message =>
        {
            message.ToTable("fnd_bank_message").HasKey(m => m.Id);
            message.HasIndex(m => m.Digest).IsUnique();
        });
        modelBuilder.Entity<BankFactRow>(fact =>
        {
            fact.ToTable("fnd_bank_fact").HasKey(f => f.Id);
            fact.HasIndex(f => new { f.Attempt, f.Kind, f.Key }).IsUnique();
        });
        modelBuilder.Entity<StatementRow>(statement =>
        {
            statement.ToTable("fnd_statement").HasKey(s => s.Id);
            statement.HasIndex(s => new { s.AccountNumber, s.StatementId }).IsUnique();
        });
        modelBuilder.Entity<StatementEntryRow>(entry =>
        {
            entry.ToTable("fnd_statement_entry").HasKey(e => new { e.Statement, e.Ordinal });
            entry.HasIndex(e => e.BookedOn);
            entry.HasIndex(e => e.Attempt);
        });
        modelBuilder.Entity<BatchBookingRow>(booking =>
        {
            booking.ToTable("fnd_batch_booking").HasKey(b => new { b.Statement, b.Ordinal });
            booking.HasIndex(b => b.Batch);
        });
        modelBuilder.Entity<BankExceptionRow>(exception =>
        {
            exception.ToTable("fnd_exception").HasKey(e => e.Id);
            exception.HasIndex(e => new { e.Kind, e.Key }).IsUnique();
        });
    }

    private static void MapRecoveries(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RecoveryRow>(recovery =>
        {
            recovery.ToTable("fnd_recovery").HasKey(r => r.Id);
            recovery.HasIndex(r => r.Reference).IsUnique();
            recovery.HasIndex(r => r.Commitment);
            recovery.Property(r => r.Revision).IsConcurrencyToken();
            recovery.Ignore(r => r.Parts).Ignore(r => r.Outstanding);
        });
        modelBuilder.Entity<RecoveryReceiptRow>(receipt =>
        {
            receipt.Ignore(r => r.Parts);
            receipt.ToTable("fnd_recovery_receipt").HasKey(r => r.Id);
            receipt.HasIndex(r => r.Recovery);
            receipt.HasIndex(r => r.Reference).IsUnique();
        });
    }
}
