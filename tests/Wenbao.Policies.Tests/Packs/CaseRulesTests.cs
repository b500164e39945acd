using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Tests.Matching;

namespace Wenbao.Policies.Tests.Packs;

/// <summary>The first rule that holds for the inputs of a case says which line pays and who is paid.</summary>
public sealed class CaseRulesTests
{
    private static readonly PolicyDraft Draft = MoneyPack.OfFirm("""
        payee: subject
        payee_text: {zh: 商行, en: The firm}
        payee_rules:
          - {when: staff > 100 and quay = "west", payee: bank, payee_from: {party_of: lender}, payee_text: {zh: 银行, en: The bank}}
          - {when: staff > 50, payee: head_office, payee_from: {reference: parent}, payee_text: {zh: 总行, en: The head office}}
        funding_rules:
          - {when: quay = "west", line: quay_insurance, shares_percent: {city: 100}}
        funding: {account: {zh: 码头资金, en: Quay pool}, line: quay_pool, shares_percent: {district: 100}}

        """);

    [Theory]
    [InlineData("""{"day": "2020-06-30", "staff": 101, "quay": "west"}""", MoneyPack.Insurance, "bank")]
    [InlineData("""{"day": "2020-06-30", "staff": 101, "quay": "east"}""", MoneyPack.Pool, "head_office")]
    [InlineData("""{"day": "2020-06-30", "staff": 100, "quay": "west"}""", MoneyPack.Insurance, "head_office")]
    [InlineData("""{"day": "2020-06-30", "staff": 50, "quay": "west"}""", MoneyPack.Insurance, "subject")]
    [InlineData("""{"day": "2020-06-30", "staff": 50}""", MoneyPack.Pool, "subject")]
    [InlineData("""{"day": "2020-06-30"}""", MoneyPack.Pool, "subject")]
    public void Case_TakesTheFirstRuleThatHolds(string inputs, string line, string role)
    {
        using var folder = new TestFolder();
        var program = PolicyLibrary.Load(MoneyPack.Open(folder, Draft)).ShouldSucceed().FindProgram("quay-help").ShouldSucceed();
        var frame = Frame(program, inputs);
        Assert.Equal((line, role), (program.FundingOf(frame)!.Line, program.PayeeOf(frame)!.Role));
    }

    [Theory]
    [InlineData("temporary-price-subsidy", "category", "unemployment", "unemployment_insurance", "subject")]
    [InlineData("temporary-price-subsidy", "category", "dibao", "price_adjustment", "subject")]
    [InlineData("temporary-price-subsidy", "category", null, "price_adjustment", "subject")]
    [InlineData("extreme-poverty-support", "institution", true, "needy_assistance", "institution")]
    [InlineData("extreme-poverty-support", "institution", false, "needy_assistance", "subject")]
    [InlineData("risk-compensation-fund", "insurer_paid", true, "risk_compensation_fund", "bank")]
    public void Policy_TakesTheLineAndPayeeOfItsClause(string policy, string input, object? value, string line, string role)
    {
        var program = JimoPack.Library.FindProgram(policy).ShouldSucceed();
        var frame = program.NewFrame();
        frame[program.Model.InputSlots[program.Policy.Inputs.TakeWhile(i => i.Name != input).Count()]] = value switch
        {
            string text => FeelValue.Of(text),
            bool truth => FeelValue.Of(truth),
            _ => FeelValue.Null,
        };
        Assert.Equal((line, role), (program.FundingOf(frame)!.Line, program.PayeeOf(frame)!.Role));
    }

    [Fact]
    public void PolicyWithoutMoney_HasNeitherLineNorPayee()
    {
        var program = JimoPack.Library.FindProgram("loan-extension-renewal").ShouldSucceed();
        Assert.Null(program.FundingOf(program.NewFrame()));
        Assert.Null(program.PayeeOf(program.NewFrame()));
    }

    private static FeelValue[] Frame(DecisionProgram program, string inputs)
    {
        using var json = JsonDocument.Parse(inputs);
        var frame = program.NewFrame();
        Assert.Null(InputJson.Fill(program, json.RootElement, frame));
        return frame;
    }
}
