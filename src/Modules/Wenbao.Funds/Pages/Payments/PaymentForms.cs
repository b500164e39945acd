using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;
using Wenbao.WebKit;
using Wenbao.WebKit.Forms;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>What the forms of publicity, payment and recovery post to, and the file of a batch.</summary>
internal static class PaymentForms
{
    private const int ReasonCharactersMax = 500;

    public static IEndpointRouteBuilder MapPaymentForms(this IEndpointRouteBuilder routes)
    {
        MapPublicity(routes);
        MapBatches(routes);
        MapBank(routes);
        MapRecoveries(routes);
        return routes;
    }

    private static void MapPublicity(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<PublishedList>(
            "/do/publicity/publish",
            fields => new PublishList(fields.OptionalText("line"), fields.OptionalText("policy"), fields.OptionalDay("until")),
            (_, list) => PaymentAddresses.List(list.List),
            list => new LocalizedText(
                $"已公示 {list.Items} 项，共 {list.Amount} 元，公示至 {Day(list.Until)}。", $"{list.Items} items, {list.Amount} yuan together, are public until {Day(list.Until)}."));
        routes.MapOperationForm<RaisedObjection>(
            "/do/publicity/{list:long}/items/{item:long}/object",
            fields => new RaiseObjection(fields.Number("list"), fields.Number("item"), fields.Text("text", RaiseObjection.TextCharactersMax)),
            (fields, _) => PaymentAddresses.PageOf(fields.Number("list"), fields.Number("item")),
            raised => new LocalizedText(
                $"异议已收到，编号 {raised.Objection}。该项暂缓拨付，财政部门核实后处理。", $"The objection was received as no. {raised.Objection}. The item is held until the finance department has looked into it."));
        routes.MapOperationForm<ResolvedObjection>(
            "/do/objections/{id:long}/resolve", (_, fields, _) => Task.FromResult(Resolution(fields)), (_, _) => PaymentAddresses.Objections,
            resolved => resolved.IsHeld
                ? new LocalizedText("已处理，该项继续暂缓。", "Decided; the item stays held.")
                : new LocalizedText("已处理，该项不再暂缓。", "Decided; the item is held no more."));
    }

    private static void MapBatches(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<MadeBatch>(
            "/do/batches/make", fields => new MakeBatch(fields.OptionalText("line")), (_, made) => PaymentAddresses.Batch(made.Batch),
            made => made.Remaining == 0
                ? new LocalizedText($"已生成第 {made.Batch} 号批次，{made.Items} 笔，共 {made.Amount} 元。须由另一人复核放行。", $"Batch {made.Batch} was made: {made.Items} payments, {made.Amount} yuan. Another person releases it.")
                : new LocalizedText($"已生成第 {made.Batch} 号批次，{made.Items} 笔，共 {made.Amount} 元；批次已满，还有 {made.Remaining} 笔留待下一批。", $"Batch {made.Batch} was made: {made.Items} payments, {made.Amount} yuan. It is full; {made.Remaining} are left for the next."));
        routes.MapOperationForm<ReleasedBatch>(
            "/do/batches/{id:long}/release", fields => new ReleaseBatch(fields.Number("id")), (fields, _) => PaymentAddresses.Batch(fields.Number("id")),
            _ => new LocalizedText("已放行，可以送交银行。", "Released; it may be handed over to the bank."));
        routes.MapOperationForm<WithdrawnBatch>(
            "/do/batches/{id:long}/withdraw", fields => new WithdrawBatch(fields.Number("id")), (fields, _) => PaymentAddresses.Batch(fields.Number("id")),
            withdrawn => new LocalizedText($"已撤回，{withdrawn.Items} 笔回到待拨付。", $"Withdrawn; {withdrawn.Items} payments are cleared again."));
        routes.MapOperationForm<ExportedBatch>(
            "/do/batches/{id:long}/hand-over", fields => new ExportBatch(fields.Number("id")), (fields, _) => PaymentAddresses.Batch(fields.Number("id")),
            _ => new LocalizedText("已固定文件并记为送交银行。请下载文件交给银行；到账以对账单为准。", "The file is fixed and the batch counts as handed over. Download the file for the bank; only a statement proves payment."));
        routes.MapOperationDownload<RecordedDownload>("/do/batches/{id:long}/file", fields => new RecordBatchDownload(fields.Number("id")), async (http, recorded, cancel) =>
        {
            var file = await http.RequestServices.GetRequiredService<IOperationPipeline>().AskAsync(new GetBatchFile(recorded.Batch), new OperationContext(http.Actor()), cancel).ConfigureAwait(false);
            return file.Map(f => Results.File(f.Content, "application/xml", f.Name));
        });
    }

    private static void MapBank(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<ImportedBankMessage>("/do/bank/import", BankFileUpload.MakeAsync, (_, _) => PaymentAddresses.Bank, Told)
            .WithMetadata(new RequestSizeLimitAttribute(BankFileUpload.RequestBytesMax))
            .WithFormOptions(multipartBodyLengthLimit: BankFileUpload.RequestBytesMax);
        routes.MapOperationForm<ClosedBankException>(
            "/do/exceptions/{id:long}/close", fields => new CloseBankException(fields.Number("id"), fields.Text("note", ReasonCharactersMax)), (_, _) => PaymentAddresses.Exceptions,
            closed => new LocalizedText($"待核事项 {closed.Exception} 已核销。", $"Exception {closed.Exception} was closed."));
        routes.MapOperationForm<MendedPayment>(
            "/do/returned/{id:long}/mend",
            fields => new MendPayment(
                fields.Number("id"), new Payee("", "", fields.Text("name"), fields.Text("account"), fields.Text("bank"), fields.OptionalText("code")), fields.Text("reason", ReasonCharactersMax)),
            (_, _) => PaymentAddresses.Returned,
            mended => new LocalizedText($"权益 {mended.Entitlement} 的账户已更正，回到待拨付。", $"The account of entitlement {mended.Entitlement} was mended; the payment is cleared again."));
        routes.MapOperationForm<ReleasedCommitment>(
            "/do/returned/{id:long}/to-budget", fields => new ReturnToBudget(fields.Number("id"), fields.Text("reason", ReasonCharactersMax)), (_, _) => PaymentAddresses.Returned,
            _ => new LocalizedText("已退回预算。", "Returned to the budget."));
    }

    private static void MapRecoveries(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<ClaimedRecovery>(
            "/do/recoveries/claim", fields => new ClaimRecovery(fields.Number("entitlement"), fields.Amount("amount"), fields.Text("reason", ReasonCharactersMax)),
            (_, _) => PaymentAddresses.RecoveriesIn(RecoveryState.Claimed),
            claimed => new LocalizedText($"追回 {claimed.Recovery} 已立案，等待另一人审批。", $"Recovery {claimed.Recovery} was entered; another person approves it."));
        routes.MapOperationForm<DecidedRecovery>(
            "/do/recoveries/{id:long}/approve", fields => new ApproveRecovery(fields.Number("id")), (_, _) => PaymentAddresses.RecoveriesIn(RecoveryState.Approved),
            _ => new LocalizedText("已批准追回，记入应收。", "The recovery was approved and is receivable."));
        routes.MapOperationForm<DecidedRecovery>(
            "/do/recoveries/{id:long}/refuse", fields => new ApproveRecovery(fields.Number("id"), fields.Text("reason", ReasonCharactersMax)), (_, _) => PaymentAddresses.RecoveriesIn(RecoveryState.Refused),
            _ => new LocalizedText("已记为不予追回。", "The recovery was refused."));
        routes.MapOperationForm<RecordedRecovery>(
            "/do/recoveries/{id:long}/record", fields => new RecordRecovery(fields.Number("id"), fields.Amount("amount"), fields.Text("receipt")),
            (_, recorded) => PaymentAddresses.RecoveriesIn(recorded.Outstanding == Money.Zero ? RecoveryState.Received : RecoveryState.Approved),
            recorded => new LocalizedText($"已入账 {recorded.Received} 元，尚欠 {recorded.Outstanding} 元。", $"{recorded.Received} yuan received so far, {recorded.Outstanding} outstanding."));
    }

    private static LocalizedText Told(ImportedBankMessage message) => message.IsRepeated
        ? new LocalizedText("这个文件以前已导入，没有改变任何内容。", "This file was read before; nothing was changed.")
        : new LocalizedText(
            $"已导入{PaymentTexts.Name(message.Kind).Zh}：受理 {message.Accepted}、拒付 {message.Rejected}、到账 {message.Paid}、退汇 {message.Returned}、追回 {message.Recovered} 笔，待核 {message.Exceptions} 项。",
            $"Read a {PaymentTexts.Name(message.Kind).En}: {message.Accepted} accepted, {message.Rejected} rejected, {message.Paid} paid, {message.Returned} came back, {message.Recovered} recovered, {message.Exceptions} to be checked.");

    private static Result<IOperation<ResolvedObjection>> Resolution(FormFields fields) => fields.Text("outcome") switch
    {
        "upheld" => Result<IOperation<ResolvedObjection>>.Of(new ResolveObjection(fields.Number("id"), true, fields.Text("reason", ReasonCharactersMax))),
        "dismissed" => Result<IOperation<ResolvedObjection>>.Of(new ResolveObjection(fields.Number("id"), false, fields.Text("reason", ReasonCharactersMax))),
        _ => FundsProblems.FieldWrong.At("outcome", "请选择异议是否成立", "choose whether the objection is right"),
    };

    private static string Day(DateOnly day) => PageNumbers.Written(day);
}
