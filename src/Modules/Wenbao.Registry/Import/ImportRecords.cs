using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Imports a file of records of one list, CSV or XLSX; each row names its subject by key or public id and its record by the list's key.</summary>
/// <param name="SubjectType">The subject type's id.</param>
/// <param name="List">The list's id.</param>
/// <param name="File">The file on the server's disk.</param>
/// <param name="IsComplete">Whether the file holds all records of every subject in it: records it lacks are removed. Else rows are merged in.</param>
/// <param name="AsOf">The day from which the values hold; null means the business day.</param>
/// <param name="QuarantineFile">Where bad rows are written; null means beside the file, with <c>.quarantine.csv</c> added.</param>
/// <param name="Source">The department that sent it; null means the one that answers for the list.</param>
/// <param name="FileBytesMax">Bytes allowed; null means 512 MiB.</param>
[AllowedTo(Duty.Operator, Duty.DepartmentOfficer)]
public sealed record ImportRecords(
    string SubjectType, string List, string File, bool IsComplete = false, DateOnly? AsOf = null, string? QuarantineFile = null, string? Source = null, long? FileBytesMax = null)
    : IOperation<ImportResult>;

/// <summary>Carries <see cref="ImportRecords"/> out.</summary>
internal sealed class ImportRecordsHandler(RegistryCatalogue registry) : IOperationHandler<ImportRecords, ImportResult>
{
    public async Task<Result<ImportResult>> HandleAsync(ImportRecords operation, OperationSession session, CancellationToken cancel)
    {
        var found = registry.FindType(operation.SubjectType).Then(t => RegistryCatalogue.FindList(t, operation.List).Map(l => (Type: t, List: l)));
        if (found.Problem is { } unknown)
        {
            return unknown;
        }

        var (type, list) = found.Value;
        var opened = await ImportSource.OpenAsync(
            operation.File, operation.FileBytesMax ?? ImportSource.FileBytesMax, [type.Key, type.PublicId, .. RecordColumns.Of(list)],
            operation.Source ?? list.Source?.Department.Zh, operation.AsOf, session.Scope, cancel).ConfigureAwait(false);
        if (opened.Problem is { } refused)
        {
            return refused;
        }

        using var source = opened.Value;
        var hasSubject = source.Columns.Contains(type.Key) || source.Columns.Contains(type.PublicId);
        if (!hasSubject || list.FullKey.FirstOrDefault(k => !source.Columns.Contains(k)) is not null)
        {
            var lacking = hasSubject ? list.FullKey.First(k => !source.Columns.Contains(k)) : type.Key;
            return RegistryProblems.KeyColumnMissing.With($"{lacking.Id}（{lacking.Name.Zh}）");
        }

        await using var quarantine = new QuarantineFile(operation.QuarantineFile ?? operation.File + ".quarantine.csv");
        var run = await RecordImport.BeginAsync(registry, session, type, list, source, quarantine, operation.IsComplete, cancel).ConfigureAwait(false);
        try
        {
            await run.RunAsync(cancel).ConfigureAwait(false);
        }
        catch (TableBrokenException e)
        {
            return RegistryProblems.FileBroken.With(e.Line);
        }

        return await ImportOutcome.CloseAsync(session, type, list, source, run.Outcome, quarantine, cancel).ConfigureAwait(false);
    }
}
