using CsCheck;

namespace Wenbao.Dmn.Tests.Xml;

public sealed class HostileXmlTests
{
    [Fact]
    public void DocumentType_IsRefused() => AssertRefused($"""<!DOCTYPE definitions><definitions xmlns="{Models.Namespace15}" namespace="n"/>""", "DMN0002");

    [Fact]
    public void EntityBomb_IsRefusedBeforeItGrows() => AssertRefused(
        """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><definitions>&c;</definitions>""", "DMN0002");

    [Fact]
    public void ExternalEntity_IsNotRead() => AssertRefused("""<!DOCTYPE a SYSTEM "file:///etc/passwd"><definitions/>""", "DMN0002");

    [Fact]
    public void TenThousandLevels_AreRefused() =>
        AssertRefused(Models.Of(string.Concat(Enumerable.Repeat("<list>", 10_000)) + string.Concat(Enumerable.Repeat("</list>", 10_000))), "DMN0004");

    [Fact]
    public void DepthLimit_IsAParameter()
    {
        var xml = Models.Of("<itemDefinition name=\"t\"><itemComponent name=\"a\"><typeRef>number</typeRef></itemComponent></itemDefinition>");
        Assert.Empty(DmnReader.Read(xml, new DmnLimits(MaximumDepth: 4)).Diagnostics);
        Assert.Equal("DMN0004", Assert.Single(DmnReader.Read(xml, new DmnLimits(MaximumDepth: 3)).Diagnostics).Code);
    }

    [Fact]
    public void DeepestAllowedExpression_IsReadAndBound()
    {
        var xml = Models.Of(Models.DecisionOf("d", string.Concat(Enumerable.Repeat("<list>", 296)) + string.Concat(Enumerable.Repeat("</list>", 296))));
        var document = DmnReader.Read(xml, new DmnLimits(MaximumDepth: 300));
        Assert.Empty(document.Diagnostics);
        Assert.NotNull(DmnBinder.Bind(document.Definitions).Decisions[0].Logic);
    }

    [Fact]
    public void LengthLimit_IsAParameter() =>
        Assert.Equal("DMN0003", Assert.Single(DmnReader.Read(Models.Of("<a/>"), new DmnLimits(MaximumLength: 20)).Diagnostics).Code);

    [Fact]
    public void ElementLimit_IsAParameter() =>
        Assert.Equal("DMN0020", Assert.Single(DmnReader.Read(Models.Of("<a/><a/><a/>"), new DmnLimits(MaximumElements: 3)).Diagnostics).Code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("decision")]
    [InlineData("{\"definitions\": {}}")]
    [InlineData("<definitions")]
    [InlineData("<definitions>&bomb;</definitions>")]
    [InlineData("<definitions>\u0001</definitions>")]
    public void NoXml_IsADiagnostic(string text) => AssertRefused(text, "DMN0001");

    [Theory]
    [InlineData("<definitions/>")]
    [InlineData("""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>""")]
    [InlineData("""<decision xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"/>""")]
    public void OtherXml_IsADiagnostic(string text) => AssertRefused(text, "DMN0005");

    [Fact]
    public void AnyTruncation_IsADiagnosticAndNeverThrows()
    {
        var whole = Models.Of(Models.Input("人数", "number") + Models.Decision("d", "人数 * 2", "number", "in.人数"));
        Gen.Int[0, whole.Length - 1].Sample(length =>
        {
            var document = DmnReader.Read(whole[..length]);
            Assert.Equal("DMN0001", Assert.Single(document.Diagnostics).Code);
        });
    }

    [Fact]
    public void AnyChangedCharacter_NeverThrows()
    {
        var whole = Models.Of(Models.Input("人数", "number") + Models.DecisionOf("d", "<context>" + Models.Entry("甲", "人数 > [1,2", "C1") + "</context>", "number", "in.人数"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Char["<>\"'/=# aé人{[(\u0000"]).Sample((at, character) =>
        {
            var changed = string.Concat(whole.AsSpan(0, at), character.ToString(), whole.AsSpan(at + 1));
            var document = DmnReader.Read(changed);
            var model = DmnBinder.Bind(document.Definitions);
            foreach (var decision in model.Decisions)
            {
                model.Evaluate(decision.Id, ("人数", 3));
            }
        });
    }

    [Fact]
    public void TypeBomb_IsRefused()
    {
        var types = "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>" + string.Concat(Enumerable.Range(1, 40).Select(level =>
            $"<itemDefinition name=\"t{level}\">" + string.Concat(Enumerable.Range(0, 10).Select(member => $"<itemComponent name=\"m{member}\"><typeRef>t{level - 1}</typeRef></itemComponent>")) + "</itemDefinition>"));
        var model = DmnBinder.Bind(Models.Read(Models.Of(types + Models.Input("甲", "t40") + Models.Decision("d", "甲.m1", "", "in.甲"))));
        Assert.Contains("DMN0046", model.Diagnostics.Codes());
        Assert.Equal("null", model.Show("d"));
    }

    [Fact]
    public void EndlessAliases_AreRefused()
    {
        var types = string.Concat(Enumerable.Range(0, 50_000).Select(level => $"<itemDefinition name=\"t{level}\"><typeRef>t{level + 1}</typeRef></itemDefinition>"));
        Assert.Contains("DMN0046", DmnBinder.Bind(Models.Read(Models.Of(types + Models.Input("甲", "t0")))).Diagnostics.Codes());
    }

    [Fact]
    public void ManyRequirementsParametersAndEntries_AreBound()
    {
        var requirements = string.Concat(Enumerable.Repeat("<informationRequirement><requiredInput href=\"#in.甲\"/></informationRequirement>", 50_000));
        var parameters = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<formalParameter name=\"p{number}\"/>"));
        var entries = string.Concat(Enumerable.Range(0, 1_000).Select(number => $"<contextEntry><variable name=\"e{number}\"/><context/></contextEntry>"));
        var body = $"<context><contextEntry><variable name=\"f\"/><functionDefinition>{parameters}{Models.Literal("p7")}</functionDefinition></contextEntry>{entries}<contextEntry>{Models.Literal("甲 + 1")}</contextEntry></context>";
        var model = Models.Sound(Models.Of(Models.Input("甲", "number") + $"<decision id=\"d\" name=\"d\">{requirements}{body}</decision>"));
        Assert.Equal("4", model.Show("d", ("甲", 3)));
    }

    private static void AssertRefused(string xml, string code)
    {
        var document = DmnReader.Read(xml);
        Assert.Equal(code, Assert.Single(document.Diagnostics).Code);
        Assert.Empty(document.Definitions.Decisions);
    }
}
