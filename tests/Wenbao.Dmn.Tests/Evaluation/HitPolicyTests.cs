namespace Wenbao.Dmn.Tests.Evaluation;

public sealed class HitPolicyTests
{
    private const string Outputs = """<output typeRef="string"><outputValues><text>"高","中","低"</text></outputValues></output>""";

    [Theory]
    [InlineData("UNIQUE", 15, "\"低\"")]
    [InlineData("UNIQUE", 25, "null")]
    [InlineData("ANY", 15, "\"低\"")]
    [InlineData("ANY", 25, "null")]
    [InlineData("FIRST", 25, "\"低\"")]
    [InlineData("PRIORITY", 25, "\"中\"")]
    [InlineData("PRIORITY", 35, "\"高\"")]
    [InlineData("RULE ORDER", 35, "[\"低\", \"高\", \"中\"]")]
    [InlineData("OUTPUT ORDER", 35, "[\"高\", \"中\", \"低\"]")]
    [InlineData("COLLECT", 35, "[\"低\", \"高\", \"中\"]")]
    public void HitPolicy_ChoosesAmongMatchingRules(string policy, int number, string expected)
    {
        var model = Models.Sound(Table($"hitPolicy=\"{policy}\"", Outputs, Rule("> 10", "\"低\""), Rule("> 30", "\"高\""), Rule("> 20", "\"中\"")));
        Assert.Equal(expected, model.Show("档次", ("人数", number)));
    }

    [Fact]
    public void Any_WithEqualOutputs_GivesTheOutput()
    {
        var model = Models.Sound(Table("hitPolicy=\"ANY\"", "<output typeRef=\"string\"/>", Rule("> 10", "\"低\""), Rule("> 20", "\"低\"")));
        Assert.Equal("\"低\"", model.Show("档次", ("人数", 25)));
    }

    [Theory]
    [InlineData("SUM", "60")]
    [InlineData("COUNT", "3")]
    [InlineData("MIN", "10")]
    [InlineData("MAX", "30")]
    public void Collect_Aggregates(string aggregation, string expected)
    {
        var model = Models.Sound(Table($"hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"", "<output typeRef=\"number\"/>", Rule("> 1", "10"), Rule("> 2", "30"), Rule("> 3", "20"), Rule("> 99", "5")));
        Assert.Equal(expected, model.Show("档次", ("人数", 4)));
    }

    [Fact]
    public void SeveralOutputs_GiveAContext()
    {
        var model = Models.Sound(Table("", "<output name=\"档\" typeRef=\"string\"/><output name=\"元\" typeRef=\"number\"/>", Rule("> 10", "\"低\"", "500"), Rule("<= 10", "\"无\"", "0")));
        Assert.Equal("{档: \"低\", 元: 500}", model.Show("档次", ("人数", 11)));
    }

    [Fact]
    public void SeveralOutputs_ArePrioritisedFirstColumnFirst()
    {
        const string outputs = """<output name="a"><outputValues><text>"x","y"</text></outputValues></output><output name="b"><outputValues><text>1,2</text></outputValues></output>""";
        var model = Models.Sound(Table("hitPolicy=\"OUTPUT ORDER\"", outputs, Rule("-", "\"y\"", "1"), Rule("-", "\"x\"", "2"), Rule("-", "\"x\"", "1")));
        Assert.Equal("[{a: \"x\", b: 1}, {a: \"x\", b: 2}, {a: \"y\", b: 1}]", model.Show("档次", ("人数", 1)));
    }

    [Fact]
    public void NoMatch_GivesTheDefault()
    {
        var model = Models.Sound(Table("", "<output typeRef=\"string\"><defaultOutputEntry><text>\"无\"</text></defaultOutputEntry></output>", Rule("> 10", "\"低\"")));
        Assert.Equal("\"无\"", model.Show("档次", ("人数", 1)));
    }

    [Fact]
    public void NoMatch_WithoutDefault_IsNull()
    {
        var model = Models.Sound(Table("", "<output typeRef=\"string\"/>", Rule("> 10", "\"低\"")));
        Assert.Equal("null", model.Show("档次", ("人数", 1)));
    }

    [Theory]
    [InlineData("-", 5, true)]
    [InlineData("[5..7]", 5, true)]
    [InlineData("(5..7]", 5, false)]
    [InlineData("not(5, 6)", 5, false)]
    [InlineData("not(5, 6)", 7, true)]
    [InlineData("1, 3, > 9", 3, true)]
    [InlineData("? > 4 and ? < 6", 5, true)]
    [InlineData("上限", 8, true)]
    [InlineData("< 上限", 8, false)]
    public void Cell_IsAUnaryTest(string cell, int number, bool hits)
    {
        var model = Models.Sound(Table("", "<output typeRef=\"boolean\"/>", Rule(cell, "true")));
        Assert.Equal(hits ? "true" : "null", model.Show("档次", ("人数", number), ("上限", 8)));
    }

    [Fact]
    public void NullInput_MatchesNoComparison()
    {
        var model = Models.Sound(Table("", "<output typeRef=\"string\"/>", Rule("> 1", "\"a\""), Rule("null", "\"空\"")));
        Assert.Equal("\"空\"", model.Show("档次"));
    }

    [Fact]
    public void InputOutsideInputValues_GivesNull()
    {
        var xml = Models.Of(Models.Input("规模", "string") + Models.DecisionOf("档次", """
            <decisionTable><input><inputExpression typeRef="string"><text>规模</text></inputExpression><inputValues><text>"小型","微型"</text></inputValues></input>
            <output typeRef="number"/><rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>
            """, "number", "in.规模"));
        var model = Models.Sound(xml);
        Assert.Equal("1", model.Show("档次", ("规模", "微型")));
        Assert.Equal("null", model.Show("档次", ("规模", "大型")));
        Assert.Equal("1", model.Show("档次", ("规模", null)));
    }

    [Fact]
    public void PriorityWithoutOutputValues_IsAWarning()
    {
        var model = Models.Bind(Table("hitPolicy=\"PRIORITY\"", "<output typeRef=\"string\"/>", Rule("-", "\"a\"")));
        Assert.Contains("DMN0044", model.Diagnostics.Codes());
        Assert.True(model.IsSound);
    }

    [Fact]
    public void PriorityOfAType_ComesFromItsAllowedValues()
    {
        var type = """<itemDefinition name="t档"><typeRef>string</typeRef><allowedValues><text>"高","中","低"</text></allowedValues></itemDefinition>""";
        var model = Models.Sound(Table("hitPolicy=\"PRIORITY\"", "<output typeRef=\"t档\"/>", Rule("-", "\"低\""), Rule("-", "\"中\"")).Replace("<inputData id=\"in.人数\"", type + "<inputData id=\"in.人数\"", StringComparison.Ordinal));
        Assert.Equal("\"中\"", model.Show("档次"));
    }

    [Fact]
    public void OutputValuesThatAreNoConstants_AreReported()
    {
        var model = Models.Bind(Table("hitPolicy=\"PRIORITY\"", "<output typeRef=\"number\"><outputValues><text>[1..5]</text></outputValues></output>", Rule("-", "1")));
        Assert.Contains("DMN0045", model.Diagnostics.Codes());
    }

    private static string Table(string attributes, string outputs, params string[] rules) => Models.Of(
        Models.Input("人数", "number") + Models.Input("上限", "number") + Models.DecisionOf(
            "档次",
            $"<decisionTable {attributes}><input><inputExpression typeRef=\"number\"><text>人数</text></inputExpression></input>{outputs}{string.Concat(rules)}</decisionTable>",
            "",
            "in.人数",
            "in.上限"));

    private static string Rule(string cell, params string[] outputs) =>
        $"<rule><inputEntry><text>{System.Security.SecurityElement.Escape(cell)}</text></inputEntry>{string.Concat(outputs.Select(output => $"<outputEntry><text>{output}</text></outputEntry>"))}</rule>";
}
