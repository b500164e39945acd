using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Persistence;

/// <summary>The tables of the ledger and of what moves a budget. Vouchers, entries and balances are written by plain statements; the model is there for the migrations and for reading few rows.</summary>
public sealed class FundsDb(DbContextOptions<FundsDb> options) : DbContext(options)
{
    internal DbSet<LineRow> Lines => Set<LineRow>();

    internal DbSet<VoucherRow> Vouchers => Set<VoucherRow>();

    internal DbSet<MonthRow> Months => Set<MonthRow>();

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
            entry.HasIndex(e => new { e.DebitAccount, e.VoucherId });
            entry.HasIndex(e => new { e.CreditAccount, e.VoucherId });
            entry.HasIndex(e => e.Entitlement);
        });
        modelBuilder.Entity<BalanceRow>(balance =>
        {
            balance.ToTable("fnd_balance").HasKey(b => b.AccountId);
            balance.Property(b => b.AccountId).ValueGeneratedNever();
        });
        modelBuilder.Entity<MonthRow>().ToTable("fnd_month").HasKey(m => m.Month);
        modelBuilder.Entity<MonthBalanceRow>().ToTable("fnd_month_balance").HasKey(m => new { m.Month, m.AccountId });
        EfConventions.NameAll(modelBuilder, "fnd_");
    }
}
