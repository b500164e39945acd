using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Registry;

namespace Wenbao.Crash.Child;

/// <summary>What a town does from a department's file to money claimed back. Every command has a key made of its place in the script, so that the script can be sent again from its start as often as one likes.</summary>
internal sealed class Script(IServiceProvider services, string folder)
{
    private const string Operator = DemoUsers.Operator;
    private const string Maker = "finance-officer";
    private const string Checker = "finance-approver";
    private const string Line = "town_grants";
    private const int Firms = 24;
    private const int Rejections = 2;

    private readonly IOperationPipeline pipeline = services.GetRequiredService<IOperationPipeline>();
    private readonly BusinessClock clock = services.GetRequiredService<BusinessClock>();

    public async Task RunAsync()
    {
        await DoAsync("import-1", Operator, new ImportSubjects("enterprise", FileOf("firms-1.csv", 1)));
        await DoAsync("open", Operator, new OpenFundLines());
        var change = await DoAsync("more", Maker, new ProposeBudgetChange(BudgetChangeKind.Appropriate, Line, Money.FromYuan(50_000m), "追加"));
        await DoAsync("more-approved", Checker, new ApproveBudgetChange(change.Id));
        await DoAsync("commit", Operator, new CommitFunds([.. Enumerable.Range(1, Firms).Select(Claim)]));

        var list = await DoAsync("list", Maker, new PublishList());
        var objection = await DoAsync("object", null, new RaiseObjection(list.List, 3, "名单有误"));
        await DoAsync("objection", Maker, new ResolveObjection(objection.Objection, IsUpheld: false, "核实无误"));
        await MoveToAsync(list.Until.AddDays(1));

        var batch = await DoAsync("batch", Maker, new MakeBatch());
        await DoAsync("release", Checker, new ReleaseBatch(batch.Batch));
        await DoAsync("export", Maker, new ExportBatch(batch.Batch));
        await AnswerAsync(batch.Batch);

        var back = await FailedAsync();
        await DoAsync("mend", Maker, new MendPayment(back[0], PayeeOf((int)back[0] + Firms), "开户行更正"));
        await DoAsync("return", Maker, new ReturnToBudget(back[1], "企业注销账户"));
        var wrong = Enumerable.Range(1, Firms).First(firm => !back.Contains(firm));
        var recovery = await DoAsync("recover", Maker, new ClaimRecovery(wrong, Money.FromYuan(500m), "重复申报"));
        await DoAsync("recovery-approved", Checker, new ApproveRecovery(recovery.Recovery));
        await DoAsync("recovery-received", Maker, new RecordRecovery(recovery.Recovery, Money.FromYuan(500m), "R-1"));
        await DoAsync("import-2", Operator, new ImportSubjects("enterprise", FileOf("firms-2.csv", 2)));
    }

    /// <summary>The bank answers: two payments are rejected, a statement proves the rest.</summary>
    private async Task AnswerAsync(long batch)
    {
        var orders = await AskAsync(new GetBatchFile(batch));
        foreach (var answer in BankSimulator.Answer(orders.Content, new BankBehaviour { Rejections = Rejections }).ShouldSucceed())
        {
            var path = Path.Combine(folder, answer.Name);
            await File.WriteAllBytesAsync(path, answer.Content);
            await DoAsync("bank-" + answer.Name, Maker, new ImportBankMessage(path));
        }
    }

    /// <summary>The payments that the bank rejected, also where they have been dealt with since.</summary>
    private async Task<IReadOnlyList<long>> FailedAsync()
    {
        var path = Path.Combine(folder, "failed.txt");
        if (!File.Exists(path))
        {
            var states = await AskAsync(new FindPayments([.. Enumerable.Range(1, Firms).Select(firm => (long)firm)]));
            var failed = states.Where(s => s.Stage == PaymentStage.Returned).Select(s => s.Entitlement.ToString(CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Rejections, failed.Count);
            await File.WriteAllLinesAsync(path + ".part", failed);
            File.Move(path + ".part", path);
        }

        return [.. (await File.ReadAllLinesAsync(path)).Select(line => long.Parse(line, CultureInfo.InvariantCulture))];
    }

    private async Task<T> AskAsync<T>(IQuery<T> query) => (await pipeline.AskAsync(query, new OperationContext(Maker))).ShouldSucceed();

    private static FundsClaim Claim(int firm) => new(
        firm,
        Line,
        Money.FromYuan(1000m + firm),
        new FundShares(0, 0, 40, 60),
        SettlementKind.Pay,
        PayeeOf(firm),
        new DecisionReference("apprentice-grant", new LocalizedText("带徒补助", "Apprentice grant"), "v1", "s2", "enterprise", Number(firm), Number(firm), false, "2020", new DateOnly(2020, 3, 16), "model"));

    private static Payee PayeeOf(int firm) => new("enterprise", Number(firm), Number(firm), Account(firm), "合成镇银行", "999452000101");

    private async Task<T> DoAsync<T>(string key, string? actor, IOperation<T> operation) =>
        (await pipeline.SendAsync(operation, new OperationContext(actor, "script-" + key))).ShouldSucceed();

    private async Task MoveToAsync(DateOnly day)
    {
        while (clock.Today < day)
        {
            clock.MoveTo(clock.Today.AddDays(1));
            var begin = new BeginBusinessDay(clock.Today);
            (await pipeline.SendAsync(begin, new OperationContext(Operator, begin.Key))).ShouldSucceed();
        }
    }

    /// <summary>A department's file; the second differs from the first in every third firm.</summary>
    private string FileOf(string name, int edition)
    {
        var path = Path.Combine(folder, name);
        var lines = Enumerable.Range(1, Firms).Select(firm => string.Create(
            CultureInfo.InvariantCulture, $"{Number(firm)},{firm % 9 + (edition == 2 && firm % 3 == 0 ? 2 : 0)},{firm * 1000}.05,{Account(firm)},合成镇银行"));
        File.WriteAllText(path, "firm_no,apprentices,training_cost,bank_account,bank_name\n" + string.Concat(lines.Select(l => l + "\n")));
        return path;
    }

    private static string Number(int firm) => string.Create(CultureInfo.InvariantCulture, $"PT{firm:00000}");

    private static string Account(int firm) => string.Create(CultureInfo.InvariantCulture, $"62220000{firm:00000000}");
}
