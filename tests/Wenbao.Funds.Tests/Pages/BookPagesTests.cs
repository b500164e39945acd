using System.Net;
using Wenbao.Funds.Pages.Texts;
using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Pages;

public sealed class BookPagesTests
{
    [Fact]
    public void Texts_AreInBothLanguages() => Assert.Empty(BookTexts.All.Untranslated().Concat(PayTexts.Catalogue.Untranslated()));

    [Fact]
    public async Task Pages_LeadFromLineToAccountToVoucher()
    {
        await using var site = await BooksSite.StartAsync();
        using var auditor = site.Reader(BooksScenario.Auditor);

        var books = await OpenAsync(auditor, "/books");
        Assert.DoesNotContain("/books/balance?line=award\"", books, StringComparison.Ordinal); // nothing was used of it yet
        Assert.Contains("/books/balance?line=award", await OpenAsync(auditor, "/books?all=1"), StringComparison.Ordinal);
        Assert.Contains("/books/balance?line=award", await OpenAsync(auditor, "/books?class=SpecialFund"), StringComparison.Ordinal);
        Assert.Contains("/books/funds/bridge", books, StringComparison.Ordinal);
        var account = (await site.GetAsync(new GetTrialBalance(Line: "award"))).Rows[0].Id;
        Assert.Contains($"/books/accounts/{account}", await OpenAsync(auditor, "/books/balance?line=award&on=2020-06-30"), StringComparison.Ordinal);
        Assert.Contains("/books/vouchers/1", await OpenAsync(auditor, $"/books/accounts/{account}"), StringComparison.Ordinal);
        Assert.Contains("opening/2020-01-01", await OpenAsync(auditor, "/books/vouchers/1?after=0"), StringComparison.Ordinal);
        Assert.Contains("账簿完好", await OpenAsync(auditor, "/books/verify"), StringComparison.Ordinal);
        Assert.Contains("循环", books, StringComparison.Ordinal);
        await OpenAsync(auditor, "/books/funds/bridge?only=Overdue&page=2");
        await OpenAsync(auditor, "/books/funds/loss_reserve");
        Assert.Contains("The books are sound", await OpenAsync(auditor, "/books/verify?lang=en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/accounts/999", HttpStatusCode.NotFound)]
    [InlineData("/books/vouchers/999", HttpStatusCode.NotFound)]
    [InlineData("/books/balance?line=nowhere", HttpStatusCode.NotFound)]
    [InlineData("/books/funds/award", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/books/cuts/999", HttpStatusCode.NotFound)]
    [InlineData("/books/export?line=award&month=2020", HttpStatusCode.UnprocessableEntity)]
    public async Task WhatIsNotThere_IsSaidSo(string address, HttpStatusCode status)
    {
        await using var site = await BooksSite.StartAsync();
        using var reader = site.Reader(BooksScenario.Maker);
        Assert.Equal(status, (await reader.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        using var owner = site.Reader("owner");
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.GetAsync("/books", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Forms_TakeAChangeAndACutThroughTwoHands()
    {
        await using var site = await BooksSite.StartAsync();
        using var maker = site.Reader(BooksScenario.Maker);
        using var checker = site.Reader(BooksScenario.Checker);

        await DoneAsync(BooksSite.SubmitAsync(maker, "/books/budget", "/do/budget/propose", ("kind", "Transfer"), ("line", "award"), ("toLine", "aid"), ("amount", "1,00.50"), ("reason", "调剂")));
        var own = await OpenAsync(maker, "/books/budget");
        Assert.Contains("须由另一人审批", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/do/budget/1/approve", own, StringComparison.Ordinal);
        Assert.Contains("已审批", await DoneAsync(BooksSite.SubmitAsync(checker, "/books/budget", "/do/budget/1/approve")), StringComparison.Ordinal);
        Assert.Equal(899.50m, Assert.Single(await site.GetAsync(new GetFundLines("award"))).Free.Yuan);

        Assert.Contains("第 1 号压减", await DoneAsync(BooksSite.SubmitAsync(maker, "/books/budget", "/do/cuts/propose", ("percent", "10"), ("reason", "过紧日子"))), StringComparison.Ordinal);
        Assert.Contains("义务教育法", await DoneAsync(BooksSite.SubmitAsync(checker, "/books/cuts/1", "/do/cuts/1/approve")), StringComparison.Ordinal);
        var reserve = Assert.Single(await site.GetAsync(new GetFundLines("reserve"))).Free;
        Assert.True(reserve > Money.Zero);
        await DoneAsync(BooksSite.SubmitAsync(maker, "/books/budget", "/do/budget/propose", ("kind", "Transfer"), ("line", "reserve"), ("toLine", "schools"), ("amount", "10"), ("fromCut", "1"), ("reason", "助学")));
        await DoneAsync(BooksSite.SubmitAsync(checker, "/books/budget", "/do/budget/2/reject", ("reason", "再议")));
        // What is wrong is named as the page names it, not as the form sends it.
        var wrong = await RefusedAsync(BooksSite.SubmitAsync(maker, "/books/budget", "/do/budget/propose", ("kind", "Transfer"), ("line", ""), ("amount", "x"), ("reason", "")), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("FRM-0001", wrong, StringComparison.Ordinal);
        Assert.Contains("“金额（元）”的格式不对", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("“amount”", wrong, StringComparison.Ordinal);
        Assert.Contains("FND-0018", await RefusedAsync(BooksSite.SubmitAsync(maker, "/books/budget", "/do/budget/propose", ("kind", "7"), ("line", "award"), ("amount", "1"), ("reason", "x")), HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_TakeBackRecoverAndClose()
    {
        await using var site = await BooksSite.StartAsync();
        using var maker = site.Reader(BooksScenario.Maker);

        await site.SendAsync(new LendForClaims([new FundUse("bridge", Money.FromYuan(100m), 3, "enterprise", "F1", 1, "HT-1")]));
        Assert.DoesNotContain("/do/loans/lend", await OpenAsync(maker, "/books/funds/bridge"), StringComparison.Ordinal); // nobody lends by hand
        Assert.Contains("尚有 40.00 元", await DoneAsync(BooksSite.SubmitAsync(maker, "/books/funds/bridge", "/do/loans/1/return", ("amount", "60"), ("reference", "B1"))), StringComparison.Ordinal);
        Assert.Contains("FND-0038", await RefusedAsync(
            BooksSite.SubmitAsync(maker, "/books/funds/loss_reserve", "/do/compensation/recover", ("entitlement", "1"), ("amount", "10"), ("insurer", "50"), ("bank", "20"), ("reference", "B1")), HttpStatusCode.Conflict), StringComparison.Ordinal);
        await DoneAsync(BooksSite.SubmitAsync(maker, "/books", "/do/months/close"));
        Assert.Equal(new DateOnly(2020, 1, 1), (await site.GetAsync(new GetClosedMonths())).Months[0].Month);

        var export = await maker.GetAsync("/books/export?line=bridge&month=2020-02", TestContext.Current.CancellationToken);
        Assert.Equal(("text/csv", "books-bridge-2020-02.csv"), (export.Content.Headers.ContentType!.MediaType, export.Content.Headers.ContentDisposition!.FileName));
        Assert.StartsWith("\uFEFFvoucher,ordinal,", System.Text.Encoding.UTF8.GetString(await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_ThatCannotBeRead_AreAnsweredWithAProblem()
    {
        await using var site = await BooksSite.StartAsync();
        using var maker = site.Reader(BooksScenario.Maker);

        using var stale = new FormUrlEncodedContent([KeyValuePair.Create("line", "award"), KeyValuePair.Create("__RequestVerificationToken", "of another session")]);
        Assert.Contains("FRM-0006", await RefusedAsync(maker.PostAsync("/do/batches/make", stale, TestContext.Current.CancellationToken), HttpStatusCode.BadRequest), StringComparison.Ordinal);

        // Announced larger than any bank file: refused before it comes.
        using var large = new ByteArrayContent([1]);
        large.Headers.ContentLength = 1L << 30;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/do/bank/import") { Content = large };
        request.Headers.ExpectContinue = true;
        Assert.Contains("FRM-0005", await RefusedAsync(maker.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(HttpClient reader, string address)
    {
        var answer = await reader.GetAsync(address, TestContext.Current.CancellationToken);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}\n{html}");
        return html;
    }

    private static Task<string> DoneAsync(Task<HttpResponseMessage> submitted) => RefusedAsync(submitted, HttpStatusCode.OK);

    private static async Task<string> RefusedAsync(Task<HttpResponseMessage> submitted, HttpStatusCode status)
    {
        var answer = await submitted;
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}\n{html}");
        return html;
    }
}
