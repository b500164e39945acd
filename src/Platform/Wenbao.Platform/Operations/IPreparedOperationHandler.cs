using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>Carries out an operation whose long part reads only: that part runs before the unit of work begins, so that other writers need not wait for it.</summary>
/// <remarks>
/// One handler object prepares and then carries out, and keeps between the two what it found. What it read may have changed by then: carrying out checks that
/// and refuses. Sent inside another unit of work it is prepared there.
/// </remarks>
public interface IPreparedOperationHandler<in TOperation, TResult> : IOperationHandler<TOperation, TResult>
    where TOperation : IOperation<TResult>
{
    /// <summary>Does what needs no unit of work; changes nothing.</summary>
    /// <returns>Why the operation cannot be carried out; null when it can.</returns>
    Task<Problem?> PrepareAsync(TOperation operation, OperationPreparation preparation, CancellationToken cancel);
}

/// <summary>What a handler prepares with. Only the pipeline can make one.</summary>
public sealed class OperationPreparation
{
    internal OperationPreparation(OperationScope scope, ExpectedVersion? expectedVersion)
    {
        Scope = scope;
        ExpectedVersion = expectedVersion;
    }

    /// <summary>Who acts.</summary>
    public OperationScope Scope { get; }

    /// <summary>The version the sender saw; null when none was given.</summary>
    public ExpectedVersion? ExpectedVersion { get; }
}
