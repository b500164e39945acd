using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Packs;

/// <summary>A pack with two lines, two parties and one policy of a firm that ships goods; tests change one thing and look.</summary>
internal static class MoneyPack
{
    public const string Pool = "quay_pool";
    public const string Insurance = "quay_insurance";
    public const string Relief = "quay_relief";

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
          - {id: quay, name: {zh: 码头, en: Quay}, type: "enum:east|west", labels: {east: {zh: 东, en: east}, west: {zh: 西, en: west}}}
          - {id: parent, name: {zh: 总行, en: Parent}, type: "ref:firm"}
          - {id: lender, name: {zh: 银行, en: Bank}, type: string}
          - {id: card, name: {zh: 账号, en: Account}, type: string, sensitivity: secret}
          - {id: card_bank, name: {zh: 开户行, en: Bank of the account}, type: string}
        lists:
          - id: loads
            title: {zh: 货单, en: Loads}
            key: [load_no]
            fields:
              - {id: load_no, name: {zh: 单号, en: Number}, type: string, null: {kind: never}}
              - {id: shipped_on, name: {zh: 起运日, en: Shipped on}, type: date, null: {kind: never}}
              - {id: carrier, name: {zh: 承运人, en: Carrier}, type: string}
          - id: crates
            title: {zh: 箱, en: Crates}
            parent: loads
            key: [crate_no]
            fields: [{id: crate_no, name: {zh: 箱号, en: Number}, type: string, null: {kind: never}}]
        """;

    private const string Lines = """
        lines:
          - {id: quay_pool, name: {zh: 码头资金, en: Quay pool}, kind: budget, class: special_fund, capital_yuan: "1000.00", opens_on: 2020-01-01}
          - {id: quay_insurance, name: {zh: 保险, en: Insurance}, kind: open_ended, class: off_budget, opens_on: 2020-01-01}
          - {id: quay_relief, name: {zh: 减免, en: Relief}, kind: relief, class: off_budget, opens_on: 2020-01-01}
        """;

    private const string Parties = """
        parties:
          - {id: carrier_1, role: supplier, name: 合成承运行, account: "7000000000000001", bank: 合成银行}
        """;

    /// <summary>A policy of the subject itself: inputs <c>day</c>, <c>staff</c>, <c>quay</c>.</summary>
    public static PolicyDraft OfFirm(string money, string settlement = "pay", string id = "quay-help", int no = 1) => new(id, no, "firm", "{each: subject, at: as_of}",
        ["day date - {clock: eval_date}", "staff int unknown {registry: staff}", "quay enum:east|west unknown {registry: quay}"],
        ["C1: staff >= 5"], "staff * 10")
    { Money = money, Settlement = settlement };

    /// <summary>A policy of every load.</summary>
    public static PolicyDraft OfLoad(string money, string settlement = "pay", string id = "load-help", int no = 2) => new(id, no, "firm", "{each: records, list: loads, at: shipped_on}",
        ["day date - {clock: eval_date}", "staff int unknown {registry: staff}"],
        ["C1: staff >= 5"], "staff * 10")
    { Money = money, Settlement = settlement, Period = "event" };

    /// <summary>The pack with the policies.</summary>
    public static Pack Open(TestFolder folder, params PolicyDraft[] drafts)
    {
        folder.WithPack("quays").With("quays/registry/firm.yaml", Firm).With("quays/funds/lines.yaml", Lines).With("quays/funds/parties.yaml", Parties);
        foreach (var draft in drafts)
        {
            draft.WriteInto(folder, "quays");
        }

        return folder.Load("quays");
    }

    /// <summary>Reads the policies and checks them against the registry, the lines and the parties, as a host does.</summary>
    public static Result<PolicyLibrary> Check(Pack pack)
    {
        var library = PolicyLibrary.Load(pack);
        return library
            .Then(l => PoliciesModule.Check(l, RegistryCatalogue.Read(pack).ShouldSucceed().Declaration))
            .Then(_ => PoliciesModule.CheckMoney(library.Value, FundLines.Read(pack).ShouldSucceed(), PaymentRules.Read(pack).ShouldSucceed(), Funds.Parties.Read(pack).ShouldSucceed()))
            .Map(_ => library.Value);
    }
}
