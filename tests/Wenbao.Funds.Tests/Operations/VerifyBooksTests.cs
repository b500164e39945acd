using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;

namespace Wenbao.Funds.Tests.Operations;

public sealed class VerifyBooksTests
{
    [DatabaseTheory, DatabaseData]
    public async Task SoundBooks_AreProved(TestDatabase test)
    {
        await using var books = await BooksAsync(test);

        var proved = await books.GetAsync(new VerifyBooks(), BooksScenario.Auditor);

        Assert.Equal((await books.ScalarAsync("SELECT COUNT(*) FROM fnd_voucher"), await books.ScalarAsync("SELECT COUNT(*) FROM fnd_entry"), 1L), (proved.Vouchers, proved.Entries, proved.ClosedMonths));
        Assert.Equal((await books.GetAsync(new GetTrialBalance())).Debits, proved.Turnover);
    }

    [DatabaseTheory]
    [DatabaseData("UPDATE fnd_entry SET amount_fen = amount_fen + 1 WHERE voucher_id = 5", "FND-0022", "voucher/5")]
    [DatabaseData("UPDATE fnd_entry SET entitlement = 78 WHERE voucher_id = 5", "FND-0022", "voucher/5")]
    [DatabaseData("UPDATE fnd_entry SET credit_account = debit_account, debit_account = credit_account WHERE voucher_id = 5", "FND-0022", "voucher/5")]
    [DatabaseData("DELETE FROM fnd_entry WHERE voucher_id = 6", "FND-0022", "voucher/6")]
    [DatabaseData("INSERT INTO fnd_entry (voucher_id, ordinal, debit_account, credit_account, amount_fen) VALUES (7, 2, 1, 2, 5)", "FND-0022", "voucher/7")]
    [DatabaseData("UPDATE fnd_voucher SET reference = 'change/9' WHERE id = 4", "FND-0022", "voucher/4")]
    [DatabaseData("UPDATE fnd_voucher SET day = '2020-03-02' WHERE id = 4", "FND-0022", "voucher/4")]
    [DatabaseData("UPDATE fnd_voucher SET actor = 'nobody' WHERE id = 4", "FND-0022", "voucher/4")]
    [DatabaseData("UPDATE fnd_account SET line = 'aid' WHERE line = 'award' AND stage = 'Paid'", "FND-0022", "voucher/7")]
    [DatabaseData("DELETE FROM fnd_voucher WHERE id = 6", "FND-0021", "voucher/6")]
    [DatabaseData("DELETE FROM fnd_voucher WHERE id = (SELECT MAX(id) FROM fnd_voucher)", "FND-0021", "voucher/12")]
    [DatabaseData("UPDATE plt_audit SET digest = 'x' WHERE subject = 'voucher/5'", "FND-0023", "voucher/5")]
    [DatabaseData("DELETE FROM plt_audit WHERE subject = 'voucher/5'", "FND-0023", "voucher/5")]
    [DatabaseData("UPDATE fnd_balance SET debit_fen = debit_fen + 100, credit_fen = credit_fen + 100 WHERE account_id = 3", "FND-0026", "account/3")]
    [DatabaseData("DELETE FROM fnd_balance WHERE account_id = 3", "FND-0026", "account/3")]
    [DatabaseData("UPDATE fnd_month_balance SET debit_fen = debit_fen + 100 WHERE account_id = 1", "FND-0029", "month/2020-01")]
    [DatabaseData("UPDATE fnd_month SET digest = 'x'", "FND-0029", "month/2020-01")]
    [DatabaseData("DELETE FROM fnd_month_balance WHERE account_id = 1", "FND-0029", "month/2020-01")]
    public async Task AlteredBooks_AreFound(TestDatabase test, string statement, string code, string where)
    {
        await using var books = await BooksAsync(test);
        await books.TamperAsync(statement);

        var problem = (await books.AskAsync(new VerifyBooks())).Problem;

        Assert.Equal((code, where), (problem?.Code, problem?.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task VoucherDeletedWithItsEntriesAndBalances_IsFoundByTheAudit(TestDatabase test)
    {
        await using var books = await BooksAsync(test);
        await books.TamperAsync(
            "UPDATE fnd_balance SET debit_fen = debit_fen - (SELECT COALESCE(SUM(amount_fen), 0) FROM fnd_entry WHERE voucher_id = 12 AND debit_account = account_id)",
            "UPDATE fnd_balance SET credit_fen = credit_fen - (SELECT COALESCE(SUM(amount_fen), 0) FROM fnd_entry WHERE voucher_id = 12 AND credit_account = account_id)",
            "DELETE FROM fnd_entry WHERE voucher_id = 12", "DELETE FROM fnd_voucher WHERE id = 12");

        var problem = (await books.AskAsync(new VerifyBooks())).ShouldBeProblem(FundsProblems.VoucherDeleted);

        Assert.Equal("voucher/12", problem.Where);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ForgedVoucher_IsFoundByTheAudit(TestDatabase test)
    {
        await using var books = await BooksAsync(test);
        // Written by the ledger itself, so every digest is right; then its link is taken off the end of the chain.
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 1m)).ShouldSucceed();
        await books.TamperAsync("DELETE FROM plt_audit WHERE sequence >= (SELECT MAX(sequence) FROM plt_audit WHERE subject = 'voucher/13')");

        (await books.AskAsync(new VerifyBooks())).ShouldBeProblem(FundsProblems.VoucherUnaudited);
        (await books.AskAsync(new VerifyAudit(), BooksScenario.Auditor)).ShouldBeProblem(AuditProblems.Unsealed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Audit_HearsTheVouchers(TestDatabase test)
    {
        await using var books = await BooksAsync(test);
        var vouchers = await books.ScalarAsync("SELECT COUNT(*) FROM fnd_voucher");
        Assert.Equal(vouchers, (await books.GetAsync(new VerifyAudit(), BooksScenario.Auditor)).Witnesses.Single(w => w.SubjectPrefix == "voucher/").Proved);
        await books.TamperAsync("UPDATE fnd_entry SET amount_fen = amount_fen + 1 WHERE voucher_id = 5");
        (await books.AskAsync(new VerifyAudit(), BooksScenario.Auditor)).ShouldBeProblem(AuditProblems.SealedAltered);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Books_RefuseUpdateAndDelete(TestDatabase test)
    {
        await using var books = await BooksAsync(test);
        foreach (var table in (string[])["fnd_account", "fnd_voucher", "fnd_entry", "fnd_month", "fnd_month_balance"])
        {
            await using var work = await books.Database.BeginAsync();
            var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Platform.Data.CommandExtensions.ExecuteAsync(work, $"DELETE FROM {table}"));
            Assert.Contains("append-only", fault.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Twelve vouchers: three of opening, four of a payment, a transfer, a booking, another payment's commitment and clearing, a late one; January closed.</summary>
    private static async Task<BooksScenario> BooksAsync(TestDatabase test)
    {
        var books = await BooksScenario.StartAsync(test);
        await books.PayAsync("award", 12.34m, 77);
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 1, 1)));
        (await books.PostAsync(VoucherKind.Booking, "tax_relief", FundStage.Booked, FundStage.Forgone, 5m, FundLevel.Unshared, 80)).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Commitment, "insurance", FundStage.Committed, FundStage.Appropriated, 9m, FundLevel.City, 81)).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Clearing, "insurance", FundStage.Payable, FundStage.Committed, 9m, FundLevel.City, 81)).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Release, "insurance", FundStage.Appropriated, FundStage.Payable, 9m, FundLevel.City, 81)).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Commitment, "aid", FundStage.Committed, FundStage.Free, 9m, entitlement: 82)).ShouldSucceed();
        return books;
    }
}
