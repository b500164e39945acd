using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Entitlements;

/// <summary>A town with a policy of each way of settling: paid, to a supplier, booked, lent, without money; automatic and reviewed; by year, month, record, list; on lines with and without a ceiling.</summary>
internal static class ClaimTown
{
    public const string Officer = "policy-officer";
    public const string Department = "department-officer";

    public const string Rebate = "rebate";
    public const string Staff = "staff-bonus";
    public const string Rival = "rival-bonus";
    public const string Award = "award";
    public const string Relief = "relief";
    public const string Loan = "loan-help";
    public const string Hire = "hire-help";
    public const string Course = "course-help";
    public const string Deferral = "deferral";
    public const string Goods = "goods";
    public const string Keep = "keep";
    public const string Small = "small-pot";
    public const string Bridge = "bridge";
    public const string Plan = "plan-award";
    public const string Compensation = "compensation";

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
          - {id: state, name: {zh: 状态, en: State}, type: "enum:open|closed", labels: {open: {zh: 营业, en: open}, closed: {zh: 歇业, en: closed}}}
          - {id: staff, name: {zh: 人数, en: Staff}, type: int}
          - {id: tax, name: {zh: 税额, en: Tax}, type: "decimal(18,2)"}
          - {id: card, name: {zh: 账号, en: Account}, type: string, sensitivity: secret, null: {kind: absent}}
          - {id: card_bank, name: {zh: 开户行, en: Bank}, type: string, null: {kind: absent}}
        lists:
          - id: loans
            title: {zh: 借款, en: Loans}
            key: [contract_no]
            fields:
              - {id: contract_no, name: {zh: 合同号, en: Contract}, type: string, null: {kind: never}}
              - {id: paid_on, name: {zh: 放款日, en: Paid on}, type: date, null: {kind: never}}
              - {id: sum, name: {zh: 金额, en: Sum}, type: "decimal(18,2)"}
              - {id: days, name: {zh: 天数, en: Days}, type: int}
          - id: hires
            title: {zh: 新招职工, en: Hires}
            key: [worker, course]
            fields:
              - {id: worker, name: {zh: 职工, en: Worker}, type: string, null: {kind: never}}
              - {id: course, name: {zh: 班次, en: Course}, type: string, null: {kind: never}}
              - {id: cost, name: {zh: 费用, en: Cost}, type: "decimal(18,2)", null: {kind: never}}
          - id: courses
            title: {zh: 培训, en: Courses}
            key: [course, worker]
            fields:
              - {id: course, name: {zh: 班次, en: Course}, type: string, null: {kind: never}}
              - {id: worker, name: {zh: 职工, en: Worker}, type: string, null: {kind: never}}
              - {id: ended_on, name: {zh: 结束日, en: Ended on}, type: date, null: {kind: never}}
          - id: months
            title: {zh: 月份, en: Months}
            key: [month]
            fields:
              - {id: month, name: {zh: 月份, en: Month}, type: string, null: {kind: never}}
              - {id: due, name: {zh: 应缴, en: Due}, type: "decimal(18,2)", null: {kind: never}}
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
          - {id: lender, name: {zh: 银行, en: Bank}, type: string}
        """;

    private const string Lines = """
        lines:
          - {id: open_line, name: {zh: 据实列支, en: Open}, kind: open_ended, class: off_budget, opens_on: 2020-01-01}
          - {id: pot, name: {zh: 小钱罐, en: Pot}, kind: budget, class: special_fund, capital_yuan: "1000.00", opens_on: 2020-01-01, capital_shares: {city: 50, district: 50}}
          - {id: relief_line, name: {zh: 减免, en: Relief}, kind: relief, class: off_budget, opens_on: 2020-01-01}
          - {id: bridge_line, name: {zh: 转贷基金, en: Bridge}, kind: revolving, class: special_fund, capital_yuan: "5000.00", opens_on: 2020-01-01}
          - {id: loss_line, name: {zh: 补偿基金, en: Loss}, kind: compensation, class: special_fund, capital_yuan: "100.00", opens_on: 2020-01-01, recovery_percent: 30}
        """;

    private const string Paid = "payee: subject\nfunding: {line: open_line, shares_percent: {city: 50, district: 50}}\n";

    private static readonly PolicyDraft[] Policies =
    [
        new(Rebate, 1, "firm", "{each: subject, at: as_of}",
            ["state enum:open|closed unknown {registry: state}", "staff int unknown {registry: staff}", "tax decimal(18,2) unknown {registry: tax}", "granted list<string> - {entitlement: granted}"],
            ["K1: state = \"open\"", "C1*: staff >= 5", "N1: not(list contains(granted, \"rebate\"))"],
            "round half up(tax * 参数.比例 / 100, 2)") { Money = Paid },
        new(Staff, 2, "firm", "{each: subject, at: as_of}",
            ["staff int unknown {registry: staff}", "granted list<string> - {entitlement: granted}"],
            ["C1*: staff >= 10", "N2: not(list contains(granted, \"rival-bonus\"))"],
            "staff * 10") { ExclusiveWith = [Rival], Money = Paid, Mode = "instant" },
        new(Rival, 3, "firm", "{each: subject, at: as_of}",
            ["staff int unknown {registry: staff}", "granted list<string> - {entitlement: granted}"],
            ["C1*: staff >= 10", "N2: not(list contains(granted, \"staff-bonus\"))"],
            "staff * 12") { ExclusiveWith = [Staff], Money = Paid, Mode = "instant" },
        new(Award, 4, "firm", "{each: subject, at: as_of}",
            ["staff int unknown {registry: staff}", "tax decimal(18,2) unknown {registry: tax}"],
            ["C1*: staff >= 5", "C2: tax >= 0"],
            "tax") { Money = Paid, Mode = "review" },
        new(Relief, 5, "firm", "{each: subject, at: as_of}",
            ["months list<record> - {records: months}", "granted list<string> - {entitlement: granted}"],
            ["C1: count(months) > 0", "N1: not(list contains(granted, \"relief\"))"],
            "sum(months.due)")
        {
            Settlement = "book_only",
            Money = "funding: {line: relief_line}\naccrual: {revise_same_entitlement: true, record: months, from: 2020-02, to: 2020-12}\n",
            Fields = new Dictionary<string, string[]> { ["months"] = ["month string", "due decimal(18,2)"] },
        },
        new(Loan, 6, "firm", "{each: records, list: loans, at: paid_on}",
            ["sum decimal(18,2) unknown {case: sum}", "before decimal(18,2) - {entitlement: amount, within: year, start: \"0.00\"}"],
            ["C1: sum >= 1000"],
            "min(round half up(sum / 100, 2), max(0, 50 - before))")
        {
            Period = "event", Mode = "instant", Money = Paid + "event_key: {record: loan, fields: [contract_no], identity: {zh: 合同号, en: Contract}}\n",
        },
        new(Hire, 7, "firm", "{each: subject, at: as_of}",
            ["hires list<record> - {records: hires}"],
            ["C1: count(hires) > 0"],
            "min(sum(hires.cost), 100)")
        {
            Period = "event", Mode = "instant",
            Money = Paid + "event_key: {record: hires, fields: [worker, course], group: course, shared_with: [course-help], identity: {zh: 职工和班次, en: Worker and course}}\n",
            Fields = new Dictionary<string, string[]> { ["hires"] = ["worker string", "course string", "cost decimal(18,2)"] },
        },
        new(Course, 8, "firm", "{each: records, list: courses, at: ended_on}",
            ["staff int unknown {registry: staff}"],
            ["C1: staff >= 1"],
            "30")
        {
            Period = "event", Mode = "instant",
            Money = Paid + "event_key: {record: course, fields: [worker, course], group: course, shared_with: [hire-help], identity: {zh: 职工和班次, en: Worker and course}}\n",
        },
        new(Deferral, 9, "firm", "{each: records, list: loans, at: paid_on}",
            ["sum decimal(18,2) unknown {case: sum}"],
            ["C1: sum >= 1000"],
            "sum") { Period = "event", Mode = "instant", Settlement = "none", Money = "event_key: {record: due, fields: [contract_no], identity: {zh: 合同号, en: Contract}}\n" },
        new(Goods, 10, "firm", "{each: subject, at: as_of}",
            ["staff int unknown {registry: staff}", "granted list<string> - {entitlement: granted}"],
            ["C1: staff >= 1", "N1: not(list contains(granted, \"goods\"))"],
            "25.5")
        {
            Period = "event", Mode = "instant", Settlement = "supplier",
            Money = "payee: supplier\npayee_text: {zh: 供应商, en: supplier}\npayee_from: {party: maker}\nfunding: {line: open_line, shares_percent: {district: 100}}\n",
        },
        new(Keep, 11, "firm", "{each: subject, at: month_end}",
            ["staff int unknown {registry: staff}", "before int - {entitlement: count, within: year, start: 0}", "granted list<string> - {entitlement: granted}"],
            ["C1*: staff >= 5", "C2: before < 3", "N1: not(list contains(granted, \"keep\"))"],
            "staff * 10") { Validity = "{from: 2020-02-01, to: 2020-12-31}", Period = "monthly", Money = Paid },
        new(Small, 12, "firm", "{each: subject, at: as_of}",
            ["staff int unknown {registry: staff}"],
            ["C1*: staff >= 1"],
            "staff * 10") { Mode = "instant", Money = "payee: subject\nfunding: {line: pot, shares_percent: {city: 50, district: 50}}\n" },
        new(Bridge, 13, "firm", "{each: records, list: loans, at: paid_on}",
            ["sum decimal(18,2) unknown {case: sum}", "days int unknown {case: days}", "free decimal(18,2) unknown {ledger: bridge_line, start: \"5000.00\"}", "out bool unknown {ledger: bridge_line_outstanding, start: false}"],
            ["C1: sum <= free", "C2: out = false"],
            "round half up(sum / 1000, 2)")
        {
            Period = "event", Mode = "instant", Settlement = "loan",
            Money = "payee: subject\nfunding: {line: bridge_line, shares_percent: {district: 100}}\nbudget_consumed_by: outstanding_use\nloan: {amount: sum, days: days, contract: contract_no}\nevent_key: {record: use, fields: [contract_no, paid_on], identity: {zh: 合同号和日期, en: Contract and day}}\n",
        },
        new(Plan, 14, "plan", "{each: subject, at: as_of}",
            ["state enum:open|closed unknown {registry: owner.state}", "cost decimal(18,2) unknown {registry: cost}"],
            ["K1: state = \"open\"", "C1*: cost >= 100"],
            "round half up(cost * 参数.比例 / 100, 2)")
        {
            Period = "event", Mode = "review",
            Money = "payee: project_owner\npayee_text: {zh: 业主, en: owner}\npayee_from: {reference: owner}\nfunding: {line: open_line, shares_percent: {district: 100}}\n",
        },
        new(Compensation, 15, "plan", "{each: subject, at: as_of}",
            ["cost decimal(18,2) unknown {registry: cost}", "fund decimal(18,2) - {ledger: loss_line, start: \"100.00\"}"],
            ["C1: cost > 0"],
            "min(round half up(cost * 0.3, 2), fund)")
        {
            Period = "event", Mode = "review",
            Money = "payee: bank\npayee_text: {zh: 银行, en: bank}\npayee_from: {party_of: lender}\nfunding: {line: loss_line, shares_percent: {district: 100}, pays_partially: true}\n",
        },
    ];

    /// <summary>The firms: F01 to F08, of which F06 has no account and F07 no staff on record.</summary>
    public const string Firms = """
        code,name,state,staff,tax,card,card_bank
        F01,甲行,open,12,1000.05,6200000000000001,合成银行
        F02,乙行,open,4,500.00,6200000000000002,合成银行
        F03,丙行,open,20,800.00,6200000000000003,合成银行
        F04,丁行,closed,30,9000.00,6200000000000004,合成银行
        F05,戊行,open,25,0.00,6200000000000005,合成银行
        F06,己行,open,40,100.00,,
        F07,庚行,open,,700.00,6200000000000007,合成银行
        F08,辛行,open,5,10.00,6200000000000008,合成银行
        """;

    /// <summary>Opens the town with its firms, lines opened, as of 30 June 2020.</summary>
    public static async Task<District> OpenAsync(TestFolder folder, Database database)
    {
        folder.WithPack("claims").With("claims/registry/firm.yaml", Firm).With("claims/registry/plan.yaml", PlanType)
            .With("claims/funds/lines.yaml", Lines)
            .With("claims/funds/parties.yaml", """
                parties:
                  - {id: maker, role: supplier, name: 合成工厂, account: "7000000000000001", bank: 合成银行}
                  - {id: bank_a, role: bank, name: 合成甲银行, account: "7000000000000002", bank: 合成银行}
                """);
        foreach (var draft in Policies)
        {
            draft.WriteInto(folder, "claims");
        }

        var district = await District.OpenAsync(folder.Load("claims"), database);
        await district.SendAsync(new OpenFundLines());
        await district.ImportAsync("firm", Firms, new DateOnly(2020, 1, 1));
        await district.ImportRecordsAsync("firm", "loans", """
            code,contract_no,paid_on,sum,days
            F01,L1,2020-03-01,4000.00,5
            F01,L2,2020-06-30,3000.00,5
            F02,L3,2020-05-05,999.99,5
            F03,L4,2020-05-06,5000.00,5
            """);
        await district.ImportRecordsAsync("firm", "hires", """
            code,worker,course,cost
            F01,W1,K1,60.00
            F01,W2,K1,50.00
            F01,W3,K1,20.00
            """);
        await district.ImportRecordsAsync("firm", "courses", """
            code,course,worker,ended_on
            F02,K1,W2,2020-06-01
            F02,K9,W9,2020-06-02
            """);
        await district.ImportRecordsAsync("firm", "months", """
            code,month,due
            F01,2020-02,100.00
            F01,2020-03,100.00
            """);
        await district.ImportAsync("plan", """
            plan_no,title,owner,cost,lender
            P1,一号,F01,1000.00,bank_a
            P2,二号,F06,1000.00,bank_a
            P3,三号,F01,200.00,bank_a
            """);
        return district;
    }

    /// <summary>Claims as the owner, confirming the account on record.</summary>
    public static async Task<ClaimReceipt> ClaimAsync(this District district, string policy, string subject, string? caseKey = null) =>
        (await district.TryClaimAsync(policy, subject, caseKey)).ShouldSucceed();

    /// <summary>Claims as the owner, confirming the account on record.</summary>
    public static Task<Result<ClaimReceipt>> TryClaimAsync(this District district, string policy, string subject, string? caseKey = null) =>
        district.TrySendAsOwnerOfAsync(subject, new ClaimEntitlement(policy, subject, caseKey, "00" + subject[1..]));

    /// <summary>The entitlement as an officer sees it.</summary>
    public static Task<EntitlementDetail> ShowAsync(this District district, long id) => district.AskAsync(new GetEntitlement(id));

    /// <summary>The free money of a line.</summary>
    public static async Task<Money> FreeAsync(this District district, string line) => (await district.AskAsync(new GetFundLines(line)))[0].Free;
}
