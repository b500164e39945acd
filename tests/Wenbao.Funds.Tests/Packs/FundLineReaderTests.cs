using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Funds.Tests.Packs;

public sealed class FundLineReaderTests
{
    [Fact]
    public void BothFiles_GiveTheLinesInTheirOrder()
    {
        using var folder = new TestFolder().WithPack("town").With("town/funds/lines.yaml", BooksScenario.LinesFile).With("town/funds/budget.yaml", BooksScenario.BudgetFile)
            .With("town/registry/sources.yaml", "departments:\n  - {name: {zh: 工信局, en: Industry office}}\n");

        var lines = FundLines.Read(folder.Load("town")).ShouldSucceed();

        Assert.Equal(["award", "shared_award", "insurance", "tax_relief", "bridge", "loss_reserve", "office", "hearings", "schools", "park", "reserve", "aid"], lines.All.Select(l => l.Id));
        Assert.Equal("reserve", lines.Reserve);
        var award = lines.Find("award")!;
        Assert.Equal(("Industry office", "奖补资金", FundLineKind.Budget, FundLineClass.SpecialFund, 1_000m, FundShares.AllDistrict, new DateOnly(2020, 1, 1)),
            (award.Department!.En, award.Account.Zh, award.Kind, award.Class, award.Capital!.Value.Yuan, award.CapitalShares, award.OpensOn));
        Assert.Equal(new FundShares(0, 0, 40, 60), lines.Find("shared_award")!.CapitalShares);
        Assert.Equal((60_000m, 10), (lines.Find("bridge")!.LimitPerUse!.Value.Yuan, lines.Find("bridge")!.UseDaysMax));
        Assert.Equal(30m, lines.Find("loss_reserve")!.RecoveryPercent);
        Assert.Equal("义务教育法", lines.Find("schools")!.BasicLivelihood!.Zh);
        lines.Get("nowhere").ShouldBeProblem(FundsProblems.LineNotFound);
    }

    [Fact]
    public void PackWithoutFunds_HasNoLines()
    {
        using var folder = new TestFolder().WithPack("town");
        Assert.Empty(FundLines.Read(folder.Load("town")).ShouldSucceed().All);
        Assert.Empty(FundLines.Read(PackLoader.Load(Repository.PathOf("tests/packs/tiny-town")).ShouldSucceed()).ShouldSucceed().All);
    }

    [Fact]
    public void EveryMistake_IsToldAtOnce()
    {
        using var folder = new TestFolder().WithPack("town").With("town/funds/lines.yaml", """
            reserve: pension
            lines:
              - {id: award, name: {zh: 奖, en: Award}, kind: budget, class: special_fund, opens_on: 2020-01-01}
              - {id: pension, name: {zh: 养老, en: Pension}, kind: open_ended, class: off_budget, capital_yuan: 1, opens_on: 2020-01-01}
              - {id: Award 2, name: {zh: 奖, en: Award}, kind: budgets, class: special_fund, capital_yuan: 1, opens_on: 2020-01-01}
              - {id: award, name: {zh: 奖, en: Award}, kind: budget, class: special_fund, capital_yuan: '1.001', opens_on: 2020-01-32, colour: red}
              - {id: half, name: {zh: 半, en: Half}, kind: budget, class: general, capital_yuan: 1, capital_shares: {city: 40, district: 50}, opens_on: 2020-01-01, use_days_max: 3}
              - {id: loss, name: {zh: 险, en: Loss}, kind: compensation, class: off_budget, capital_yuan: 1, opens_on: 2020-01-01}
              - {id: over, name: {zh: 过, en: Over}, kind: compensation, class: off_budget, capital_yuan: 1, opens_on: 2020-01-01, recovery_percent: 130}
            """);

        var problem = FundLines.Read(folder.Load("town")).ShouldBeProblem(PackProblems.Defective);

        Assert.Equal(
            [
                ("PACK-0012", 1), ("PACK-0010", 3), ("PACK-0020", 4), ("PACK-0011", 5), ("PACK-0012", 5), ("PACK-0008", 6), ("PACK-0009", 6), ("PACK-0011", 6), ("PACK-0011", 6),
                ("PACK-0020", 7), ("PACK-0020", 7), ("PACK-0020", 8), ("PACK-0011", 9),
            ],
            problem.Details!.Select(d => (d.Code, int.Parse(d.Where!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))).OrderBy(d => d.Item2).ThenBy(d => d.Code));
    }
}
