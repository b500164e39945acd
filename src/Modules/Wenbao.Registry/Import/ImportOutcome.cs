using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>The end of an import: counts written down, the event raised, the quarantine file put into its place.</summary>
/// <param name="Batch">The batch opened for it.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Removed">Records removed.</param>
/// <param name="Changes">What changed.</param>
internal sealed record ImportOutcome(long Batch, RowCounts Counts, long Removed, ChangeLog Changes)
{
    public static async Task<ImportResult> CloseAsync(
        OperationSession session, SubjectType type, RecordList? list, ImportSource source, ImportOutcome outcome, QuarantineFile quarantine, CancellationToken cancel)
    {
        var (batch, counts, removed, changes) = outcome;
        var isChange = changes.Subjects > 0;
        if (isChange)
        {
            await BatchLog.CloseAsync(session.UnitOfWork, batch, counts, cancel).ConfigureAwait(false);
            session.Raise(new SubjectsChanged(type.Id, batch, changes.Subjects));
        }
        else
        {
            await BatchLog.ForgetAsync(session.UnitOfWork, batch, cancel).ConfigureAwait(false);
        }

        session.Describe(isChange ? $"registry/batch/{batch}" : $"registry/{type.Id}", source.Origin.FileDigest);
        return new ImportResult(
            isChange ? batch : null, type.Id, list?.Id, source.Origin.AsOf, counts.Read, counts.Created, counts.Changed, counts.Unchanged, counts.Quarantined, removed,
            changes.Subjects, await quarantine.CompleteAsync().ConfigureAwait(false), source.Ignored);
    }
}
