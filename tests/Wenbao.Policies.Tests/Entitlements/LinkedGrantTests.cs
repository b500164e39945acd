using Wenbao.Platform.Data;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>Inputs that tell of grants: of other subjects, joined as the pack says, and of the subject's own earlier events.</summary>
public sealed class LinkedGrantTests
{
    private const string HomeAid = "home-aid";
    private const string Care = "care";
    private const string Interest = "interest";
    private const string Premium = "premium";
    private const string Facility = "facility";
    private const string Hardship = "hardship";

    private const string Home = """
        id: home
        title: {zh: 家庭, en: Household}
        public_id: home_no
        key: home_no
        display: head
        attributes:
          - {id: home_no, name: {zh: 编号, en: Number}, type: string, null: {kind: never}}
          - {id: head, name: {zh: 户主, en: Head}, type: string}
          - {id: income, name: {zh: 收入, en: Income}, type: int}
        lists:
          - id: hardships
            title: {zh: 困难, en: Hardships}
            key: [no]
            fields:
              - {id: no, name: {zh: 编号, en: Number}, type: string, null: {kind: never}}
              - {id: cause, name: {zh: 事由, en: Cause}, type: string, null: {kind: never}}
              - {id: happened_on, name: {zh: 发生日, en: Happened on}, type: date, null: {kind: never}}
              - {id: applied_on, name: {zh: 申请日, en: Applied on}, type: date, null: {kind: never}}
        """;

    private const string Person = """
        id: person
        title: {zh: 人员, en: Person}
        public_id: person_no
        key: person_no
        display: name
        attributes:
          - {id: person_no, name: {zh: 编号, en: Number}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 姓名, en: Name}, type: string}
          - {id: home, name: {zh: 所在家庭, en: Lives in}, type: "ref:home", null: {kind: absent}}
          - {id: alone, name: {zh: 无人赡养, en: Without support}, type: bool}
        lists:
          - id: quarters
            title: {zh: 结息, en: Interest}
            key: [contract_no, quarter]
            fields:
              - {id: contract_no, name: {zh: 合同号, en: Contract}, type: string, null: {kind: never}}
              - {id: quarter, name: {zh: 季, en: Quarter}, type: string, null: {kind: never}}
              - {id: paid_on, name: {zh: 结息日, en: Paid on}, type: date, null: {kind: never}}
        """;

    private const string Shop = """
        id: shop
        title: {zh: 商铺, en: Shop}
        public_id: code
        key: code
        display: name
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 名称, en: Name}, type: string}
        lists:
          - id: loans
            title: {zh: 借款, en: Loans}
            key: [contract_no]
            fields:
              - {id: contract_no, name: {zh: 合同号, en: Contract}, type: string, null: {kind: never}}
              - {id: signed_on, name: {zh: 签订日, en: Signed on}, type: date, null: {kind: never}}
          - id: applications
            title: {zh: 申请, en: Applications}
            key: [no]
            fields:
              - {id: no, name: {zh: 编号, en: Number}, type: string, null: {kind: never}}
              - {id: kind, name: {zh: 类别, en: Kind}, type: "enum:build|run", null: {kind: never}, labels: {build: {zh: 建设, en: build}, run: {zh: 运营, en: run}}}
              - {id: applied_on, name: {zh: 申请日, en: Applied on}, type: date, null: {kind: never}}
        """;

    private static readonly PolicyDraft[] Policies =
    [
        new(HomeAid, 1, "home", "{each: subject, at: month_end}",
            ["income int unknown {registry: income}", "kept bool - {entitlement: granted_linked, policies: [care], referred_by: person.home, start: false}", "granted list<string> - {entitlement: granted}"],
            ["C1: income < 100", "C2: kept = false", "N1: not(list contains(granted, \"home-aid\"))"],
            "100 - income") { Period = "monthly", Mode = "instant", Settlement = "none" },
        new(Care, 2, "person", "{each: subject, at: month_end}",
            ["alone bool unknown {registry: alone}", "granted list<string> - {entitlement: granted}"],
            ["C1: alone = true", "N1: not(list contains(granted, \"care\"))", "N2: not(list contains(granted, \"home-aid\"))"],
            "80") { Period = "monthly", Mode = "instant", Settlement = "none", ExclusiveWith = [HomeAid], Links = "[{policies: [home-aid], attribute: home}]" },
        new(Interest, 3, "person", "{each: records, list: quarters, at: paid_on}",
            ["quarter string unknown {case: quarter}", "granted list<string> - {entitlement: granted}"],
            ["C1: quarter != \"\"", "N2: not(list contains(granted, \"premium\"))"],
            "5")
        {
            Period = "event", Mode = "instant", Settlement = "none", ExclusiveWith = [Premium], Links = "[{policies: [premium], fields: [contract_no]}]",
            Money = "event_key: {record: interest, fields: [contract_no, quarter], identity: {zh: 合同号和季, en: Contract and quarter}}\n",
        },
        new(Premium, 4, "shop", "{each: records, list: loans, at: signed_on}",
            ["eval date - {clock: eval_date}", "granted list<string> - {entitlement: granted}"],
            ["C1: eval != null", "N2: not(list contains(granted, \"interest\"))"],
            "7")
        {
            Period = "event", Mode = "instant", Settlement = "none", ExclusiveWith = [Interest], Links = "[{policies: [interest], fields: [contract_no]}]",
            Money = "event_key: {record: loan, fields: [contract_no], identity: {zh: 合同号, en: Contract}}\n",
        },
        new(Facility, 5, "shop", "{each: records, list: applications, at: applied_on}",
            ["kind enum:build|run unknown {case: kind}", "kinds list<string> - {entitlement: granted_values, input: kind, within: always, within_of: {run: year}, start: []}"],
            ["C1: kind != null", "N1: not(list contains(kinds, kind))"],
            "9") { Period = "event", Mode = "instant", Settlement = "none", Validity = "{from: 2019-01-01, to: 2021-12-31}" },
        new(Hardship, 6, "home", "{each: records, list: hardships, at: applied_on}",
            ["income int unknown {registry: income}", "same bool - {entitlement: granted_same, fields: [cause], within: 12_months, start: false}"],
            ["C1: income >= 0", "C4: same = false"],
            "3")
        {
            Period = "event", Mode = "instant", Settlement = "none", Validity = "{from: 2019-01-01, to: 2021-12-31}",
            Money = "event_key: {record: hardship, fields: [$subject, cause, happened_on], identity: {zh: 事由和发生日, en: Cause and day}}\n",
        },
    ];

    [DatabaseTheory, DatabaseData]
    public async Task HouseholdsAid_KeepsItsMemberFromCare_InTheSameMonthOnly(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, HomeAid, "H1", "2020-03"));
        Assert.Equal("不满足N2", await RefusalAsync(district, Care, "P1", "2020-03"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Care, "P1", "2020-04"));
        // P2 lives alone, P3 in another household.
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Care, "P2", "2020-03"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Care, "P3", "2020-03"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MembersCare_IsSeenByTheHousehold_AndTakenBackFreesIt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var care = await district.SendAsync(new ClaimEntitlement(Care, "P1", "2020-05"));
        Assert.Equal("不满足C2", await RefusalAsync(district, HomeAid, "H1", "2020-05"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, HomeAid, "H1", "2020-06"));
        await district.SendAsAsync(ClaimTown.Officer, new RevokeGrant(care.Cases[0].Entitlement, "经核实有人赡养"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, HomeAid, "H1", "2020-05"));
        Assert.Equal("不满足N2", await RefusalAsync(district, Care, "P1", "2020-05"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameLoan_IsHelpedOnce_WhoeverIsFirst(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        // The person's interest for loan L1 shuts out the shop's premium for L1, not the one for L2; and the other way round.
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Interest, "P1", "L1|2020Q1"));
        Assert.Equal("不满足N2", await RefusalAsync(district, Premium, "S1", "L1"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Premium, "S1", "L2"));
        Assert.Equal("不满足N2", await RefusalAsync(district, Interest, "P1", "L2|2020Q1"));
        // A further quarter of the same loan is no second help.
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Interest, "P1", "L1|2020Q2"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task BulkClaims_SeeWhatOthersWereGranted(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.DecideAsync();
        var claimed = (await district.SendAsync(new ClaimFound([Interest, Premium]))).Policies.ToDictionary(p => p.Policy);
        // Persons come before shops: both quarters of L1 and the one of L2 are theirs.
        Assert.Equal((3L, 0L), (claimed[Interest].Granted, claimed[Premium].Granted));
        Assert.Equal(2, claimed[Premium].NotEntitled);
    }

    [DatabaseTheory, DatabaseData]
    public async Task KindsGranted_CountForEver_OrForTheYear(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Facility, "S1", "A1"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Facility, "S1", "A2"));
        Assert.Equal("不满足N1", await RefusalAsync(district, Facility, "S1", "A3"));
        Assert.Equal("不满足N1", await RefusalAsync(district, Facility, "S1", "A4"));
        await district.MoveToAsync(new DateOnly(2021, 1, 20));
        Assert.Equal("不满足N1", await RefusalAsync(district, Facility, "S1", "A5"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Facility, "S1", "A6"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameCause_IsHelpedOnceInTwelveMonths(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = await district.SendAsync(new ClaimEntitlement(Hardship, "H1", "illness|2020-01-05"));
        Assert.Equal(EntitlementState.Settled, first.Cases[0].State);
        Assert.Equal("不满足C4", await RefusalAsync(district, Hardship, "H1", "illness|2020-05-05"));
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Hardship, "H1", "fire|2020-05-06"));
        // Decided again, the grant does not count itself; and another household's does not count either.
        await district.ImportAsync("home", "home_no,income\nH1,51\n");
        Assert.Empty((await district.AskAsync(new FindNotices(Inbox.OfOfficers(Platform.Operations.Duty.PolicyOfficer)))).Items);
        Assert.Equal(EntitlementState.Settled, await ClaimAsync(district, Hardship, "H2", "illness|2020-05-05"));
        Assert.Equal(first.Cases[0].Amount, (await district.AskAsync(new ReplayDecision(first.Cases[0].Entitlement))).Amount);
    }

    [Theory]
    [InlineData("{entitlement: granted_linked, policies: [care], referred_by: person.name, start: false}")]
    [InlineData("{entitlement: granted_linked, policies: [care], attribute: income, start: false}")]
    [InlineData("{entitlement: granted_linked, policies: [care], fields: [income], start: false}")]
    [InlineData("{entitlement: granted_same, fields: [cause], within: year, start: false}")]
    public void LinkThatTheRegistryDoesNotDeclare_IsRefused(string from)
    {
        using var folder = new TestFolder();
        var draft = Policies[0] with { Inputs = [Policies[0].Inputs[0], "kept bool - " + from, Policies[0].Inputs[2]] };
        var pack = Write(folder, [draft, .. Policies[1..]]);
        PolicyEngineOf(pack).ShouldBeProblem(PolicyProblems.UnboundInput);
    }

    [Fact]
    public void LinkOfTwoKinds_IsRefused()
    {
        using var folder = new TestFolder();
        var pack = Write(folder, [.. Policies[..1], Policies[1] with { Links = "[{policies: [home-aid], attribute: home, fields: [x]}]" }, .. Policies[2..]]);
        Assert.Contains(PolicyLibrary.Load(pack).Problem!.Details!, d => d.What.En.Contains("attribute, referred_by, fields", StringComparison.Ordinal));
    }

    private static Kernel.Result<MatchEngine> PolicyEngineOf(Platform.Packs.Pack pack) =>
        MatchEngine.Make(PolicyLibrary.Load(pack).ShouldSucceed(), RegistryCatalogue.Read(pack).ShouldSucceed().Declaration);

    private static async Task<EntitlementState> ClaimAsync(District district, string policy, string subject, string key) =>
        (await district.SendAsync(new ClaimEntitlement(policy, subject, key))).Cases.Single().State;

    private static async Task<string?> RefusalAsync(District district, string policy, string subject, string key)
    {
        var only = (await district.SendAsync(new ClaimEntitlement(policy, subject, key))).Cases.Single();
        Assert.Equal(EntitlementState.Refused, only.State);
        return only.Reason?.Zh;
    }

    private static Platform.Packs.Pack Write(TestFolder folder, IEnumerable<PolicyDraft> policies)
    {
        folder.WithPack("links").With("links/registry/home.yaml", Home).With("links/registry/person.yaml", Person).With("links/registry/shop.yaml", Shop);
        foreach (var draft in policies)
        {
            draft.WriteInto(folder, "links");
        }

        return folder.Load("links");
    }

    private static async Task<District> OpenAsync(TestFolder folder, Database database)
    {
        var district = await District.OpenAsync(Write(folder, Policies), database);
        var since = new DateOnly(2020, 1, 1);
        await district.ImportAsync("home", "home_no,head,income\nH1,甲,50\nH2,乙,60\n", since);
        await district.ImportAsync("person", "person_no,name,home,alone\nP1,丙,H1,true\nP2,丁,,true\nP3,戊,H2,true\n", since);
        await district.ImportAsync("shop", "code,name\nS1,己铺\n", since);
        await district.ImportRecordsAsync("person", "quarters", "person_no,contract_no,quarter,paid_on\nP1,L1,2020Q1,2020-03-20\nP1,L1,2020Q2,2020-06-20\nP1,L2,2020Q1,2020-03-20\n");
        await district.ImportRecordsAsync("shop", "loans", "code,contract_no,signed_on\nS1,L1,2020-02-01\nS1,L2,2020-02-02\n");
        await district.ImportRecordsAsync("shop", "applications", """
            code,no,kind,applied_on
            S1,A1,build,2020-01-10
            S1,A2,run,2020-02-10
            S1,A3,build,2020-03-10
            S1,A4,run,2020-04-10
            S1,A5,build,2021-01-10
            S1,A6,run,2021-01-11
            """);
        await district.ImportRecordsAsync("home", "hardships", """
            home_no,no,cause,happened_on,applied_on
            H1,N1,illness,2020-01-05,2020-01-06
            H1,N2,illness,2020-05-05,2020-05-06
            H1,N3,fire,2020-05-06,2020-05-07
            H2,N4,illness,2020-05-05,2020-05-06
            """);
        return district;
    }
}
