using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;
using Wenbao.WebKit.Forms;

namespace Wenbao.Funds.Pages.Books;

/// <summary>What the forms of books, budget and funds post to, and the file they hand out.</summary>
internal static class BookForms
{
    private static readonly LocalizedText Proposed = new("已提出，等待另一人审批。", "Proposed; another person approves it.");
    private static readonly LocalizedText Approved = new("已审批。", "Approved.");
    private static readonly LocalizedText Rejected = new("已退回。", "Rejected.");

    public static IEndpointRouteBuilder MapBookForms(this IEndpointRouteBuilder routes)
    {
        MapBudget(routes);
        MapFunds(routes);
        routes.MapOperationForm<ClosedMonth>("/do/months/close", fields => new CloseMonth(fields.Day("month")), (_, _) => BookAddresses.Lines, _ => new LocalizedText("已结账。", "Closed."));
        routes.MapGet(BookAddresses.Export, ExportAsync);
        return routes;
    }

    private static void MapBudget(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<ProposedChange>("/do/budget/propose", (_, fields, _) => Task.FromResult(Proposal(fields)), (_, _) => BookAddresses.Budget, _ => Proposed);
        routes.MapOperationForm<ApprovedChange>("/do/budget/{id:long}/approve", fields => new ApproveBudgetChange(fields.Number("id")), (_, _) => BookAddresses.Budget, _ => Approved);
        routes.MapOperationForm<Unit>("/do/budget/{id:long}/reject", fields => new RejectBudgetChange(fields.Number("id"), fields.Text("reason")), (_, _) => BookAddresses.Budget, _ => Rejected);
        routes.MapOperationForm<ProposedCut>(
            "/do/cuts/propose", (_, fields, _) => Task.FromResult(Cut(fields)), (_, cut) => BookAddresses.Cut(cut.Id), _ => Proposed);
        routes.MapOperationForm<ApprovedCut>(
            "/do/cuts/{id:long}/approve", fields => new ApproveCut(fields.Number("id")), (fields, _) => BookAddresses.Cut(fields.Number("id")),
            cut => new LocalizedText($"已压减 {cut.Total} 元；未能压减 {cut.NotCut} 元。", $"{cut.Total} yuan cut; {cut.NotCut} could not be."));
        routes.MapOperationForm<Unit>("/do/cuts/{id:long}/reject", fields => new RejectCut(fields.Number("id"), fields.Text("reason")), (fields, _) => BookAddresses.Cut(fields.Number("id")), _ => Rejected);
    }

    private static void MapFunds(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<ReturnedToFund>(
            "/do/loans/{id:long}/return", fields => new ReturnToFund(fields.Number("id"), fields.Amount("amount"), fields.Text("reference", 100)), (fields, _) => BookAddresses.Fund(fields.Text("line")),
            back => new LocalizedText($"已归还，尚有 {back.Outstanding} 元未归还。", $"Returned; {back.Outstanding} yuan are still out."));
        // Shares have two decimals at most, as amounts have.
        routes.MapOperationForm<ProposedChange>(
            "/do/compensation/recover",
            fields => new ProposeCompensationRecovery(
                fields.Text("line"), fields.Number("entitlement"), fields.Amount("amount"), fields.Amount("insurer", new("保险公司的比例（%）", "The insurer’s share (%)")).Yuan,
                fields.Amount("bank", new("银行的比例（%）", "The bank’s share (%)")).Yuan, fields.Text("reference", 100)),
            (_, _) => BookAddresses.Budget, _ => Proposed);
    }

    private static Result<IOperation<ProposedChange>> Proposal(FormFields fields)
    {
        if (!Enum.TryParse<BudgetChangeKind>(fields.Text("kind"), out var kind) || !Enum.IsDefined(kind))
        {
            return FundsProblems.FieldWrong.At("kind", "调整的类别不对", "there is no such kind of change");
        }

        var cut = fields.OptionalText("fromCut") is null ? (long?)null : fields.Number("fromCut");
        return Result<IOperation<ProposedChange>>.Of(
            new ProposeBudgetChange(kind, fields.Text("line"), fields.Amount("amount"), fields.Text("reason"), fields.OptionalText("toLine"), cut));
    }

    private static Result<IOperation<ProposedCut>> Cut(FormFields fields)
    {
        var classes = new List<FundLineClass>();
        foreach (var text in fields.All("class"))
        {
            if (!Enum.TryParse<FundLineClass>(text, out var wanted) || !Enum.IsDefined(wanted))
            {
                return FundsProblems.FieldWrong.At("class", "支出类别不对", "there is no such class");
            }

            classes.Add(wanted);
        }

        return Result<IOperation<ProposedCut>>.Of(new ProposeCut(fields.Amount("percent").Yuan, fields.Text("reason"), classes));
    }

    /// <summary>Hands out the books of a line for a month; the file is gone once it was sent.</summary>
    private static async Task<IResult> ExportAsync(HttpContext http, string line, string month, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return FundsProblems.FieldWrong.At("month", "月份要写成 YYYY-MM", "a month is written YYYY-MM").ToHttp();
        }

        var file = Path.Combine(Path.GetTempPath(), "wenbao-books-" + Guid.NewGuid().ToString("N") + ".csv");
        var exported = await http.RequestServices.GetRequiredService<IOperationPipeline>()
            .AskAsync(new ExportBooks(line, first, file), new OperationContext(http.Actor()), cancel).ConfigureAwait(false);
        if (!exported.IsSuccess)
        {
            return exported.Problem!.ToHttp();
        }

        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return Results.File(stream, "text/csv; charset=utf-8", $"books-{line}-{month}.csv");
    }
}
