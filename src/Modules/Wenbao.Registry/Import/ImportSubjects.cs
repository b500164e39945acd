using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Imports a file of subjects, CSV or XLSX (导入): good rows go in, bad ones into a quarantine file. An absent column leaves the value, an empty cell makes it null. Sent again, it changes nothing.</summary>
/// <param name="SubjectType">The subject type's id.</param>
/// <param name="File">The file on the server's disk.</param>
/// <param name="AsOf">The day from which the values hold; null means the business day.</param>
/// <param name="QuarantineFile">Where bad rows are written; null means beside the file, with <c>.quarantine.csv</c> added.</param>
/// <param name="Source">The department that sent it; null means the one that answers for the first column.</param>
/// <param name="FileBytesMax">Bytes allowed; null means 512 MiB.</param>
[AllowedTo(Duty.Operator, Duty.DepartmentOfficer)]
public sealed record ImportSubjects(
    string SubjectType, string File, DateOnly? AsOf = null, string? QuarantineFile = null, string? Source = null, long? FileBytesMax = null) : IOperation<ImportResult>;

/// <summary>Carries <see cref="ImportSubjects"/> out.</summary>
internal sealed class ImportSubjectsHandler(RegistryCatalogue registry) : IOperationHandler<ImportSubjects, ImportResult>
{
    public async Task<Result<ImportResult>> HandleAsync(ImportSubjects operation, OperationSession session, CancellationToken cancel)
    {
        if (registry.FindType(operation.SubjectType).Problem is { } unknown)
        {
            return unknown;
        }

        var type = registry.FindType(operation.SubjectType).Value;
        var opened = await ImportSource.OpenAsync(
            operation.File, operation.FileBytesMax ?? ImportSource.FileBytesMax, type.Attributes, operation.Source, operation.AsOf, session.Scope, cancel).ConfigureAwait(false);
        if (opened.Problem is { } refused)
        {
            return refused;
        }

        using var source = opened.Value;
        if (!source.Columns.Contains(type.Key) && !source.Columns.Contains(type.PublicId))
        {
            return RegistryProblems.KeyColumnMissing.With(type.Key.Id + "（" + type.Key.Name.Zh + "）");
        }

        await using var quarantine = new QuarantineFile(operation.QuarantineFile ?? operation.File + ".quarantine.csv");
        var run = await SubjectImport.BeginAsync(registry, session, type, source, quarantine, cancel).ConfigureAwait(false);
        try
        {
            await run.RunAsync(cancel).ConfigureAwait(false);
        }
        catch (TableBrokenException e)
        {
            return RegistryProblems.FileBroken.With(e.Line);
        }

        return await ImportOutcome.CloseAsync(session, type, null, source, run.Outcome, quarantine, cancel).ConfigureAwait(false);
    }
}
