using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies;
using Wenbao.Registry;
using Wenbao.Server;

namespace Wenbao.Crash.Child;

/// <summary>What a town does from a department's file to money claimed back: claims, grants at once, by an officer and out of the queue, lists, batches, the bank's answers, what is mended, returned and recovered.</summary>
/// <remarks>Every command has a key made of its place in the script, so that the script can be sent again from its start as often as one likes.</remarks>
internal sealed class Script(IServiceProvider services, WenbaoOptions options, Killer killer, TextWriter output)
{
    private const string Operator = DemoUsers.Operator;
    private const string Owner = "owner";
    private const string Officer = "policy-officer";
    private const string Department = "department-officer";
    private const string Maker = "finance-officer";
    private const string Checker = "finance-approver";
    private const string Line = "town_grants";
    private const string Grant = "apprentice-grant";
    private const string Award = "master-award";
    private const int Firms = 24;

    /// <summary>Numbers that PostgreSQL gives out stay given out when a unit of work is broken off, so that the next run goes on behind them. Those of entitlements and receipts do not skip.</summary>
    private static readonly Regex GivenOut = new("\"(?:[a-z]*voucher|change|id|list|objection|batch|recovery|message|messageId|reference)\":(?:[0-9]+|\"[^\"]*\")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>Digests in answers cover moments, which differ from run to run.</summary>
    private static readonly Regex Digests = new("[0-9a-f]{64}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly IOperationPipeline pipeline = services.GetRequiredService<IOperationPipeline>();

    /// <summary>Sends every command in order; those that were carried out before answer as they did then.</summary>
    public async Task RunAsync()
    {
        await DoAsync("import-1", Operator, new ImportSubjects("enterprise", FileOf("firms-1.csv", 1)));
        await DoAsync("decide", Operator, new DecideRegistry(new DateOnly(2020, 3, 16)));
        await DoAsync("tell", Officer, new NotifyFound());
        await ClaimAsync();
        await PayAsync();
        await DoAsync("import-2", Operator, new ImportSubjects("enterprise", FileOf("firms-2.csv", 2)));
    }

    /// <summary>Claims, until the budget is used up and some wait; money that comes back and more money serve the queue.</summary>
    private async Task ClaimAsync()
    {
        foreach (var firm in (int[])[6, 7, 8])
        {
            await DoAsync($"award-{firm}", Owner, new ClaimEntitlement(Award, Number(firm), AccountTail: Account(firm)[^4..]));
        }

        await DoAsync("award-granted", Department, new GrantClaims(null, [Award]));
        var firm12 = await DoAsync("grant-12", Owner, new ClaimEntitlement(Grant, Number(12), AccountTail: Account(12)[^4..]));
        var firm17 = await DoAsync("grant-17", Owner, new ClaimEntitlement(Grant, Number(17), AccountTail: Account(17)[^4..]));
        await DoAsync("claims", Officer, new ClaimFound([Grant, Award]));
        await DoAsync("awards-granted", Department, new GrantClaims(null, [Award]));
        await DoAsync("revoke-17", Officer, new RevokeGrant(firm17.Cases[0].Entitlement, "主动放弃"));
        await DoAsync("revoke-12", Officer, new RevokeGrant(firm12.Cases[0].Entitlement, "主动放弃"));
        await DoAsync("serve", Officer, new ServeQueue(Line));
        var change = await DoAsync("more", Maker, new ProposeBudgetChange(BudgetChangeKind.Appropriate, Line, Money.FromYuan(50_000m), "追加"));
        await DoAsync("more-approved", Checker, new ApproveBudgetChange(change.Id));
        await DoAsync("grant-12-again", Owner, new ClaimEntitlement(Grant, Number(12), AccountTail: Account(12)[^4..]));
    }

    /// <summary>Publishes, pays, and deals with what came back.</summary>
    private async Task PayAsync()
    {
        var list = await DoAsync("list", Maker, new PublishList());
        var objection = await DoAsync("object", null, new RaiseObjection(list.List, 3, "名单有误"));
        await DoAsync("objection", Maker, new ResolveObjection(objection.Objection, IsUpheld: false, "核实无误"));
        await MoveToAsync(list.Until.AddDays(1));

        var given = await DoAsync("batch-given-up", Maker, new MakeBatch());
        await DoAsync("withdraw", Maker, new WithdrawBatch(given.Batch));
        await HandOverAsync("1", new BankBehaviour { Rejections = 2, Returns = 1 });

        var back = await ReturnedAsync();
        await DoAsync("mend", Maker, new MendPayment(back[0].Entitlement, NewPayee, "开户行更正"));
        await DoAsync("return", Maker, new ReturnToBudget(back[1].Entitlement, "企业注销账户"));
        await DoAsync("mend-2", Maker, new MendPayment(back[2].Entitlement, NewPayee, "账户更正"));
        await HandOverAsync("2", new BankBehaviour { AnswersTwice = true, IsBrief = true });
        await RecoverAsync(back);
    }

    /// <summary>A batch is made, released and handed over, and the bank answers.</summary>
    private async Task HandOverAsync(string round, BankBehaviour behaviour)
    {
        var batch = await DoAsync("batch-" + round, Maker, new MakeBatch());
        await DoAsync("release-" + round, Checker, new ReleaseBatch(batch.Batch));
        await DoAsync("export-" + round, Maker, new ExportBatch(batch.Batch));
        await MoveToAsync(new DateOnly(2020, 3, 20).AddDays(10 * int.Parse(round, CultureInfo.InvariantCulture)));
        // Files are named after the batch, whose number is given out: their place tells them apart.
        foreach (var (place, name) in (await AnswersAsync(round, batch.Batch, behaviour)).Index())
        {
            await DoAsync($"bank-{round}-{place}", Maker, new ImportBankMessage(Path.Combine(options.DataDirectory, name)));
        }
    }

    /// <summary>The files with which the bank answers, written once: a process that comes later finds them.</summary>
    private async Task<string[]> AnswersAsync(string round, long batch, BankBehaviour behaviour)
    {
        var list = Path.Combine(options.DataDirectory, $"answers-{round}.txt");
        if (!File.Exists(list))
        {
            var orders = await AskAsync(new GetBatchFile(batch));
            var answers = BankSimulator.Answer(orders.Content, behaviour).ShouldSucceed();
            foreach (var answer in answers)
            {
                WriteOnce(Path.Combine(options.DataDirectory, answer.Name), answer.Content);
            }

            WriteOnce(list, Encoding.UTF8.GetBytes(string.Join('\n', answers.Select(a => a.Name))));
        }

        return await File.ReadAllLinesAsync(list);
    }

    /// <summary>A grant turns out wrong, and all of it comes back; of another a part.</summary>
    private async Task RecoverAsync(IReadOnlyList<(long Entitlement, Money Amount)> back)
    {
        foreach (var (name, paid, parts) in new[] { ("whole", back[3], 1), ("part", back[4], 4) })
        {
            var amount = new Money(paid.Amount.Fen / parts);
            var recovery = await DoAsync($"recover-{name}", Maker, new ClaimRecovery(paid.Entitlement, amount, "重复申报"));
            await DoAsync($"recover-{name}-approved", Checker, new ApproveRecovery(recovery.Recovery));
            await DoAsync($"recover-{name}-received", Maker, new RecordRecovery(recovery.Recovery, amount, "R-" + name));
        }
    }

    /// <summary>Three payments that came back, also where they have been dealt with since, and two that were paid.</summary>
    private async Task<IReadOnlyList<(long Entitlement, Money Amount)>> ReturnedAsync()
    {
        var path = Path.Combine(options.DataDirectory, "returned.txt");
        if (!File.Exists(path))
        {
            var states = (await AskAsync(new FindPayments([.. Enumerable.Range(1, 3 * Firms).Select(number => (long)number)]))).OrderBy(s => s.Entitlement).ToList();
            var back = states.Where(s => s.Stage == PaymentStage.Returned).ToList();
            if (back.Count == 3)
            {
                back.AddRange(states.Where(s => s.Stage == PaymentStage.Paid).Take(2));
                WriteOnce(path, Encoding.ASCII.GetBytes(string.Join('\n', back.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Entitlement} {b.Amount.Fen}")))));
            }

            Assert.True(File.Exists(path), $"Three payments should have come back, not {back.Count}.");
        }

        return [.. (await File.ReadAllLinesAsync(path)).Select(line => line.Split(' ')).Select(cells => (long.Parse(cells[0], CultureInfo.InvariantCulture), new Money(long.Parse(cells[1], CultureInfo.InvariantCulture))))];
    }

    private async Task<T> AskAsync<T>(IQuery<T> query) => (await pipeline.AskAsync(query, new OperationContext(Maker))).ShouldSucceed();

    /// <summary>Sends a command and tells the parent what came of it.</summary>
    private async Task<T> DoAsync<T>(string key, string? actor, IOperation<T> operation)
    {
        killer.Reach(key);
        var sent = await pipeline.SendAsync(operation, new OperationContext(actor, "script-" + key));
        var outcome = sent.IsSuccess ? sent.Value : throw new CommandRefusedException(sent.Problem!);
        var text = JsonSerializer.Serialize(outcome);
        await output.WriteLineAsync($"{ChildLines.Outcome}{key} {DigestOf(text)} {DigestOf(GivenOut.Replace(Digests.Replace(text, "#"), "#"))}");
        await output.FlushAsync();
        return outcome;
    }

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task MoveToAsync(DateOnly day)
    {
        killer.Reach("day");
        if (await DemoDistrict.MoveToAsync(services, options, day, CancellationToken.None) is { } problem)
        {
            throw new CommandRefusedException(problem);
        }
    }

    /// <summary>A department's file; the second differs from the first in every third firm.</summary>
    private string FileOf(string name, int edition)
    {
        var path = Path.Combine(options.DataDirectory, name);
        var lines = Enumerable.Range(1, Firms).Select(firm => string.Create(
            CultureInfo.InvariantCulture, $"{Number(firm)},{(firm % 9) + (edition == 2 && firm % 3 == 0 ? 2 : 0)},{firm * 1000}.05,{Account(firm)},合成镇银行"));
        WriteOnce(path, Encoding.UTF8.GetBytes("firm_no,apprentices,training_cost,bank_account,bank_name\n" + string.Concat(lines.Select(l => l + "\n"))));
        return path;
    }

    /// <summary>Writes a file that is whole or not there, and stays as it is: others may be reading it.</summary>
    private static void WriteOnce(string path, byte[] content)
    {
        if (!File.Exists(path))
        {
            var part = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}");
            File.WriteAllBytes(part, content);
            File.Move(part, path, overwrite: true);
        }
    }

    private static Payee NewPayee => new("", "", "合成更正户", Account(Firms + 1), "合成镇银行", "999452000101");

    private static string Number(int firm) => string.Create(CultureInfo.InvariantCulture, $"PT{firm:00000}");

    private static string Account(int firm) => string.Create(CultureInfo.InvariantCulture, $"62220000{firm:00000000}");
}
