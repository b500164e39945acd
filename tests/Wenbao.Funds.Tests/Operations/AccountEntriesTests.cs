using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Operations;

public sealed class AccountEntriesTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Pages_HoldEveryEntryOnceNewestFirst(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        for (var i = 1; i <= 7; i++)
        {
            var draft = Enumerable.Range(1, i).Select(n => new EntryDraft(
                new("award", FundLevel.District, n % 3 == 0 ? FundStage.Payable : FundStage.Committed),
                new("award", FundLevel.District, n % 3 == 0 ? FundStage.Committed : FundStage.Free), new Money((i * 10) + n), n)).ToList();
            await books.DoneAsync(new PostForTest(VoucherKind.Commitment, books.Today, draft));
        }

        var account = (await books.GetAsync(new GetTrialBalance(Line: "award"))).Rows.Single(r => r.Account.Stage == FundStage.Committed);
        var whole = await books.GetAsync(new GetAccountEntries(account.Id, Size: 500));
        var paged = new List<AccountEntry>();
        EntryPosition? next = null;
        do
        {
            var page = await books.GetAsync(new GetAccountEntries(account.Id, next, Size: 4));
            Assert.InRange(page.Entries.Count, 1, 4);
            paged.AddRange(page.Entries);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(28, whole.Entries.Count);
        Assert.Equal(whole.Entries, paged);
        Assert.Equal(whole.Entries.OrderByDescending(e => e.Position.Voucher).ThenByDescending(e => e.Position.Ordinal), whole.Entries);
        Assert.Equal(account.Balance, new Money(whole.Entries.Sum(e => e.IsDebit ? e.Amount.Fen : -e.Amount.Fen)));
        Assert.Equal(account.Balance, whole.Balance);
        Assert.All(whole.Entries, e => Assert.Equal(e.IsDebit ? FundStage.Free : FundStage.Payable, e.Other.Stage));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Voucher_IsReadAPageAtATimeWithItsGrounds(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, grounds: new KnownDecisions());
        var posted = await books.DoneAsync(new PostForTest(VoucherKind.Commitment, books.Today,
            [.. Enumerable.Range(1, 5).Select(n => new EntryDraft(new("award", FundLevel.District, FundStage.Committed), new("award", FundLevel.District, FundStage.Free), new Money(n), n == 5 ? null : n))]));

        var first = await books.GetAsync(new GetVoucher(posted.Voucher, Size: 3));
        var second = await books.GetAsync(new GetVoucher(posted.Voucher, first.Next!.Value, Size: 3));

        Assert.Equal((5L, 15L, VoucherKind.Commitment, BooksScenario.Maker), (first.EntryCount, first.Total.Fen, first.Kind, first.Actor));
        Assert.Equal([1L, 2, 3, 4, 5], first.Entries.Concat(second.Entries).Select(e => e.Ordinal));
        Assert.Null(second.Next);
        Assert.Equal(["P1", "P2", "P3", "P4", null], first.Entries.Concat(second.Entries).Select(e => e.Ground?.Decision.Subject));
        (await books.AskAsync(new GetVoucher(999))).ShouldBeProblem(FundsProblems.VoucherNotFound);
        (await books.AskAsync(new GetAccountEntries(999))).ShouldBeProblem(FundsProblems.AccountNotFound);
        (await books.AskAsync(new GetVoucher(1, Size: 501))).ShouldBeProblem(OperationProblems.Invalid);
        (await books.AskAsync(new GetVoucher(1), "owner")).ShouldBeProblem(OperationProblems.NotAllowed);
    }
}
