using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>Several people at one claim or one budget: one outcome, and everybody is told by number what it is.</summary>
public sealed class ClaimConcurrencyTests
{
    private const string Approver = "policy-approver";
    private static readonly string[] Officers = [Officer, Department, Approver];
    private static readonly string[] Rich = ["F01", "F03", "F08"];

    [DatabaseTheory, DatabaseData]
    public async Task ThreeOfficersGrantOneClaim_OneDoes_OthersAreToldItsState(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        foreach (var firm in Rich)
        {
            var claimed = (await district.ClaimAsync(Award, firm)).Cases[0].Entitlement;
            var answers = await AtOnceAsync(6, i => district.TrySendAsAsync(Officers[i % 3], new GrantClaims([claimed])));
            Assert.Equal(1, Assert.Single(answers, a => a.IsSuccess).Value.Granted);
            Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Contains("已批准", a.ShouldBeProblem(EntitlementProblems.WrongState).What.Zh, StringComparison.Ordinal));
            Assert.Equal(PaymentStage.Committed, (await district.ShowAsync(claimed)).Payment?.Stage);
        }

        Assert.Equal(Rich.Length, await CountAsync(district, "fnd_commitment"));
        await district.AskAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task OverlappingLists_AreGrantedOnce(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claims = new List<long>();
        foreach (var firm in Rich)
        {
            claims.Add((await district.ClaimAsync(Award, firm)).Cases[0].Entitlement);
        }

        var answers = await AtOnceAsync(3, i => district.TrySendAsAsync(Officers[i], i == 2 ? new GrantClaims(null, [Award]) : new GrantClaims([claims[i], claims[i + 1]])));
        Assert.Equal(3, answers.Sum(a => a.IsSuccess ? a.Value.Granted : 0));
        Assert.All(answers.Where(a => a.IsSuccess), a => Assert.All(a.Value.Left, l => Assert.Equal(EntitlementProblems.WrongState.Code, l.Code)));
        Assert.Equal(3, await CountAsync(district, "fnd_commitment"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task DoubleClickWithoutAKey_IsOneClaim_WithOneReceipt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var answers = await AtOnceAsync(8, _ => district.TrySendAsAsync("owner", new ClaimEntitlement(Small, "F01", AccountTail: "0001")));
        Assert.Single(answers.Select(a => (a.ShouldSucceed().Receipt, a.Value.Cases[0].Entitlement)).Distinct());
        Assert.Equal("880.00", (await district.FreeAsync("pot")).ToString());
    }

    /// <summary>Firms click while the office claims for everybody: each has one claim, whoever was first.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task BulkClaimAgainstClicks_EachSubjectClaimsOnce(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await ManyFirmsAsync(district, 40);
        await district.DecideAsync();
        var clicks = Enumerable.Range(0, 40).Where(i => i % 2 == 0).Select(i => Task.Run(() => ClickAsync(district, i))).ToList();
        var bulk = Task.Run(() => district.TrySendAsAsync(Officer, new ClaimFound([Small])));
        Assert.All(await Task.WhenAll(clicks), c => c.ShouldSucceed());
        (await bulk).ShouldSucceed();
        Assert.Equal(0, await CountAsync(district, "(SELECT subject FROM pol_entitlement WHERE policy = 'small-pot' GROUP BY subject HAVING count(*) > 1) x"));
        await ShouldBeServedInOrderAsync(district);
    }

    [DatabaseTheory, DatabaseData]
    public async Task BudgetIsCutWhileFirmsClaim_NothingIsPromisedTwice(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await ManyFirmsAsync(district, 30);
        var change = await district.SendAsAsync("finance-officer", new ProposeBudgetChange(BudgetChangeKind.Cut, "pot", Money.FromYuan(400m), "压减"));
        var clicks = Enumerable.Range(0, 30).Select(i => Task.Run(() => ClickAsync(district, i))).ToList();
        var cutting = Task.Run(() => district.TrySendAsAsync("finance-approver", new ApproveBudgetChange(change.Id)));
        Assert.All(await Task.WhenAll(clicks), c => c.ShouldSucceed());
        var cut = await cutting;
        if (!cut.IsSuccess)
        {
            cut.ShouldBeProblem(FundsProblems.CeilingReached);
        }

        await ShouldBeServedInOrderAsync(district);
        var pot = (await district.AskAsync(new GetFundLines("pot")))[0];
        Assert.Equal((cut.IsSuccess ? 600m : 1_000m, pot.Appropriated - pot.Free), (pot.Appropriated.Yuan, pot.Committed));
        await district.AskAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task ThreeOfficersRevokeOneGrant_TheMoneyComesBackOnce(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var granted = (await district.ClaimAsync(Small, "F01")).Cases[0].Entitlement;
        var answers = await AtOnceAsync(6, i => district.TrySendAsAsync(Officers[i % 3], new RevokeGrant(granted, "主动放弃")));
        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => a.ShouldBeProblem(EntitlementProblems.WrongState));
        Assert.Equal("1000.00", (await district.FreeAsync("pot")).ToString());
    }

    /// <summary>Claims, grants, refusals, revocations, holds, the queue, budgets and files of departments at once: nobody waits for ever, no answer is a fault of the machine, every event is handled, and money and entitlements agree.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task EverythingAtOnce_NoFault_AndMoneyAndEntitlementsAgree(TestDatabase database)
    {
        const int Workers = 6;
        const int StepsOfEach = 40;
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await ManyFirmsAsync(district, 12);
        await district.DecideAsync();
        var codes = new ConcurrentBag<string>();
        var imports = new SemaphoreSlim(1); // one file of a department at a time, as its keeper sends them
        await Task.WhenAll(Enumerable.Range(1, Workers).Select(worker => Task.Run(async () =>
        {
            var draws = new Random(worker);
            for (var step = 0; step < StepsOfEach; step++)
            {
                codes.Add(await StepAsync(district, draws, imports));
            }
        }))).WaitAsync(TimeSpan.FromMinutes(3));

        Assert.DoesNotContain(codes, code => code.StartsWith("OPS-", StringComparison.Ordinal));
        Assert.True(codes.Count(c => c == "") > Workers * StepsOfEach / 4, string.Join(", ", codes.CountBy(c => c)));
        await district.SendAsAsync(Officer, new ServeQueue("pot"));
        Assert.Equal(0, await CountAsync(district, "plt_outbox WHERE done_at IS NULL OR attempts <> 1"));
        Assert.Equal(0, await CountAsync(district, "pol_entitlement p WHERE state = 'Granted' AND NOT EXISTS (SELECT 1 FROM fnd_commitment c WHERE c.entitlement = p.id AND c.stage <> 'Released' AND c.amount_fen = p.amount_fen)"));
        Assert.Equal(0, await CountAsync(district, "fnd_commitment c WHERE stage <> 'Released' AND NOT EXISTS (SELECT 1 FROM pol_entitlement p WHERE c.entitlement = p.id AND p.state = 'Granted')"));
        await district.AskAsync(new VerifyBooks());
        (await AuditLog.VerifyAsync(district.Database)).ShouldSucceed();
    }

    /// <summary>One of the things that people do.</summary>
    /// <returns>The code of the problem; empty when it was done.</returns>
    private static async Task<string> StepAsync(District district, Random draws, SemaphoreSlim imports)
    {
        var (firm, any, officer) = (draws.Next(12), (long)draws.Next(1, 60), Officers[draws.Next(3)]);
        switch (draws.Next(12))
        {
            case 0 or 1 or 2:
                return Code(await ClickAsync(district, firm));
            case 3:
                return Code(await district.TrySendAsAsync("owner", new ClaimEntitlement(Award, string.Create(CultureInfo.InvariantCulture, $"C{firm:000}"), AccountTail: string.Create(CultureInfo.InvariantCulture, $"{firm:0000}"))));
            case 4:
                return Code(await district.TrySendAsAsync(officer, new GrantClaims(null, [Award])));
            case 5:
                return Code(await district.TrySendAsAsync(officer, draws.Next(2) == 0 ? new GrantClaims([any]) : new GrantClaims([any, any + 1, any + 2])));
            case 6:
                return Code(await district.TrySendAsAsync(officer, new RefuseClaim(any, "材料不齐")));
            case 7:
                return Code(await district.TrySendAsAsync(officer, new RevokeGrant(any, "主动放弃")));
            case 8:
                return draws.Next(2) == 0 ? Code(await district.TrySendAsAsync(officer, new HoldEntitlement(any, "核实中"))) : Code(await district.TrySendAsAsync(officer, new UnholdEntitlement(any)));
            case 9:
                var change = await district.TrySendAsAsync("finance-officer", new ProposeBudgetChange(draws.Next(2) == 0 ? BudgetChangeKind.Appropriate : BudgetChangeKind.Cut, "pot", Money.FromYuan(draws.Next(1, 50)), "调整"));
                return change.IsSuccess ? Code(await district.TrySendAsAsync("finance-approver", new ApproveBudgetChange(change.Value.Id))) : Code(change);
            case 10:
                return Code(await district.TrySendAsAsync(officer, draws.Next(2) == 0 ? new ServeQueue("pot") : new ServeQueue("open_line")));
            default:
                await imports.WaitAsync();
                try
                {
                    await district.ImportAsync("firm", string.Create(CultureInfo.InvariantCulture, $"code,staff\nC{firm:000},{draws.Next(0, 15)}\n"));
                    return "";
                }
                finally
                {
                    imports.Release();
                }
        }
    }

    private static string Code<T>(Result<T> answer) => answer.Problem?.Code ?? "";

    /// <summary>What is granted of the small pot is a beginning of the queue in order of acceptance, all behind it waits, and the next would not fit.</summary>
    private static async Task ShouldBeServedInOrderAsync(District district)
    {
        await district.SendAsAsync(Officer, new ServeQueue("pot"));
        await using var db = await district.Database.ReadAsync<Persistence.EntitlementsDb>();
        var all = db.Entitlements.Where(e => e.Policy == Small && (e.State == EntitlementState.Granted || e.State == EntitlementState.Waiting)).ToList().OrderBy(e => e.AcceptedNumber).ToList();
        var granted = all.TakeWhile(e => e.State == EntitlementState.Granted).ToList();
        Assert.All(all.Skip(granted.Count), e => Assert.Equal(EntitlementState.Waiting, e.State));
        var free = await district.FreeAsync("pot");
        Assert.True(all.Count == granted.Count || all[granted.Count].Amount > free, "the first that waits would have fitted");
    }

    private static Task<Result<ClaimReceipt>> ClickAsync(District district, int firm) =>
        district.TrySendAsAsync("owner", new ClaimEntitlement(Small, string.Create(CultureInfo.InvariantCulture, $"C{firm:000}"), AccountTail: string.Create(CultureInfo.InvariantCulture, $"{firm:0000}")));

    private static async Task ManyFirmsAsync(District district, int count)
    {
        var firms = new StringBuilder("code,name,state,staff,tax,card,card_bank\n");
        for (var i = 0; i < count; i++)
        {
            firms.Append(CultureInfo.InvariantCulture, $"C{i:000},行{i},open,{5 + (i * 7 % 11)},{i}.05,620000000000{i:0000},合成银行\n");
        }

        await district.ImportAsync("firm", firms.ToString());
    }

    private static Task<Result<T>[]> AtOnceAsync<T>(int count, Func<int, Task<Result<T>>> send) => Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => send(i))));

    private static async Task<long> CountAsync(District district, string from)
    {
        await using var connection = await district.Database.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements of the tests
        command.CommandText = "SELECT COUNT(*) FROM " + from;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
