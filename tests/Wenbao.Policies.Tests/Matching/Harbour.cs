using Wenbao.Platform.Data;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>A small pack with one policy of each sort: at the day, at month ends, per event, through a reference, excluding each other.</summary>
internal static class Harbour
{
    public const string Rebate = "tax-rebate";
    public const string Bonus = "staff-bonus";
    public const string Monthly = "monthly-keep";
    public const string Loan = "loan-help";
    public const string Plan = "plan-award";

    private const string Firm = """
        id: firm
        title: {zh: 商行, en: Firm}
        public_id: code
        key: code
        display: name
        dimensions: {town: quay, size: band}
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 名称, en: Name}, type: string, null: {kind: never}, source: {department: 港务局, system: 商行册}}
          - {id: quay, name: {zh: 码头, en: Quay}, type: string, source: {department: 港务局, system: 商行册}}
          - {id: state, name: {zh: 状态, en: State}, type: "enum:open|closed", labels: {open: {zh: 营业, en: open}, closed: {zh: 歇业, en: closed}}, source: {department: 港务局, system: 商行册}}
          - {id: staff, name: {zh: 人数, en: Staff}, type: int, source: {department: 人力局, system: 用工册}}
          - {id: tax, name: {zh: 税额, en: Tax}, type: "decimal(18,2)", source: {department: 税务局, system: 税册}}
          - {id: band, name: {zh: 规模, en: Band}, type: "enum:big|small", labels: {big: {zh: 大, en: big}, small: {zh: 小, en: small}}, derive: {feel: "if staff = null then null else if staff >= 20 then \"big\" else \"small\""}}
        lists:
          - id: loans
            title: {zh: 借款, en: Loans}
            source: {department: 金融办, system: 借款册}
            key: [contract_no]
            fields:
              - {id: contract_no, name: {zh: 合同号, en: Contract}, type: string, null: {kind: never}}
              - {id: paid_on, name: {zh: 放款日, en: Paid on}, type: date, null: {kind: never}}
              - {id: sum, name: {zh: 金额, en: Sum}, type: "decimal(18,2)"}
        """;

    private const string PlanType = """
        id: plan
        title: {zh: 建造计划, en: Plan}
        public_id: plan_no
        key: plan_no
        display: title
        attributes:
          - {id: plan_no, name: {zh: 计划号, en: Number}, type: string, null: {kind: never}}
          - {id: title, name: {zh: 计划名, en: Title}, type: string}
          - {id: owner, name: {zh: 业主, en: Owner}, type: "ref:firm"}
          - {id: cost, name: {zh: 造价, en: Cost}, type: "decimal(18,2)"}
        """;

    private static readonly PolicyDraft[] Policies =
    [
        new(Rebate, 1, "firm", "{each: subject, at: as_of}",
            ["state enum:open|closed unknown {registry: state}", "staff int unknown {registry: staff}", "tax decimal(18,2) unknown {registry: tax}"],
            ["K1: state = \"open\"", "C1*: staff >= 5", "C2: tax > 0"],
            "round half up(tax * 参数.比例 / 100, 2)") { ExclusiveWith = [Bonus] },
        new(Bonus, 2, "firm", "{each: subject, at: as_of}",
            ["state enum:open|closed unknown {registry: state}", "staff int unknown {registry: staff}", "granted list<string> - {entitlement: granted}"],
            ["K1: state = \"open\"", "C1*: staff >= 10", "N2: not(list contains(granted, \"tax-rebate\"))"],
            "staff * 100") { ExclusiveWith = [Rebate] },
        new(Monthly, 3, "firm", "{each: subject, at: month_end}",
            ["day date - {clock: eval_date}", "staff int unknown {registry: staff}", "before int - {entitlement: count, within: year, start: 0}"],
            ["C1*: staff >= 5", "C2: before < 3"],
            "staff * 10") { Validity = "{from: 2020-02-01, to: 2020-12-31}", Period = "monthly", Filter = "state = \"open\"" },
        new(Loan, 4, "firm", "{each: records, list: loans, at: paid_on}",
            ["day date - {clock: eval_date}", "sum decimal(18,2) unknown {case: sum}", "before decimal(18,2) - {entitlement: amount, within: year, start: \"0.00\"}"],
            ["C1: sum >= 1000"],
            "min(round half up(sum / 100, 2), max(0, 50 - before))") { Validity = "{from: 2020-03-01, to: 2020-12-31}", Period = "event" },
        new(Plan, 5, "plan", "{each: subject, at: as_of}",
            ["state enum:open|closed unknown {registry: owner.state}", "cost decimal(18,2) unknown {registry: cost}"],
            ["K1: state = \"open\"", "C1*: cost >= 100"],
            "round half up(cost * 参数.比例 / 100, 2)"),
    ];

    /// <summary>Opens the district of the pack on a database, without subjects.</summary>
    public static async Task<District> OpenAsync(TestFolder folder, Database database)
    {
        folder.WithPack("harbour").With("harbour/registry/sources.yaml", """
            departments:
              - {name: {zh: 港务局, en: Port office}, systems: [{zh: 商行册, en: Register of firms}]}
              - {name: {zh: 人力局, en: Labour office}, systems: [{zh: 用工册, en: Register of staff}]}
              - {name: {zh: 税务局, en: Tax office}, systems: [{zh: 税册, en: Tax register}]}
              - {name: {zh: 金融办, en: Finance office}, systems: [{zh: 借款册, en: Register of loans}]}
            """).With("harbour/registry/firm.yaml", Firm).With("harbour/registry/plan.yaml", PlanType);
        foreach (var draft in Policies)
        {
            draft.WriteInto(folder, "harbour");
        }

        return await District.OpenAsync(folder.Load("harbour"), database);
    }

    /// <summary>Opens it with its firms, loans and plans, decided as of 30 June 2020.</summary>
    public static async Task<District> OpenDecidedAsync(TestFolder folder, Database database)
    {
        var district = await OpenAsync(folder, database);
        await district.ImportAsync("firm", """
            code,name,quay,state,staff,tax
            F01,甲行,east,open,12,1000.05
            F02,乙行,east,open,4,500.00
            F03,丙行,west,open,,800.00
            F04,丁行,west,closed,30,9000.00
            F05,戊行,west,open,25,0.00
            F06,己行,east,,4,
            F07,庚行,east,open,5,0.01
            F08,辛行,west,closed,3,0.00
            """, new DateOnly(2020, 1, 1));
        await district.ImportRecordsAsync("firm", "loans", """
            code,contract_no,paid_on,sum
            F01,L1,2020-02-29,5000.00
            F01,L2,2020-03-01,4000.00
            F01,L3,2020-06-30,3000.00
            F02,L4,2020-05-05,999.99
            F03,L5,2020-07-01,9000.00
            F04,L6,2019-05-05,9000.00
            F05,L7,2020-04-01,
            """);
        await district.ImportAsync("plan", """
            plan_no,title,owner,cost
            P1,一号,F01,1000.00
            P2,二号,F04,1000.00
            P3,三号,F01,99.99
            P4,四号,F06,500.00
            """);
        await district.DecideAsync();
        return district;
    }
}
