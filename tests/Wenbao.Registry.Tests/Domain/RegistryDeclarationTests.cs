using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Domain;

public sealed class RegistryDeclarationTests
{
    [Fact]
    public void AllMistakes_AreReportedTogetherWithTheirLines()
    {
        using var folder = new TestFolder().WithPack("town").With("town/registry/firm.yaml", """
            id: firm
            title: {zh: 企业, en: Firm}
            public_id: code
            key: code
            display: nmae
            attributes:
              - {id: code, name: {zh: 代码, en: Code}, type: string}
              - {id: code, name: {zh: 代码, en: Code}, type: string}
              - {id: id, name: {zh: 编号, en: Id}, type: int}
              - {id: size, name: {zh: 规模, en: Size}, type: "enum:s|l", labels: {s: {zh: 小, en: small}, x: {zh: 错, en: wrong}}}
              - {id: capital, name: {zh: 资本, en: Capital}, type: "decimal(30,2)"}
              - {id: owner, name: {zh: 业主, en: Owner}, type: "ref:person"}
              - {id: since, name: {zh: 日期, en: Since}, type: date, range: [yesterday, null]}
              - {id: big, name: {zh: 大, en: Big}, type: bool, derive: {feel: "size = ("}}
              - {id: phone, name: {zh: 电话, en: Phone}, type: string, source: {department: 无此部门}}
            """);
        var problem = RegistryCatalogue.Read(folder.Load("town")).ShouldBeProblem(PackProblems.Defective);
        var told = problem.Details!.Select(d => $"{d.Code} {d.Where}").ToList();
        Assert.Contains("REG-0009 registry/firm.yaml:5", told);
        Assert.Contains("REG-0004 registry/firm.yaml:8", told);
        Assert.Contains("REG-0005 registry/firm.yaml:9", told);
        Assert.Contains("REG-0007 registry/firm.yaml:10", told);
        Assert.Contains("REG-0008 registry/firm.yaml:10", told);
        Assert.Contains("REG-0003 registry/firm.yaml:11", told);
        Assert.Contains("REG-0006 registry/firm.yaml:12", told);
        Assert.Contains("REG-0011 registry/firm.yaml:13", told);
        Assert.Contains("REG-0016 registry/firm.yaml:15", told);
    }

    [Fact]
    public void DerivedAttributesInACircle_AreReported()
    {
        using var folder = new TestFolder().WithPack("town").With("town/registry/firm.yaml", """
            id: firm
            title: {zh: 企业, en: Firm}
            public_id: code
            key: code
            display: code
            attributes:
              - {id: code, name: {zh: 代码, en: Code}, type: string}
              - {id: a, name: {zh: 甲, en: A}, type: int, derive: {feel: "b + 1"}}
              - {id: b, name: {zh: 乙, en: B}, type: int, derive: {feel: "a + 1"}}
              - {id: c, name: {zh: 丙, en: C}, type: bool, derive: {feel: "code = 5 +"}}
            """);
        var told = RegistryCatalogue.Read(folder.Load("town")).ShouldBeProblem(PackProblems.Defective).Details!.Select(d => $"{d.Code} {d.Where}").ToList();
        Assert.Contains("REG-0013 registry/firm.yaml:8", told);
        Assert.Contains("REG-0012 registry/firm.yaml:10", told);
    }

    [Fact]
    public void ChildLists_AreMembersOfTheirParentsRecords()
    {
        using var folder = new TestFolder().WithPack("town").With("town/registry/firm.yaml", RegistryScenario.Firm);
        var type = RegistryCatalogue.Read(folder.Load("town")).ShouldSucceed().Declaration.Find("firm")!;
        var loans = Assert.Single(type.Lists);
        Assert.Equal(["no", "amount", "payments"], loans.Shape.Names);
        Assert.Equal(["no", "paid_on"], type.FindList("payments")!.FullKey.Select(k => k.Id));
    }

    [Fact]
    public void TheDistrictOfThePack_IsReadWithoutAProblem()
    {
        var registry = RegistryCatalogue.Read(PackLoader.Load(Repository.PathOf("packs/jimo-2020")).ShouldSucceed()).ShouldSucceed();
        var enterprise = registry.Declaration.Find("enterprise")!;
        var values = new Feel.FeelValue[enterprise.Attributes.Count];
        values[enterprise.FindAttribute("industry")!.Index] = Feel.FeelValue.Of("1711");
        values[enterprise.FindAttribute("kind")!.Index] = Feel.FeelValue.Of("enterprise");
        values[enterprise.FindAttribute("staff")!.Index] = Feel.FeelValue.Of(350m);
        values[enterprise.FindAttribute("revenue_2019")!.Index] = Feel.FeelValue.Of(50_000_000m);
        registry.RulesOf(enterprise).Apply(values);
        Assert.Equal("C", values[enterprise.FindAttribute("section")!.Index].AsString());
        Assert.Equal("medium", values[enterprise.FindAttribute("size")!.Index].AsString());
    }
}
