using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Tests.Packs;

/// <summary>What the district's pack says about money holds together, whatever its figures are.</summary>
public sealed class JimoMoneyTests
{
    private static readonly FundLines Lines = FundLines.Read(JimoPack.Pack).ShouldSucceed();
    private static readonly PaymentRules Rules = PaymentRules.Read(JimoPack.Pack).ShouldSucceed();
    private static readonly Parties Parties = Funds.Parties.Read(JimoPack.Pack).ShouldSucceed();

    public static TheoryData<string> Policies => [.. JimoPack.Library.Policies.Select(p => p.Id)];

    [Fact]
    public void PoliciesLinesRulesAndParties_Fit() => PoliciesModule.CheckMoney(JimoPack.Library, Lines, Rules, Parties).ShouldSucceed();

    [Theory]
    [MemberData(nameof(Policies))]
    public void Policy_SaysWhichLinePays_AndWho(string id)
    {
        var policy = JimoPack.Library.Find(id).ShouldSucceed();
        Assert.Equal(policy.Settlement != "none", policy.Funding.Count > 0);
        Assert.Equal(policy.Settlement is "pay" or "supplier" or "loan", policy.Payees.Count > 0);
        Assert.True(policy.Funding.Count == 0 || policy.Funding[^1].When is null, "no line for the rest");
        Assert.True(policy.Payees.Count == 0 || policy.Payees[^1].When is null, "no payee for the rest");
        foreach (var funding in policy.Funding)
        {
            var shares = funding.Shares.National + funding.Shares.Province + funding.Shares.City + funding.Shares.District;
            Assert.Equal(Lines.Find(funding.Line)!.Kind == FundLineKind.Relief && shares == 0 ? 0 : 100, shares);
        }

        if (policy.Funding.Count == 1)
        {
            Assert.Equal(policy.FundingAccount, Lines.Find(policy.Funding[0].Line)!.Account);
        }
    }

    [Fact]
    public void Lines_AreThoseOfPolicies_AndOfTheBudget()
    {
        var named = JimoPack.Library.Policies.SelectMany(p => p.Funding).Select(f => f.Line).ToHashSet();
        Assert.All(named, id => Assert.NotNull(Lines.Find(id)));
        var others = Lines.All.Where(l => !named.Contains(l.Id)).ToList();
        Assert.All(others, l => Assert.Equal(FundLineKind.Budget, l.Kind));
        Assert.Contains(others, l => l.Id == Lines.Reserve);
    }

    [Fact]
    public void PoliciesWithOneTotal_ShareALine_AllOthersWithATotalHaveTheirOwn()
    {
        var capped = JimoPack.Library.Policies.Where(p => p.Funding.Any(f => Lines.Find(f.Line)!.Capital is not null)).GroupBy(p => p.Funding.Single().Line).ToList();
        Assert.Equal(
            ["car-purchase-subsidy-passenger car-purchase-subsidy-commercial", "foreign-trade-stabilisation export-to-domestic-award"],
            capped.Where(g => g.Count() > 1).Select(g => string.Join(' ', g.Select(p => p.Id))));
        foreach (var shared in capped.Where(g => g.Count() > 1))
        {
            Assert.Single(shared.Select(p => p.Funding.Single().Shares).Distinct());
        }
    }

    [Fact]
    public void RevolvingAndCompensationLines_HaveWhatTheirPoliciesNeed()
    {
        var bridge = JimoPack.Library.Policies.Single(p => p.ConsumesOutstandingUse);
        var revolving = Lines.Find(bridge.Funding.Single().Line)!;
        Assert.Equal((FundLineKind.Revolving, true, true), (revolving.Kind, revolving.LimitPerUse is not null, revolving.UseDaysMax is not null));
        Assert.NotNull(bridge.Loan);
        var compensated = JimoPack.Library.Policies.Single(p => p.PaysPartially);
        Assert.Equal(FundLineKind.Compensation, Lines.Find(compensated.Funding.Single().Line)!.Kind);
        foreach (var balance in JimoPack.Library.Policies.SelectMany(p => p.Inputs.Select(i => i.Source).OfType<InputSource.Balance>()).Where(b => b.LessStep is null))
        {
            Assert.NotNull(Lines.Find(balance.Account.Replace("_outstanding", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void EventsAreShared_WithinAGroupOnly()
    {
        var keyed = JimoPack.Library.Policies.Where(p => p.EventKey is not null).ToList();
        foreach (var a in keyed)
        {
            Assert.Equal(
                keyed.Where(b => b != a && b.EventKey!.Group == a.EventKey!.Group).Select(b => b.Id).Order(),
                a.EventKey!.SharedWith.Order());
        }

        // One text an event: as many parts in every policy of a group.
        Assert.All(keyed.GroupBy(p => p.EventKey!.Group), g => Assert.Single(g.Select(p => p.EventKey!.Fields.Count + p.EventKey.Inputs.Count).Distinct()));
    }

    [Fact]
    public void PayeesBeyondSubjects_AreOfTheirRole()
    {
        var roles = Parties.All.Select(p => p.Role).ToHashSet();
        Assert.All(JimoPack.Library.Policies.SelectMany(p => p.Payees).Where(p => p.Kind == PayeeKind.Party), p => Assert.Contains(p.Role, roles));
        Assert.All(JimoPack.Library.Policies.SelectMany(p => p.Payees.Where(r => r.Kind == PayeeKind.Subject).Select(_ => p.Audience)).Distinct(),
            type => Assert.NotNull(JimoPack.Registry.Declaration.Find(type)!.Account));
    }

    [Fact]
    public void AccountsOfParties_AreMadeUp_AndTheirBanksHaveOneCode()
    {
        Assert.All(Parties.All, p => Assert.StartsWith("7000", p.Payee.AccountNumber, StringComparison.Ordinal));
        Assert.All(Parties.All, p => Assert.StartsWith("合成", p.Payee.Name, StringComparison.Ordinal));
        Assert.All(Rules.Debtors, d => Assert.StartsWith("9000", d.AccountNumber, StringComparison.Ordinal));
        var accounts = Parties.All.Select(p => p.Payee.AccountNumber).Concat(Rules.Debtors.Select(d => d.AccountNumber)).ToList();
        Assert.Equal(accounts.Distinct(), accounts);
        var codes = Parties.All.Select(p => (p.Payee.BankName, p.Payee.BankCode)).Concat(Rules.Debtors.Select(d => (d.BankName, d.BankCode))).Distinct().ToList();
        Assert.Equal(codes.Count, codes.Select(c => c.BankName).Distinct().Count());
        Assert.Equal(codes.Count, codes.Select(c => c.BankCode).Distinct().Count());
    }

    /// <summary>Ten percent of general expenditure, and of business fees and special funds but for livelihood and agreements.</summary>
    [Fact]
    [Mechanism("S107")]
    public void CutOfTenPercent_ComesToNearlyThreeHundredMillion()
    {
        static bool Cut(FundLine line) => line.Class == FundLineClass.General
            || (line.Class is FundLineClass.BusinessFee or FundLineClass.SpecialFund && line.BasicLivelihood is null && line.BoundByAgreement is null);
        var cut = Lines.All.Where(l => l.Capital is not null && Cut(l)).Sum(l => Money.Round(l.Capital!.Value.Yuan / 10m).Yuan);
        Assert.InRange(cut, 285_000_000m, 299_999_999.99m);
        foreach (var classOf in new[] { FundLineClass.General, FundLineClass.BusinessFee, FundLineClass.SpecialFund })
        {
            Assert.Contains(Lines.All, l => l.Class == classOf && Cut(l));
        }

        Assert.All(JimoPack.Library.Policies.SelectMany(p => p.Funding).Select(f => Lines.Find(f.Line)!), l => Assert.False(Cut(l), l.Id));
    }

    [Fact]
    public void Departments_AreNamedInBothLanguages() => Assert.All(Lines.All, l => Assert.NotEqual(l.Department!.Zh, l.Department.En));
}
