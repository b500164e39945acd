using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Packs;

/// <summary>What policy.yaml says about money is read, and what does not fit is told with its place.</summary>
public sealed class PolicyMoneyTests
{
    private const string Subject = "payee: subject\npayee_text: {zh: 商行, en: The firm}\n";
    private const string Funding = "funding: {account: {zh: 码头资金, en: Quay pool}, line: quay_pool, shares_percent: {city: 50, district: 50}}\n";

    [Fact]
    public void Rules_AreReadInOrder_TheGeneralOneLast()
    {
        var policy = Read(MoneyPack.OfFirm("""
            payee: subject
            payee_text: {zh: 商行, en: The firm}
            payee_rules:
              - {when: staff > 100, payee: head_office, payee_from: {reference: parent}, payee_text: {zh: 总行, en: The head office}}
              - {when: quay = "west", payee: bank, payee_from: {party_of: lender}, payee_text: {zh: 银行, en: The bank}}
              - {when: quay = "east", payee: supplier, payee_from: {party: carrier_1}, payee_text: {zh: 承运行, en: The carrier}}
            funding_rules:
              - {when: staff > 100, line: quay_insurance, shares_percent: {city: 100}}
            funding: {account: {zh: 码头资金, en: Quay pool}, line: quay_pool, shares_percent: {city: 33.5, district: 66.5}}

            """));
        Assert.Equal(
            [new PolicyFunding("staff > 100", MoneyPack.Insurance, new FundShares(0, 0, 100, 0)), new PolicyFunding(null, MoneyPack.Pool, new FundShares(0, 0, 33.5m, 66.5m))],
            policy.Funding);
        Assert.Equal(
            [("staff > 100", PayeeKind.Reference, "head_office", "parent", null), ("quay = \"west\"", PayeeKind.Party, "bank", "lender", null), ("quay = \"east\"", PayeeKind.Party, "supplier", null, "carrier_1"),
                (null, PayeeKind.Subject, "subject", (string?)null, (string?)null)],
            policy.Payees.Select(p => (p.When, p.Kind, p.Role, p.From, p.Party)));
        Assert.Equal(new LocalizedText("商行", "The firm"), policy.Payees[^1].Text);
        Assert.Null(policy.EventKey);
        Assert.False(policy.ConsumesOutstandingUse || policy.PaysPartially);
    }

    [Fact]
    public void PolicyWithoutMoney_IsRead()
    {
        var policy = Read(MoneyPack.OfFirm(""));
        Assert.Empty(policy.Funding);
        Assert.Empty(policy.Payees);
        Assert.Null(policy.Accrual);
    }

    [Fact]
    public void EventKey_OfInputs_NamesThem()
    {
        var key = Read(MoneyPack.OfFirm("event_key: [quay, staff]\n")).EventKey!;
        Assert.Equal(["quay", "staff"], key.Inputs);
        Assert.Null(key.Record);
        Assert.Equal("quay-help", key.Group);
        Assert.Null(Read(MoneyPack.OfFirm("event_key: []\n")).EventKey);
    }

    [Fact]
    public void EventKey_OfAJudgedRecord_TakesTheListThatIsJudged()
    {
        var key = Read(MoneyPack.OfLoad("event_key: {record: load, fields: [$subject, load_no], identity: {zh: 货单, en: Load}}\n")).EventKey!;
        Assert.Equal(("loads", true, false), (key.Record, key.IsJudgedRecord, key.IsInput));
        Assert.Equal(["$subject", "load_no"], key.Fields);
    }

    [Fact]
    public void EventKey_OfAnotherList_NamesIt()
    {
        var key = Read(MoneyPack.OfFirm("event_key: {record: load, list: loads, fields: [load_no, crates.crate_no], group: load, identity: {zh: 箱, en: Crate}}\n")).EventKey!;
        Assert.Equal(("loads", false, false, "load"), (key.Record, key.IsJudgedRecord, key.IsInput, key.Group));
    }

    [Fact]
    public void LoanAndOutstandingUse_AreRead()
    {
        var policy = Read(MoneyPack.OfFirm("loan: {amount: staff, days: staff}\nbudget_consumed_by: outstanding_use\n", "loan"));
        Assert.True(policy.ConsumesOutstandingUse);
        Assert.Equal(new PolicyLoan("staff", "staff"), policy.Loan);
    }

    [Theory]
    [InlineData("POL-0071", "funding_rules: [{when: crew > 3, line: quay_pool, shares_percent: {district: 100}}]\n")]
    [InlineData("POL-0071", "funding_rules: [{when: staff + 1, line: quay_pool, shares_percent: {district: 100}}]\n")]
    [InlineData("POL-0071", "payee_rules: [{when: 'staff >', payee: subject, payee_text: {zh: 商行, en: Firm}}]\n")]
    [InlineData("PACK-0010", "funding_rules: [{line: quay_pool, shares_percent: {district: 100}}]\n")]
    [InlineData("PACK-0020", "funding: {line: quay_pool, shares_percent: {city: 50, district: 49.99}}\n")]
    [InlineData("PACK-0011", "funding: {line: quay_pool, shares_percent: {city: 0, district: 101}}\n")]
    [InlineData("PACK-0010", "payee: bank\n")]
    [InlineData("PACK-0020", "payee: bank\npayee_from: {party: carrier_1, reference: parent}\n")]
    [InlineData("PACK-0020", "payee: null\npayee_from: {party: carrier_1}\n")]
    [InlineData("POL-0008", "event_key: [crew]\n")]
    [InlineData("PACK-0012", "event_key: {record: load, fields: [load_no], identity: {zh: 货单, en: Load}}\n")]
    [InlineData("POL-0008", "accrual: {record: months, from: 2020-02, to: 2020-06}\n")]
    [InlineData("POL-0008", "loan: {amount: crew, days: staff}\n")]
    [InlineData("PACK-0020", "loan: {amount: staff, days: quay}\n")]
    [InlineData("PACK-0009", "payee_form: {party: carrier_1}\n")]
    public void Fault_IsToldWithFileAndLine(string code, string money)
    {
        using var folder = new TestFolder();
        var problem = PolicyLibrary.Load(MoneyPack.Open(folder, MoneyPack.OfFirm(money))).ShouldBeProblem(PackProblems.Defective);
        var finding = problem.Details!.First(d => d.Code == code);
        Assert.Matches(@"policies/quay-help/policy\.yaml:[0-9]+$", finding.Where);
    }

    [Fact]
    public void PolicyThatConcernsNoMoney_NamesNoLine()
    {
        using var folder = new TestFolder();
        var problem = PolicyLibrary.Load(MoneyPack.Open(folder, MoneyPack.OfFirm(Funding, "none"))).ShouldBeProblem(PackProblems.Defective);
        Assert.Contains("settlement: none", problem.Details![0].What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("payee: head_office\npayee_from: {reference: lender}\npayee_text: {zh: 总行, en: Head}\n", "lender")]
    [InlineData("payee: bank\npayee_from: {party_of: landlord}\npayee_text: {zh: 银行, en: Bank}\n", "landlord")]
    [InlineData("payee: supplier\npayee_from: {party_of: carrier}\npayee_text: {zh: 承运, en: Carrier}\n", "carrier")]
    [InlineData("event_key: {record: box, list: boxes, fields: [box_no], identity: {zh: 箱, en: Box}}\n", "boxes")]
    [InlineData("event_key: {record: load, list: loads, fields: [box_no], identity: {zh: 箱, en: Box}}\n", "loads.box_no")]
    [InlineData("event_key: {record: load, list: loads, fields: [crates.box_no], identity: {zh: 箱, en: Box}}\n", "loads.crates.box_no")]
    public void NameThatTheRegistryDoesNotDeclare_IsRefused(string money, string name)
    {
        using var folder = new TestFolder();
        var problem = MoneyPack.Check(MoneyPack.Open(folder, MoneyPack.OfFirm(Funding + money))).ShouldBeProblem(PolicyProblems.NameNotDeclared);
        Assert.Contains(name, problem.What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void PartyOfAField_IsLookedForInTheRecordThatIsJudged()
    {
        using var folder = new TestFolder();
        MoneyPack.Check(MoneyPack.Open(folder, MoneyPack.OfLoad(Funding + "payee: supplier\npayee_from: {party_of: carrier}\npayee_text: {zh: 承运, en: Carrier}\n"))).ShouldSucceed();
    }

    [Theory]
    [InlineData("POL-0072", "pay", Subject + "funding: {line: quay_pol, shares_percent: {district: 100}}\n")]
    [InlineData("POL-0072", "pay", Funding + "payee: supplier\npayee_from: {party: carrier_9}\npayee_text: {zh: 承运, en: Carrier}\n")]
    [InlineData("POL-0073", "book_only", Funding)]
    [InlineData("POL-0073", "pay", Subject + "funding: {line: quay_relief}\n")]
    [InlineData("POL-0073", "loan", Subject + Funding + "loan: {amount: staff, days: staff}\n")]
    [InlineData("POL-0074", "pay", Funding)]
    [InlineData("POL-0075", "pay", "event_key: {record: load, list: loads, fields: [load_no], identity: {zh: 货单, en: Load}, shared_with: [load-help]}\n")]
    public void WhatDoesNotFitLinesPartiesOrOtherPolicies_IsRefused(string code, string settlement, string money)
    {
        using var folder = new TestFolder();
        var problem = MoneyPack.Check(MoneyPack.Open(folder, MoneyPack.OfFirm(money, settlement), MoneyPack.OfLoad(""))).ShouldBeProblem(PackProblems.Defective);
        Assert.Equal(code, Assert.Single(problem.Details!).Code);
    }

    [Fact]
    public void SharedEvents_AreNamedByBoth_UnderOneGroup()
    {
        using var folder = new TestFolder();
        static string Key(string group, string other) => $"event_key: {{record: load, list: loads, fields: [load_no], group: {group}, identity: {{zh: 货单, en: Load}}, shared_with: [{other}]}}\n";
        MoneyPack.Check(MoneyPack.Open(folder, MoneyPack.OfFirm(Key("load", "load-help")), MoneyPack.OfLoad(Key("load", "quay-help")))).ShouldSucceed();
        using var apart = new TestFolder();
        var problem = MoneyPack.Check(MoneyPack.Open(apart, MoneyPack.OfFirm(Key("load", "load-help")), MoneyPack.OfLoad(Key("cargo", "")))).ShouldBeProblem(PackProblems.Defective);
        Assert.Equal(PolicyProblems.EventsNotShared.Code, Assert.Single(problem.Details!).Code);
    }

    [Fact]
    public void PaymentRules_NamePoliciesAndLinesThatThereAre()
    {
        using var folder = new TestFolder();
        folder.With("quays/funds/payments.yaml", """
            publicity: {working_days: 5}
            publicity_exempt_policies: [quay-help, quay-hepl]
            debtor: {name: 合成国库, account: "9000000000000001", bank: 合成银行}
            debtors: [{lines: [quay_pool, quay_pond], name: 合成专户, account: "9000000000000002", bank: 合成银行}]

            """);
        var problem = MoneyPack.Check(MoneyPack.Open(folder, MoneyPack.OfFirm(Subject + Funding))).ShouldBeProblem(PackProblems.Defective);
        Assert.Equal(["quay-hepl", "quay_pond"], problem.Details!.Select(d => d.What.En.Split('“', '”')[1]));
    }

    private static Policy Read(PolicyDraft draft)
    {
        using var folder = new TestFolder();
        return PolicyLibrary.Load(MoneyPack.Open(folder, draft)).ShouldSucceed().Policies.Single();
    }
}
