using System.CommandLine;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao explain</c>: what a subject is entitled to, why and why not.</summary>
internal static class ExplainCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var subject = new Option<string>("--subject") { Description = "统一社会信用代码或对象编号 / Credit code or subject number", HelpName = "ID", Required = true };
        var policy = new Option<string?>("--policy") { Description = "只说明一项 / One policy only", HelpName = "ID" };
        var command = new Command("explain", "说明一个对象能享受什么、为什么、差在哪里 / Explain what a subject is entitled to, why and why not") { subject, policy };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var explained = await district.AskAsync(new ExplainSubject(parsed.GetRequiredValue(subject), district.Today, parsed.GetValue(policy)), stop).ConfigureAwait(false);
            if (!explained.IsSuccess)
            {
                return terminal.Refuse(explained.Problem!);
            }

            if (parsed.GetValue(options.Json))
            {
                var documents = explained.Value.Policies.Select(p => ExplanationJson.Of(p.Best, p.Cases)).ToList();
                terminal.Json(parsed.GetValue(policy) is null ? documents : documents.FirstOrDefault() ?? (object)documents);
            }
            else
            {
                ExplanationText.Write(terminal, explained.Value, district.Registry.Declaration);
                if (district.SyntheticLabel is { } label)
                {
                    terminal.Line();
                    terminal.Line(label.For());
                }
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }
}
