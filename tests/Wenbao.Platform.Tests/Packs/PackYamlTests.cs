using CsCheck;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.TestKit;

namespace Wenbao.Platform.Tests.Packs;

public sealed class PackYamlTests
{
    private enum Mode
    {
        AutoGrant,
        Review,
    }

    private readonly PackReader reader = new();

    [Fact]
    public void ValuesOfEveryType_AreRead()
    {
        var node = Read("id: si_district\nno: 12\nrate: \"5.40\"\nflag: true\nfrom: 2020-01-31\nmonth: 2020-02\nmode: auto_grant\nname: {zh: 参保地, en: District}\nlist: [a, b]\nempty:\n");

        Assert.Equal("si_district", node.Required("id").Text());
        Assert.Equal(12, node.Required("no").Int());
        Assert.Equal("5.40", node.Required("rate").Decimal().ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(node.Required("flag").Bool());
        Assert.Equal(new DateOnly(2020, 1, 31), node.Required("from").Date());
        Assert.Equal(new DateOnly(2020, 2, 1), node.Required("month").Month());
        Assert.Equal(Mode.AutoGrant, node.Required("mode").Enum<Mode>());
        Assert.Equal(new LocalizedText("参保地", "District"), node.Required("name").LocalizedText());
        Assert.Equal(["a", "b"], node.Required("list").Texts());
        Assert.True(node.Has("empty"));
        Assert.Null(node.Optional("empty"));
        Assert.Null(node.Optional("absent"));
        Assert.Null(reader.Complete());
    }

    [Fact]
    public void EveryNode_KnowsItsLine()
    {
        var node = Read("# comment\nid: x\nattributes:\n  - id: a\n    type: int\n  - {id: b, type: int}\n");
        Assert.Equal(["registry/enterprise.yaml:4", "registry/enterprise.yaml:6"], node.Required("attributes").Items().Select(i => i.Where));
        Assert.Equal(5, node.Required("attributes").Items()[0].Required("type").Line);
    }

    [Fact]
    public void ManyMistakes_AreAllTold_EachOnce()
    {
        var node = Read("""
            id: x
            id: y
            titel: {zh: 题, en: Title}
            no: twelve
            mode: autogrant
            from: 2020-02-30
            list: {a: 1}
            name: 只有中文
            """);
        node.Required("id").Text();
        node.Required("title").LocalizedText();
        node.Required("no").Int();
        node.Required("mode").Enum<Mode>();
        node.Required("from").Date();
        node.Required("list").Items();
        node.Required("name").LocalizedText();
        node.Required("deep").Required("deeper").Required("deepest").Text();

        Snapshot.Match(reader.Complete("p").Shown());
    }

    [Fact]
    public void UnknownKey_NamesTheNearest_AndFarOnesListAll()
    {
        var node = Read("sorce: 1\nxylophone: 2\n");
        node.Optional("source");
        node.Optional("unit");
        var details = reader.Complete()!.Details!;
        Assert.Contains("是否为“source”", details[0].What.Zh, StringComparison.Ordinal);
        Assert.Contains("source, unit", details[1].What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AllowedAndOpenMappings_ReportNoUnknownKey()
    {
        var node = Read("id: 1\nbasis: x\nlabels: {active: 在营, closed: 注销}\nfree: {a: 1}\n");
        node.Allow("basis").Required("id");
        Assert.Equal(["active", "closed"], node.Required("labels").Entries().Select(e => e.Key));
        node.Required("free").AllowAny().Optional("b");
        Assert.Null(reader.Complete());
    }

    [Theory]
    [InlineData("a: 1\n\tb: 2\n", "PACK-0007", 2)]
    [InlineData("a: [1, 2\nb: 3\n", "PACK-0006", 1)]
    [InlineData("a: *nowhere\n", "PACK-0006", 1)]
    [InlineData("a: 1\nb: \"open\n", "PACK-0006", 2)]
    public void TextThatIsNotYaml_IsAProblemWithALine(string text, string code, int line)
    {
        var node = Read(text);
        Assert.True(node.IsMissing);
        node.Required("more").Required("and more").Text();
        var problem = Assert.Single(reader.Complete()!.Details!);
        Assert.Equal(code, problem.Code);
        Assert.InRange(int.Parse(problem.Where!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), line, line + 1);
    }

    [Fact]
    public void Nesting_HasALimit()
    {
        Read("a: " + new string('[', 200) + new string(']', 200));
        Assert.Single(reader.Complete()!.Details!).ShouldBe(PackProblems.NestedTooDeeply);
    }

    [Fact]
    public void AliasesThatMultiply_ShareTheirNodes()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 50).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        Assert.Equal(2, Read(text).Required("a50").Items().Count);
    }

    [Fact]
    public void AnyText_IsReadWithoutAnException() =>
        Gen.String[Gen.Char["ab:-[]{},#&*!|>'\"%@` \t\n\r?~0é中\0\uFEFF"], 0, 60].Sample(text =>
        {
            var node = Read(text);
            if (node.IsMap)
            {
                node.Entries();
            }

            return node.Where.Length > 0;
        });

    private PackNode Read(string text) => PackYaml.Read(text, new PackFile("registry/enterprise.yaml", "", "p", false), reader);
}
