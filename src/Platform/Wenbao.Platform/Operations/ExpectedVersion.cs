using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>The version of a record that the sender of an edit saw (乐观并发版本).</summary>
/// <param name="Number">The version number, from 1.</param>
public readonly record struct ExpectedVersion(long Number)
{
    /// <summary>The problem when the record has moved on since; null when it has not.</summary>
    /// <param name="actual">The version stored now.</param>
    /// <param name="where">The record, as problems name it.</param>
    public Problem? Check(long actual, string where) =>
        actual == Number ? null : OperationProblems.ChangedMeanwhile.At(where, Number, actual);
}
