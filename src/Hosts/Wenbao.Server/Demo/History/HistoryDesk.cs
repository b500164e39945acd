using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Server;

/// <summary>Sends the played operations as the demo users whose work they are.</summary>
internal sealed class HistoryDesk(IOperationPipeline pipeline, CancellationToken cancel)
{
    /// <summary>The operator, who claims on everybody's behalf and keeps the clock.</summary>
    public const string Operator = DemoUsers.Operator;

    /// <summary>The officer of a department, who decides claims.</summary>
    public const string Reviewer = "department-officer";

    /// <summary>Who publishes lists and makes batches.</summary>
    public const string FinanceOfficer = "finance-officer";

    /// <summary>Who releases them, and approves what the other entered.</summary>
    public const string FinanceApprover = "finance-approver";

    /// <summary>The bank, whose answers come in.</summary>
    public const string BankOfficer = "bank-officer";

    /// <summary>Stops the playing.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>Sends an operation; anybody may be nobody in particular.</summary>
    public async Task<Result<TResult>> SendAsync<TResult>(string? actor, IOperation<TResult> operation, string? key = null)
    {
        cancel.ThrowIfCancellationRequested();
        return await pipeline.SendAsync(operation, new OperationContext(actor, key), cancel).ConfigureAwait(false);
    }

    /// <summary>Asks a query.</summary>
    public Task<Result<TResult>> AskAsync<TResult>(string actor, IQuery<TResult> query) => pipeline.AskAsync(query, new OperationContext(actor), cancel);
}
