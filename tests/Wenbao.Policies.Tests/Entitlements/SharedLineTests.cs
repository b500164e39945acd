using Wenbao.Funds;
using Wenbao.Platform.Data;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>Two subject types whose policies are paid from one line: the order of acceptance runs over both.</summary>
public sealed class SharedLineTests
{
    private const string Lines = """
        lines:
          - {id: pot, name: {zh: 钱罐, en: Pot}, kind: budget, class: special_fund, capital_yuan: "1000.00", opens_on: 2020-01-01}
        """;

    private static readonly PolicyDraft[] Policies = [Help("farm-help", 1, "farm"), Help("shop-help", 2, "shop"), Help("farm-gift", 3, "farm") with { Mode = "instant" }];

    [DatabaseTheory, DatabaseData]
    public async Task ClaimsOfTwoTypes_GrantedTogether_AreServedInOrderOfAcceptance(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (firstShop, firstFarm) = (await ClaimAsync(district, "shop-help", "S1"), await ClaimAsync(district, "farm-help", "F1"));
        var (lastFarm, lastShop) = (await ClaimAsync(district, "farm-help", "F2"), await ClaimAsync(district, "shop-help", "S2"));

        // 400 and 600 use up the pot, whichever type is decided first; 300 and 100 come too late.
        var granted = await district.SendAsAsync(ClaimTown.Officer, new GrantClaims(null, ["farm-help", "shop-help"]));
        Assert.Equal((2, "1000.00", 2), (granted.Granted, granted.Amount.ToString(), granted.Waiting));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Granted, EntitlementState.Waiting, EntitlementState.Waiting], await StatesAsync(district, firstShop, firstFarm, lastFarm, lastShop));
    }

    [DatabaseTheory, DatabaseData]
    public async Task FirstThatDoesNotFit_BlocksTheOtherTypeToo(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claims = new List<long>();
        foreach (var (policy, subject) in new[] { ("farm-help", "F1"), ("shop-help", "S3"), ("farm-help", "F2"), ("shop-help", "S2") })
        {
            claims.Add(await ClaimAsync(district, policy, subject));
        }

        // 600 fits, 500 does not; 300 and 100 would, but stand behind it.
        await district.SendAsAsync(ClaimTown.Officer, new GrantClaims(claims));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Waiting, EntitlementState.Waiting, EntitlementState.Waiting], await StatesAsync(district, [.. claims]));
        Assert.Equal("400.00", (await district.FreeAsync("pot")).ToString());
    }

    private static PolicyDraft Help(string id, int number, string type) =>
        new(id, number, type, "{each: subject, at: as_of}", ["need decimal(18,2) unknown {registry: need}"], ["C1: need > 0"], "need")
        {
            Mode = "review",
            Money = "payee: subject\nfunding: {line: pot}\n",
        };

    /// <summary>Claims at the window; one case.</summary>
    internal static async Task<long> ClaimAsync(District district, string policy, string subject) => (await district.SendAsync(new ClaimEntitlement(policy, subject))).Cases.Single().Entitlement;

    /// <summary>The states of some claims.</summary>
    internal static async Task<List<EntitlementState>> StatesAsync(District district, params long[] claims)
    {
        var states = new List<EntitlementState>();
        foreach (var claim in claims)
        {
            states.Add((await district.ShowAsync(claim)).Item.State);
        }

        return states;
    }

    /// <summary>Opens the district: a pot of 1,000 yuan, farms that need 600 and 300, shops that need 400, 100 and 500.</summary>
    internal static async Task<District> OpenAsync(TestFolder folder, Database database)
    {
        folder.WithPack("pots").With("pots/registry/farm.yaml", TypeOf("farm", "农场")).With("pots/registry/shop.yaml", TypeOf("shop", "商铺")).With("pots/funds/lines.yaml", Lines);
        foreach (var draft in Policies)
        {
            draft.WriteInto(folder, "pots");
        }

        var district = await District.OpenAsync(folder.Load("pots"), database);
        await district.SendAsync(new OpenFundLines());
        var since = new DateOnly(2020, 1, 1);
        await district.ImportAsync("farm", "code,name,need,card,card_bank\nF1,甲农场,600,6200000000000001,合成银行\nF2,乙农场,300,6200000000000002,合成银行\n", since);
        await district.ImportAsync("shop", "code,name,need,card,card_bank\nS1,丙铺,400,6200000000000003,合成银行\nS2,丁铺,100,6200000000000004,合成银行\nS3,戊铺,500,6200000000000005,合成银行\n", since);
        return district;
    }

    private static string TypeOf(string id, string title) => $$$"""
        id: {{{id}}}
        title: {zh: "{{{title}}}", en: "{{{id}}}"}
        public_id: code
        key: code
        display: name
        account: {number: card, bank: card_bank}
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 名称, en: Name}, type: string, null: {kind: never}}
          - {id: need, name: {zh: 所需, en: Need}, type: "decimal(18,2)"}
          - {id: card, name: {zh: 账号, en: Account}, type: string, sensitivity: secret, null: {kind: absent}}
          - {id: card_bank, name: {zh: 开户行, en: Bank}, type: string, null: {kind: absent}}
        """;
}
