using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>The one door through which pages, API and command line change and ask things.</summary>
public interface IOperationPipeline
{
    /// <summary>Validates, authorises, carries out in one unit of work with its audit event and outgoing messages, and commits; then hands out the messages.</summary>
    /// <returns>The result, stored under the idempotency key when there is one; or the problem, and then nothing has changed.</returns>
    Task<Result<TResult>> SendAsync<TResult>(IOperation<TResult> operation, OperationContext context, CancellationToken cancel = default);

    /// <summary>Validates, authorises and answers.</summary>
    Task<Result<TResult>> AskAsync<TResult>(IQuery<TResult> query, OperationContext context, CancellationToken cancel = default);
}
