using System.CommandLine;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao export enterprise --out FILE.csv</c>.</summary>
internal static class ExportCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var target = new Argument<string>("what") { Description = "对象类型，或 类型.记录表 / Subject type, or type.list", HelpName = "TYPE[.LIST]" };
        var file = new Option<FileInfo>("--out") { Description = "CSV 文件 / CSV file", HelpName = "FILE.csv", Required = true };
        var command = new Command("export", "导出登记库 / Export the registry") { target, file };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var named = parsed.GetRequiredValue(target);
            var dot = named.IndexOf('.', StringComparison.Ordinal);
            var (type, list) = dot < 0 ? (named, null) : (named[..dot], named[(dot + 1)..]);
            var exported = await district.AskAsync(new ExportSubjects(type, parsed.GetRequiredValue(file).FullName, list), stop).ConfigureAwait(false);
            if (!exported.IsSuccess)
            {
                return terminal.Refuse(exported.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { file = exported.Value.File, rows = exported.Value.Rows, maskedColumns = exported.Value.MaskedColumns });
            }
            else
            {
                terminal.Line(Texts.Exported.With(exported.Value.Rows, exported.Value.File));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }
}
