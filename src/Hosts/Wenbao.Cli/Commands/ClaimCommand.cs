using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wenbao.Cli.Output;
using Wenbao.Kernel;
using Wenbao.Policies;

namespace Wenbao.Cli.Commands;

/// <summary><c>wenbao claim</c>: claims for one subject, or on behalf of everyone found.</summary>
internal static class ClaimCommand
{
    private const int SubjectsAtOnce = 10_240;

    public static Command Make(GlobalOptions options, Terminal terminal)
    {
        var names = new Argument<string[]>("POLICY SUBJECT") { Description = "政策和对象；与 --all-found 同用时为若干政策 / Policy and subject; policies with --all-found", Arity = ArgumentArity.OneOrMore };
        var allFound = new Option<bool>("--all-found") { Description = "代全部符合的对象申领 / On behalf of everyone found" };
        var caseKey = new Option<string?>("--case") { Description = "只申领一期（次），如 2020-03 / One period or event only", HelpName = "KEY" };
        var tail = new Option<string?>("--account-tail") { Description = "收款账户后四位，用于确认 / Last four digits of the account, to confirm it", HelpName = "1234" };
        var through = new Option<DateOnly?>("--through") { Description = "只到这一判定日（含） / Only evaluation dates up to this day", HelpName = "DATE" };
        var command = new Command("claim", "申领：一个对象，或代全部符合的对象 / Claim for a subject, or for everyone found") { names, allFound, caseKey, tail, through };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(allFound) && result.GetValue(names)?.Length != 2)
            {
                result.AddError(ClaimCliTexts.ClaimWhat.For());
            }
        });
        command.SetAction((parsed, cancel) => DistrictCommand.RunAsync(parsed, options, terminal, (district, stop) =>
        {
            var given = parsed.GetRequiredValue(names);
            return parsed.GetValue(allFound)
                ? ClaimFoundAsync(district, terminal, new ClaimFound(given, Through: parsed.GetValue(through)), parsed.GetValue(options.Json), stop)
                : ClaimAsync(district, terminal, new ClaimEntitlement(given[0], given[1], parsed.GetValue(caseKey), parsed.GetValue(tail)), parsed.GetValue(options.Json), stop);
        }, cancel));
        return command;
    }

    private static async Task<int> ClaimAsync(District district, Terminal terminal, ClaimEntitlement claim, bool json, CancellationToken cancel)
    {
        var claimed = await district.SendAsync(claim, cancel).ConfigureAwait(false);
        if (!claimed.IsSuccess)
        {
            return terminal.Refuse(claimed.Problem!);
        }

        var receipt = claimed.Value;
        if (json)
        {
            terminal.Json(new
            {
                receipt = receipt.Receipt,
                policy = receipt.Policy,
                subject = receipt.Subject,
                cases = receipt.Cases.Select(c => new { entitlement = c.Entitlement, @case = c.CaseKey, state = c.State.ToString(), amountFen = c.Amount.Fen, position = c.Position, reason = ClaimJson.Of(c.Reason) }),
            });
            return WenbaoCommand.Success;
        }

        terminal.Line(ClaimCliTexts.Receipt.With(receipt.Receipt, receipt.Policy, receipt.Subject));
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(ClaimCliTexts.Number.For(), ClaimCliTexts.Period.For(), ClaimCliTexts.State.For()).AddColumn(ClaimCliTexts.Amount.For(), c => c.RightAligned()).AddColumn(ClaimCliTexts.Reason.For());
        foreach (var one in receipt.Cases)
        {
            var note = one.Position is { } position ? ClaimCliTexts.InQueue.With(position) : one.Reason?.For() ?? "";
            table.AddRow(ClaimJson.Number(one.Entitlement), Markup.Escape(EntitlementTexts.Period(one.CaseKey).For()), EntitlementTexts.Word(one.State).For(), one.Amount.Grouped(), Markup.Escape(note));
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;
    }

    private static async Task<int> ClaimFoundAsync(District district, Terminal terminal, ClaimFound claim, bool json, CancellationToken cancel)
    {
        var claimed = await ClaimAllAsync(district, claim, cancel).ConfigureAwait(false);
        if (!claimed.IsSuccess)
        {
            return terminal.Refuse(claimed.Problem!);
        }

        if (json)
        {
            terminal.Json(claimed.Value.Select(p => new
            {
                policy = p.Policy,
                claimed = p.Claimed,
                granted = p.Granted,
                waiting = p.Waiting,
                toDecide = p.ToDecide,
                notEntitled = p.NotEntitled,
                accountMissing = p.AccountMissing,
                amountFen = p.Amount.Fen,
            }));
            return WenbaoCommand.Success;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(ClaimCliTexts.Policy.For());
        foreach (var title in new[] { ClaimCliTexts.Claimed, ClaimCliTexts.Granted, ClaimCliTexts.Waiting, ClaimCliTexts.ToDecide, ClaimCliTexts.NotEntitled, ClaimCliTexts.NoAccount, ClaimCliTexts.Amount })
        {
            table.AddColumn(title.For(), c => c.RightAligned());
        }

        foreach (var p in claimed.Value)
        {
            table.AddRow(p.Policy, Count(p.Claimed), Count(p.Granted), Count(p.Waiting), Count(p.ToDecide), Count(p.NotEntitled), Count(p.AccountMissing), p.Amount.Grouped());
        }

        terminal.Console.Write(table);
        return WenbaoCommand.Success;
    }

    /// <summary>Claims for everyone, some subjects at a time: what is claimed stays when it is stopped, and is passed over when it is sent again.</summary>
    private static async Task<Result<IReadOnlyList<ClaimedPolicy>>> ClaimAllAsync(District district, ClaimFound claim, CancellationToken cancel)
    {
        var (sums, key) = (new Dictionary<string, ClaimedPolicy>(StringComparer.Ordinal), district.Context.IdempotencyKey);
        FoundPosition? after = null;
        do
        {
            district.Context = district.Context with { IdempotencyKey = key is null || after is null ? key : string.Create(CultureInfo.InvariantCulture, $"{key}/{after.SubjectType}/{after.SubjectId}") };
            var claimed = await district.SendAsync(claim with { After = after, SubjectsMax = SubjectsAtOnce }, cancel).ConfigureAwait(false);
            if (!claimed.IsSuccess)
            {
                return claimed.Problem!;
            }

            foreach (var policy in claimed.Value.Policies.DistinctBy(p => p.Policy))
            {
                sums[policy.Policy] = sums.TryGetValue(policy.Policy, out var sum) ? sum.Plus(policy) : policy;
            }

            after = claimed.Value.Next;
        }
        while (after is not null);

        return Result<IReadOnlyList<ClaimedPolicy>>.Of([.. claim.Policies.Distinct(StringComparer.Ordinal).Select(p => sums[p])]);
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
