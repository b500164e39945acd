using System.CommandLine;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao grant</c> and <c>wenbao refuse</c>: an officer decides claims.</summary>
internal static class GrantCommand
{
    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var ids = new Argument<long[]>("ID") { Description = "权益编号 / Numbers of entitlements", Arity = ArgumentArity.ZeroOrMore };
        var policies = new Option<string[]>("--policy") { Description = "这些政策的全部申领 / All claims of these policies", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
        var through = new Option<DateOnly?>("--through") { Description = "只批准这一天（含）以前受理的 / Only claims accepted on or before this day", HelpName = "DATE" };
        var command = new Command("grant", "批准申领（审核类由另一人批准） / Grant claims; reviewed ones by another person") { ids, policies, through };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ids) is { Length: > 0 } == result.GetValue(policies) is { Length: > 0 })
            {
                result.AddError(ClaimCliTexts.GrantWhat.For());
            }
        });
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, async (district, stop) =>
        {
            var chosen = parsed.GetValue(policies) is { Length: > 0 } some ? some : null;
            var granted = await district.SendAsync(new GrantClaims(chosen is null ? parsed.GetRequiredValue(ids) : null, chosen, parsed.GetValue(through)), stop).ConfigureAwait(false);
            if (!granted.IsSuccess)
            {
                return terminal.Refuse(granted.Problem!);
            }

            Write(terminal, granted.Value, parsed.GetValue(options.Json));
            return WenbaoCommand.Success;
        }, cancel));
        return command;
    }

    public static Command Refuse(GlobalOptions options, Terminal terminal)
    {
        var id = new Argument<long>("ID") { Description = "权益编号 / Number of the entitlement" };
        var reason = new Option<string>("--reason") { Description = "原因，申领人会看到，不含个人信息 / Why; the claimant reads it; no personal data", HelpName = "TEXT", Required = true };
        var command = new Command("refuse", "不予批准，写明原因 / Refuse a claim with the reason") { id, reason };
        command.SetAction((parsed, cancel) => EntitlementCommand.ChangeAsync(
            parsed, options, terminal, new RefuseClaim(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason)), cancel));
        return command;
    }

    private static void Write(Terminal terminal, GrantedClaims granted, bool json)
    {
        if (json)
        {
            terminal.Json(new
            {
                granted = granted.Granted,
                amountFen = granted.Amount.Fen,
                waiting = granted.Waiting,
                leftCount = granted.LeftCount,
                left = granted.Left.Select(l => new { entitlement = l.Entitlement, code = l.Code, reason = ClaimJson.Of(l.Reason) }),
            });
            return;
        }

        terminal.Line(ClaimCliTexts.GrantedSum.With(granted.Granted, granted.Amount, granted.Waiting, granted.LeftCount));
        foreach (var left in granted.Left)
        {
            terminal.Line("  " + ClaimCliTexts.LeftOne.With(left.Entitlement, left.Code, left.Reason.For()));
        }
    }
}
