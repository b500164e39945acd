using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>Who acts and how far he may see and do (权限范围). Only the pipeline can make one, so whoever holds one has passed its door.</summary>
public sealed class OperationScope
{
    private readonly ScopeGrant grant;

    internal OperationScope(ScopeGrant grant, DateTimeOffset now, DateOnly today)
    {
        this.grant = grant;
        Now = now;
        Today = today;
    }

    /// <summary>The id of who acts.</summary>
    public string Actor => grant.Actor;

    /// <summary>The name of who acts.</summary>
    public LocalizedText Name => grant.Name;

    /// <summary>The moment in UTC at which the door was passed.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The business day.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether he acts in the duty.</summary>
    public bool Has(Duty duty) => grant.Duties.Contains(duty);

    /// <summary>Whether he may see and act for the subject.</summary>
    /// <param name="publicId">The subject's public id.</param>
    public bool Covers(string publicId) => grant.Subjects is null || grant.Subjects.Contains(publicId);

    /// <summary>The subjects he is held to; null when to none.</summary>
    public IReadOnlyList<string>? Subjects => grant.Subjects;

    /// <summary>The departments he is held to; null when to none.</summary>
    public IReadOnlyList<string>? Departments => grant.Departments;
}
