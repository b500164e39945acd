using System.CommandLine;
using System.Globalization;
using Wenbao.Cli.Output;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao notify</c>: everyone whom the last matching found is told what he can claim.</summary>
internal static class NotifyCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var policies = new Argument<string[]>("POLICY") { Description = "政策；不写则全部 / Policies; all of them without it", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("notify", "告知符合条件的对象可以领取，缺数据的告知缺什么 / Tell everyone who was found, and those of whom data are missing") { policies };
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var told = await district.SendAsync(new NotifyFound(parsed.GetValue(policies) is { Length: > 0 } some ? some : null), stop).ConfigureAwait(false);
            if (!told.IsSuccess)
            {
                return terminal.Refuse(told.Problem!);
            }

            var done = told.Value;
            if (parsed.GetValue(options.Json))
            {
                terminal.Json(new { told = done.Told, amountFen = done.Amount.Fen, missingTold = done.MissingTold });
            }
            else
            {
                terminal.Line(ClaimCliTexts.Told.With(Count(done.Told), done.Amount, Count(done.MissingTold)));
            }

            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
