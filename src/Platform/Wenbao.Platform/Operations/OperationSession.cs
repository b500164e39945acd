using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Operations;

/// <summary>What an operation works with: the scope, the unit of work, and the events it raises. Only the pipeline can make one.</summary>
public sealed class OperationSession
{
    private readonly OperationPipeline pipeline;
    private readonly List<IDomainEvent> events = [];

    internal OperationSession(OperationPipeline pipeline, OperationScope scope, IUnitOfWork unitOfWork, ExpectedVersion? expectedVersion)
    {
        this.pipeline = pipeline;
        Scope = scope;
        UnitOfWork = unitOfWork;
        ExpectedVersion = expectedVersion;
    }

    /// <summary>Who acts.</summary>
    public OperationScope Scope { get; }

    /// <summary>The unit of work; the pipeline commits it.</summary>
    public IUnitOfWork UnitOfWork { get; }

    /// <summary>The version the sender saw; null when none was given.</summary>
    public ExpectedVersion? ExpectedVersion { get; }

    internal IReadOnlyList<IDomainEvent> Events => events;

    internal string? Subject { get; private set; }

    internal string? Digest { get; private set; }

    /// <summary>Raises an event; it is stored with the change and handed out after the commit.</summary>
    public void Raise(IDomainEvent happened) => events.Add(happened ?? throw new ArgumentNullException(nameof(happened)));

    /// <summary>Says for the audit what the operation touched.</summary>
    /// <param name="subject">What it is about, such as <c>enterprise/9137…</c> or <c>batch/12</c>; no personal data.</param>
    /// <param name="digest">A digest of what was done, in hexadecimal, for bulk work; null to take the digest of the operation's own content.</param>
    public void Describe(string subject, string? digest = null) => (Subject, Digest) = (subject, digest);

    /// <summary>Sends another operation inside the same unit of work, under the same scope: both hold or neither. It gets its own audit event; its problem should be passed on.</summary>
    public Task<Result<TResult>> SendAsync<TResult>(IOperation<TResult> operation, CancellationToken cancel) =>
        pipeline.SendInsideAsync(operation, this, cancel);

    internal OperationSession Inner() => new(pipeline, Scope, UnitOfWork, null);

    internal void Adopt(OperationSession inner) => events.AddRange(inner.events);
}
