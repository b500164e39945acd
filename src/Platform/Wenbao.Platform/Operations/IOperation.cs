using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>A wish to change something, named verb and object, such as <c>ImportBatch</c>. A plain record that JSON can carry.</summary>
/// <typeparam name="TResult">What the change answers with; JSON must be able to carry it, because a repeated operation is answered from store.</typeparam>
#pragma warning disable CA1040 // the type parameter ties an operation to its result
public interface IOperation<TResult>;

/// <summary>A question that changes nothing, named <c>Find…</c> or <c>Get…</c>.</summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IQuery<TResult>;
#pragma warning restore CA1040

/// <summary>An operation or query that can tell by itself what is wrong with it, before anything is opened.</summary>
public interface IValidated
{
    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    IEnumerable<Problem> Validate();
}

/// <summary>Carries an operation out.</summary>
public interface IOperationHandler<in TOperation, TResult>
    where TOperation : IOperation<TResult>
{
    /// <summary>Carries it out within the session's unit of work; a problem takes everything back.</summary>
    Task<Result<TResult>> HandleAsync(TOperation operation, OperationSession session, CancellationToken cancel);
}

/// <summary>Answers a query.</summary>
public interface IQueryHandler<in TQuery, TResult>
    where TQuery : IQuery<TResult>
{
    /// <summary>Answers it, showing no more than the scope allows.</summary>
    Task<Result<TResult>> HandleAsync(TQuery query, OperationScope scope, CancellationToken cancel);
}
