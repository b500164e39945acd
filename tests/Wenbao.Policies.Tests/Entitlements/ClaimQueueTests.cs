using System.Globalization;
using System.Text;
using Wenbao.Funds;
using Wenbao.Kernel;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>What rule G8 says of a line that has a ceiling.</summary>
public sealed class ClaimQueueTests
{
    [DatabaseTheory, DatabaseData]
    public async Task FirstThatDoesNotFit_BlocksThoseBehindIt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,60\nF02,30\nF03,20\nF08,10\n");
        Assert.Equal((EntitlementState.Granted, null), await ClaimedAsync(district, "F01"));
        Assert.Equal((EntitlementState.Granted, null), await ClaimedAsync(district, "F02"));
        Assert.Equal((EntitlementState.Waiting, 1L), await ClaimedAsync(district, "F03"));
        // A hundred yuan are left and would do for F08, but F03 was accepted before.
        Assert.Equal((EntitlementState.Waiting, 2L), await ClaimedAsync(district, "F08"));
        Assert.Equal("100.00", (await district.FreeAsync("pot")).ToString());
        var queue = await district.AskAsync(new FindClaimQueue("pot"));
        Assert.Equal(["F03", "F08"], queue.Items.Select(c => c.Item.Subject));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MoneyThatComesBack_GoesToTheFirstInLine(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,60\nF02,40\nF03,50\nF08,10\n");
        var first = (await district.ClaimAsync(Small, "F01")).Cases[0].Entitlement;
        var second = (await district.ClaimAsync(Small, "F02")).Cases[0].Entitlement;
        var third = (await district.ClaimAsync(Small, "F03")).Cases[0].Entitlement;
        var fourth = (await district.ClaimAsync(Small, "F08")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new RevokeGrant(second, "主动放弃"));
        Assert.Equal((EntitlementState.Waiting, EntitlementState.Waiting), (await StateAsync(district, third), await StateAsync(district, fourth)));
        await district.SendAsAsync(Officer, new RevokeGrant(first, "主动放弃"));
        Assert.Equal((EntitlementState.Granted, EntitlementState.Granted), (await StateAsync(district, third), await StateAsync(district, fourth)));
        Assert.Equal("400.00", (await district.FreeAsync("pot")).ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task WaitingClaim_FollowsTheFacts_AndIsDecidedAgainWhenServed(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,90\nF02,20\nF03,15\n");
        var first = (await district.ClaimAsync(Small, "F01")).Cases[0].Entitlement;
        var second = (await district.ClaimAsync(Small, "F02")).Cases[0].Entitlement;
        var third = (await district.ClaimAsync(Small, "F03")).Cases[0].Entitlement;
        await district.ImportAsync("firm", "code,staff\nF02,0\nF03,25\n");
        Assert.Equal(EntitlementState.Lapsed, await StateAsync(district, second));
        Assert.Equal("250.00", (await district.ShowAsync(third)).Item.Amount.ToString());
        await district.SendAsAsync(Officer, new RevokeGrant(first, "主动放弃"));
        Assert.Equal((EntitlementState.Granted, "750.00"), (await StateAsync(district, third), (await district.FreeAsync("pot")).ToString()));
    }

    [DatabaseTheory, DatabaseData]
    public async Task HeldClaim_KeepsItsPlace_AndLetsOthersPass(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF01,90\nF02,20\nF03,5\n");
        await district.ClaimAsync(Small, "F01");
        var second = (await district.ClaimAsync(Small, "F02")).Cases[0].Entitlement;
        var third = (await district.ClaimAsync(Small, "F03")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new HoldEntitlement(second, "核实中"));
        Assert.Equal((EntitlementState.Waiting, EntitlementState.Granted), (await StateAsync(district, second), await StateAsync(district, third)));
        await district.SendAsAsync(Officer, new UnholdEntitlement(second));
        Assert.Equal(EntitlementState.Waiting, await StateAsync(district, second));
        Assert.Equal("50.00", (await district.FreeAsync("pot")).ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task HundredClaimantsAtOnce_GetTheLongestPrefixInOrder_AndNeverAFenOver(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var firms = new StringBuilder("code,name,state,staff,tax,card,card_bank\n");
        for (var i = 0; i < 100; i++)
        {
            firms.Append(CultureInfo.InvariantCulture, $"C{i:000},行{i},open,{1 + (i * 7 % 11)},1.00,620000000000{i:0000},合成银行\n");
        }

        await district.ImportAsync("firm", firms.ToString());
        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() =>
            district.TrySendAsAsync("owner", new ClaimEntitlement(Small, $"C{i:000}", AccountTail: $"{i:0000}"), key: $"click-{i}"))));
        Assert.All(claims, c => c.ShouldSucceed());
        var all = await AllAsync(district);
        Assert.Equal(100, all.Count);
        var granted = all.TakeWhile(e => e.State == EntitlementState.Granted).ToList();
        Assert.All(all.Skip(granted.Count), e => Assert.Equal(EntitlementState.Waiting, e.State));
        var spent = granted.Sum(e => e.Amount.Fen);
        Assert.InRange(spent, 1, 100_000);
        Assert.True(spent + all[granted.Count].Amount.Fen > 100_000, "the first that waits would have fitted");
        Assert.Equal(100_000 - spent, (await district.FreeAsync("pot")).Fen);
        Assert.Equal(100, all.Select(e => e.Receipt).Distinct().Count());

        // Everybody was told at once what holds: granted, or waiting at a place; and the queue is there to be seen, in order.
        var told = claims.ToDictionary(c => c.Value.Receipt, c => c.Value.Cases.Single(), StringComparer.Ordinal);
        Assert.All(all, e => Assert.Equal((e.State, e.Amount), (told[e.Receipt!].State, told[e.Receipt!].Amount)));
        var waiting = all.Skip(granted.Count).ToList();
        Assert.Equal(waiting.Select((_, i) => (long?)i + 1), waiting.Select(e => told[e.Receipt!].Position));
        var queue = new List<QueuedClaim>();
        for (QueuePlace? after = null; queue.Count < waiting.Count;)
        {
            var page = await district.AskAsync(new FindClaimQueue("pot", after));
            Assert.Equal((waiting.Count, waiting.Sum(e => e.Amount.Fen)), (page.Count, page.Amount.Fen));
            queue.AddRange(page.Items);
            after = page.Next;
        }

        Assert.Equal(waiting.Select((e, i) => (e.Id, i + 1L)), queue.Select(q => (q.Item.Id, q.Position)));
        var again = (await district.TrySendAsAsync("owner", new ClaimEntitlement(Small, "C000", AccountTail: "0000"), key: "click-0")).ShouldSucceed();
        Assert.Equal(claims[0].Value.Receipt, again.Receipt);
    }

    /// <summary>All entitlements of the small pot in order of acceptance: the receipts are numbered so.</summary>
    private static async Task<List<EntitlementItem>> AllAsync(District district)
    {
        var all = new List<EntitlementItem>();
        for (long? before = null; ;)
        {
            var page = await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Small), before));
            all.AddRange(page.Items);
            if ((before = page.Next) is null)
            {
                return [.. all.OrderBy(e => e.Receipt, StringComparer.Ordinal)];
            }
        }
    }

    private static async Task<(EntitlementState, long?)> ClaimedAsync(District district, string subject)
    {
        var claimed = (await district.ClaimAsync(Small, subject)).Cases[0];
        return (claimed.State, claimed.Position);
    }

    private static async Task<EntitlementState> StateAsync(District district, long id) => (await district.ShowAsync(id)).Item.State;
}
