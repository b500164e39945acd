using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Persistence;

/// <summary>The tables of the ledger and of what moves a budget. Vouchers, entries and balances are written by plain statements; the model is there for the migrations and for reading few rows.</summary>
public sealed class FundsDb(DbContextOptions<FundsDb> options) : DbContext(options)
{
    internal DbSet<LineRow> Lines => Set<LineRow>();

    internal DbSet<VoucherRow> Vouchers => Set<VoucherRow>();

    internal DbSet<MonthRow> Months => Set<MonthRow>();

    internal DbSet<BudgetChangeRow> BudgetChanges => Set<BudgetChangeRow>();

    internal DbSet<CutRow> Cuts => Set<CutRow>();

    internal DbSet<CutItemRow> CutItems => Set<CutItemRow>();

    internal DbSet<LoanRow> Loans => Set<LoanRow>();

    internal DbSet<LoanShareRow> LoanShares => Set<LoanShareRow>();

    internal DbSet<LoanReturnRow> LoanReturns => Set<LoanReturnRow>();

    internal DbSet<CompensationRecoveryRow> CompensationRecoveries => Set<CompensationRecoveryRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        EfConventions.Configure(configurationBuilder, Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<LineRow>().ToTable("fnd_line").HasKey(l => l.Line);
        modelBuilder.Entity<AccountRow>(account =>
        {
            account.ToTable("fnd_account").HasKey(a => a.Id);
            account.HasIndex(a => new { a.Line, a.Level, a.Stage }).IsUnique();
        });
        modelBuilder.Entity<VoucherRow>(voucher =>
        {
            voucher.ToTable("fnd_voucher").HasKey(v => v.Id);
            voucher.HasIndex(v => v.Day);
            voucher.HasIndex(v => v.Reference);
        });
        modelBuilder.Entity<EntryRow>(entry =>
        {
            entry.ToTable("fnd_entry").HasKey(e => new { e.VoucherId, e.Ordinal });
            entry.HasIndex(e => new { e.DebitAccount, e.VoucherId, e.Ordinal });
            entry.HasIndex(e => new { e.CreditAccount, e.VoucherId, e.Ordinal });
            entry.HasIndex(e => e.Entitlement);
        });
        modelBuilder.Entity<BalanceRow>(balance =>
        {
            balance.ToTable("fnd_balance").HasKey(b => b.AccountId);
            balance.Property(b => b.AccountId).ValueGeneratedNever();
        });
        modelBuilder.Entity<MonthRow>().ToTable("fnd_month").HasKey(m => m.Month);
        modelBuilder.Entity<MonthBalanceRow>().ToTable("fnd_month_balance").HasKey(m => new { m.Month, m.AccountId });
        ModelBudget(modelBuilder);
        ModelFundUse(modelBuilder);
        EfConventions.NameAll(modelBuilder, "fnd_");
    }

    private static void ModelBudget(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BudgetChangeRow>(change =>
        {
            change.ToTable("fnd_budget_change").HasKey(c => c.Id);
            change.HasIndex(c => c.FromCut);
            change.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<CutRow>(cut =>
        {
            cut.ToTable("fnd_cut").HasKey(c => c.Id);
            cut.Property(c => c.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<CutItemRow>().ToTable("fnd_cut_item").HasKey(i => new { i.CutId, i.Line });
    }

    private static void ModelFundUse(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LoanRow>(loan =>
        {
            loan.ToTable("fnd_loan").HasKey(l => l.Id);
            loan.HasIndex(l => l.Entitlement).IsUnique();
            loan.HasIndex(l => new { l.Line, l.BorrowerType, l.Borrower }).IsUnique().HasFilter("returned_on IS NULL");
            loan.Property(l => l.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<LoanShareRow>().ToTable("fnd_loan_share").HasKey(s => new { s.LoanId, s.Level });
        modelBuilder.Entity<LoanReturnRow>(back =>
        {
            back.ToTable("fnd_loan_return").HasKey(r => r.Id);
            back.HasIndex(r => new { r.LoanId, r.Reference }).IsUnique();
        });
        modelBuilder.Entity<CompensationRecoveryRow>(recovery =>
        {
            recovery.ToTable("fnd_compensation_recovery").HasKey(r => r.Id);
            recovery.HasIndex(r => new { r.Line, r.Reference }).IsUnique();
        });
    }
}
