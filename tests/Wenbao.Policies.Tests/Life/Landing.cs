using Wenbao.Platform.Data;
using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Tests.Life;

/// <summary>A small pack whose policies live: help for firms with enough staff, by a dated threshold, with examples at it.</summary>
internal static class Landing
{
    public const string Help = "quay-help";
    public const string Other = "rope-help";
    public const string Author = "policy-officer";
    public const string Approver = "policy-approver";

    public static readonly DateOnly Today = new(2020, 6, 30);
    public static readonly DateOnly NextMonth = new(2020, 7, 1);

    private const string Firm = """
        id: firm
        title: {zh: 商行, en: Firm}
        public_id: code
        key: code
        display: name
        dimensions: {town: quay, size: band}
        attributes:
          - {id: code, name: {zh: 代码, en: Code}, type: string, null: {kind: never}}
          - {id: name, name: {zh: 名称, en: Name}, type: string, null: {kind: never}}
          - {id: quay, name: {zh: 码头, en: Quay}, type: string}
          - {id: staff, name: {zh: 人数, en: Staff}, type: int}
          - {id: tax, name: {zh: 税额, en: Tax}, type: "decimal(18,2)"}
          - {id: band, name: {zh: 规模, en: Band}, type: "enum:big|small", labels: {big: {zh: 大, en: big}, small: {zh: 小, en: small}}, derive: {feel: "if staff = null then null else if staff >= 20 then \"big\" else \"small\""}}
        lists:
          - id: sales
            title: {zh: 销售, en: Sales}
            key: [no]
            fields:
              - {id: no, name: {zh: 单号, en: Number}, type: string, null: {kind: never}}
              - {id: sold_on, name: {zh: 销售日, en: Sold on}, type: date, null: {kind: never}}
              - {id: sum, name: {zh: 金额, en: Sum}, type: "decimal(18,2)"}
        """;

    /// <summary>Firms F01 … F12 with 1 … 12 staff and as many thousand yuan of tax.</summary>
    public static string Firms { get; } = "code,name,quay,staff,tax\n" + string.Concat(Enumerable.Range(1, 12)
        .Select(i => FormattableString.Invariant($"F{i:00},行{i},{(i % 2 == 0 ? "east" : "west")},{i},{i * 1000}.00\n")));

    /// <summary>Writes the pack.</summary>
    public static TestFolder Write(TestFolder folder)
    {
        folder.WithPack("landing").With("landing/registry/sources.yaml", """
            departments:
              - {name: {zh: 港务局, en: Port office}, systems: [{zh: 商行册, en: Register of firms}]}
            """).With("landing/registry/firm.yaml", Firm);
        foreach (var (id, number) in new[] { (Help, 1), (Other, 2) })
        {
            foreach (var (name, text) in Files(id, number))
            {
                folder.With($"landing/policies/{id}/{name}", text);
            }
        }

        return folder;
    }

    /// <summary>Opens the district with its firms, everything decided.</summary>
    public static async Task<District> OpenDecidedAsync(TestFolder folder, Database database, TimeProvider? time = null)
    {
        var district = await District.OpenAsync(Pack(folder), database, time);
        await district.ImportAsync("firm", Firms, new DateOnly(2020, 1, 1));
        await district.DecideAsync();
        return district;
    }

    /// <summary>The pack, written and loaded.</summary>
    public static Pack Pack(TestFolder folder) => Write(folder).Load("landing");

    /// <summary>The five files of one of its policies.</summary>
    public static Dictionary<string, string> Files(string id, int number) => new()
    {
        ["policy.yaml"] = $$$"""
            id: {{{id}}}
            'no': {{{number}}}
            title: {zh: 码头扶持{{{number}}}, en: 'Quay help {{{number}}}'}
            summary: {zh: 人数达标的商行按税额补助。, en: Firms with enough staff get a share of their tax.}
            level: district
            department: 港务局
            audience: firm
            mode: auto_grant
            amount_kind: grant
            period: per_year
            settlement: pay
            validity: {from: '2020-01-01', to: '2020-12-31'}
            decide: {each: subject, at: as_of}
            stacking: {rule: {zh: 见条款, en: see the clause}, exclusive_with: []}
            inputs:
              - {name: day, label: {zh: 判定日, en: Day}, type: date, from: {clock: eval_date}, provenance: clock}
              - {name: staff, label: {zh: 人数, en: Staff}, type: int, null_kind: unknown, null_means: {zh: 未报, en: not reported}, from: {registry: staff}, provenance: registry}
              - {name: tax, label: {zh: 税额, en: Tax}, type: "decimal(18,2)", null_kind: unknown, null_means: {zh: 未报, en: not reported}, from: {registry: tax}, provenance: registry}
            conditions:
              - {id: V, label: {zh: 在有效期内, en: Within the validity}, reason: {zh: 不在有效期内（2020-01-01至2020-12-31）, en: 'Outside the validity (2020-01-01 to 2020-12-31)'}, clause: K}
              - {id: C1, label: {zh: 人数达标, en: Enough staff}, reason: {zh: 人数不足, en: Too few staff}, clause: s1, mend: {zh: 招工, en: Hire}}
            steps:
              - {id: share, label: {zh: 补助数, en: Share}, clause: s2}
            """,
        ["parameters.yaml"] = """
            # 本政策的参数
            - id: valid_from
              name: {zh: 有效期起, en: Valid from}
              type: date
              clause: K
              values:
                - {from: '2020-01-01', value: '2020-01-01'}
            - id: valid_to
              name: {zh: 有效期止, en: Valid to}
              type: date
              clause: K
              values:
                - {from: '2020-01-01', value: '2020-12-31'}
            - id: min_staff
              name: {zh: 最低人数, en: Least staff}
              type: number
              unit: {zh: 人, en: people}
              clause: s1
              values:
                - {from: '2020-01-01', value: '5'}  # 第一条
            - id: rate
              name: {zh: 比例, en: Rate}
              type: number
              unit: {zh: '%', en: '%'}
              clause: s2
              values:
                - {from: '2020-01-01', value: '10'}
            """,
        ["decision.dmn"] = $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="{id}" name="{id}" namespace="urn:test:{id}">
              <itemDefinition id="t.p" name="参数表">
                <itemComponent id="t.p.1" name="有效期起"><typeRef>date</typeRef></itemComponent>
                <itemComponent id="t.p.2" name="有效期止"><typeRef>date</typeRef></itemComponent>
                <itemComponent id="t.p.3" name="最低人数"><typeRef>number</typeRef></itemComponent>
                <itemComponent id="t.p.4" name="比例"><typeRef>number</typeRef></itemComponent>
              </itemDefinition>
              <inputData id="in.parameters" name="参数"><variable name="参数" typeRef="参数表"/></inputData>
              <inputData id="in.day" name="判定日"><variable name="判定日" typeRef="date"/></inputData>
              <inputData id="in.staff" name="人数"><variable name="人数" typeRef="number"/></inputData>
              <inputData id="in.tax" name="税额"><variable name="税额" typeRef="number"/></inputData>
              <decision id="eligibility" name="资格条件"><variable name="资格条件"/>
                <informationRequirement id="e.1"><requiredInput href="#in.parameters"/></informationRequirement>
                <informationRequirement id="e.2"><requiredInput href="#in.day"/></informationRequirement>
                <informationRequirement id="e.3"><requiredInput href="#in.staff"/></informationRequirement>
                <context>
                  <contextEntry id="V"><variable name="在有效期内" typeRef="boolean"/><literalExpression><text>判定日 between 参数.有效期起 and 参数.有效期止</text></literalExpression></contextEntry>
                  <contextEntry id="C1"><variable name="人数达标" typeRef="boolean"/><literalExpression><text>人数 &gt;= 参数.最低人数</text></literalExpression></contextEntry>
                </context>
              </decision>
              <decision id="amount.decision" name="金额"><variable name="金额" typeRef="number"/>
                <informationRequirement id="a.1"><requiredInput href="#in.parameters"/></informationRequirement>
                <informationRequirement id="a.2"><requiredInput href="#in.tax"/></informationRequirement>
                <context>
                  <contextEntry id="share"><variable name="补助数" typeRef="number"/><literalExpression><text>round half up(税额 * 参数.比例 / 100, 2)</text></literalExpression></contextEntry>
                  <contextEntry><literalExpression><text>补助数</text></literalExpression></contextEntry>
                </context>
              </decision>
            </definitions>
            """,
        ["examples.yaml"] = Examples(lateThreshold: "5"),
        ["source.md"] = """
            # 码头扶持

            <a id="s1"></a>
            一、职工不少于规定人数。

            <a id="s2"></a>
            二、按税额的比例补助。

            <a id="K"></a>
            通用条件：判定日在2020-01-01至2020-12-31（含首尾两日）。

            ## Summary in English

            Firms with enough staff get a share of their tax, from 2020-01-01 to 2020-12-31.
            """,
    };

    /// <summary>The examples, with the threshold that holds in August.</summary>
    public static string Examples(string lateThreshold) => $$$"""
        - id: E1
          title: {zh: 六月刚够, en: Just enough in June}
          inputs: {day: '2020-06-30', staff: 5, tax: '1000.00'}
          expect: {outcome: eligible, failed: [], unknown: [], amount: '100.00'}
        - id: E2
          title: {zh: 六月差一人, en: One short in June}
          inputs: {day: '2020-06-30', staff: 4, tax: '1000.00'}
          expect: {outcome: ineligible, failed: [C1], unknown: [], amount: '0.00'}
        - id: E3
          title: {zh: 八月刚够, en: Just enough in August}
          inputs: {day: '2020-08-31', staff: {{{lateThreshold}}}, tax: '1000.00'}
          expect: {outcome: eligible, failed: [], unknown: [], amount: '100.00'}
        - id: E4
          title: {zh: 过了有效期, en: After the validity}
          inputs: {day: '2021-01-01', staff: 50, tax: '1000.00'}
          expect: {outcome: ineligible, failed: [V], unknown: [], amount: '0.00'}
        """;
}
