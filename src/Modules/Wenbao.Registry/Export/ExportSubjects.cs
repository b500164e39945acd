using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Writes subjects or records into a CSV file (导出): UTF-8 with its mark, personal values masked, formulas made harmless. Importing the file again changes nothing.</summary>
/// <param name="SubjectType">The subject type's id.</param>
/// <param name="File">The file to write; replaced when it exists.</param>
/// <param name="List">A record list; null for the subjects themselves.</param>
/// <param name="Columns">Attribute or field ids; null means all.</param>
/// <param name="AsOf">The day whose values are wanted; null means the latest.</param>
[AllowedTo(Duty.Operator, Duty.DepartmentOfficer, Duty.PolicyOfficer)]
public sealed record ExportSubjects(
    string SubjectType, string File, string? List = null, IReadOnlyList<string>? Columns = null, DateOnly? AsOf = null) : IQuery<ExportResult>;

/// <summary>What was written.</summary>
/// <param name="File">The file.</param>
/// <param name="Rows">Rows, the header not counted.</param>
/// <param name="MaskedColumns">Columns whose values are masked.</param>
public sealed record ExportResult(string File, long Rows, IReadOnlyList<string> MaskedColumns);

/// <summary>Carries <see cref="ExportSubjects"/> out.</summary>
internal sealed class ExportSubjectsHandler(RegistryCatalogue registry, SubjectReader reader) : IQueryHandler<ExportSubjects, ExportResult>
{
    public async Task<Result<ExportResult>> HandleAsync(ExportSubjects query, OperationScope scope, CancellationToken cancel)
    {
        var found = registry.FindType(query.SubjectType);
        if (found.Problem is { } unknown)
        {
            return unknown;
        }

        var type = found.Value;
        var layout = query.List is null ? SubjectLayout(type, query.Columns) : RegistryCatalogue.FindList(type, query.List).Then(list => RecordLayout(type, list, query.Columns));
        if (layout.Problem is { } refused)
        {
            return refused;
        }

        var partial = query.File + ".part";
        long rows = 0;
        await using (var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        {
            await writer.WriteAsync(CsvLine.Of(layout.Value.Columns.Select(a => a.Id))).ConfigureAwait(false);
            var reading = layout.Value.Query with { AsOf = query.AsOf, WithHistory = query.AsOf is not null };
            await foreach (var batch in reader.StreamAsync(type, reading, cancel).ConfigureAwait(false))
            {
                foreach (var line in batch.Rows.Where(r => scope.Covers(r.PublicId)).SelectMany(layout.Value.Lines))
                {
                    await writer.WriteAsync(CsvLine.Of(line)).ConfigureAwait(false);
                    rows++;
                }
            }
        }

        File.Move(partial, query.File, overwrite: true);
        return new ExportResult(query.File, rows, [.. layout.Value.Columns.Where(c => c.IsMasked).Select(c => c.Id)]);
    }

    private static Result<ExportLayout> SubjectLayout(SubjectType type, IReadOnlyList<string>? wanted)
    {
        var columns = Chosen(type.Id, type.Attributes, [type.Key, type.PublicId], wanted);
        return columns.Map(chosen => new ExportLayout(
            chosen, new SubjectQuery { Columns = [.. chosen.Select(c => c.Id)] }, row => [chosen.Select((c, i) => Cell(c, row.Values[i]))]));
    }

    private static Result<ExportLayout> RecordLayout(SubjectType type, RecordList list, IReadOnlyList<string>? wanted)
    {
        var top = list;
        while (top.Parent is { } parent)
        {
            top = parent;
        }

        // Secret keys are masked and name nobody; the public id does.
        var subject = type.Key.IsMasked ? type.PublicId : type.Key;
        return Chosen(list.Id, RecordColumns.Of(list), RecordColumns.KeysOf(list), wanted).Map(fields => new ExportLayout(
            [subject, .. fields], new SubjectQuery { Columns = [subject.Id], Lists = [top.Id] },
            row => RecordColumns.Flatten(top, list, row.Lists[0]).Select(record => fields.Select(f => Cell(f, record[f])).Prepend(Cell(subject, row.Values[0])))));
    }

    private static Result<IReadOnlyList<RegistryAttribute>> Chosen(
        string owner, IReadOnlyList<RegistryAttribute> all, IReadOnlyList<RegistryAttribute> always, IReadOnlyList<string>? wanted)
    {
        var unknown = wanted?.FirstOrDefault(w => all.All(a => a.Id != w));
        return unknown is not null
            ? RegistryProblems.ColumnUnknown.With(owner, unknown)
            : (RegistryAttribute[])[.. all.Where(a => wanted is null || wanted.Contains(a.Id, StringComparer.Ordinal) || always.Contains(a))];
    }

    private static string Cell(RegistryAttribute attribute, Feel.FeelValue value)
    {
        var text = Masking.Show(attribute, ValueText.Write(value) ?? "");
        return attribute.Type.Kind is AttributeKind.Whole or AttributeKind.Decimal or AttributeKind.Day or AttributeKind.Truth ? text : FormulaGuard.Add(text);
    }

    private sealed record ExportLayout(IReadOnlyList<RegistryAttribute> Columns, SubjectQuery Query, Func<SubjectRow, IEnumerable<IEnumerable<string>>> Lines);
}
