namespace Wenbao.Dmn.Tests.Binding;

public sealed class ImportTests
{
    private static readonly string Sizes = Models.Of(
        """<itemDefinition name="t企业"><itemComponent name="人数"><typeRef>number</typeRef></itemComponent></itemDefinition>"""
        + Models.Input("企业", "t企业") + Models.Decision("是小型", "企业.人数 < 300", "boolean", "in.企业")
        + Evaluation.FunctionTests.Knowledge("划型", "f.划型", "string", "<formalParameter name=\"人数\" typeRef=\"number\"/>" + Models.Literal("if 人数 < 300 then \"小型\" else \"大型\"")),
        "划型标准",
        "urn:sizes");

    [Fact]
    public void ImportedNames_HaveThePrefix()
    {
        var model = Models.Sound(Importing(Requirement("urn:sizes#d.是小型") + Requirement("urn:sizes#f.划型", "Knowledge"), "[标准.是小型, 标准.划型(500)]"), Sizes);
        Assert.Equal("[true, \"大型\"]", model.Show("d", ("企业", new Dictionary<string, object?> { ["人数"] = 20 })));
        Assert.True(Assert.Single(model.Inputs).IsImported);
        Assert.Equal("urn:sizes", model.Inputs[0].Model);
    }

    [Fact]
    public void ImportedTypes_HaveThePrefix()
    {
        var xml = Models.Of(Import("urn:sizes", "标准") + Models.Input("某", "标准.t企业") + Models.Decision("d", "某.人数", "number", "in.某"));
        Assert.Equal("7", Models.Sound(xml, Sizes).Show("d", ("某", new Dictionary<string, object?> { ["人数"] = 7 })));
    }

    [Fact]
    public void ImportWithoutRequirement_IsNotVisible()
    {
        var model = Models.Bind(Importing("", "标准.划型(3)"), Sizes);
        var finding = Assert.Single(model.Diagnostics);
        Assert.Equal("DMN0035", finding.Code);
        Assert.Contains("“标准.划型”", finding.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingModel_IsReported()
    {
        var model = Models.Bind(Importing("", "1"));
        Assert.Equal(["DMN0030"], model.Diagnostics.Codes());
    }

    [Fact]
    public void CircleOfImports_IsReported()
    {
        var first = Models.Of(Import("urn:b", "b"), "甲", "urn:a");
        var second = Models.Of(Import("urn:a", "a"), "乙", "urn:b");
        var model = Models.Bind(first, second);
        Assert.Equal(["DMN0031"], model.Diagnostics.Codes());
        Assert.Contains("甲 → 乙 → 甲", model.Diagnostics[0].Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void ModelImportedTwice_IsOneModel()
    {
        string Middle(string name) => Models.Of(Import("urn:base", "底") + $"""<decision id="d.{name}" name="{name}">{Requirement("urn:base#in.数")}{Models.Literal("底.数 + 1")}</decision>""", name, "urn:" + name);
        var bottom = Models.Of(Models.Input("数", "number"), "底", "urn:base");
        var top = Models.Of(Import("urn:左", "左") + Import("urn:右", "右") + $"""<decision id="d" name="d">{Requirement("urn:左#d.左")}{Requirement("urn:右#d.右")}{Models.Literal("左.左 + 右.右")}</decision>""", "顶", "urn:top");
        var model = Models.Sound(top, Middle("左"), Middle("右"), bottom);
        Assert.Single(model.Inputs);
        Assert.Equal("12", model.Show("d", ("数", 5)));
    }

    [Fact]
    public void PrefixTwice_IsReported()
    {
        var other = Models.Of("", "另", "urn:other");
        var model = Models.Bind(Models.Of(Import("urn:sizes", "标准") + Import("urn:other", "标准")), Sizes, other);
        Assert.Equal(["DMN0039"], model.Diagnostics.Codes());
    }

    [Fact]
    public void OtherKindOfImport_IsIgnoredWithAWarning()
    {
        var model = Models.Bind(Models.Of("""<import name="p" namespace="urn:pmml" importType="http://www.dmg.org/PMML-4_2"/>"""));
        Assert.Equal(["DMN0032"], model.Diagnostics.Codes());
        Assert.True(model.IsSound);
    }

    private static string Importing(string requirements, string feel) =>
        Models.Of(Import("urn:sizes", "标准") + $"""<decision id="d" name="d">{requirements}{Models.Literal(feel)}</decision>""");

    private static string Import(string modelNamespace, string prefix) => $"""<import name="{prefix}" namespace="{modelNamespace}" importType="{Models.Namespace15}"/>""";

    private static string Requirement(string href, string kind = "Decision") => kind == "Knowledge"
        ? $"""<knowledgeRequirement><requiredKnowledge href="{href}"/></knowledgeRequirement>"""
        : $"""<informationRequirement><requiredDecision href="{href}"/></informationRequirement>""";
}
