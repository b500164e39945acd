using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Packs;

public sealed class PackLoaderTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ChildWithoutOwnSetting_TakesTheParents()
    {
        folder.With("cn/pack.yaml", "id: cn\nversion: 1.0.0\ntitle: {zh: 全国, en: China}\ntime_zone: Asia/Shanghai\ncurrency: CNY\n")
            .With("child/pack.yaml", "id: child\nversion: 2.1.0\ntitle: {zh: 某区, en: Some district}\nextends: cn\nas_of: 2020-06-30\ndistrict_code: 370215\ndistrict_name: {zh: 某区, en: Some District}\nsynthetic_label: {zh: 合成数据, en: Synthetic data}\n");

        var pack = folder.Load("child");

        Assert.Equal(("child", "2.1.0", "cn", "CNY", "370215"), (pack.Id, pack.Manifest.Version, pack.Manifest.Extends, pack.Manifest.Currency, pack.Manifest.DistrictCode));
        Assert.Equal("Asia/Shanghai", pack.Manifest.TimeZone.Id);
        Assert.Equal(new DateOnly(2020, 6, 30), pack.Manifest.AsOf);
        Assert.Equal("合成数据", pack.Manifest.SyntheticLabel?.Zh);
    }

    [Fact]
    public void FileOfBoth_IsTheChilds_AndFileOfParentIsFound()
    {
        folder.WithPack("cn").WithPack("child", "cn")
            .With("cn/reference/holidays.csv", "parent").With("cn/reference/other.csv", "parent")
            .With("child/reference/holidays.csv", "child");
        var pack = folder.Load("child");

        Assert.Equal(("child", false), (pack.Find("reference/holidays.csv")!.ReadText(), pack.Find("reference/holidays.csv")!.IsInherited));
        Assert.Equal("cn/reference/other.csv", pack.Find("reference/other.csv")!.Display);
        Assert.Null(pack.Find("reference/none.csv"));
        Assert.Null(pack.Find("../cn/pack.yaml"));
    }

    [Fact]
    public void Glob_JoinsBothAndHidesTheParents()
    {
        folder.WithPack("cn").WithPack("child", "cn")
            .With("cn/policies/a/policy.yaml", "").With("cn/policies/b/policy.yaml", "")
            .With("child/policies/b/policy.yaml", "").With("child/policies/c/policy.yaml", "").With("child/policies/c/deep/policy.yaml", "");
        var pack = folder.Load("child");

        Assert.Equal(["cn a", "child b", "child c"], pack.Files("policies/*/policy.yaml").Select(f => $"{f.Origin} {f.RelativePath.Split('/')[1]}"));
        Assert.Equal(4, pack.Files("policies/**/policy.yaml").Count);
    }

    [Fact]
    public void FolderWithoutManifest_IsNotAPack() => PackLoader.Load(folder.Path).ShouldBeProblem(PackProblems.NotAPack);

    [Fact]
    public void ParentMissing_IsToldWithItsLine()
    {
        folder.WithPack("child", "nowhere");
        var problem = PackLoader.Load(Path.Combine(folder.Path, "child")).ShouldBeProblem(PackProblems.Defective);
        Assert.Equal("pack.yaml:6", Assert.Single(problem.Details!).ShouldBe(PackProblems.ParentMissing).Where);
    }

    [Fact]
    public void PacksThatExtendEachOther_AreRefused()
    {
        folder.WithPack("a", "b").WithPack("b", "a");
        var problem = PackLoader.Load(Path.Combine(folder.Path, "a")).ShouldBeProblem(PackProblems.Defective);
        Assert.Equal("b/pack.yaml:6", Assert.Single(problem.Details!).ShouldBe(PackProblems.ExtendsItself).Where);
    }

    [Fact]
    public void AllMistakesOfAManifest_AreToldAtOnce()
    {
        folder.With("p/pack.yaml", "id: p\ntitle: {zh: 区}\ntimezone: Mars/Olympus\ntime_zone: Mars/Olympus\nas_of: 2020-06-31\n");
        Snapshot.Match(PackLoader.Load(Path.Combine(folder.Path, "p")).ShouldBeProblem(PackProblems.Defective).Shown());
    }
}
