using System.Globalization;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Policies.Entitlements;
using static Wenbao.Policies.Tests.Entitlements.SharedLineTests;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>On a line with a ceiling the order of acceptance decides who gets the money, whatever the order in which officers decide. Source: catalogue rule G8.</summary>
public sealed class ReviewOrderTests
{
    private const string Officer = ClaimTown.Officer;

    [DatabaseTheory, DatabaseData]
    public async Task LaterClaim_WaitsForTheEarlierOne_AndIsServedWhenThatIsRefused(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (earlier, later) = (await ClaimAsync(district, "farm-help", "F1"), await ClaimAsync(district, "shop-help", "S3"));
        Assert.Equal((0, 1), await GrantAsync(district, later));
        Assert.Equal(EntitlementReasons.WaitsForEarlier, (await district.ShowAsync(later)).Reason);
        var queue = await district.AskAsync(new FindClaimQueue("pot"));
        Assert.Equal([(later, EntitlementReasons.WaitsForEarlier)], queue.Items.Select(q => (q.Item.Id, q.Reason)));
        await district.SendAsAsync(Officer, new RefuseClaim(earlier, "材料不实"));
        Assert.Equal([EntitlementState.Refused, EntitlementState.Granted], await StatesAsync(district, earlier, later));
        Assert.Equal("500.00", (await district.FreeAsync("pot")).ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task EarlierClaim_IsNotHeldUpByALaterOneThatWaits(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (earlier, later) = (await ClaimAsync(district, "farm-help", "F1"), await ClaimAsync(district, "shop-help", "S3"));
        await GrantAsync(district, later);
        Assert.Equal((1, 0), await GrantAsync(district, earlier));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Waiting], await StatesAsync(district, earlier, later));
        Assert.Equal(EntitlementReasons.WaitsForMoney, (await district.ShowAsync(later)).Reason);
        Assert.Equal(EntitlementReasons.WaitsForMoney, (await district.AskAsync(new FindClaimQueue("pot"))).Items.Single().Reason);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WithMoneyForAll_NobodyWaits(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (first, second) = (await ClaimAsync(district, "shop-help", "S1"), await ClaimAsync(district, "farm-help", "F1"));
        Assert.Equal((1, 0), await GrantAsync(district, second));
        Assert.Equal((1, 0), await GrantAsync(district, first));
    }

    [DatabaseTheory, DatabaseData]
    public async Task AutomaticClaim_LeavesTheMoneyOfThoseUnderReview_UntilTheyAreHeldOrWantLess(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("farm", "code,name,need,card,card_bank\nF3,己农场,500,6200000000000006,合成银行\nF4,庚农场,350,6200000000000007,合成银行\n", new DateOnly(2020, 1, 1));
        var reviewed = await ClaimAsync(district, "farm-help", "F1");
        var (gift, behind) = (await ClaimAsync(district, "farm-gift", "F3"), await ClaimAsync(district, "farm-gift", "F4"));
        Assert.Equal([EntitlementState.Claimed, EntitlementState.Waiting, EntitlementState.Waiting], await StatesAsync(district, reviewed, gift, behind));
        await district.ImportAsync("farm", "code,need\nF1,500\n");
        Assert.Equal([EntitlementState.Claimed, EntitlementState.Granted, EntitlementState.Waiting], await StatesAsync(district, reviewed, gift, behind));
        await district.SendAsAsync(Officer, new HoldEntitlement(reviewed, "核实中"));
        Assert.Equal([EntitlementState.Claimed, EntitlementState.Granted, EntitlementState.Granted], await StatesAsync(district, reviewed, gift, behind));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Approval_StaysThePersons_WhenTheMoneyComesLater(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (first, second) = (await ClaimAsync(district, "farm-help", "F1"), await ClaimAsync(district, "shop-help", "S3"));
        Assert.Equal((1, 1), await GrantAsync(district, first, second));
        await district.ImportAsync("shop", "code,need\nS3,450\n");
        Assert.Equal((EntitlementState.Waiting, Officer), ((await district.ShowAsync(second)).Item.State, (await district.ShowAsync(second)).Decision!.DecidedBy));
        await district.SendAsAsync(Officer, new RevokeGrant(first, "主动放弃"));
        var granted = await district.ShowAsync(second);
        Assert.Equal((EntitlementState.Granted, "450.00", Officer), (granted.Item.State, granted.Item.Amount.ToString(), granted.Decision!.DecidedBy));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhateverTheOrderOfDeciding_MoneyGoesByAcceptance(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        for (var seed = 1; seed <= 2; seed++)
        {
            await DecideInAnyOrderAsync(district, seed);
        }
    }

    /// <summary>Twelve claims are decided in an order of chance: granted singly or several at once, refused, held for a while, their facts changed.</summary>
    private static async Task DecideInAnyOrderAsync(District district, int seed)
    {
        var random = new Random(seed);
        var claims = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"Z{seed}{i:00}");
            await district.ImportAsync("farm", $"code,name,need,card,card_bank\n{code},行,{random.Next(40, 260)},62000000000{seed}{i:00},合成银行\n", new DateOnly(2020, 1, 1));
            claims.Add(await ClaimAsync(district, i % 4 == 3 ? "farm-gift" : "farm-help", code));
        }

        var order = claims.ToList();
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(order));
        foreach (var claim in order)
        {
            var before = await AllAsync(district);
            if (before.Single(e => e.Id == claim).State == EntitlementState.Claimed)
            {
                await (random.Next(6) switch
                {
                    0 => district.TrySendAsAsync(Officer, new RefuseClaim(claim, "不符")),
                    1 => HoldForAWhileAsync(district, claim),
                    _ => (Task)district.TrySendAsAsync(Officer, new GrantClaims([claim, order[random.Next(order.Count)]])),
                });
            }

            await CheckAsync(district, before);
        }

        // All of the rest is decided: who has money is the longest prefix, and so it stays.
        await district.SendAsAsync(Officer, new GrantClaims([.. claims]));
        var end = (await AllAsync(district)).Where(e => claims.Contains(e.Id) && e.State != EntitlementState.Refused).ToList();
        var prefix = end.TakeWhile(e => e.State == EntitlementState.Granted).ToList();
        Assert.All(end.Skip(prefix.Count), e => Assert.Equal(EntitlementState.Waiting, e.State));
        Assert.True(prefix.Count == end.Count || end[prefix.Count].Amount > await district.FreeAsync("pot"), "the first that waits would have fitted");
        foreach (var claim in Enumerable.Reverse(end))
        {
            if (claim.State == EntitlementState.Granted)
            {
                await district.SendAsAsync(Officer, new RevokeGrant(claim.Id, "清场"));
            }
            else
            {
                await district.SendAsAsync(Officer, new RefuseClaim(claim.Id, "清场"));
            }
        }
    }

    private static async Task HoldForAWhileAsync(District district, long claim)
    {
        await district.SendAsAsync(Officer, new HoldEntitlement(claim, "核实中"));
        await district.SendAsAsync(Officer, new UnholdEntitlement(claim));
    }

    /// <summary>Never over budget; whoever got money left enough for those accepted before him that nobody has decided.</summary>
    private static async Task CheckAsync(District district, List<EntitlementItem> before)
    {
        var now = await AllAsync(district);
        var free = await district.FreeAsync("pot");
        Assert.Equal(100_000 - now.Where(e => e.State == EntitlementState.Granted).Sum(e => e.Amount.Fen), free.Fen);
        Assert.True(free >= Money.Zero);
        if (now.LastOrDefault(e => e.State == EntitlementState.Granted && before.Any(b => b.Id == e.Id && b.State != EntitlementState.Granted)) is { } last)
        {
            var kept = now.TakeWhile(e => e.Id != last.Id).Where(e => e.State == EntitlementState.Claimed && !e.IsHeld).Sum(e => e.Amount.Fen);
            Assert.True(free.Fen >= kept, $"{last.Id} was granted, and {free} are left of {kept} fen that earlier claims want");
        }
    }

    /// <summary>All claims in order of acceptance: the receipts are numbered so.</summary>
    private static async Task<List<EntitlementItem>> AllAsync(District district)
    {
        var all = new List<EntitlementItem>();
        for (long? before = null; ;)
        {
            var page = await district.AskAsync(new FindEntitlements(new EntitlementFilter(), before));
            all.AddRange(page.Items);
            if ((before = page.Next) is null)
            {
                return [.. all.OrderBy(e => e.Receipt, StringComparer.Ordinal)];
            }
        }
    }

    private static async Task<(long Granted, long Waiting)> GrantAsync(District district, params long[] claims)
    {
        var granted = await district.SendAsAsync(Officer, new GrantClaims(claims));
        return (granted.Granted, granted.Waiting);
    }
}
