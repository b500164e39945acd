using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Tests.Life;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>A claim is decided for the day it was accepted, however late an officer or the money comes; the facts are those known at the time of deciding.</summary>
public sealed class ClaimDayTests
{
    /// <summary>Reviewed, in force until 30 June.</summary>
    private const string Ends = "ends-help";

    /// <summary>Automatic, in force until 30 June, with a ceiling.</summary>
    private const string Pot = "pot-help";

    /// <summary>Reviewed, in force all year; from July on it asks for 8 staff instead of 5, and pays 20 percent instead of 10.</summary>
    private const string Moves = "moves-help";

    private const string Lines = """
        lines:
          - {id: wide, name: {zh: 据实列支, en: Open}, kind: open_ended, class: off_budget, opens_on: 2020-01-01}
          - {id: pot, name: {zh: 钱罐, en: Pot}, kind: budget, class: special_fund, capital_yuan: "1000.00", opens_on: 2020-01-01}
        """;

    private const string Firm = """
        id: firm
        title: {zh: 商行, en: Firm}
        public_id: code
        key: code
        display: name
        account: {number: card, bank: card_bank}
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 名称, en: Name}, type: string, null: {kind: never}}
          - {id: staff, name: {zh: 人数, en: Staff}, type: int}
          - {id: tax, name: {zh: 税额, en: Tax}, type: "decimal(18,2)"}
          - {id: card, name: {zh: 账号, en: Account}, type: string, sensitivity: secret, null: {kind: absent}}
          - {id: card_bank, name: {zh: 开户行, en: Bank}, type: string, null: {kind: absent}}
        """;

    private static readonly DateOnly LastDay = new(2020, 6, 30);

    [DatabaseTheory, DatabaseData]
    public async Task ClaimedOnTheLastDay_IsGrantedAfterIt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = await ClaimAsync(district, Ends, "F06");
        await district.MoveToAsync(LastDay.AddDays(3));
        var granted = await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([claimed]));
        Assert.Equal((1, "600.00"), (granted.Granted, granted.Amount.ToString()));
        var detail = await district.ShowAsync(claimed);
        Assert.Equal((EntitlementState.Granted, LastDay, LastDay.AddDays(3)), (detail.Item.State, detail.Decision!.Explanation!.EvaluationDate, detail.Decision.DecidedOn));
        Assert.Equal("600.00", (await district.AskAsync(new ReplayDecision(claimed))).Amount.ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Queued_IsServedAfterTheLastDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (first, second) = (await ClaimAsync(district, Pot, "F08"), await ClaimAsync(district, Pot, "F06"));
        Assert.Equal((EntitlementState.Granted, EntitlementState.Waiting), (await StateAsync(district, first), await StateAsync(district, second)));
        await district.MoveToAsync(LastDay.AddDays(5));
        await district.SendAsAsync(ClaimTown.Officer, new RevokeGrant(first, "主动放弃"));
        Assert.Equal(EntitlementState.Granted, await StateAsync(district, second));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ChangedFacts_CountAsKnownNow_ButTheDayStays(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (reviewed, waiting) = (await ClaimAsync(district, Ends, "F06"), await ClaimAsync(district, Pot, "F11"));
        await district.MoveToAsync(LastDay.AddDays(2));
        await district.ImportAsync("firm", "code,tax\nF06,700.00\nF11,12000.00\n", district.Today);
        var (advised, queued) = (await district.ShowAsync(reviewed), await district.ShowAsync(waiting));
        Assert.Equal((EntitlementState.Claimed, "70.00", LastDay), (advised.Item.State, advised.Item.Amount.ToString(), advised.Decision!.Explanation!.EvaluationDate));
        Assert.Equal((EntitlementState.Waiting, "1200.00", LastDay), (queued.Item.State, queued.Item.Amount.ToString(), queued.Decision!.Explanation!.EvaluationDate));
        await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([reviewed]));
        Assert.Equal("70.00", (await district.ShowAsync(reviewed)).Item.Amount.ToString());

        // The grant was made by what was known on its day; that the day of acceptance knew something else is no difference.
        await district.ImportAsync("firm", "code,name\nF06,改名行\n", district.Today);
        Assert.Empty((await district.AskAsync(new FindNotices(Inbox.OfOfficers(Duty.PolicyOfficer)))).Items);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DatedParameter_IsThatOfTheDayOfAcceptance(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var (early, other) = (await ClaimAsync(district, Moves, "F06"), await ClaimAsync(district, Moves, "F09"));
        await district.MoveToAsync(LastDay.AddDays(1));
        await district.ImportAsync("firm", "code,tax\nF06,6500.00\n", district.Today);
        var late = await ClaimAsync(district, Moves, "F10");
        var granted = await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([early, other, late]));
        Assert.Equal((3, 0), (granted.Granted, granted.LeftCount));
        Assert.Equal(["650.00", "900.00", "2000.00"], await AmountsAsync(district, early, other, late));
    }

    [DatabaseTheory, DatabaseData]
    public async Task PolicyEndedEarly_KeepsWhatWasClaimedInTime(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = await ClaimAsync(district, Moves, "F09");
        var reason = new LocalizedText("资金清理。", "The funds are being checked.");
        var change = await district.SendAsAsync(Landing.Author, new EndPolicy(Moves, LastDay.AddDays(1), LastDay, reason));
        await district.SendAsAsync(Landing.Approver, new ApprovePolicyChange(change.Change));
        await district.MoveToAsync(LastDay.AddDays(4));
        Assert.Equal(LastDay, district.InForce.Library.Find(Moves).ShouldSucceed().Validity.To);
        Assert.Equal(1, (await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([claimed]))).Granted);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NewVersion_InForceOnALaterDay_DecidesOpenClaimsForTheirOwnDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = await ClaimAsync(district, Moves, "F06");
        var next = LastDay.AddDays(1);

        // A dated parameter of the new version does not reach back to the day of acceptance.
        await PublishVersionTests.PublishAsync(district, Moves, d => district.SendAsAsync(Landing.Author, new SetDraftParameter(d, "rate", next, "50")), next);
        await district.MoveToAsync(next);
        Assert.Equal((EntitlementState.Claimed, "600.00"), ((await district.ShowAsync(claimed)).Item.State, (await district.ShowAsync(claimed)).Item.Amount.ToString()));
        await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([claimed]));
        var detail = await district.ShowAsync(claimed);
        Assert.Equal(("600.00", district.InForce.Library.Find(Moves).ShouldSucceed().Version), (detail.Item.Amount.ToString(), detail.Decision!.PolicyVersion));
    }

    [DatabaseTheory, DatabaseData]
    public async Task LastDay_IsTheSame_ForOfferClaimNoticeAndLapse(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound([Pot]));
        Assert.Null((await district.AskAsync(new FindClaimOffers("firm", "F06"))).Offers[Pot].Refusal);
        await district.MoveToAsync(LastDay.AddDays(1));
        Assert.Equal([(EntitlementState.Lapsed, LastDay)], await ToldAsync(district, Pot, "F06"));
        Assert.Equal(EntitlementReasons.NotClaimedInTime, await ReasonAsync(district, Pot, "F06"));

        // Matching found it on the last day; nobody is told of what cannot be claimed any more, nor offered it, nor can claim it.
        Assert.Equal(0, (await district.SendAsync(new NotifyFound([Pot]))).Told);
        (await district.AskAsync(new FindClaimOffers("firm", "F06"))).Offers[Pot].Refusal.ShouldBe(EntitlementProblems.ClaimTermOver);
        (await district.TrySendAsync(new ClaimEntitlement(Pot, "F06"))).ShouldBeProblem(EntitlementProblems.ClaimTermOver);
        Assert.Equal(0, (await district.SendAsync(new ClaimFound([Pot]))).Policies.Single().Claimed);
    }

    [DatabaseTheory, DatabaseData]
    public async Task PolicyEndedEarly_LapsesWhatWasOnlyTold_AndSaysSo(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        await district.SendAsync(new NotifyFound([Moves]));
        var reason = new LocalizedText("资金清理。", "The funds are being checked.");
        var change = await district.SendAsAsync(Landing.Author, new EndPolicy(Moves, LastDay, LastDay.AddDays(2), reason));
        await district.SendAsAsync(Landing.Approver, new ApprovePolicyChange(change.Change));
        await district.MoveToAsync(LastDay.AddDays(2));
        Assert.Equal([(EntitlementState.Notified, LastDay.AddDays(2))], await ToldAsync(district, Moves, "F09"));
        await district.MoveToAsync(LastDay.AddDays(3));
        Assert.Equal([(EntitlementState.Lapsed, LastDay.AddDays(2))], await ToldAsync(district, Moves, "F09"));
        Assert.Equal(EntitlementReasons.PolicyEnded, await ReasonAsync(district, Moves, "F09"));
    }

    /// <summary>The entitlements of a subject under a policy: state, and the last day of claims.</summary>
    private static async Task<List<(EntitlementState, DateOnly)>> ToldAsync(District district, string policy, string subject)
    {
        var told = new List<(EntitlementState, DateOnly)>();
        foreach (var item in (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: policy, Subject: subject)))).Items)
        {
            told.Add((item.State, (await district.ShowAsync(item.Id)).ClaimableUntil!.Value));
        }

        return told;
    }

    private static async Task<LocalizedText?> ReasonAsync(District district, string policy, string subject) =>
        (await district.ShowAsync((await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: policy, Subject: subject)))).Items.Single().Id)).Reason;

    private static async Task<long> ClaimAsync(District district, string policy, string subject) => (await district.SendAsync(new ClaimEntitlement(policy, subject))).Cases.Single().Entitlement;

    private static async Task<EntitlementState> StateAsync(District district, long id) => (await district.ShowAsync(id)).Item.State;

    private static async Task<List<string>> AmountsAsync(District district, params long[] ids)
    {
        var amounts = new List<string>();
        foreach (var id in ids)
        {
            amounts.Add((await district.ShowAsync(id)).Item.Amount.ToString());
        }

        return amounts;
    }

    private static async Task<District> OpenAsync(TestFolder folder, Database database)
    {
        folder.WithPack("days").With("days/registry/firm.yaml", Firm).With("days/funds/lines.yaml", Lines);
        Write(folder, Ends, 1, "review", "wide", "2020-06-30", []);
        Write(folder, Pot, 2, "instant", "pot", "2020-06-30", []);
        Write(folder, Moves, 3, "review", "wide", "2020-12-31", [("- {from: '2020-01-01', value: '5'}  # 第一条", "8"), ("- {from: '2020-01-01', value: '10'}", "20")]);
        var district = await District.OpenAsync(folder.Load("days"), database);
        await district.SendAsync(new OpenFundLines());
        await district.ImportAsync("firm", "code,name,staff,tax,card,card_bank\n" + string.Concat(Enumerable.Range(1, 12)
            .Select(i => FormattableString.Invariant($"F{i:00},行{i},{i},{i * 1000}.00,62000000000000{i:00},合成银行\n"))), new DateOnly(2020, 1, 1));
        return district;
    }

    private static void Write(TestFolder folder, string id, int number, string mode, string line, string lastDay, (string After, string FromJuly)[] parameters)
    {
        foreach (var (name, text) in Landing.Files(id, number))
        {
            var own = text.Replace("mode: auto_grant", $"mode: {mode}\npayee: subject\nfunding: {{line: {line}}}", StringComparison.Ordinal).Replace("2020-12-31", lastDay, StringComparison.Ordinal);
            foreach (var (after, value) in parameters)
            {
                own = own.Replace(after, $"{after}\n    - {{from: '2020-07-01', value: '{value}'}}", StringComparison.Ordinal);
            }

            // The examples of later months test what these policies do not say.
            folder.With($"days/policies/{id}/{name}", name == "examples.yaml" ? own[..own.IndexOf("- id: E3", StringComparison.Ordinal)] : own);
        }
    }
}
