using System.CommandLine;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao import enterprise FILE</c> and <c>wenbao import enterprise.loan_dues FILE</c>.</summary>
internal static class ImportCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var target = new Argument<string>("what") { Description = "对象类型，或 类型.记录表 / Subject type, or type.list", HelpName = "TYPE[.LIST]" };
        var file = new Argument<FileInfo>("file") { Description = "CSV 或 XLSX 文件 / CSV or XLSX file", HelpName = "FILE" };
        var quarantine = new Option<string?>("--quarantine") { Description = "隔离文件 / Quarantine file", HelpName = "FILE" };
        var complete = new Option<bool>("--complete") { Description = "记录表文件是全量：没有的记录删除 / The list file is complete: absent records are removed" };
        file.AcceptExistingOnly();
        var command = new Command("import", "导入部门送来的文件 / Import a department's file") { target, file, quarantine, complete };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var (type, list) = Split(parsed.GetRequiredValue(target));
            var path = parsed.GetRequiredValue(file).FullName;
            var imported = list is null
                ? await district.SendAsync(new ImportSubjects(type, path, QuarantineFile: parsed.GetValue(quarantine)), stop).ConfigureAwait(false)
                : await district.SendAsync(new ImportRecords(type, list, path, parsed.GetValue(complete), QuarantineFile: parsed.GetValue(quarantine)), stop).ConfigureAwait(false);
            if (!imported.IsSuccess)
            {
                return terminal.Refuse(imported.Problem!);
            }

            Write(terminal, parsed.GetValue(options.Json), imported.Value);
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static void Write(Terminal terminal, bool json, ImportResult result)
    {
        if (json)
        {
            terminal.Json(new
            {
                read = result.Read,
                created = result.Created,
                changed = result.Changed,
                unchanged = result.Unchanged,
                quarantined = result.Quarantined,
                removed = result.Removed,
                changedSubjects = result.ChangedSubjects,
                quarantineFile = result.QuarantineFile,
                ignoredColumns = result.IgnoredColumns,
            });
            return;
        }

        terminal.Line(Texts.Imported.With(result.Read, result.Created, result.Changed, result.Unchanged, result.Quarantined, result.ChangedSubjects));
        if (result.QuarantineFile is { } quarantine)
        {
            terminal.Line(Texts.Quarantine.With(quarantine));
        }
    }

    private static (string Type, string? List) Split(string target)
    {
        var dot = target.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (target, null) : (target[..dot], target[(dot + 1)..]);
    }
}
