using Wenbao.Feel;

namespace Wenbao.Policies.Matching;

/// <summary>What the bindings of a case read: the subject's values on the evaluation date, its lists, the record judged, and what it was already found for.</summary>
internal struct CaseContext
{
    /// <summary>The subject's values on the evaluation date, by column of the scan.</summary>
    public FeelValue[] Values;

    /// <summary>The subject's record lists, by list of the scan.</summary>
    public FeelList?[] Lists;

    /// <summary>The record judged, or null when the subject itself is.</summary>
    public FeelContext? Record;

    /// <summary>The evaluation date.</summary>
    public DateOnly EvaluationDate;

    /// <summary>What the subject was already found for, or granted.</summary>
    public SubjectMemory Memory;

    /// <summary>The key of the case, when a claim is decided; null in a pass.</summary>
    public string? CaseKey;

    /// <summary>The event's list without the records that are used up; null when none is.</summary>
    public FeelList? FreeRecords;
}
